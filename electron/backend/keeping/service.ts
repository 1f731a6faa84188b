import type { DestroyedRow, DueRow } from '#shared/contract/keeping.ts';
import type { Backend } from '#backend/backend.ts';
import { textColumn } from '#backend/columns.ts';
import type { Change } from '#backend/db/change.ts';
import { removeWithParts } from '#backend/documents/service.ts';
import { cursorOf, pageKeyOf } from '#backend/page-cursor.ts';
import * as dueQueries from './due-queries.ts';
import type { DueFilter, DueRecord } from './due-queries.ts';
import * as queries from './queries.ts';
import type { DestroyedFileRecord, DestroyedRecord } from './queries.ts';
import { noteFilesToRemove, notedFilesRemoved } from './remove-files.ts';
import type { Removed } from './remove-files.ts';

/** So long what was thrown away lies in the trash before it may be destroyed, in days. */
const trashDays = 30;
const dayMs = 24 * 60 * 60 * 1000;

interface PageInput {
  readonly text: string;
  readonly after: string | null;
  readonly skip: number;
  readonly limit: number;
}

const filterOf = ({ clock }: Backend, { text, show }: Pick<DueFilter, 'text' | 'show'>): DueFilter => ({
  text,
  show,
  today: clock.today(),
  trashedBeforeMs: clock.nowMs() - trashDays * dayMs,
  trashDays,
});

/** What may be destroyed, and what of it is still held; those whose time was over first come first. */
export function listDue(backend: Backend, input: PageInput & Pick<DueFilter, 'show'>) {
  const { db } = backend;
  const filter = filterOf(backend, input);
  const after = input.after === null ? undefined : pageKeyOf(input.after);
  const found = dueQueries.pageOfDue(db, filter, { after, skip: input.skip, limit: input.limit + 1 });
  const page = found.slice(0, input.limit);
  const last = page.at(-1);
  const { total, held } = dueQueries.countDue(db, filter);
  const stacks = queries.stacksThatStay(
    db,
    page.map(({ id }) => id),
  );
  return {
    rows: page.map((record) => dueRowOf(backend, record, stacks.get(record.id) ?? null)),
    nextCursor:
      found.length > input.limit && last !== undefined
        ? cursorOf({ value: last.since_on, id: last.id })
        : null,
    total,
    heldCount: held,
  };
}

const whatOf = (record: DueRecord | DestroyedRecord) => ({
  id: record.id,
  what: record.what,
  clientId: record.client_id,
  clientName: record.client_name,
  kind: record.kind,
  title: record.title,
  number: record.number,
  contactName: record.contact_name,
  validUntil: record.valid_forever === 1 ? ('forever' as const) : record.valid_until_on,
  keepUntilOn: record.keep_until_on,
  rule: record.rule,
});

function dueRowOf(backend: Backend, record: DueRecord, stackName: string | null): DueRow {
  return {
    ...whatOf(record),
    isTrashed: record.is_trashed === 1,
    sinceOn: record.since_on,
    stackName,
    fileCount: record.file_count,
    sizeBytes: record.size_bytes,
    held: heldOf(backend, record),
  };
}

function heldOf({ db }: Backend, record: DueRecord): DueRow['held'] {
  const { open_id: openId, account_id: accountId, is_valid: isValid } = record;
  if (openId === null && accountId === null && isValid === 0) return null;
  const open = openId === null ? undefined : dueQueries.applicationNamed(db, openId);
  const account = accountId === null ? undefined : dueQueries.accountNamed(db, accountId);
  return {
    application: open ? { id: open.id, number: open.number, accountName: open.account_name } : null,
    account: account
      ? { id: account.id, name: account.name, certifiedUntilOn: account.certified_until_on }
      : null,
    isValid: isValid === 1,
  };
}

interface Destruction {
  readonly ids: readonly string[];
  readonly remark: string | null;
}

/**
 * Destroys what may be destroyed among these; the rest is left and counted. The rows are one change, which no undo takes
 * back; then the files go that nothing else needs.
 */
