import type { Db } from '#backend/db/open.ts';
import { holderOf, referencesOf, uniqueKeysOf } from '#backend/db/references.ts';
import type { Reference } from '#backend/db/references.ts';
import { rowOf } from '../queries.ts';
import type { ChangeRow, ChangedRow } from '../queries.ts';
import { cellsOf } from '../revert-event.ts';
import * as queries from './queries.ts';
import type { Place } from './queries.ts';

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
export function dependantsOf(
  db: Db,
  target: ChangeRow,
  events: readonly ChangedRow[],
  seatId: string,
): Set<string> {
  const place: Place = { changeId: target.id, seatId, seq: target.seq };
  const has = (operations: readonly ChangedRow['operation'][], table: string): boolean =>
    events.some((event) => event.row_table === table && operations.includes(event.operation));
  const byReference = referencesOf(db).flatMap((reference) => {
    const { table, target: pointedAt, isOptional } = reference;
    const isMade = !commonTables.has(pointedAt) && has(['insert', 'restore'], pointedAt);
    return [
      ...(isMade ? queries.laterThatRefer(db, place, reference) : []),
      ...(isMade && isOptional ? queries.laterThatReferred(db, place, reference) : []),
      ...(has(['delete'], table) ? queries.laterWithoutParent(db, place, reference) : []),
      ...(isRepointed(events, reference) ? queries.laterWithoutFormer(db, place, reference) : []),
    ];
  });
  return new Set([
    ...queries.laterOnSameRows(db, place),
    ...queries.laterOnItsClients(db, place),
    ...queries.laterOnNewOwners(db, place),
    ...byReference,
    ...takersOf(db, place, events),
    ...queries.laterCalls(db, place),
    ...(isOfRules(target) ? queries.laterByRules(db, place) : []),
  ]);
}

const isRepointed = (events: readonly ChangedRow[], { table, column }: Reference): boolean =>
  events.some(
    ({ row_table, operation, before }) =>
      row_table === table && operation === 'update' && typeof cellsOf(before)?.[column] === 'string',
  );

/** Changes after this one that gave to another row what must be free for a row of this one to be as before. */
function takersOf(db: Db, place: Place, events: readonly ChangedRow[]): string[] {
  const keys = uniqueKeysOf(db);
  return events.flatMap(({ row_table: table, row_id: id, operation, before }) => {
    if (operation !== 'delete' && operation !== 'update') return [];
    const former = cellsOf(before) ?? {};
    return keys
      .filter(
        (key) => key.table === table && (operation === 'delete' || key.columns.some((c) => c in former)),
      )
      .flatMap((key) => {
        const holder = holderOf(db, key, { ...rowOf(db, table, id), ...former, id });
        return holder === undefined ? [] : queries.laterOnRow(db, place, table, holder);
      });
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
