import { uuidv7 } from 'uuidv7';
import type { ErasureItem } from '#shared/contract/people.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import { AppError } from '#shared/contract/errors.ts';
import { withoutWords } from '#shared/domain/person-words.ts';
import type { Backend } from '#backend/backend.ts';
import { textColumn } from '#backend/columns.ts';
import type { Change } from '#backend/db/change.ts';
import { inTurns, undisturbed } from '#backend/in-turns.ts';
import { notedFilesRemoved } from '#backend/keeping/remove-files.ts';
import { destroyWithin } from '#backend/keeping/service.ts';
import { actingConsultantId } from '#backend/settings/service.ts';
import { finished, turnToOthers, working } from '#backend/work.ts';
import { dataWithout } from './columns.ts';
import { findErasure, staysOf } from './erasures-queries.ts';
import { itemsOf } from './items.ts';
import type { PersonLook } from './look.ts';
import { erasureOf, planFor } from './service.ts';
import type { Planned } from './service.ts';
import { sweeping } from './sweep.ts';
import { lastEvent } from './scan-queries.ts';
import * as queries from './write-queries.ts';

interface EraseInput {
  readonly id: string;
  readonly remark: string | null;
}

/** The steps of an erasure: the look, the rows, the files, the space that they leave. */
const stepCount = 4;

interface Result {
  readonly changeId: string | null;
  readonly erasure: ReturnType<typeof erasureOf>;
  readonly waitingCount: number;
  readonly isSwept: boolean;
}

/**
 * Erases what nothing needs any more about one person, for good. The rows are one change, which no undo takes back; a cut
 * afterwards is finished at the next start: the files first, then the space in the database. Throws AppError NOT_FOUND,
 * CANCELLED, CHANGE_UNDER_WAY.
 */
