/** Of which rows a group consists, and how many of some rows each group has. */
import type { Db } from './db/open.ts';
import { statement } from './db/statement.ts';
import { groupCondition, groupsOf, groupValues } from './row-groups.ts';
import type { Grouping, GroupRecord } from './row-groups.ts';

type Values = Readonly<Record<string, string | number | null>>;

/** The rows that a filter of a list holds, in SQL. */
export interface FilteredRows {
  /** The column of the ids. */
  readonly id: string;
  readonly from: string;
  readonly where: readonly string[];
  readonly values: Values;
}

const whereOf = (where: readonly string[]): string =>
  where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`;

/** How many of the rows each group has; groups that have none of them are left out. Not kept: a choice of rows is often another one. */
export function countsByGroup(
  db: Db,
  { from, where, values }: FilteredRows,
  grouping: Grouping,
): { readonly key: string; readonly count: number }[] {
  const sql = `SELECT ${grouping.sql} AS group_value, count(*) AS total FROM ${from} ${whereOf(where)} GROUP BY group_value`;
  const records = statement<[Values], GroupRecord>(db, sql).all({ ...values, ...grouping.values });
  return groupsOf(records, grouping).map(({ key, record }) => ({ key, count: record.total }));
}

/** A group of a list as it is asked for. */
export interface OneGroup<Filter, By> {
  readonly filter: Filter;
  readonly by: By;
  readonly key: string;
}

/** The ids of the rows of one group, in no order; none of a group that there is not. */
export function idsOfGroup(
  db: Db,
  { id, from, where, values }: FilteredRows,
  { grouping, key }: { readonly grouping: Grouping; readonly key: string },
): string[] {
  const group = grouping.groups.find((known) => known.key === key);
  if (group === undefined) return [];
  const choice = { grouping, values: [group.value] };
  const sql = `SELECT ${id} AS id FROM ${from} ${whereOf([...where, groupCondition(choice)])}`;
  return statement<[Values], { id: string }>(db, sql)
    .all({ ...values, ...groupValues(choice) })
    .map((row) => row.id);
}
