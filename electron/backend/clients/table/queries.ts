import type { ClientRow, ClientFields } from '#shared/contract/clients.ts';
import type { RowChoice } from '#shared/contract/values.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
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
import { blanks, sortColumns } from './order.ts';
import type { TableOrder } from './order.ts';

interface TableFacts {
  readonly id: string;
  readonly name: string;
  readonly entity_type: EntityType;
  readonly credit_code: string | null;
  readonly legal_representative: string | null;
  readonly address: string | null;
  readonly established_on: string | null;
  readonly licence_until_on: string | null;
  readonly licence_forever: number;
  readonly consultant_id: string | null;
  readonly consultant_name: string | null;
  readonly service_status: ClientFields['serviceStatus'];
  readonly service_since_on: string | null;
  readonly remark: string | null;
  readonly account_count: number;
  readonly certified_until_on: string | null;
  readonly paper_count: number;
  readonly missing_count: number;
  readonly open_application_count: number;
  readonly returned_application_id: string | null;
  readonly returned_refill_no: number;
  readonly next_obligation_id: string | null;
  readonly service_fee_fen: number | null;
  readonly owed_fen: ClientRow['owedFen'];
}

interface TablePlace {
  readonly id: string;
  readonly sort_value: string | number;
  readonly group_value: string | number;
}

export type TableRecord = TableFacts & TablePlace;

/** A filter in the form in which SQL takes it: days turned into dates, words into ids. */
export interface TableFilter {
  readonly search?: SearchCondition | undefined;
  readonly entityTypes?: readonly string[] | undefined;
  readonly consultantIds?: readonly string[] | undefined;
  readonly serviceStatuses?: readonly string[] | undefined;
  readonly tag?: string | undefined;
  readonly certifiedUntil?: string | undefined;
  readonly papersMissing?: boolean | undefined;
  readonly returned?: boolean | undefined;
  readonly owing?: boolean | undefined;
  readonly rows?: RowChoice | undefined;
}

export interface TablePage extends RowRange {
  readonly filter: TableFilter;
  readonly order: TableOrder;
  /** Of the filter's rows those of some groups alone. */
  readonly choice?: GroupChoice | undefined;
}

export interface TableTotals {
  readonly total: number;
  readonly returned_total: number;
  readonly service_fee_total_fen: number;
}

const returnedAttempts = `SELECT count(*) FROM attempts t
  WHERE t.application_id = s.returned_application_id AND t.returned_at_ms IS NOT NULL AND t.deleted_at_ms IS NULL`;
const columns = `s.client_id AS id, c.name, c.entity_type, c.credit_code, c.legal_representative, c.address, c.established_on,
  c.licence_until_on, c.licence_forever, c.consultant_id, k.name AS consultant_name, c.service_status, c.service_since_on, c.remark,
  s.account_count, s.certified_until_on, s.paper_count, s.missing_count, s.open_application_count, s.returned_application_id,
  (${returnedAttempts}) AS returned_refill_no, s.next_obligation_id, c.service_fee_fen, s.owed_fen`;

/** One page in the order of the sort key, then of the ids, beginning `skip` rows behind `after`. */
export function tablePage(db: Db, page: TablePage): TableRecord[] {
  const places = tablePlaces(db, page);
  const sql = `SELECT ${columns} FROM json_each(?) AS wanted CROSS JOIN client_summaries s ON s.client_id = wanted.value
    CROSS JOIN clients c ON c.id = s.client_id LEFT JOIN consultants k ON k.id = c.consultant_id`;
  const ids = JSON.stringify(places.map(({ id }) => id));
  const facts = new Map(
    statement<[string], TableFacts>(db, sql)
      .all(ids)
      .map((record) => [record.id, record]),
  );
  return places.flatMap((place) => {
    const record = facts.get(place.id);
    return record === undefined ? [] : [{ ...record, ...place }];
  });
}

/**
 * By what has an index the statement walks the summaries in the order of the sort key and ends with the page: hence the
 * fixed order of the joins, and the unary plus that keeps the filters from choosing another index. By everything else
 * the keys alone are put in order, of which only the best are kept.
 */
function tablePlaces(db: Db, page: TablePage): TablePlace[] {
  const { filter, order, choice } = page;
  const key = sortColumns[order.key];
  const chosen = [...conditionsOf(filter), ...(choice === undefined ? [] : [groupCondition(choice)])];
  const source = 'client_summaries s CROSS JOIN clients c ON c.id = s.client_id';
  return rowsBlanksLast({
    ...{ key, id: 's.client_id', descending: order.descending, blank: blanks[order.key], range: page },
    read(range, { conditions, ordered }) {
      const sql = `SELECT s.client_id AS id, ${key} AS sort_value, ${choice?.grouping.sql ?? 0} AS group_value
        FROM ${source} ${whereOf([...chosen, ...conditions])} ${ordered}`;
      return statement<[TableValues], TablePlace>(db, sql).all(valuesOf({ ...page, ...range }));
    },
    count(conditions) {
      const sql = `SELECT count(*) AS n FROM ${source} ${whereOf([...chosen, ...conditions])}`;
      return statement<[TableValues], { n: number }>(db, sql).get(valuesOf(page))?.n ?? 0;
    },
  });
}

const totals = `count(*) AS total, count(s.returned_application_id) AS returned_total,
  coalesce(sum(c.service_fee_fen), 0) AS service_fee_total_fen`;

/** Sums over the whole filter; kept until something is written, since every page of a list asks for them again. */
export function tableTotals(db: Db, filter: TableFilter): TableTotals {
  const sql = `SELECT ${totals}
    FROM client_summaries s CROSS JOIN clients c ON c.id = s.client_id ${whereOf(conditionsOf(filter))}`;
  const values = valuesOf(wholeOf(filter));
  const none = { total: 0, returned_total: 0, service_fee_total_fen: 0 };
  return keptUntilWritten<TableValues, TableTotals>(db, sql, values) ?? none;
}

