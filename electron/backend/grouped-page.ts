/** A page of a list, put together by groups or not. */
import { cursorOf, pageKeyOf } from './page-cursor.ts';
import type { PageKey, RowRange } from './page-cursor.ts';
import { groupsOf } from './row-groups.ts';
import type { Group, GroupChoice, Grouping, GroupRecord, GroupValue } from './row-groups.ts';

/** The groups of a list that have rows, in their order. */
export interface GroupedList<Record extends GroupRecord, By = string> {
  readonly by: By;
  readonly grouping: Grouping;
  readonly groups: readonly Group<Record>[];
  /** Those that are not collapsed. */
  readonly open: readonly Group<Record>[];
}

export function groupedList<Record extends GroupRecord, By>(
  { by, collapsed }: { readonly by: By; readonly collapsed: readonly string[] },
  grouping: Grouping,
  records: readonly Record[],
): GroupedList<Record, By> {
  const groups = groupsOf(records, grouping);
  return { by, grouping, groups, open: groups.filter(({ key }) => !collapsed.includes(key)) };
}

/** What the page says of the groups beside its rows. */
export function headsOf<Record extends GroupRecord, Totals, By>(
  list: GroupedList<Record, By> | undefined,
  totalsOf: (record: Record) => Totals,
) {
  if (list === undefined) return {};
  const shown = list.open.reduce((sum, { record }) => sum + record.total, 0);
  const heads = list.groups.map((group) => ({
    key: group.key,
    name: group.name,
    isCollapsed: !list.open.includes(group),
    ...totalsOf(group.record),
  }));
  return { grouped: { by: list.by, shown, heads } };
}

interface PageRow {
  readonly id: string;
  readonly sort_value: string | number;
  readonly group_value: GroupValue;
}

interface PageInput {
  readonly after: string | null;
  readonly skip: number;
  readonly limit: number;
}

/** Reads rows in the order of the list, with a choice those of some groups alone. */
type ReadRows<Row> = (range: RowRange, choice: GroupChoice | undefined) => Row[];

/** Throws AppError NOT_FOUND for a cursor that is not one of ours. */
export function readPage<Row extends PageRow>(
  list: GroupedList<GroupRecord> | undefined,
  { after, skip, limit }: PageInput,
  read: ReadRows<Row>,
): { readonly rows: Row[]; readonly nextCursor: string | null } {
  const range = { after: after === null ? undefined : pageKeyOf(after), skip, limit: limit + 1 };
  const found = list === undefined ? read(range, undefined) : rowsInGroups(list, range, read);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  if (last === undefined || found.length <= limit) return { rows, nextCursor: null };
  const group = list?.open.find(({ record }) => record.group_value === last.group_value)?.key;
  return { rows, nextCursor: cursorOf({ value: last.sort_value, id: last.id, group }) };
}

/**
 * Goes over the groups one after the other. A group that the page holds only in part is read by itself, along the index
 * of the order; those between, which it holds whole, are read at once.
 */
function rowsInGroups<Row extends PageRow>(
  { open, grouping }: GroupedList<GroupRecord>,
  { after, skip, limit }: RowRange,
  read: ReadRows<Row>,
): Row[] {
  const readOf: ReadGroups<Row> = (values, range) => read(range, { grouping, values });
  if (after !== undefined) return rowsBehind(open, after, skip + limit, readOf).slice(skip);
  let left = skip;
  const at = open.findIndex(({ record: { total } }) => {
    if (left < total) return true;
    left -= total;
    return false;
  });
  const begun = open[at];
  if (begun === undefined) return [];
  if (left === 0) return rowsFrom(open.slice(at), limit, readOf);
  const rows = readOf([begun.record.group_value], { after: undefined, skip: left, limit });
  return [...rows, ...rowsFrom(open.slice(at + 1), limit - rows.length, readOf)];
}

type ReadGroups<Row> = (values: readonly GroupValue[], range: RowRange) => Row[];
type Groups = readonly Group<GroupRecord>[];

/** A group that is gone meanwhile has no rows behind the one that the page ended with. */
function rowsBehind<Row extends PageRow>(
  open: Groups,
  after: PageKey,
  limit: number,
  read: ReadGroups<Row>,
): Row[] {
  const at = open.findIndex(({ key }) => key === after.group);
  const begun = open[at];
  if (begun === undefined) return [];
  const rows = read([begun.record.group_value], { after, skip: 0, limit });
  return [...rows, ...rowsFrom(open.slice(at + 1), limit - rows.length, read)];
}

function rowsFrom<Row extends PageRow>(open: Groups, limit: number, read: ReadGroups<Row>): Row[] {
  const rows: Row[] = [];
  let rest = open;
  while (rows.length < limit && rest.length > 0) {
    const part = nextPart(rest, limit - rows.length);
    const range = { after: undefined, skip: 0, limit: part.limit };
    rows.push(...together(read(part.values, range), part.values));
    rest = rest.slice(part.values.length);
  }
  return rows;
}

/** Of the groups that come next those that have room; where not even the first has, a part of that one. */
function nextPart(next: Groups, room: number): { readonly values: GroupValue[]; readonly limit: number } {
  const values: GroupValue[] = [];
  let total = 0;
  for (const { record } of next) {
    if (values.length > 0 && total + record.total > room) break;
    total += record.total;
    values.push(record.group_value);
  }
  return { values, limit: Math.min(total, room) };
}

/** Rows of several groups, which came in the order of the list, by their groups. */
function together<Row extends PageRow>(rows: readonly Row[], values: readonly GroupValue[]): Row[] {
  const byGroup = new Map<GroupValue, Row[]>(values.map((value) => [value, []]));
  for (const row of rows) byGroup.get(row.group_value)?.push(row);
  return [...byGroup.values()].flat();
}
