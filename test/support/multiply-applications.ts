import type { Db } from '#backend/db/open.ts';

/** Puts copies of an application beside it, its bare row alone: a firm with very many open cases. */
export function multiplyApplications(db: Db, id: string, count: number): string[] {
  const row = db
    .prepare<[string], Record<string, unknown>>('SELECT * FROM applications WHERE id = ?')
    .get(id);
  if (row === undefined) throw new Error(`no application ${id}`);
  const names = Object.keys(row);
  const insert = db.prepare(
    `INSERT INTO applications (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
  );
  const ids = Array.from({ length: count }, (_, index) => `${id}-${index}`);
  db.transaction(() => {
    for (const [index, copy] of ids.entries()) insert.run({ ...row, id: copy, number: `C-${index}` });
  })();
  return ids;
}
