import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrate } from '#backend/db/migrate.ts';
import { openDatabase } from '#backend/db/open.ts';
import type { Db } from '#backend/db/open.ts';

export const committedSchema = path.join(import.meta.dirname, 'schema.sql');

/** The schema as SQLite keeps it, in a steady order: what all migrations together have made. */
export function schemaSql(db: Db): string {
  const sql = `SELECT sql FROM sqlite_schema
    WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index_%' AND name NOT LIKE 'file_index_%'
    ORDER BY tbl_name, type DESC, name`;
  const version = db.pragma('user_version', { simple: true }) as number;
  const statements = db.prepare<[], { sql: string }>(sql).all();
  return [`PRAGMA user_version = ${version};`, ...statements.map((row) => `${row.sql};`)].join('\n\n') + '\n';
}

/** Writes the committed schema anew: `node test/migrations/schema-sql.ts` after a new migration. */
function writeSchema(): void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'certfolio-schema-'));
  const db = openDatabase({ file: path.join(folder, 'schema.sqlite') });
  migrate(db);
  fs.writeFileSync(committedSchema, schemaSql(db));
  db.close();
  fs.rmSync(folder, { recursive: true });
}

if (process.argv[1] === import.meta.filename) writeSchema();
