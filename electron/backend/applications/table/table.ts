import type { ApplicationFilter, ApplicationPage } from '#shared/contract/applications.ts';
import type { Backend } from '#backend/backend.ts';
import { cursorOf, pageKeyOf } from '#backend/page-cursor.ts';
import { applicationRowsOf } from '../service.ts';
import { pageFilter } from './filter.ts';
import type { ChosenApplications } from './filter.ts';
import { applicationPlaces, applicationsAmong, applicationTotals } from './queries.ts';
import type { ApplicationOrder } from './queries.ts';

interface ListInput {
  readonly filter: ChosenApplications;
  readonly sort: ApplicationOrder;
  readonly after: string | null;
  readonly skip: number;
  readonly limit: number;
}

/** Applications, a page at a time. Throws AppError NOT_FOUND for a cursor that is not one of ours. */
export function listApplications(backend: Backend, input: ListInput): ApplicationPage {
  const { db } = backend;
  const { sort, after, skip, limit } = input;
  const filter = pageFilter(backend, input.filter);
  const key = after === null ? undefined : pageKeyOf(after);
  const places = applicationPlaces(db, filter, sort, { after: key, skip, limit: limit + 1 });
  const page = places.slice(0, limit);
  const last = page.at(-1);
  const ids = page.map(({ id }) => id);
  const records = new Map(applicationsAmong(db, ids).map((record) => [record.id, record]));
  const totals = applicationTotals(db, filter);
  return {
    rows: applicationRowsOf(
      backend,
      ids.flatMap((id) => records.get(id) ?? []),
    ),
    nextCursor:
      places.length > limit && last !== undefined ? cursorOf({ value: last.sort_value, id: last.id }) : null,
    total: totals.total,
    overdueTotal: totals.overdue,
    hoursTotal: totals.in_hours,
    returnedTotal: totals.returned,
  };
}

/** The number of rows that a filter shows now. */
export const countApplications = (backend: Backend, filter: ApplicationFilter): number =>
  applicationTotals(backend.db, pageFilter(backend, filter)).total;
