import { stagesOf } from '#shared/domain/board.ts';
import type { BoardColumn } from '#shared/domain/board.ts';
import { isClosed, stages } from '#shared/domain/application.ts';
import type { Stage } from '#shared/domain/application.ts';
import { obligationKinds } from '#shared/domain/obligations.ts';
import type { ClockUnit } from '#shared/domain/rule-pack.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import type { PageKey } from '#backend/page-cursor.ts';
import { noDate } from '#backend/summaries/name-order.ts';
import { columns, source } from '../queries.ts';
import type { ApplicationRecord } from '../queries.ts';
import { valuesOf, whereOf } from '../table/conditions.ts';
import type { FilterValues } from '../table/conditions.ts';
import type { ApplicationPageFilter } from '../table/queries.ts';

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/** Of the list's rows those at such a stage, found along the index of the stages. */
const among = (some: readonly Stage[]): string =>
  `s.stage_sort IN (${some.map((stage) => stages.indexOf(stage)).join(', ')})`;

/** The one term that an application under way has: its clock, or the collecting of its papers. */
const isTerm = `o.kind IN (${quoted(obligationKinds.filter((kind) => kind === 'collecting' || kind.startsWith('clock_')))})`;
const isReady = `(o.kind = 'collecting' AND o.waiting_on = 'us' AND o.blocker_count = 0)`;

const isHours = `o.unit = 'hour' AND o.legal_at_ms IS NOT NULL`;
/** What the agenda calls overdue; the day first, since it is cheap and most are still to come. */
const isOverdue = `(o.due_on <= @today AND CASE WHEN ${isHours} THEN o.legal_at_ms < @nowMs
    ELSE coalesce(o.internal_on, o.legal_on) < @today END)`;
const endsBy = (moment: string) => `(${isHours} AND o.legal_at_ms >= @nowMs AND o.legal_at_ms ${moment})`;

/** By their end, those without one behind them by how long they have waited. */
const openPlace = `(o.legal_on IS NULL) || ifnull(o.due_on, '${noDate}') || printf('%014d', ifnull(o.legal_at_ms, 99999999999999))`;
/** The latest result first. */
const closedPlace = `printf('%014d', 99999999999999 - a.stage_since_at_ms)`;
const placeIn = (column: BoardColumn): string => (column === 'result' ? closedPlace : openPlace);

/** How many applications the filter holds in each stage. */
export function countByStage(
  db: Db,
  filter: ApplicationPageFilter,
): { readonly stage: Stage; readonly n: number }[] {
  const sql = `SELECT s.stage_sort AS place, count(*) AS n FROM application_summaries s ${whereOf(filter)} GROUP BY s.stage_sort`;
  return statement<[FilterValues], { place: number; n: number }>(db, sql)
    .all(valuesOf(filter))
    .flatMap(({ place, n }) => {
      const stage = stages[place];
      return stage === undefined ? [] : [{ stage, n }];
    });
}

export interface TermMoments {
  readonly today: string;
  readonly nowMs: number;
  /** Up to when a clock of hours presses. */
  readonly pressingAtMs: number;
  readonly dayLaterAtMs: number;
}

export interface TermGroup {
  readonly stage: Stage;
  readonly ready: number;
  readonly unit: ClockUnit;
  readonly total: number | null;
  readonly n: number;
  readonly overdue: number;
  readonly pressing: number;
  readonly within_day: number;
  readonly stake_fen: number;
}

/** The terms of what the filter holds, counted by stage, readiness and length. */
export function termGroups(db: Db, filter: ApplicationPageFilter, moments: TermMoments): TermGroup[] {
  const sql = `SELECT a.stage, coalesce(${isReady}, 0) AS ready, o.unit, o.total, count(*) AS n,
      sum(coalesce(${isOverdue}, 0)) AS overdue, sum(${endsBy('< @pressingAtMs')}) AS pressing,
      sum(${endsBy('<= @dayLaterAtMs')}) AS within_day, coalesce(sum(o.stake_fen), 0) AS stake_fen
    FROM application_summaries s CROSS JOIN applications a ON a.id = s.application_id
      CROSS JOIN obligations o ON o.application_id = a.id AND ${isTerm}
    ${whereOf(filter, [among(stages.filter((stage) => !isClosed(stage)))])}
    GROUP BY 1, 2, 3, 4`;
  return statement<[FilterValues], TermGroup>(db, sql).all({ ...valuesOf(filter), ...moments });
}

export interface CardPlace {
  readonly id: string;
  /** What the column is ordered by. */
  readonly place: string;
}

/** The cards of a column behind a key, the most urgent first. */
export function cardPlaces(
  db: Db,
  filter: ApplicationPageFilter,
  {
    column,
    after,
    limit,
  }: { readonly column: BoardColumn; readonly after: PageKey | undefined; readonly limit: number },
): CardPlace[] {
  const where = [among(stagesOf(column))];
  if (column === 'ready') where.push(`coalesce(${isReady}, 0)`);
  if (column === 'collecting') where.push(`NOT coalesce(${isReady}, 0)`);
  const place = placeIn(column);
  if (after !== undefined) where.push(`(${place}, a.id) > (@place, @afterId)`);
  const sql = `SELECT a.id, ${place} AS place
    FROM application_summaries s CROSS JOIN applications a ON a.id = s.application_id
      LEFT JOIN obligations o ON o.application_id = a.id AND ${isTerm}
    ${whereOf(filter, where)} ORDER BY place, a.id LIMIT @limit`;
  const values = { ...valuesOf(filter), place: after?.value ?? null, afterId: after?.id ?? null, limit };
  return statement<[FilterValues], CardPlace>(db, sql).all(values);
}

/** Applications by id, in no order. */
export function applicationsByIds(db: Db, ids: readonly string[]): ApplicationRecord[] {
  const sql = `SELECT ${columns} ${source} WHERE a.id IN (SELECT value FROM json_each(?)) AND a.deleted_at_ms IS NULL`;
  return statement<[string], ApplicationRecord>(db, sql).all(JSON.stringify(ids));
}

/** Whether an application under way only waits for its submission, as its card stands. */
export function isApplicationReady(db: Db, id: string): boolean {
  const sql = `SELECT 1 AS found FROM obligations o WHERE o.application_id = ? AND ${isReady}`;
  return statement<[string], { found: number }>(db, sql).get(id) !== undefined;
}
