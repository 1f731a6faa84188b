/**
 * `node make-papers.ts FOLDER NOW COUNT` fills an empty data folder with one client and so many papers, pictures and
 * every fourth a PDF, no two alike.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { withSession } from '../../../electron/cli/session.ts';
import { pdf, picture } from '../../support/scans.ts';

const [dataFolder = '', now = '', count = '0'] = process.argv.slice(2);
const program = { folder: path.resolve(import.meta.dirname, '../../../electron/cli'), isBundle: false };
const options = { dataFolder, resourcesFolder: undefined, nowMs: Date.parse(now), program };
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'certfolio-papers-'));

/** Differs by what a reader passes over. */
const pdfNo = (no: number): Buffer => Buffer.concat([pdf(1 + (no % 5)), Buffer.from(`% ${no}\n%%EOF\n`)]);

await withSession(options, async ({ backend, call }) => {
  const { id: clientId } = await call.clients.create({ name: '示例青禾商贸有限公司', entityType: 'company' });
  for (let no = 1; no <= Number(count); no += 1) {
    const isPdf = no % 4 === 0;
    const file = path.join(folder, `${String(no).padStart(3, '0')}.${isPdf ? 'pdf' : 'jpg'}`);
    fs.writeFileSync(file, isPdf ? pdfNo(no) : await picture('jpeg', no, 1600, 1130));
    const title = `示例资料 ${String(no).padStart(3, '0')}`;
    const files = [{ token: backend.tokens.grant(file) }];
    const kind = no % 2 === 0 ? 'other' : 'business_licence';
    for await (const step of await call.documents.add({ clientId, kind, title, files })) void step;
  }
});
fs.rmSync(folder, { recursive: true });