export async function* erasePerson(
  backend: Backend,
  input: EraseInput,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkStep<Result>> {
  yield working(0, stepCount);
  await turnToOthers(signal);
  const planned = await undisturbed(backend, () => planFor(backend, input.id), signal);
  // Nothing is awaited between the plan and what is written by it.
  const { changeId, erasureId } = write(backend, input, planned);
  // It goes on also when nobody listens any more.
  const removing = notedFilesRemoved(backend);
  const clearing = removing.then(() => inTurns(sweeping(backend), undefined));
  clearing.catch((error: unknown) => console.error('clearing up after an erasure:', error));
  yield working(2, stepCount);
  const removed = await removing;
  yield working(3, stepCount);
  const isSwept = await clearing;
  const record = findErasure(backend.db, erasureId);
  if (record === undefined) throw new AppError('NOT_FOUND', { what: 'erasures', id: erasureId });
  yield finished({
    changeId,
    erasure: erasureOf(record, staysOf(backend.db, [erasureId])),
    waitingCount: removed.waitingCount,
    isSwept,
  });
}

function write(backend: Backend, { id, remark }: EraseInput, { look, plan }: Planned) {
  const { db, changes } = backend;
  const long = changes.underWay();
  if (long !== null) throw new AppError('CHANGE_UNDER_WAY', { action: long.action });
  const erasureId = uuidv7();
  const items = itemsOf(backend, look, plan);
  const { changeId } = changes.record('people.erase', (change) => {
    const before = lastEvent(db);
    const paperIds = erasePapers(backend, change, { look, plan }, erasureId);
    const rowCount =
      eraseRows(backend, change, { look, plan }) + eraseEntry(change, { look, plan }, erasureId);
    const fileCount = destroyWithin(backend, change, paperIds, erasureId);
    const places = plan.events.flatMap(({ thing, stay }) => (stay === null ? [thing.place] : []));
    // What this change has written tells what it took away: that goes too.
    const own = queries.eventsSince(db, before);
    const emptied = queries.emptyEvents(db, [...places, ...own], erasureId);
    for (const { id: local } of look.locals)
      if (local.startsWith('draft.')) queries.blankDraft(db, local, withoutPersonIn(look));
    change.insert('erasures', {
      ...{ id: erasureId, contact_id: id, consultant_id: actingConsultantId(db) },
      ...{ erased_at_ms: change.atMs, remark: textColumn(withoutWords(remark ?? '', look.words)) },
      is_whole: plan.person.deed === 'remove' ? 1 : 0,
      ...{ row_count: rowCount, paper_count: paperIds.length, file_count: fileCount },
      ...{ event_count: emptied.count, events_sha256: emptied.digest },
    });
    for (const stay of staysIn(items)) change.insert('erasure_stays', { erasure_id: erasureId, ...stay });
    queries.noteUnswept(db, erasureId);
  });
  return { changeId, erasureId };
}

/** What a form that was begun says without the person; the form stays. */
const withoutPersonIn =
  ({ ownWords, others }: PersonLook) =>
  (value: string): string =>
    dataWithout(value, (text, key) =>
      // One small word may be the program's own, such as a kind, but where it stands for the address itself.
      /^[a-z_]+$/u.test(text) && key !== 'wechat' ? text : withoutWords(text, ownWords, others),
    );

/** Leaves of papers that go only what says nothing of the person: that there was one of that kind. */
function erasePapers(backend: Backend, change: Change, { look, plan }: Planned, erasureId: string): string[] {
  const leaving = plan.papers.flatMap(({ thing, stay }) => (stay === null ? [thing] : []));
  // What was destroyed before has but its record, which stays without the words.
  const ids = leaving.flatMap(({ id, destroyed_at_ms: atMs }) => (atMs === null ? [id] : []));
  const going = new Set(leaving.map(({ id }) => id));
  for (const { id, destroyed_at_ms: atMs } of leaving) {
    change.update('documents', id, {
      ...{ title: '', number: null, remark: null, contact_id: null },
      destroyed_remark: null,
      ...(atMs === null && { erasure_id: erasureId }),
    });
  }
  for (const { id, document_id: of } of look.stated)
    if (going.has(of)) change.update('stated_values', id, { value: '' });
  for (const { id, document_id: of } of look.files)
    if (going.has(of)) change.update('document_versions', id, { original_name: '' });
  return ids;
}

function eraseRows({ db }: Backend, change: Change, { look, plan }: Planned): number {
  const going = plan.rows.filter(({ stay }) => stay === null);
  for (const { found, columns } of going) {
    const id = String(found.row.id);
    const left = queries.withoutPerson(db, found, columns, look);
    const isOwnBank =
      found.table === 'bank_accounts' && String(found.row.holder_name).trim() === look.person.name;
    change.update(found.table, id, {
      ...left,
      ...(isOwnBank && { account_number: null, permit_number: null }),
    });
    if (isOwnBank) change.remove(found.table, id);
  }
  return going.length;
}

/** The person's own entry and what leads to it from clients. */
function eraseEntry(change: Change, { look, plan }: Planned, erasureId: string): number {
  const going = plan.links.filter(({ stay }) => stay === null).map(({ thing }) => thing.id);
  for (const id of going) {
    change.remove('client_contacts', id);
    change.update('client_contacts', id, { erasure_id: erasureId });
  }
  const { id } = look.person;
  if (plan.person.deed === 'stay') return going.length;
  const rest = { phone: null, email: null, wechat: null, available_hours: null, remark: null };
  if (plan.person.deed === 'keep_name') {
    change.update('contacts', id, rest);
    return going.length + 1;
  }
  change.remove('contacts', id);
  change.update('contacts', id, { ...rest, name: '', id_number: null, erasure_id: erasureId });
  return going.length + 1;
}

/** What had to stay, told without the person: alike things together, papers by themselves. */
function staysIn(items: readonly ErasureItem[]) {
  const stays = new Map<string, ReturnType<typeof stayRow>>();
  for (const item of items) {
    if (item.deed !== 'stay' || item.reason === null) continue;
    const row = stayRow(item);
    const { row_count: count, ...key } = row;
    const known = stays.get(JSON.stringify(key));
    stays.set(JSON.stringify(key), { ...row, row_count: (known?.row_count ?? 0) + count });
  }
  return [...stays.values()];
}

const stayRow = (item: ErasureItem) => ({
  what: item.what,
  reason: item.reason ?? '',
  application_id: item.application?.id ?? null,
  account_id: item.account?.id ?? null,
  document_id: item.table === 'documents' ? item.rowId : null,
  until_on: item.untilOn,
  row_count: item.count,
});
