import type { DocumentRow } from '#shared/contract/documents.ts';
import { AppError } from '#shared/contract/errors.ts';
import { addDays } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { cursorOf, pageKeyOf } from '#backend/page-cursor.ts';
import type { PageKey, RowRange } from '#backend/page-cursor.ts';
import { searchPapers } from '#backend/search/service.ts';
import * as queries from './queries.ts';
import type { DocumentRecord, VersionRecord } from './queries.ts';
import { documentRowOf, versionRowOf } from './rows.ts';
import type { VersionRow } from './rows.ts';

/** All papers of a client, in the order in which they came. */
export function listDocumentsOfClient(backend: Backend, clientId: string): DocumentRow[] {
  return rowsOf(backend, queries.documentsOfClient(backend.db, clientId));
}

/** The papers of these keys that are not in the trash, by key. */
export function documentsById(backend: Backend, ids: readonly string[]): Map<string, DocumentRow> {
  if (ids.length === 0) return new Map();
  return new Map(rowsOf(backend, queries.documentsByIds(backend.db, ids)).map((row) => [row.id, row]));
}

export interface DocumentsPage {
  readonly rows: DocumentRow[];
  readonly nextCursor: string | null;
  readonly total: number;
  /** What the text of the filter has found; undefined without one. */
  readonly found: queries.DocumentFilter['found'];
}

export interface ListInput {
  readonly filter: {
    readonly text?: string | undefined;
    readonly kinds?: readonly DocumentKind[] | undefined;
    readonly clientId?: string | undefined;
    /** Days from today; 0 means already expired. */
    readonly expiringWithinDays?: number | undefined;
  };
  readonly after: string | null;
  readonly skip: number;
  readonly limit: number;
}

/** Papers a page at a time: those that end first come first, those without an end date last. */
export function listDocuments(backend: Backend, { filter, after, skip, limit }: ListInput): DocumentsPage {
  const { text, kinds, clientId, expiringWithinDays } = filter;
  const found = text === undefined ? undefined : searchPapers(backend, text);
  const chosen = { found, kinds, clientId, endsBy: endOf(backend, expiringWithinDays) };
  const key = after === null ? undefined : pageKeyOf(after);
  const records = recordsOf(backend, chosen, { after: key, skip, limit: limit + 1 });
  const page = records.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: rowsOf(backend, page),
    nextCursor: records.length > limit && last !== undefined ? cursorOf(keyOf(last)) : null,
    total: queries.countDocuments(backend.db, chosen),
    found,
  };
}

function recordsOf(
  { db }: Backend,
  filter: queries.DocumentFilter,
  { after, skip, limit }: RowRange,
): DocumentRecord[] {
  if (after?.value === noEndDate) return queries.pageOfUndated(db, filter, { after, skip, limit });
  const dated = queries.pageOfDated(db, filter, { after, skip, limit });
  if (dated.length === limit) return dated;
  // What is skipped beyond the papers with an end date is skipped among the others.
  const beyond = dated.length > 0 || skip === 0 ? 0 : skip - queries.countDated(db, filter, after);
  const rest = { after: undefined, skip: beyond, limit: limit - dated.length };
  return [...dated, ...queries.pageOfUndated(db, filter, rest)];
}

/** Stands in a page's key for a paper without an end date. */
const noEndDate = '';
const keyOf = ({ valid_until_on, id }: DocumentRecord): PageKey => ({
  value: valid_until_on ?? noEndDate,
  id,
});

/** The last end date that the filter lets through; the end date itself is still a valid day. */
function endOf({ clock }: Backend, withinDays: number | undefined): CalendarDate | undefined {
  if (withinDays === undefined) return undefined;
  return addDays(clock.today(), withinDays === 0 ? -1 : withinDays);
}

/** A paper with all its versions, newest first within each part. Throws AppError NOT_FOUND. */
export function getDocument(backend: Backend, id: string) {
  const record = required(backend, id);
  const versions = queries.versionsOf(backend.db, [id]);
  const all: VersionRow[] = versions.map(versionRowOf);
  const { keep_until_on: keepUntilOn } = record;
  const stated = queries.statedOf(backend.db, [id]).get(id);
  const replaced = queries.replacedOf(backend.db, [id]).get(id);
  return { ...documentRowOf(record, { versions, stated, replaced }), versions: all, keepUntilOn };
}

/** Moves a paper with its versions and what it states to the trash and takes it off every checklist. Throws AppError NOT_FOUND. */
export function trashDocument(backend: Backend, id: string): { changeId: string | null } {
  const { changeId } = backend.changes.record('documents.trash', (change) => {
    required(backend, id);
    removeWithParts(backend, change, id);
  });
  return { changeId };
}

/** Marks a paper as deleted, with its versions, its places on checklists and what it states. */
export function removeWithParts({ db }: Pick<Backend, 'db'>, change: Change, id: string): void {
  const { versions, links, stated } = queries.partsOfDocument(db, id);
  for (const link of links) change.remove('item_documents', link);
  for (const value of stated) change.remove('stated_values', value);
  for (const version of versions) change.remove('document_versions', version);
  change.remove('documents', id);
}

function required(backend: Backend, id: string): DocumentRecord {
  const record = queries.findDocument(backend.db, id);
  if (record === undefined) throw new AppError('NOT_FOUND', { what: 'documents', id });
  return record;
}

/** Rows with their versions, what they state and replace, with three more queries however many there are. */
function rowsOf(backend: Backend, records: readonly DocumentRecord[]): DocumentRow[] {
  if (records.length === 0) return [];
  const versions = new Map<string, VersionRecord[]>();
  const ids = records.map(({ id }) => id);
  const found = queries.versionsOf(backend.db, ids);
  for (const version of found) {
    const known = versions.get(version.document_id);
    if (known === undefined) versions.set(version.document_id, [version]);
    else known.push(version);
  }
  const stated = queries.statedOf(backend.db, ids);
  const replaced = queries.replacedOf(backend.db, ids);
  return records.map((record) =>
    documentRowOf(record, {
      versions: versions.get(record.id) ?? [],
      stated: stated.get(record.id),
      replaced: replaced.get(record.id),
    }),
  );
}