export async function destroy(backend: Backend, { ids, remark }: Destruction) {
  const { db } = backend;
  const { changeId, result } = backend.changes.record('documents.destroy', (change) => {
    const free = dueQueries.freeAmong(db, filterOf(backend, { text: '', show: 'free' }), ids);
    const documentIds = free.filter(({ what }) => what === 'paper').map(({ id }) => id);
    const trayFileIds = free.filter(({ what }) => what === 'tray_file').map(({ id }) => id);
    for (const record of free) mark(backend, change, record, textColumn(remark ?? ''));
    for (const id of queries.undoneWithFilesOf(db, documentIds))
      change.update('documents', id, { destroyed_at_ms: change.atMs });
    const usedUp = documentIds.flatMap((id) => queries.trayFilesUsedUp(db, id));
    for (const id of usedUp) change.update('intake_files', id, { destroyed_at_ms: change.atMs });
    const owners = { documentIds, trayFileIds: [...trayFileIds, ...usedUp] };
    noteFilesToRemove(backend, queries.filesLeftAlone(db, owners), change.atMs);
    return free.length;
  });
  const removed: Removed = await notedFilesRemoved(backend);
  return { changeId, destroyedCount: result, leftCount: new Set(ids).size - result, ...removed };
}

/**
 * Destroys papers within a change of whoever has another reason to: the papers, the files of the tray that were used up by
 * them, and, once `notedFilesRemoved` is called, the files that nothing else needs. Gives how many of these there are.
 */
export function destroyWithin(
  backend: Backend,
  change: Change,
  documentIds: readonly string[],
  erasureId: string,
): number {
  const { db } = backend;
  for (const id of documentIds) {
    change.update('documents', id, { destroyed_at_ms: change.atMs, erasure_id: erasureId });
    removeWithParts(backend, change, id);
  }
  const usedUp = [...new Set(documentIds.flatMap((id) => queries.trayFilesUsedUp(db, id)))];
  for (const id of usedUp) change.update('intake_files', id, { destroyed_at_ms: change.atMs });
  const hashes = queries.filesLeftAlone(db, { documentIds, trayFileIds: usedUp });
  noteFilesToRemove(backend, hashes, change.atMs);
  return hashes.length;
}

function mark(backend: Backend, change: Change, { id, what, rule }: DueRecord, remark: string | null): void {
  const marks = { destroyed_at_ms: change.atMs, destroyed_remark: remark };
  if (what === 'tray_file') {
    change.update('intake_files', id, marks);
    return;
  }
  change.update('documents', id, { ...marks, destroyed_by_rule: rule });
  removeWithParts(backend, change, id);
}

/** What was destroyed, the latest first. */
export function listDestroyed({ db }: Pick<Backend, 'db'>, { text, after, skip, limit }: PageInput) {
  const key = after === null ? undefined : pageKeyOf(after);
  const found = queries.pageOfDestroyed(db, text, { after: key, skip, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const ids = page.map(({ id }) => id);
  const files = queries.filesOfDestroyed(db, ids);
  const stacks = queries.stacksThatStay(db, ids);
  return {
    rows: page.map((record) =>
      destroyedRowOf(
        record,
        stacks.get(record.id) ?? null,
        files.filter(({ owner_id: ownerId }) => ownerId === record.id),
      ),
    ),
    nextCursor:
      found.length > limit && last !== undefined ? cursorOf({ value: last.at_ms, id: last.id }) : null,
    total: queries.countDestroyed(db, text),
  };
}

function destroyedRowOf(
  record: DestroyedRecord,
  stackName: string | null,
  files: readonly DestroyedFileRecord[],
): DestroyedRow {
  return {
    ...whatOf(record),
    issuedOn: record.issued_on,
    validFromOn: record.valid_from_on,
    atMs: record.at_ms,
    actorName: record.actor_name,
    remark: record.remark,
    stackName,
    files: files.map((file) => ({
      part: file.part,
      versionNo: file.version_no,
      sha256: file.sha256,
      originalName: file.original_name,
      sizeBytes: file.size_bytes,
      isShared: file.is_shared === 1,
    })),
  };
}
