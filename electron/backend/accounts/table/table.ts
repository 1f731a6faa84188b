import type { AccountFilter, AccountPage, AccountRow } from '#shared/contract/account-pages.ts';
import type { AccountGroup, GroupCounts } from '#shared/contract/row-groups.ts';
import type { RowChoice } from '#shared/contract/values.ts';
import { addDays } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { accountKinds, placeOrder, platforms } from '#shared/domain/platform.ts';
import type { AccountKind, Platform } from '#shared/domain/platform.ts';
import type { Backend } from '#backend/backend.ts';
import { countsByGroup, idsOfGroup } from '#backend/group-rows.ts';
import type { OneGroup } from '#backend/group-rows.ts';
import { groupedList, headsOf, readPage } from '#backend/grouped-page.ts';
import { searchCondition } from '#backend/search/service.ts';
import { meantConsultants } from '#backend/settings/service.ts';
import { noDate } from '#backend/summaries/name-order.ts';
import { accountGrouping } from './groups.ts';
import type { TableOrder } from './order.ts';
import {
  chosenAccounts,
  fieldsOfChosen,
  filteredRows,
  groupTotals,
  ordersOfChosen,
  tablePlaces,
  tableRecords,
  tableTotals,
} from './queries.ts';
import type { ChosenFields, ChosenRecord, TableFilter, TableRecord, TableTotals } from './queries.ts';

/** A filter, and of what it holds the rows that are meant. */
export type ChosenAccounts = AccountFilter & { readonly rows?: RowChoice | undefined };

interface AccountsInput {
  readonly filter: ChosenAccounts;
  readonly sort: TableOrder;
  readonly group?: { readonly by: AccountGroup; readonly collapsed: readonly string[] } | undefined;
  readonly after: string | null;
  readonly skip: number;
  readonly limit: number;
}

/** Farther from today no date is looked for: about a lifetime of a company. */
const farthestDays = 40_000;

/** Accounts of all clients, a page at a time. Throws AppError NOT_FOUND for a cursor that is not one of ours. */
export function listAccounts(backend: Backend, input: AccountsInput): AccountPage {
  const { db } = backend;
  const { sort: order, group } = input;
  const filter = tableFilter(backend, input.filter);
  const today = backend.clock.today();
  const grouping = group && accountGrouping(backend, group.by);
  const list = grouping && groupedList(group, grouping, groupTotals(db, filter, today, grouping));
  const page = readPage(list, input, (part, choice) =>
    tablePlaces(db, { filter, order, today, choice, ...part }),
  );
  const ids = page.rows.map(({ id }) => id);
  const records = new Map(tableRecords(db, ids).map((record) => [record.id, record]));
  return {
    rows: ids.flatMap((id) => {
      const record = records.get(id);
      return record === undefined ? [] : [rowOf(record)];
    }),
    nextCursor: page.nextCursor,
    ...totalsOf(tableTotals(db, filter, today)),
    ...headsOf(list, totalsOf),
  };
}

const totalsOf = (totals: TableTotals) => ({
  total: totals.total,
  expiredTotal: totals.expired,
  windowOpenTotal: totals.window_open,
  uncertifiedTotal: totals.uncertified,
});

/** The number of rows that a filter shows today. */
export const countAccounts = (backend: Backend, filter: AccountFilter): number =>
  tableTotals(backend.db, tableFilter(backend, filter), backend.clock.today()).total;

/** The accounts that are meant, with what is under way of each. */
export function readChosen(backend: Backend, chosen: ChosenAccounts): ChosenRecord[] {
  return chosenAccounts(backend.db, tableFilter(backend, chosen), backend.clock.today());
}

/** The applications under way of the accounts that are meant, client by client. */
export function readOrders(backend: Backend, chosen: ChosenAccounts): string[] {
  return ordersOfChosen(backend.db, tableFilter(backend, chosen), backend.clock.today());
}

/** The same accounts with what is written of many accounts at a time, as it stands. */
export function readChosenFields(backend: Backend, chosen: ChosenAccounts): ChosenFields[] {
  return fieldsOfChosen(backend.db, tableFilter(backend, chosen), backend.clock.today());
}

function tableFilter(
  backend: Backend,
  { text, platforms: on, kinds, certifiedWithinDays: days, ...same }: ChosenAccounts,
): TableFilter {
  const account = text === undefined ? undefined : searchCondition('account', text);
  const client = text === undefined ? undefined : searchCondition('client', text);
  return {
    ...same,
    consultantIds: meantConsultants(backend.db, same.consultantIds),
    places: on === undefined && kinds === undefined ? undefined : placesOf(on, kinds),
    search: account && client && { account, client },
    certifiedUntil:
      days === undefined
        ? undefined
        : addDays(backend.clock.today(), Math.max(-farthestDays, Math.min(days, farthestDays))),
  };
}

const placesOf = (
  on: readonly Platform[] = platforms,
  kinds: readonly AccountKind[] = accountKinds,
): string[] => on.flatMap((platform) => kinds.map((kind) => placeOrder({ platform, kind })));

const rowOf = (record: TableRecord): AccountRow => ({
  id: record.id,
  clientId: record.client_id,
  clientName: record.client_name,
  consultantName: record.consultant_name,
  platform: record.platform,
  kind: record.kind,
  name: record.name,
  appId: record.app_id,
  originalId: record.original_id,
  filingNumber: record.filing_number,
  filedOn: record.filed_on as CalendarDate | null,
  certifiedSinceOn: record.certified_since_on as CalendarDate | null,
  remark: record.remark,
  certifiedUntilOn: record.certified_until_on as CalendarDate | null,
  certifiedUntilAtMs: record.certified_until_at_ms,
  reviewOpensOn: record.opens_sort === noDate ? null : (record.opens_sort as CalendarDate),
  application: applicationOf(record),
});

function applicationOf(record: TableRecord): AccountRow['application'] {
  const { application_id: id, application_number: number, application_kind: kind, stage, returns } = record;
  if (id === null || number === null || kind === null || stage === null) return null;
  return { id, number, kind, stage, refillNo: stage === 'returned' ? returns : null };
}

/** How many of the accounts that are meant each group has. */
export const countAccountsByGroup = (
  backend: Backend,
  filter: ChosenAccounts,
  by: AccountGroup,
): GroupCounts =>
  countsByGroup(
    backend.db,
    filteredRows(tableFilter(backend, filter), backend.clock.today()),
    accountGrouping(backend, by),
  );

/** The ids of all rows of one group, in no order. */
export function idsOfAccountGroup(
  backend: Backend,
  { filter, by, key }: OneGroup<AccountFilter, AccountGroup>,
): { ids: string[] } {
  const grouping = accountGrouping(backend, by);
  return {
    ids: idsOfGroup(backend.db, filteredRows(tableFilter(backend, filter), backend.clock.today()), {
      grouping,
      key,
    }),
  };
}
