import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { DocumentKind, DocumentPart } from '#shared/domain/document-kind.ts';
import type { Row } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly wechat: string | null;
  readonly id_number: string | null;
  readonly available_hours: string | null;
  readonly remark: string | null;
  readonly created_at_ms: number;
  readonly updated_at_ms: number;
  readonly deleted_at_ms: number | null;
}

export function findPerson(db: Db, id: string): PersonRecord | undefined {
  const sql = 'SELECT * FROM contacts WHERE id = ? AND erasure_id IS NULL';
  return statement<[string], PersonRecord>(db, sql).get(id);
}

interface PersonListRecord extends Pick<
  PersonRecord,
  'id' | 'name' | 'phone' | 'id_number' | 'deleted_at_ms'
> {
  readonly client_names: string;
  readonly client_count: number;
  readonly paper_count: number;
}

const digits = (column: string): string => `replace(replace(coalesce(${column}, ''), ' ', ''), '-', '')`;
const listed = `FROM contacts p WHERE p.erasure_id IS NULL AND (@text = '' OR instr(lower(p.name), lower(@text)) > 0
  OR instr(${digits('p.phone')}, @number) > 0 OR instr(upper(${digits('p.id_number')}), upper(@number)) > 0
  OR instr(lower(coalesce(p.email, '')), lower(@text)) > 0 OR instr(lower(coalesce(p.wechat, '')), lower(@text)) > 0)`;
const atClients = `FROM client_contacts l JOIN clients c ON c.id = l.client_id
  WHERE l.contact_id = p.id AND l.deleted_at_ms IS NULL AND c.deleted_at_ms IS NULL`;

/** A number is typed with and without spaces and dashes; a text without one is none. */
const searched = (text: string) => ({ text, number: text.replaceAll(/[\s-]/gu, '') || text });

/** Everybody whom a text means, by their ids. */
export function peopleNamed(db: Db, text: string): Pick<PersonRecord, 'id' | 'name'>[] {
  const sql = `SELECT p.id, p.name ${listed} ORDER BY p.id`;
  return statement<[object], Pick<PersonRecord, 'id' | 'name'>>(db, sql).all(searched(text));
}

/** In no order. */
export function peopleById(db: Db, ids: readonly string[]): PersonListRecord[] {
  const sql = `SELECT p.id, p.name, p.phone, p.id_number, p.deleted_at_ms, (SELECT json_group_array(name) FROM (SELECT c.name ${atClients} ORDER BY c.name LIMIT 3)) AS client_names,
      (SELECT count(*) ${atClients}) AS client_count,
      (SELECT count(*) FROM documents d WHERE d.contact_id = p.id AND d.deleted_at_ms IS NULL) AS paper_count
    FROM contacts p WHERE p.id IN (SELECT value FROM json_each(?))`;
  return statement<[string], PersonListRecord>(db, sql).all(JSON.stringify(ids));
}

export interface LinkRecord {
  readonly id: string;
  readonly client_id: string;
  readonly client_name: string;
  readonly is_client_live: 0 | 1;
  readonly is_legal_representative: 0 | 1;
  readonly is_administrator: 0 | 1;
  readonly is_finance: 0 | 1;
  readonly answers_calls: 0 | 1;
  readonly left_on: CalendarDate | null;
  readonly deleted_at_ms: number | null;
}

/** Also those that were taken away. */
export function linksOf(db: Db, contactId: string): LinkRecord[] {
  const sql = `SELECT l.*, c.name AS client_name, c.deleted_at_ms IS NULL AS is_client_live
    FROM client_contacts l JOIN clients c ON c.id = l.client_id WHERE l.contact_id = ?
    ORDER BY l.deleted_at_ms IS NOT NULL, c.name, l.id`;
  return statement<[string], LinkRecord>(db, sql).all(contactId);
}

export interface PaperRecord {
  readonly id: string;
  readonly client_id: string;
  readonly client_name: string;
  readonly contact_id: string | null;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly number: string | null;
  readonly issued_on: CalendarDate | null;
  readonly valid_until_on: CalendarDate | null;
  readonly valid_forever: 0 | 1;
  readonly keep_until_on: CalendarDate | null;
  readonly remark: string | null;
  readonly deleted_at_ms: number | null;
  readonly destroyed_at_ms: number | null;
}

const papers = 'SELECT d.*, c.name AS client_name FROM documents d JOIN clients c ON c.id = d.client_id';

export function papersNaming(db: Db, contactId: string): PaperRecord[] {
  const sql = `${papers} WHERE d.contact_id = ? ORDER BY c.name, d.kind, d.id`;
  return statement<[string], PaperRecord>(db, sql).all(contactId);
}

/** Papers of these kinds that name nobody as theirs and in which one of the probes may stand, of whatever client. */
export function papersOfNobody(db: Db, kinds: readonly string[], probes: readonly string[]): PaperRecord[] {
  const holds = (column: string): string =>
    `EXISTS (SELECT 1 FROM json_each(@probes) o WHERE instr(lower(coalesce(${column}, '')), o.value) > 0)`;
  const sql = `${papers} WHERE d.contact_id IS NULL AND d.destroyed_at_ms IS NULL
    AND d.kind IN (SELECT value FROM json_each(@kinds)) AND (${holds("d.title || ' ' || coalesce(d.number, '')")}
      OR EXISTS (SELECT 1 FROM stated_values s WHERE s.document_id = d.id AND ${holds('s.value')})
      OR EXISTS (SELECT 1 FROM document_versions v WHERE v.document_id = d.id AND (${holds('v.original_name')}
        OR EXISTS (SELECT 1 FROM file_texts t WHERE t.sha256 = v.sha256 AND ${holds('t.text')})
        OR EXISTS (SELECT 1 FROM read_pages r WHERE r.sha256 = v.sha256 AND ${holds('r.lines')}))))`;
  const values = { kinds: JSON.stringify(kinds), probes: JSON.stringify(probes) };
  return statement<[object], PaperRecord>(db, sql).all(values);
}

