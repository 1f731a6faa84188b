import { eachInSteps } from '#shared/domain/in-steps.ts';
import type { InSteps } from '#shared/domain/in-steps.ts';
import type { Db } from '#backend/db/open.ts';
import { holderOf, referencesOf, uniqueKeysOf } from '#backend/db/references.ts';
import type { Reference } from '#backend/db/references.ts';
import { rowOf } from '../queries.ts';
import type { ChangeRow, ChangedRow } from '../queries.ts';
import { cellsOf } from '../revert-event.ts';
import * as queries from './queries.ts';
import type { Place, Stretch } from './queries.ts';

/** Rows that are kept for whoever uses them: the change that happened to make one does not take it away from others. */
const commonTables: ReadonlySet<string> = new Set(['tags', 'rule_packs']);

/** What the firm itself lays down as a rule stands behind every judgement that comes after. */
const isOfRules = ({ action }: Pick<ChangeRow, 'action'>): boolean => action.startsWith('rules.');

/**
 * Ids of the changes after `target` without which it can't be taken back alone: they wrote one of its rows again, or
 * what belongs to a row that it made, or threw away what a returning row belongs to, or took a place that must be
 * free, or wrote of a client to which it moved
 * what was another's, or noted a call about the order that it submitted, or were judged by the rules that it laid down. Changes that have been taken back are among them.
 */
export function* dependantsOf(
  db: Db,
  target: ChangeRow,
  events: readonly ChangedRow[],
  seatId: string,
): InSteps<Set<string>> {
  const place: Place = { changeId: target.id, seatId, seq: target.seq };
  const deeds = yield* deedsOf(events);
  const found = new Set<string>();
  const note = (ids: readonly string[]): void => ids.forEach((id) => found.add(id));
  for (const stretch of stretchesOf(place, events)) {
    for (const look of looksAt(db, deeds, stretch)) {
      note(look());
      yield;
    }
  }
  for (const reference of referencesOf(db)) {
    if (!reference.isOptional || !isMade(deeds, reference)) continue;
    note(queries.laterThatReferred(db, place, reference));
    yield;
  }
  yield* eachInSteps(events, (event) => note(takersOf(db, place, event)));
  if (isOfRules(target)) note(queries.laterByRules(db, place));
  return found;
}

/** Looked at in one go: some ten milliseconds a question. */
const eventsAtOnce = 4000;

function* stretchesOf(place: Place, events: readonly ChangedRow[]): Generator<Stretch> {
  for (let start = 0; start < events.length; start += eventsAtOnce) {
    const end = Math.min(start + eventsAtOnce, events.length) - 1;
    yield { ...place, from: events[start]?.place ?? 0, to: events[end]?.place ?? 0 };
  }
}

/** What a change did, as far as it says which questions are worth asking. */
interface Deeds {
  /** Tables of which it made or brought back rows. */
  readonly made: ReadonlySet<string>;
  readonly deleted: ReadonlySet<string>;
  /** `table.column` of updates that wrote over a text. */
  readonly rewritten: ReadonlySet<string>;
}

function* deedsOf(events: readonly ChangedRow[]): InSteps<Deeds> {
  const made = new Set<string>();
  const deleted = new Set<string>();
  const rewritten = new Set<string>();
  yield* eachInSteps(events, ({ row_table: table, operation, before }) => {
    if (operation === 'insert' || operation === 'restore') made.add(table);
    else if (operation === 'delete') deleted.add(table);
    else
      for (const [column, value] of Object.entries(cellsOf(before) ?? {}))
        if (typeof value === 'string') rewritten.add(`${table}.${column}`);
  });
  return { made, deleted, rewritten };
}

const isMade = ({ made }: Deeds, { target }: Reference): boolean =>
  !commonTables.has(target) && made.has(target);

/** The questions about one stretch of the change. */
function looksAt(db: Db, deeds: Deeds, stretch: Stretch): readonly (() => string[])[] {
  const byReference = referencesOf(db).flatMap((reference) => [
    ...(isMade(deeds, reference) ? [() => queries.laterThatRefer(db, stretch, reference)] : []),
    ...(deeds.deleted.has(reference.table) ? [() => queries.laterWithoutParent(db, stretch, reference)] : []),
    ...(deeds.rewritten.has(`${reference.table}.${reference.column}`)
      ? [() => queries.laterWithoutFormer(db, stretch, reference)]
      : []),
  ]);
  return [
    () => queries.laterOnSameRows(db, stretch),
    () => queries.laterOnItsClients(db, stretch),
    () => queries.laterOnNewOwners(db, stretch),
    () => queries.laterCalls(db, stretch),
    ...byReference,
  ];
}

/** Changes after this one that gave to another row what must be free for a row of this one to be as before. */
function takersOf(
  db: Db,
  place: Place,
  { row_table: table, row_id: id, operation, before }: ChangedRow,
): string[] {
  if (operation !== 'delete' && operation !== 'update') return [];
  const former = cellsOf(before) ?? {};
  return uniqueKeysOf(db)
    .filter((key) => key.table === table && (operation === 'delete' || key.columns.some((c) => c in former)))
    .flatMap((key) => {
      const holder = holderOf(db, key, { ...rowOf(db, table, id), ...former, id });
      return holder === undefined ? [] : queries.laterOnRow(db, place, table, holder);
    });
}

/** True for a row that others have come to use since the change made it; it stays when the change is taken back. */
export function staysInUse(
  db: Db,
  { row_table: table, row_id: id, operation }: ChangedRow,
  target: ChangeRow,
): boolean {
  if (operation !== 'insert' && operation !== 'restore') return false;
  if (table === 'tags') return queries.isTagUsed(db, id);
  return table === 'rule_packs' && !isOfRules(target) && queries.isPackUsed(db, id);
}
