import type { ApplicationFilter, ApplicationPage } from '#shared/contract/application-pages.ts';
import type { ApplicationGroup, GroupCounts } from '#shared/contract/row-groups.ts';
import type { Backend } from '#backend/backend.ts';
import { countsByGroup, idsOfGroup } from '#backend/group-rows.ts';
import type { OneGroup } from '#backend/group-rows.ts';
import { groupedList, headsOf, readPage } from '#backend/grouped-page.ts';
import { applicationRowsOf } from '../service.ts';
import { filteredRows } from './conditions.ts';
import { pageFilter } from './filter.ts';
import type { ChosenApplications } from './filter.ts';
import { applicationGrouping } from './groups.ts';
import type { TableOrder } from './order.ts';
import { applicationPlaces, applicationsAmong, applicationTotals, groupTotals } from './queries.ts';
import type { ApplicationTotals } from './queries.ts';

interface ListInput {
  readonly filter: ChosenApplications;
  readonly sort: TableOrder;
  readonly group?: { readonly by: ApplicationGroup; readonly collapsed: readonly string[] } | undefined;
  readonly after: string | null;
  readonly skip: number;
  readonly limit: number;
}

/** Applications, a page at a time. Throws AppError NOT_FOUND for a cursor that is not one of ours. */
export function listApplications(backend: Backend, input: ListInput): ApplicationPage {
  const { db } = backend;
  const { sort: order, group } = input;
  const filter = pageFilter(backend, input.filter);
  const grouping = group && applicationGrouping(db, group.by);
  const list = grouping && groupedList(group, grouping, groupTotals(db, filter, grouping));
  const page = readPage(list, input, (part, choice) =>
    applicationPlaces(db, { filter, order, choice }, part),
  );
  const ids = page.rows.map(({ id }) => id);
  const records = new Map(applicationsAmong(db, ids).map((record) => [record.id, record]));
  return {
    rows: applicationRowsOf(
      backend,
      ids.flatMap((id) => records.get(id) ?? []),
    ),
    nextCursor: page.nextCursor,
    ...totalsOf(applicationTotals(db, filter)),
    ...headsOf(list, totalsOf),
  };
}

const totalsOf = (totals: ApplicationTotals) => ({
  total: totals.total,
  overdueTotal: totals.overdue,
  hoursTotal: totals.in_hours,
  returnedTotal: totals.returned,
});

/** The number of rows that a filter shows now. */
export const countApplications = (backend: Backend, filter: ApplicationFilter): number =>
  applicationTotals(backend.db, pageFilter(backend, filter)).total;

/** How many of the applications that are meant each group has. */
export const countApplicationsByGroup = (
  backend: Backend,
  filter: ChosenApplications,
  by: ApplicationGroup,
): GroupCounts =>
  countsByGroup(backend.db, filteredRows(pageFilter(backend, filter)), applicationGrouping(backend.db, by));

/** The ids of all rows of one group, in no order. */
export function idsOfApplicationGroup(
  backend: Backend,
  { filter, by, key }: OneGroup<ApplicationFilter, ApplicationGroup>,
): { ids: string[] } {
  const grouping = applicationGrouping(backend.db, by);
  return { ids: idsOfGroup(backend.db, filteredRows(pageFilter(backend, filter)), { grouping, key }) };
}
