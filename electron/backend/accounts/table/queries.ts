import type { RowChoice } from '#shared/contract/values.ts';
import type { ApplicationKind, Stage } from '#shared/domain/application.ts';
import type { AccountKind, Platform } from '#shared/domain/platform.ts';
import { rangeValues, rowsBlanksLast } from '#backend/blanks-last.ts';
import { allKeptUntilWritten, keptUntilWritten } from '#backend/db/kept-until-written.ts';
import type { Db } from '#backend/db/open.ts';
import { choiceConditions, choiceValues } from '#backend/db/row-choice.ts';
import { statement } from '#backend/db/statement.ts';
import type { FilteredRows } from '#backend/group-rows.ts';
import type { RowRange } from '#backend/page-cursor.ts';
import { groupCondition, groupValues } from '#backend/row-groups.ts';
import type { GroupChoice, Grouping, GroupRecord } from '#backend/row-groups.ts';
import type { SearchCondition } from '#backend/search/service.ts';
import { noDate } from '#backend/summaries/name-order.ts';
import { blanks, noneUnderWay, sortColumns } from './order.ts';
import type { TableOrder } from './order.ts';

/** A filter in the form in which SQL takes it: days turned into dates, words into conditions on the index. */
export interface TableFilter {
  /** Of the accounts themselves and of their clients. */
  readonly search?: { readonly account: SearchCondition; readonly client: SearchCondition } | undefined;
  /** Platforms with kinds, as they are sorted. */
  readonly places?: readonly string[] | undefined;
  readonly consultantIds?: readonly string[] | undefined;
  readonly certifiedUntil?: string | undefined;
  readonly windowOpen?: boolean | undefined;
  readonly certified?: boolean | undefined;
  readonly underWay?: boolean | undefined;
  readonly rows?: RowChoice | undefined;
}

export interface TablePage extends RowRange {
  readonly filter: TableFilter;
  readonly order: TableOrder;
  readonly today: string;
  /** Of the filter's rows those of some groups alone. */
  readonly choice?: GroupChoice | undefined;
}

export interface PlaceRecord {
  readonly id: string;
  readonly sort_value: string | number;
  readonly group_value: string | number;
}

/**
 * The keys of a page, in the order of the sort key, then of the ids, beginning `skip` rows behind `after`. The
 * statement reads the summaries alone, by most keys along an index, and ends with the page; the unary plus keeps filters
 * from choosing another index.
 */
export function tablePlaces(db: Db, page: TablePage): PlaceRecord[] {
  const { filter, order, choice } = page;
  const key = sortColumns[order.key];
  const chosen = [...conditionsOf(filter), ...(choice === undefined ? [] : [groupCondition(choice)])];
  return rowsBlanksLast({
    ...{ key, id: 's.account_id', descending: order.descending, blank: blanks[order.key], range: page },
    read(range, { conditions, ordered }) {
      const sql = `SELECT s.account_id AS id, ${key} AS sort_value, ${choice?.grouping.sql ?? 0} AS group_value
        FROM account_summaries s ${whereOf([...chosen, ...conditions])} ${ordered}`;
      return statement<[TableValues], PlaceRecord>(db, sql).all(valuesOf({ ...page, ...range }));
    },
    count(conditions) {
      const sql = `SELECT count(*) AS n FROM account_summaries s ${whereOf([...chosen, ...conditions])}`;
      return statement<[TableValues], { n: number }>(db, sql).get(valuesOf(page))?.n ?? 0;
    },
  });
}

export interface TableRecord {
  readonly id: string;
  readonly client_id: string;
  readonly client_name: string;
  readonly consultant_name: string | null;
  readonly platform: Platform;
  readonly kind: AccountKind;
  readonly name: string;
  readonly app_id: string | null;
  readonly original_id: string | null;
  readonly filing_number: string | null;
  readonly filed_on: string | null;
  readonly certified_since_on: string | null;
  readonly remark: string | null;
  readonly certified_until_on: string | null;
  readonly certified_until_at_ms: number | null;
  readonly opens_sort: string;
  readonly application_id: string | null;
  readonly application_number: string | null;
  readonly application_kind: ApplicationKind | null;
  readonly stage: Stage | null;
  readonly returns: number;
}

