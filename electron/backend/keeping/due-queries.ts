import type { DestructionRule } from '#shared/contract/keeping.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { isClosed, stages } from '#shared/domain/application.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import type { RowRange } from '#backend/page-cursor.ts';

export interface DueRecord {
  readonly id: string;
  readonly what: 'paper' | 'tray_file';
  readonly client_id: string | null;
  readonly client_name: string | null;
  readonly contact_name: string | null;
  readonly kind: DocumentKind | null;
  readonly title: string;
  readonly number: string | null;
  readonly valid_until_on: CalendarDate | null;
  readonly valid_forever: 0 | 1;
  readonly keep_until_on: CalendarDate | null;
  readonly rule: DestructionRule;
  readonly is_trashed: 0 | 1;
  readonly since_on: CalendarDate;
  readonly file_count: number;
  readonly size_bytes: number;
  /** An application under way that uses it. */
  readonly open_id: string | null;
  /** An account in force that it was handed in for. */
  readonly account_id: string | null;
  readonly is_valid: 0 | 1;
}

export interface DueFilter {
  readonly text: string;
  readonly show: 'all' | 'free' | 'held';
  readonly today: CalendarDate;
  /** What went to the trash before this moment has lain there long enough. */
  readonly trashedBeforeMs: number;
  readonly trashDays: number;
}

const closed = stages
  .filter(isClosed)
  .map((stage) => `'${stage}'`)
  .join(', ');

/** Applications on whose checklists the paper `d` stands. */
const using = `FROM item_documents l JOIN items i ON i.id = l.item_id AND i.deleted_at_ms IS NULL
    JOIN applications p ON p.id = i.application_id AND p.deleted_at_ms IS NULL
    JOIN accounts a ON a.id = p.account_id AND a.deleted_at_ms IS NULL
  WHERE l.document_id = d.id AND l.deleted_at_ms IS NULL AND d.deleted_at_ms IS NULL`;

/** The day in the business time zone, which is eight hours ahead and has no summer time, on which an instant lies. */
const dayOf = (ms: string): string => `date((${ms}) / 1000, 'unixepoch', '+8 hours')`;
const trashedOn = `date(${dayOf('d.deleted_at_ms')}, '+' || (@trashDays + 1) || ' days')`;
const keptOn = `date(d.keep_until_on, '+1 day')`;

/** The two ways are asked for one by one: each goes by an index of its own. */
const papersThat = (
  isOver: string,
): string => `SELECT d.id, 'paper' AS what, d.client_id, c.name AS client_name, k.name AS contact_name, d.kind, d.title,
    d.number, d.valid_until_on, d.valid_forever, d.keep_until_on,
    iif(d.keep_until_on IS NULL, 'trash', 'keep_until') AS rule, d.deleted_at_ms IS NOT NULL AS is_trashed,
    iif(d.deleted_at_ms IS NULL, ${keptOn}, max(coalesce(${keptOn}, ''), ${trashedOn})) AS since_on,
    (SELECT count(*) FROM document_versions v WHERE v.document_id = d.id) AS file_count,
    (SELECT coalesce(sum(v.size_bytes), 0) FROM document_versions v WHERE v.document_id = d.id) AS size_bytes,
    (SELECT p.id ${using} AND p.stage NOT IN (${closed}) ORDER BY p.opened_at_ms DESC, p.id LIMIT 1) AS open_id,
    (SELECT a.id ${using} AND p.stage = 'passed' AND coalesce(a.certified_until_on >= @today, 1)
      ORDER BY a.certified_until_on DESC NULLS FIRST, a.id LIMIT 1) AS account_id,
    d.deleted_at_ms IS NULL AND (d.valid_forever = 1 OR coalesce(d.valid_until_on >= @today, 0)) AS is_valid
  FROM documents d JOIN clients c ON c.id = d.client_id LEFT JOIN contacts k ON k.id = d.contact_id
  WHERE d.destroyed_at_ms IS NULL AND ${isOver}`;
const keptLongEnough = papersThat('d.deleted_at_ms IS NULL AND d.keep_until_on < @today');
const inTrashLongEnough = papersThat(
  'd.deleted_at_ms < @trashedBeforeMs AND (d.keep_until_on IS NULL OR d.keep_until_on < @today)',
);

const trayFiles = `SELECT d.id, 'tray_file', NULL, NULL, NULL, NULL, d.original_name, NULL, NULL, 0, NULL, 'taken_out', 1,
    ${trashedOn}, 1, d.size_bytes, NULL, NULL, 0
  FROM intake_files d WHERE d.destroyed_at_ms IS NULL AND d.deleted_at_ms < @trashedBeforeMs`;

const isHeld = '(open_id IS NOT NULL OR account_id IS NOT NULL OR is_valid = 1)';
const shown: Readonly<Record<DueFilter['show'], string>> = {
  all: '1',
  free: `NOT ${isHeld}`,
  held: isHeld,
};
const due = `(${keptLongEnough} UNION ALL ${inTrashLongEnough} UNION ALL ${trayFiles})`;
const matches = `(@text = '' OR instr(lower(title), lower(@text)) > 0 OR instr(lower(coalesce(client_name, '')), lower(@text)) > 0
  OR instr(coalesce(number, ''), @text) > 0)`;

/** Those whose time was over first come first. */
export function pageOfDue(db: Db, filter: DueFilter, { after, skip, limit }: RowRange): DueRecord[] {
  const sql = `SELECT * FROM ${due} WHERE ${matches} AND ${shown[filter.show]}
    AND (@afterOn IS NULL OR (since_on, id) > (@afterOn, @afterId)) ORDER BY since_on, id LIMIT @limit OFFSET @skip`;
  const values = { ...filter, afterOn: after?.value ?? null, afterId: after?.id ?? '', skip, limit };
  return statement<[typeof values], DueRecord>(db, sql).all(values);
}

export function countDue(db: Db, filter: DueFilter): { readonly total: number; readonly held: number } {
  const sql = `SELECT count(*) AS total, coalesce(sum(${isHeld}), 0) AS held FROM ${due}
    WHERE ${matches} AND ${shown[filter.show]}`;
  return (
    statement<[DueFilter], { total: number; held: number }>(db, sql).get(filter) ?? { total: 0, held: 0 }
  );
}

/** Of these what may be destroyed now. */
export function freeAmong(db: Db, filter: DueFilter, ids: readonly string[]): DueRecord[] {
  const sql = `SELECT * FROM ${due} WHERE NOT ${isHeld} AND id IN (SELECT value FROM json_each(@ids))`;
  const values = { ...filter, ids: JSON.stringify(ids) };
  return statement<[typeof values], DueRecord>(db, sql).all(values);
}

interface HolderRecord {
  readonly id: string;
  readonly number: string;
  readonly account_name: string;
}

export function applicationNamed(db: Db, id: string): HolderRecord | undefined {
  const sql = `SELECT p.id, p.number, a.name AS account_name FROM applications p JOIN accounts a ON a.id = p.account_id
    WHERE p.id = ?`;
  return statement<[string], HolderRecord>(db, sql).get(id);
}

interface CertifiedRecord {
  readonly id: string;
  readonly name: string;
  readonly certified_until_on: CalendarDate | null;
}

export function accountNamed(db: Db, id: string): CertifiedRecord | undefined {
  const sql = 'SELECT id, name, certified_until_on FROM accounts WHERE id = ?';
  return statement<[string], CertifiedRecord>(db, sql).get(id);
}