export interface GroupTotals extends TableTotals, GroupRecord {}

/** The same for each group of it. */
export function groupTotals(db: Db, filter: TableFilter, grouping: Grouping): readonly GroupTotals[] {
  const sql = `SELECT ${grouping.sql} AS group_value, ${totals}
    FROM client_summaries s CROSS JOIN clients c ON c.id = s.client_id ${whereOf(conditionsOf(filter))}
    GROUP BY group_value`;
  const values = { ...valuesOf(wholeOf(filter)), ...grouping.values };
  return allKeptUntilWritten<TableValues, GroupTotals>(db, sql, values);
}

export interface ChosenRecord {
  readonly id: string;
  readonly consultant_id: string | null;
  readonly service_status: ClientFields['serviceStatus'];
  readonly service_since_on: string | null;
  readonly service_fee_fen: number | null;
  readonly standing: ClientFields['standing'];
  readonly standing_checked_on: string | null;
  readonly annual_report_year: number | null;
}

/** All that a filter holds, with what is written of many at a time, in the order of the ids. */
export function chosenClients(db: Db, filter: TableFilter): ChosenRecord[] {
  const sql = `SELECT s.client_id AS id, c.consultant_id, c.service_status, c.service_since_on, c.service_fee_fen, c.standing,
      c.standing_checked_on, c.annual_report_year
    FROM client_summaries s CROSS JOIN clients c ON c.id = s.client_id ${whereOf(conditionsOf(filter))} ORDER BY s.client_id`;
  return statement<[TableValues], ChosenRecord>(db, sql).all(valuesOf(wholeOf(filter)));
}

export interface TagRecord {
  readonly client_id: string;
  readonly name: string;
}

/** The tags of all that a filter holds. */
export function tagsOfChosen(db: Db, filter: TableFilter): TagRecord[] {
  const sql = `SELECT l.client_id, t.name FROM client_tags l CROSS JOIN tags t ON t.id = l.tag_id
    WHERE l.deleted_at_ms IS NULL AND t.deleted_at_ms IS NULL AND l.client_id IN (SELECT s.client_id
      FROM client_summaries s CROSS JOIN clients c ON c.id = s.client_id ${whereOf(conditionsOf(filter))})
    ORDER BY t.name, l.client_id`;
  return statement<[TableValues], TagRecord>(db, sql).all(valuesOf(wholeOf(filter)));
}

/** All that a filter holds. */
export const filteredRows = (filter: TableFilter): FilteredRows => ({
  id: 's.client_id',
  from: 'client_summaries s CROSS JOIN clients c ON c.id = s.client_id',
  where: conditionsOf(filter),
  values: valuesOf(wholeOf(filter)),
});

const wholeOf = (filter: TableFilter) => ({ filter, after: undefined, skip: 0, limit: 0 });

type TableValues = Readonly<Record<string, string | number | null>>;

function valuesOf({ filter, choice, ...range }: Omit<TablePage, 'order'>): TableValues {
  const list = (values: readonly string[] | undefined) => JSON.stringify(values ?? []);
  return {
    match: filter.search?.match ?? null,
    keyFrom: filter.search?.from ?? null,
    keyTo: filter.search?.to ?? null,
    entityTypes: list(filter.entityTypes),
    consultantIds: list(filter.consultantIds),
    serviceStatuses: list(filter.serviceStatuses),
    tag: filter.tag ?? null,
    certifiedUntil: filter.certifiedUntil ?? null,
    ...choiceValues(filter.rows),
    ...groupValues(choice),
    ...rangeValues(range),
  };
}

const whereOf = (conditions: readonly string[]) =>
  conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;

function conditionsOf(filter: TableFilter): string[] {
  const where = choiceConditions('s.client_id', filter.rows);
  const among = (column: string, name: string) => `${column} IN (SELECT value FROM json_each(@${name}))`;
  if (filter.search !== undefined) {
    where.push(`+s.client_id IN (SELECT e.entity_id FROM search_index x CROSS JOIN search_entries e ON e.rowid = x.rowid
      WHERE x.search_index MATCH @match AND x.rowid BETWEEN @keyFrom AND @keyTo)`);
  }
  if (filter.entityTypes !== undefined) where.push(among('c.entity_type', 'entityTypes'));
  if (filter.consultantIds !== undefined) {
    const nobody = filter.consultantIds.includes('nobody') ? 'OR c.consultant_id IS NULL' : '';
    where.push(`(${among('c.consultant_id', 'consultantIds')} ${nobody})`);
  }
  if (filter.serviceStatuses !== undefined) where.push(among('c.service_status', 'serviceStatuses'));
  if (filter.tag !== undefined) {
    where.push(`+s.client_id IN (SELECT l.client_id FROM tags t JOIN client_tags l ON l.tag_id = t.id
      WHERE t.name = @tag AND t.deleted_at_ms IS NULL AND l.deleted_at_ms IS NULL)`);
  }
  if (filter.certifiedUntil !== undefined) where.push('+s.certified_until_on <= @certifiedUntil');
  if (filter.papersMissing !== undefined)
    where.push(filter.papersMissing ? '+s.missing_count > 0' : '+s.missing_count = 0');
  if (filter.returned !== undefined) {
    where.push(`s.returned_application_id IS ${filter.returned ? 'NOT NULL' : 'NULL'}`);
  }
  if (filter.owing !== undefined) where.push(filter.owing ? '+s.owed_fen > 0' : '+s.owed_fen <= 0');
  return where;
}