/** The rows of these accounts, in no order. */
export function tableRecords(db: Db, ids: readonly string[]): TableRecord[] {
  const sql = `SELECT a.id, a.client_id, c.name AS client_name, k.name AS consultant_name, a.platform, a.kind, a.name, a.app_id,
      a.original_id, a.filing_number, a.filed_on, a.certified_since_on, a.remark, a.certified_until_on, a.certified_until_at_ms, s.opens_sort, p.id AS application_id, p.number AS application_number,
      p.kind AS application_kind, p.stage,
      (SELECT count(*) FROM attempts t
        WHERE t.application_id = p.id AND t.returned_at_ms IS NOT NULL AND t.deleted_at_ms IS NULL) AS returns
    FROM json_each(?) AS wanted CROSS JOIN account_summaries s ON s.account_id = wanted.value
      CROSS JOIN accounts a ON a.id = s.account_id CROSS JOIN clients c ON c.id = a.client_id
      LEFT JOIN consultants k ON k.id = c.consultant_id LEFT JOIN applications p ON p.id = s.open_application_id`;
  return statement<[string], TableRecord>(db, sql).all(JSON.stringify(ids));
}

export interface TableTotals {
  readonly total: number;
  readonly expired: number;
  readonly window_open: number;
  readonly uncertified: number;
}

/** From the opening to the last certified day, which still counts. */
const isWindowOpen = '(+s.opens_sort <= @today AND +s.certified_sort >= @today)';
const totals = `count(*) AS total, coalesce(sum(s.certified_sort < @today), 0) AS expired,
  coalesce(sum(${isWindowOpen}), 0) AS window_open, coalesce(sum(s.certified_sort = '${noDate}'), 0) AS uncertified`;

/** Counts over the whole filter; kept until something is written. */
export function tableTotals(db: Db, filter: TableFilter, today: string): TableTotals {
  const sql = `SELECT ${totals} FROM account_summaries s ${whereOf(conditionsOf(filter))}`;
  const values = valuesOf(wholeOf(filter, today));
  const none = { total: 0, expired: 0, window_open: 0, uncertified: 0 };
  return keptUntilWritten<TableValues, TableTotals>(db, sql, values) ?? none;
}

export interface GroupTotals extends TableTotals, GroupRecord {}

/** The same for each group of it. */
export function groupTotals(
  db: Db,
  filter: TableFilter,
  today: string,
  grouping: Grouping,
): readonly GroupTotals[] {
  const sql = `SELECT ${grouping.sql} AS group_value, ${totals} FROM account_summaries s
    ${whereOf(conditionsOf(filter))} GROUP BY group_value`;
  const values = { ...valuesOf(wholeOf(filter, today)), ...grouping.values };
  return allKeptUntilWritten<TableValues, GroupTotals>(db, sql, values);
}

/** All that a filter holds. */
export const filteredRows = (filter: TableFilter, today: string): FilteredRows => ({
  id: 's.account_id',
  from: 'account_summaries s',
  where: conditionsOf(filter),
  values: valuesOf(wholeOf(filter, today)),
});

const wholeOf = (filter: TableFilter, today: string) => ({
  filter,
  today,
  after: undefined,
  skip: 0,
  limit: 0,
});

export interface ChosenRecord {
  readonly id: string;
  readonly client_id: string;
  readonly opens_sort: string;
  readonly open_application_id: string | null;
}

/** All that a filter holds, with what is under way of each, in the order of the ids. */
export function chosenAccounts(db: Db, filter: TableFilter, today: string): ChosenRecord[] {
  const sql = `SELECT s.account_id AS id, s.client_id, s.opens_sort, s.open_application_id FROM account_summaries s
    ${whereOf(conditionsOf(filter))} ORDER BY s.account_id`;
  const values = valuesOf(wholeOf(filter, today));
  return statement<[TableValues], ChosenRecord>(db, sql).all(values);
}

