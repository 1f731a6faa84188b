import type { RowChoice } from '#shared/contract/values.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { rangeValues, rowsBlanksLast } from '#backend/blanks-last.ts';
import { allKeptUntilWritten, keptUntilWritten } from '#backend/db/kept-until-written.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import type { RowRange } from '#backend/page-cursor.ts';
import { groupCondition, groupValues } from '#backend/row-groups.ts';
import type { GroupChoice, Grouping, GroupRecord } from '#backend/row-groups.ts';
import type { SearchCondition } from '#backend/search/service.ts';
import { columns, source } from '../queries.ts';
import type { ApplicationRecord } from '../queries.ts';
import { isOverdue, returnedAt, valuesOf, whereOf } from './conditions.ts';
import type { FilterValues } from './conditions.ts';
import { blanks, sortColumns } from './order.ts';
import type { TableOrder } from './order.ts';

/** What relative dates are reckoned from. */
export interface Moment {
  readonly today: CalendarDate;
  readonly nowMs: number;
}

/** A filter in the form in which SQL takes it; stages, platforms and kinds are places in their lists. */
export interface ApplicationPageFilter {
  readonly moment: Moment;
  /** Of the applications themselves and of their clients. */
  readonly search?: { readonly own: SearchCondition; readonly client: SearchCondition } | undefined;
  readonly clientId?: string | undefined;
  readonly stages?: readonly number[] | undefined;
  readonly platforms?: readonly number[] | undefined;
  readonly kinds?: readonly number[] | undefined;
  readonly consultantIds?: readonly string[] | undefined;
  readonly dueUntil?: CalendarDate | undefined;
  readonly hourUntilMs?: number | undefined;
  readonly papersMissing?: boolean | undefined;
  readonly returned?: boolean | undefined;
  readonly overdue?: boolean | undefined;
  readonly rows?: RowChoice | undefined;
}

export interface ApplicationPlace {
  readonly id: string;
  readonly sort_value: string | number;
  readonly group_value: string | number;
}

interface PlacesAsked {
  readonly filter: ApplicationPageFilter;
  readonly order: TableOrder;
  /** Of the filter's rows those of some groups alone. */
  readonly choice: GroupChoice | undefined;
}

/** The keys of a page, in the order of the sort key, then of the ids, beginning `skip` rows behind `after`. */
export function applicationPlaces(db: Db, asked: PlacesAsked, range: RowRange): ApplicationPlace[] {
  const { filter, order, choice } = asked;
  const key = sortColumns[order.key];
  const ofGroups = choice === undefined ? [] : [groupCondition(choice)];
  const where = (conditions: readonly string[]) => whereOf(filter, [...ofGroups, ...conditions]);
  const valuesIn = (part: RowRange): FilterValues => ({
    ...valuesOf(filter),
    ...groupValues(choice),
    ...rangeValues(part),
  });
  return rowsBlanksLast({
    ...{ key, id: 's.application_id', descending: order.descending, blank: blanks[order.key], range },
    read(part, { conditions, ordered }) {
      const sql = `SELECT s.application_id AS id, ${key} AS sort_value, ${choice?.grouping.sql ?? 0} AS group_value
        FROM application_summaries s ${where(conditions)} ${ordered}`;
      return statement<[FilterValues], ApplicationPlace>(db, sql).all(valuesIn(part));
    },
    count(conditions) {
      const sql = `SELECT count(*) AS n FROM application_summaries s ${where(conditions)}`;
      return statement<[FilterValues], { n: number }>(db, sql).get(valuesIn(range))?.n ?? 0;
    },
  });
}

/** The applications of these ids, in no order. */
export function applicationsAmong(db: Db, ids: readonly string[]): ApplicationRecord[] {
  const sql = `SELECT ${columns} ${source} WHERE a.id IN (SELECT value FROM json_each(?))`;
  return statement<[string], ApplicationRecord>(db, sql).all(JSON.stringify(ids));
}

export interface ApplicationTotals {
  readonly total: number;
  readonly overdue: number;
  readonly in_hours: number;
  readonly returned: number;
}

const totals = `count(*) AS total, coalesce(sum(${isOverdue}), 0) AS overdue,
  coalesce(sum(s.hour_at_ms BETWEEN @nowMs AND @dayEndMs), 0) AS in_hours,
  coalesce(sum(s.stage_sort = ${returnedAt}), 0) AS returned`;
const totalsValues = (filter: ApplicationPageFilter): FilterValues => ({
  ...valuesOf(filter),
  dayEndMs: filter.moment.nowMs + dayMs,
});

/** Of the whole filter; every page of a list asks for it again. */
export function applicationTotals(db: Db, filter: ApplicationPageFilter): ApplicationTotals {
  const sql = `SELECT ${totals} FROM application_summaries s ${whereOf(filter)}`;
  const values = totalsValues(filter);
  const none = { total: 0, overdue: 0, in_hours: 0, returned: 0 };
  return keptUntilWritten<FilterValues, ApplicationTotals>(db, sql, values) ?? none;
}

const dayMs = 24 * 60 * 60_000;

export interface GroupTotals extends ApplicationTotals, GroupRecord {}

/** The same for each group of it. */
export function groupTotals(
  db: Db,
  filter: ApplicationPageFilter,
  grouping: Grouping,
): readonly GroupTotals[] {
  const sql = `SELECT ${grouping.sql} AS group_value, ${totals} FROM application_summaries s ${whereOf(filter)}
    GROUP BY group_value`;
  return allKeptUntilWritten<FilterValues, GroupTotals>(db, sql, {
    ...totalsValues(filter),
    ...grouping.values,
  });
}

/** The ids of all that a filter holds, newest first. */
export function chosenApplications(db: Db, filter: ApplicationPageFilter): string[] {
  const sql = `SELECT s.application_id AS id FROM application_summaries s ${whereOf(filter)}
    ORDER BY s.opened_at_ms DESC, s.application_id DESC`;
  return statement<[FilterValues], { id: string }>(db, sql)
    .all(valuesOf(filter))
    .map(({ id }) => id);
}

export interface ChosenGroup extends Pick<
  ApplicationRecord,
  'consultant_id' | 'stage' | 'rule_pack_id' | 'rule_pack_version' | 'rule_pack_sha256'
> {
  readonly n: number;
  readonly newest_at_ms: number;
}

/** What a filter holds, counted by who is in charge, stage and rules. */
export function chosenGroups(db: Db, filter: ApplicationPageFilter): ChosenGroup[] {
  const by = 'a.consultant_id, a.stage, a.rule_pack_id, a.rule_pack_version, a.rule_pack_sha256';
  const sql = `SELECT ${by}, count(*) AS n, max(a.updated_at_ms) AS newest_at_ms
    FROM application_summaries s CROSS JOIN applications a ON a.id = s.application_id
    ${whereOf(filter)} GROUP BY ${by} ORDER BY ${by}`;
  return statement<[FilterValues], ChosenGroup>(db, sql).all(valuesOf(filter));
}
