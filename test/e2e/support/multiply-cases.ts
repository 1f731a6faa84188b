/** Puts COUNT copies beside the oldest open application of a firm: `node multiply-cases.ts DATA COUNT`. */
import path from 'node:path';
import { openDatabase } from '#backend/db/open.ts';
import { multiplyApplications } from '#test/support/multiply-applications.ts';

const [dataFolder = '', count = '0'] = process.argv.slice(2);
const db = openDatabase({ file: path.join(dataFolder, 'certfolio.sqlite') });
const sql = `SELECT id FROM applications WHERE stage NOT IN ('passed', 'failed', 'withdrawn')
  AND kind = 'first_certification' AND deleted_at_ms IS NULL ORDER BY opened_at_ms, id`;
const first = db.prepare<[], { id: string }>(sql).get();
if (first === undefined) throw new Error('no open application');
multiplyApplications(db, first.id, Number(count));
db.close();
