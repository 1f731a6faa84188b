/** By what the rows of lists are put together: which groups there are and in which order. */
import { certifiedSoonDays, certifiedStates } from '#shared/contract/row-groups.ts';
import { addDays } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { Db } from './db/open.ts';
import { consultantNames } from './settings/service.ts';
import { nameOrder, noDate } from './summaries/name-order.ts';

export type GroupValue = string | number;

/** By what rows are put together. */
export interface Grouping {
  /** What the rows of a group have in common, in SQL; constant, but for the `values` that it names. */
  readonly sql: string;
  readonly values?: Readonly<Record<string, string>>;
  /** Every group that there can be, in order, with what the SQL gives for it. */
  readonly groups: readonly GroupName[];
}

interface GroupName {
  readonly value: GroupValue;
  readonly key: string;
  readonly name?: string;
}

/** Rows of some groups alone. */
export interface GroupChoice {
  readonly grouping: Grouping;
  readonly values: readonly GroupValue[];
}

/** What a query tells of a group. */
export interface GroupRecord {
  readonly group_value: GroupValue;
  readonly total: number;
}

/** A group that has rows, with what was counted of them. */
export interface Group<Record extends GroupRecord> {
  readonly key: string;
  readonly name: string | null;
  readonly record: Record;
}

/** By a column that holds the places of `all`, or by one that holds what they are called. */
export const byPlace = (sql: string, all: readonly string[]): Grouping => ({
  sql,
  groups: all.map((key, value) => ({ key, value })),
});
export const byName = (sql: string, all: readonly string[]): Grouping => ({
  sql,
  groups: all.map((key) => ({ key, value: key })),
});

/** The people by their names, nobody behind them. */
export function byConsultant(db: Db, column: string): Grouping {
  const people = consultantNames(db)
    .map((person) => ({ ...person, order: `${nameOrder(person.name)} ${person.id}` }))
    .toSorted((a, b) => (a.order < b.order ? -1 : 1));
  return {
    sql: `coalesce(${column}, 'nobody')`,
    groups: [
      ...people.map(({ id, name }) => ({ value: id, key: id, name })),
      { value: 'nobody', key: 'nobody' },
    ],
  };
}

/** By the days that a certification lasts from today; `column` is `noDate` where there is none. */
export function byCertification(column: string, today: CalendarDate): Grouping {
  const [expired, soon, later, none] = certifiedStates;
  return {
    sql: `CASE WHEN ${column} = '${noDate}' THEN '${none}' WHEN ${column} < @groupToday THEN '${expired}'
      WHEN ${column} <= @groupSoon THEN '${soon}' ELSE '${later}' END`,
    values: { groupToday: today, groupSoon: addDays(today, certifiedSoonDays) },
    groups: byName('', certifiedStates).groups,
  };
}

export const groupCondition = ({ grouping }: GroupChoice): string =>
  `${grouping.sql} IN (SELECT value FROM json_each(@groups))`;

export const groupValues = (choice: GroupChoice | undefined): Readonly<Record<string, string>> => ({
  ...choice?.grouping.values,
  groups: JSON.stringify(choice?.values ?? []),
});

/** Those that have rows, in their order; what no group knows comes last. */
export function groupsOf<Record extends GroupRecord>(
  records: readonly Record[],
  { groups }: Grouping,
): Group<Record>[] {
  const places = new Map(groups.map((group, place) => [group.value, { ...group, place }]));
  return records
    .map((record) => {
      const known = places.get(record.group_value);
      const key = known?.key ?? String(record.group_value);
      return { key, name: known?.name ?? null, record, place: known?.place ?? groups.length };
    })
    .toSorted((a, b) => a.place - b.place)
    .map(({ key, name, record }) => ({ key, name, record }));
}
