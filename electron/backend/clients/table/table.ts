import type { ClientFilter, ClientPage, ClientRow } from '#shared/contract/clients.ts';
import type { ClientGroup, GroupCounts } from '#shared/contract/row-groups.ts';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import type { RowChoice } from '#shared/contract/values.ts';
import { addDays } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { Backend } from '#backend/backend.ts';
import { obligationsById, obligationsOfApplications } from '#backend/obligations/service.ts';
import { countsByGroup, idsOfGroup } from '#backend/group-rows.ts';
import type { OneGroup } from '#backend/group-rows.ts';
import { groupedList, headsOf, readPage } from '#backend/grouped-page.ts';
import { searchCondition } from '#backend/search/service.ts';
import { meantConsultants } from '#backend/settings/service.ts';
import { clientGrouping } from './groups.ts';
import { chosenClients, filteredRows, groupTotals, tablePage, tableTotals, tagsOfChosen } from './queries.ts';
import type { TableOrder } from './order.ts';
import type { ChosenRecord, TableFilter, TableRecord, TableTotals, TagRecord } from './queries.ts';

/** A filter, and of what it holds the rows that are meant. */
export type ChosenClients = ClientFilter & { readonly rows?: RowChoice | undefined };

export interface ClientsInput {
  readonly filter: ChosenClients;
  readonly sort: TableOrder;
  readonly group?: { readonly by: ClientGroup; readonly collapsed: readonly string[] } | undefined;
  readonly after: string | null;
  readonly skip: number;
  readonly limit: number;
}

/** Farther from today no date is looked for: about a lifetime of a company. */
const farthestDays = 40_000;

export function readTable(
  backend: Backend,
  { filter, sort: order, group, ...range }: ClientsInput,
): ClientPage {
  const { db } = backend;
  const wanted = tableFilter(backend, filter);
  const grouping = group && clientGrouping(backend, group.by);
  const list = grouping && groupedList(group, grouping, groupTotals(db, wanted, grouping));
  const page = readPage(list, range, (part, choice) =>
    tablePage(db, { filter: wanted, order, choice, ...part }),
  );
  return {
    rows: rowsOf(backend, page.rows),
    nextCursor: page.nextCursor,
    ...totalsOf(tableTotals(db, wanted)),
    ...headsOf(list, totalsOf),
  };
}

const totalsOf = (totals: TableTotals) => ({
  total: totals.total,
  returnedTotal: totals.returned_total,
  serviceFeeTotalFen: totals.service_fee_total_fen,
});

export function countRows(backend: Backend, filter: ClientFilter): number {
  return tableTotals(backend.db, tableFilter(backend, filter)).total;
}

/** What is written of many clients at a time, as it stands, with the tags of each. */
export function readChosen(
  backend: Backend,
  chosen: ChosenClients,
): { readonly clients: readonly ChosenRecord[]; readonly tags: readonly TagRecord[] } {
  const wanted = tableFilter(backend, chosen);
  return { clients: chosenClients(backend.db, wanted), tags: tagsOfChosen(backend.db, wanted) };
}

function tableFilter(
  backend: Backend,
  { text, certifiedWithinDays: days, ...same }: ChosenClients,
): TableFilter {
  return {
    ...same,
    consultantIds: meantConsultants(backend.db, same.consultantIds),
    search: text === undefined ? undefined : searchCondition('client', text),
    certifiedUntil:
      days === undefined
        ? undefined
        : addDays(backend.clock.today(), Math.max(-farthestDays, Math.min(days, farthestDays))),
  };
}

function rowsOf(backend: Backend, records: readonly TableRecord[]): ClientRow[] {
  const nextIds = records.flatMap((record) => record.next_obligation_id ?? []);
  const next = new Map(obligationsById(backend, nextIds).map((obligation) => [obligation.id, obligation]));
  const refills = refillsOf(backend, records);
  return records.map((record) => ({
    id: record.id,
    name: record.name,
    entityType: record.entity_type,
    creditCode: record.credit_code,
    legalRepresentative: record.legal_representative,
    address: record.address,
    establishedOn: record.established_on as CalendarDate | null,
    licenceUntil: record.licence_forever === 1 ? 'forever' : (record.licence_until_on as CalendarDate | null),
    consultantId: record.consultant_id,
    consultantName: record.consultant_name,
    serviceStatus: record.service_status,
    serviceSinceOn: record.service_since_on as CalendarDate | null,
    remark: record.remark,
    accountCount: record.account_count,
    certifiedUntil: record.certified_until_on as CalendarDate | null,
    paperCount: record.paper_count,
    missingCount: record.missing_count,
    openApplicationCount: record.open_application_count,
    returned:
      record.returned_application_id === null
        ? null
        : {
            applicationId: record.returned_application_id,
            refillNo: record.returned_refill_no,
            refillMax: refills.get(record.returned_application_id)?.refillMax ?? null,
            blockerCount: refills.get(record.returned_application_id)?.blockerCount ?? null,
            legalOn: refills.get(record.returned_application_id)?.legalOn ?? null,
          },
    next: record.next_obligation_id === null ? null : (next.get(record.next_obligation_id) ?? null),
    serviceFeeFen: record.service_fee_fen,
    owedFen: record.owed_fen,
  }));
}

/** The duty to answer the return, by application. */
function refillsOf(backend: Backend, records: readonly TableRecord[]): Map<string | null, ObligationRow> {
  const ids = records.flatMap((record) => record.returned_application_id ?? []);
  const refills = obligationsOfApplications(backend, ids).filter(({ kind }) => kind === 'clock_refill');
  return new Map(refills.map((refill) => [refill.applicationId, refill]));
}

/** How many of the clients that are meant each group has. */
export const countClientsByGroup = (backend: Backend, filter: ChosenClients, by: ClientGroup): GroupCounts =>
  countsByGroup(backend.db, filteredRows(tableFilter(backend, filter)), clientGrouping(backend, by));

/** The ids of all rows of one group, in no order. */
export function idsOfClientGroup(
  backend: Backend,
  { filter, by, key }: OneGroup<ClientFilter, ClientGroup>,
): { ids: string[] } {
  const grouping = clientGrouping(backend, by);
  return { ids: idsOfGroup(backend.db, filteredRows(tableFilter(backend, filter)), { grouping, key }) };
}
