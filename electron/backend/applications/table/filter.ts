import type { ApplicationFilter } from '#shared/contract/application-pages.ts';
import type { RowChoice } from '#shared/contract/values.ts';
import { applicationKinds, isClosed, stages } from '#shared/domain/application.ts';
import { addDays } from '#shared/domain/calendar-date.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { Backend } from '#backend/backend.ts';
import { searchCondition } from '#backend/search/service.ts';
import { meantConsultants } from '#backend/settings/service.ts';
import type { ApplicationPageFilter, Moment } from './queries.ts';

/** A filter of the list, and of what it holds the rows that are meant. */
export type ChosenApplications = ApplicationFilter & { readonly rows?: RowChoice | undefined };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Farther from today no date is looked for: about a lifetime of a company. */
const farthestDays = 40_000;
const within = (n: number, farthest: number): number => Math.max(-farthest, Math.min(n, farthest));

/** Today and the minute that is now, so that sums over a filter can be kept for as long. */
export const momentOf = ({ clock }: Pick<Backend, 'clock'>): Moment => ({
  today: clock.today(),
  nowMs: Math.floor(clock.nowMs() / minuteMs) * minuteMs,
});

/** The filter in the form in which SQL takes it: relative dates as of the moment, words as places in their lists. */
export function pageFilter(
  backend: Pick<Backend, 'clock' | 'db'>,
  {
    text,
    stages: at,
    open,
    platforms: on,
    kinds,
    dueWithinDays,
    dueWithinHours,
    ...same
  }: ChosenApplications,
): ApplicationPageFilter {
  const moment = momentOf(backend);
  const own = text === undefined ? undefined : searchCondition('application', text);
  const client = text === undefined ? undefined : searchCondition('client', text);
  return {
    ...same,
    moment,
    consultantIds: meantConsultants(backend.db, same.consultantIds),
    search: own && client && { own, client },
    stages: at === undefined && open === undefined ? undefined : placesIn(stages, standsAt(at, open)),
    platforms: on && placesIn(platforms, on),
    kinds: kinds && placesIn(applicationKinds, kinds),
    dueUntil:
      dueWithinDays === undefined ? undefined : addDays(moment.today, within(dueWithinDays, farthestDays)),
    hourUntilMs:
      dueWithinHours === undefined
        ? undefined
        : moment.nowMs + within(dueWithinHours, farthestDays * 24) * hourMs,
  };
}

const standsAt = (at: ApplicationFilter['stages'], open: boolean | undefined) =>
  (at ?? stages).filter((stage) => open === undefined || isClosed(stage) !== open);

const placesIn = <Value>(all: readonly Value[], some: readonly Value[]): number[] =>
  some.map((one) => all.indexOf(one));