/** What is under way of all that a filter holds, client by client. */
export function ordersOfChosen(db: Db, filter: TableFilter, today: string): string[] {
  const sql = `SELECT p.id FROM account_summaries s CROSS JOIN applications p ON p.account_id = s.account_id
    ${whereOf([...conditionsOf(filter), 'p.deleted_at_ms IS NULL', `p.stage NOT IN ('passed', 'failed', 'withdrawn')`])}
    ORDER BY s.client_name, s.client_id, p.opened_at_ms DESC, p.id`;
  const values = valuesOf(wholeOf(filter, today));
  return statement<[TableValues], { id: string }>(db, sql)
    .all(values)
    .map(({ id }) => id);
}

export interface ChosenFields {
  readonly id: string;
  readonly platform: Platform;
  readonly kind: AccountKind;
  readonly category: string | null;
  readonly filed_on: string | null;
  readonly certified_since_on: string | null;
  readonly certified_until_on: string | null;
  readonly certified_until_at_ms: number | null;
}

/** All that a filter holds, with what can be written of many at a time, in the order of the ids. */
export function fieldsOfChosen(db: Db, filter: TableFilter, today: string): ChosenFields[] {
  const sql = `SELECT s.account_id AS id, a.platform, a.kind, a.category, a.filed_on, a.certified_since_on, a.certified_until_on,
      a.certified_until_at_ms
    FROM account_summaries s CROSS JOIN accounts a ON a.id = s.account_id
    ${whereOf(conditionsOf(filter))} ORDER BY s.account_id`;
  const values = valuesOf(wholeOf(filter, today));
  return statement<[TableValues], ChosenFields>(db, sql).all(values);
}

type TableValues = Readonly<Record<string, string | number | null>>;

function valuesOf({ filter, today, choice, ...range }: Omit<TablePage, 'order'>): TableValues {
  const list = (values: readonly string[] | undefined) => JSON.stringify(values ?? []);
  return {
    match: filter.search?.account.match ?? null,
    accountFrom: filter.search?.account.from ?? null,
    accountTo: filter.search?.account.to ?? null,
    clientFrom: filter.search?.client.from ?? null,
    clientTo: filter.search?.client.to ?? null,
    places: list(filter.places),
    consultantIds: list(filter.consultantIds),
    certifiedUntil: filter.certifiedUntil ?? null,
    ...choiceValues(filter.rows),
    ...groupValues(choice),
    today,
    ...rangeValues(range),
  };
}

const whereOf = (conditions: readonly string[]) =>
  conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;

const hits = (range: 'account' | 'client') =>
  `SELECT e.entity_id FROM search_index x CROSS JOIN search_entries e ON e.rowid = x.rowid
    WHERE x.search_index MATCH @match AND x.rowid BETWEEN @${range}From AND @${range}To`;

function conditionsOf(filter: TableFilter): string[] {
  const where = choiceConditions('s.account_id', filter.rows);
  const among = (column: string, name: string) => `+${column} IN (SELECT value FROM json_each(@${name}))`;
  if (filter.search !== undefined)
    where.push(`(+s.account_id IN (${hits('account')}) OR +s.client_id IN (${hits('client')}))`);
  if (filter.places !== undefined) where.push(among('s.place_sort', 'places'));
  if (filter.consultantIds !== undefined) {
    const nobody = filter.consultantIds.includes('nobody') ? 'OR +s.consultant_id IS NULL' : '';
    where.push(`(${among('s.consultant_id', 'consultantIds')} ${nobody})`);
  }
  if (filter.certifiedUntil !== undefined) where.push('+s.certified_sort <= @certifiedUntil');
  if (filter.windowOpen !== undefined) where.push(filter.windowOpen ? isWindowOpen : `NOT ${isWindowOpen}`);
  if (filter.certified !== undefined)
    where.push(`+s.certified_sort ${filter.certified ? '<' : '='} '${noDate}'`);
  if (filter.underWay !== undefined)
    where.push(`+s.open_sort ${filter.underWay ? '<' : '='} ${noneUnderWay}`);
  return where;
}
