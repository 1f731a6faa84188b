import { thumbnailsMade } from '#backend/documents/thumbnails.ts';
import { createTextReader } from '#backend/documents/texts/read-all.ts';
import { openTestBackend } from './backend.ts';
import type { TestBackend } from './backend.ts';
import { temporaryFolder } from './folders.ts';
import * as scans from './scans.ts';
import { allOf } from './streams.ts';

/** Three pages; a phrase runs on over the end of the second. */
export const contract = scans.pdfSaying([
  ['技术服务合同', '合同编号：HT-2026-0042', '甲方：示例青禾商贸有限公司'],
  ['Late fee: 0.05% per day', '第三条　逾期付款的，乙方应当按日万分', '之五计收违约'],
  ['金，最高不超过合同总额的百分之十。', '⻓沙市⻔店'],
]);

/** A firm with a way to add a PDF to a client, to read what is there, and to search for it. */
export function openForTexts(dataFolder?: string) {
  const opened = openTestBackend(dataFolder);
  const { backend, call } = opened;
  const folder = temporaryFolder();
  const client = async (name = '示例青禾商贸有限公司') =>
    (await call.clients.create({ name, entityType: 'company' })).id;
  async function add(clientId: string, bytes: Uint8Array, documentId: string | null = null): Promise<string> {
    const token = backend.tokens.grant(scans.fileIn(folder, '合同.pdf', bytes));
    const steps = await allOf(
      await call.documents.add({ clientId, documentId, kind: 'other', files: [{ token }] }),
    );
    const last = steps.at(-1);
    if (last?.kind !== 'added' || last.documentId === null) throw new Error('not added');
    // The file is read by nothing else when something happens to it.
    await thumbnailsMade(backend);
    return last.documentId;
  }
  const reader = createTextReader(backend, new AbortController().signal);
  return { ...opened, add, client, folder, reader, hits: hitsOf(opened) };
}

export const hitsOf =
  ({ call }: TestBackend) =>
  async (text: string) =>
    (await call.search.query({ text, kinds: ['document'] })).groups.flatMap(({ hits }) => hits);
export const ids = (hits: readonly { readonly id: string }[]): string[] => hits.map(({ id }) => id);
/** What is kept of each file. */
export const rowsOf = ({ backend }: TestBackend) =>
  backend.db
    .prepare<[], { fault: string | null; text: string }>('SELECT fault, text FROM file_texts ORDER BY sha256')
    .all();
