import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import type { PageKey } from '#backend/page-cursor.ts';

export interface NoteRecord {
  readonly id: string;
  readonly client_id: string;
  readonly application_id: string | null;
  readonly account_name: string | null;
  readonly application_number: string | null;
  readonly consultant_name: string | null;
  readonly noted_at_ms: number;
  readonly text: string;
}

export interface NotesOf {
  readonly clientId: string;
  /** Null: all of the client, those of its applications among them. */
  readonly applicationId: string | null;
}

const columns = `n.id, n.client_id, n.application_id, n.noted_at_ms, n.text, k.name AS consultant_name,
  p.number AS application_number, a.name AS account_name`;
const from = `FROM notes n LEFT JOIN consultants k ON k.id = n.consultant_id
  LEFT JOIN applications p ON p.id = n.application_id LEFT JOIN accounts a ON a.id = p.account_id`;
const whose = ({ applicationId }: NotesOf): string =>
  applicationId === null
    ? 'n.client_id = @clientId AND n.deleted_at_ms IS NULL'
    : 'n.application_id = @applicationId AND n.client_id = @clientId AND n.deleted_at_ms IS NULL';

/** The latest first, those of one moment by their ids. */
export function pageOfNotes(
  db: Db,
  of: NotesOf,
  { after, limit }: { readonly after: PageKey | undefined; readonly limit: number },
): NoteRecord[] {
  const sql = `SELECT ${columns} ${from} WHERE ${whose(of)}
      AND (@atMs IS NULL OR (n.noted_at_ms, n.id) < (@atMs, @afterId))
    ORDER BY n.noted_at_ms DESC, n.id DESC LIMIT @limit`;
  const values = { ...of, limit, atMs: after?.value ?? null, afterId: after?.id ?? '' };
  return statement<[typeof values], NoteRecord>(db, sql).all(values);
}

export function countNotes(db: Db, of: NotesOf): number {
  const sql = `SELECT count(*) AS n FROM notes n WHERE ${whose(of)}`;
  return statement<[NotesOf], { n: number }>(db, sql).get(of)?.n ?? 0;
}

/** How many of these notes stand before one of them; undefined when it is none of them. */
export function placeOfNote(db: Db, of: NotesOf, id: string): number | undefined {
  const sql = `SELECT (SELECT count(*) FROM notes n WHERE ${whose(of)} AND (n.noted_at_ms, n.id) > (x.noted_at_ms, x.id)) AS place
    FROM notes x WHERE x.id = @id AND x.deleted_at_ms IS NULL AND x.client_id = @clientId`;
  const values = { ...of, id };
  return statement<[typeof values], { place: number }>(db, sql).get(values)?.place;
}

export function liveNote(db: Db, id: string): NoteRecord | undefined {
  const sql = `SELECT ${columns} ${from} WHERE n.id = ? AND n.deleted_at_ms IS NULL`;
  return statement<[string], NoteRecord>(db, sql).get(id);
}

/** Ids of the notes on an application. */
export function noteIdsOf(db: Db, applicationId: string): string[] {
  const sql = 'SELECT id FROM notes WHERE application_id = ? AND deleted_at_ms IS NULL ORDER BY id';
  return statement<[string], { id: string }>(db, sql)
    .all(applicationId)
    .map(({ id }) => id);
}

/** Whether there is such a client outside the trash, and with an application that it is the client's. */
export function isOwner(db: Db, { clientId, applicationId }: NotesOf): boolean {
  const sql = `SELECT 1 AS found FROM clients c WHERE c.id = @clientId AND c.deleted_at_ms IS NULL
    AND (@applicationId IS NULL OR EXISTS (SELECT 1 FROM applications p
      WHERE p.id = @applicationId AND p.client_id = c.id AND p.deleted_at_ms IS NULL))`;
  const values = { clientId, applicationId };
  return statement<[typeof values], { found: number }>(db, sql).get(values) !== undefined;
}