export interface StatedRecord {
  readonly id: string;
  readonly document_id: string;
  readonly field: string;
  readonly value: string;
}

export function statedOf(db: Db, documentIds: readonly string[]): StatedRecord[] {
  const sql = `SELECT id, document_id, field, value FROM stated_values
    WHERE document_id IN (SELECT value FROM json_each(?)) ORDER BY document_id, id`;
  return statement<[string], StatedRecord>(db, sql).all(JSON.stringify(documentIds));
}

export interface FileRecord {
  readonly id: string;
  readonly document_id: string;
  readonly part: DocumentPart;
  readonly version_no: number;
  readonly sha256: string;
  readonly original_name: string;
  readonly media_type: string;
  readonly size_bytes: number;
  readonly text: string | null;
}

/** Every version, also older ones and those in the trash, with what was read of it. */
export function filesOf(db: Db, documentIds: readonly string[]): FileRecord[] {
  const sql = `SELECT v.id, v.document_id, v.part, v.version_no, v.sha256, v.original_name, v.media_type, v.size_bytes,
      (SELECT group_concat(t.text, char(10)) FROM file_texts t WHERE t.sha256 = v.sha256 AND t.text <> '') AS text
    FROM document_versions v WHERE v.document_id IN (SELECT value FROM json_each(?))
    ORDER BY v.document_id, v.part, v.version_no DESC`;
  return statement<[string], FileRecord>(db, sql).all(JSON.stringify(documentIds));
}

/** What was recognised on the pages of a file, whether all of them were read or not. */
export function linesOfFile(db: Db, sha256: string): string[] {
  return statement<[string], { lines: string }>(db, 'SELECT lines FROM read_pages WHERE sha256 = ?')
    .all(sha256)
    .map(({ lines }) => lines);
}

/** The clients of which a name is among others: names of businesses, of other people and of the firm's own. */
export function namesOfOthers(db: Db, contactId: string, name: string): string[] {
  const sql = `SELECT name FROM contacts WHERE id <> @contactId AND instr(name, @name) > 0
    UNION SELECT name FROM clients WHERE instr(name, @name) > 0
    UNION SELECT value FROM client_identifiers WHERE instr(value, @name) > 0
    UNION SELECT name FROM accounts WHERE instr(name, @name) > 0
    UNION SELECT name FROM consultants WHERE instr(name, @name) > 0`;
  return statement<[object], { name: string }>(db, sql)
    .all({ contactId, name })
    .map((row) => row.name);
}

/** Other entries that may be the same person or share a word with them. */
export function otherPeople(db: Db, contactId: string): Iterable<PersonRecord> {
  const sql = 'SELECT * FROM contacts WHERE id <> ? AND erasure_id IS NULL';
  return statement<[string], PersonRecord>(db, sql).all(contactId);
}

export const consultantsNamed = (db: Db, name: string): boolean =>
  statement<[string], unknown>(db, 'SELECT 1 FROM consultants WHERE name = ?').get(name) !== undefined;

/** Copies that left with papers or within exports about the person. */
export function copiesAbout(db: Db, contactId: string): Row[] {
  return statement<[string], Row>(db, 'SELECT * FROM hand_outs WHERE contact_id = ?').all(contactId);
}

export const clientNameOf = (db: Db, id: string): string | null =>
  statement<[string], { name: string }>(db, 'SELECT name FROM clients WHERE id = ?').get(id)?.name ?? null;

export interface BackupRecord {
  readonly id: string;
  readonly folder: string;
  readonly started_at_ms: number;
}

export function finishedBackups(db: Db): BackupRecord[] {
  const sql = `SELECT id, folder, started_at_ms FROM backups WHERE finished_at_ms IS NOT NULL ORDER BY started_at_ms DESC`;
  return statement<[], BackupRecord>(db, sql).all();
}

/** Files of the tray that went into these papers, and whether nothing else is left of them, and those with the same bytes. */
export function trayFilesOf(db: Db, documentIds: readonly string[]): { id: string; is_used_up: 0 | 1 }[] {
  const sql = `SELECT DISTINCT f.id, NOT EXISTS (
      SELECT 1 FROM intake_pages o LEFT JOIN document_versions ov ON ov.id = o.version_id
      WHERE o.file_id = f.id AND o.deleted_at_ms IS NULL AND (ov.id IS NULL AND o.paper_id IS NOT NULL
        OR ov.document_id NOT IN (SELECT value FROM json_each(@ids)))) AS is_used_up
    FROM document_versions v JOIN intake_pages p ON p.version_id = v.id JOIN intake_files f ON f.id = p.file_id
    WHERE v.document_id IN (SELECT value FROM json_each(@ids)) AND f.destroyed_at_ms IS NULL
    UNION SELECT f.id, 0 FROM document_versions v JOIN intake_files f ON f.sha256 = v.sha256
    WHERE v.document_id IN (SELECT value FROM json_each(@ids)) AND f.destroyed_at_ms IS NULL
      AND NOT EXISTS (SELECT 1 FROM intake_pages p JOIN document_versions pv ON pv.id = p.version_id
        WHERE p.file_id = f.id AND pv.document_id IN (SELECT value FROM json_each(@ids)))`;
  return statement<[object], { id: string; is_used_up: 0 | 1 }>(db, sql).all({
    ids: JSON.stringify(documentIds),
  });
}
