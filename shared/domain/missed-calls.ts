import type { CalendarDate } from './calendar-date.ts';
import { dateOfInstant } from './calendar-date.ts';
import type { ReviewerCall } from './rule-pack.ts';

export const callOutcomes = ['answered', 'missed'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** One call of the platform's reviewer, as it was noted. */
export type LoggedCall = { readonly atMs: number; readonly outcome: CallOutcome };

/** One return of the order; one that was kept without its moment matches no call. */
export type CallReturn = { readonly reasonCode?: string | null; readonly returnedAtMs?: number | null };

/** What was noted of the reviewer's calls: the log, and the order's returns, the oldest first. */
export type CallRecord = {
  readonly calls: readonly LoggedCall[];
  readonly returns: readonly CallReturn[];
};

/**
 * How many of the reviewer's calls were missed, of how many that end the order. A missed call is noted in the log, or
 * as a return with the reason that the pack names for it. Such a return and a missed call of the log that came since
 * the return before it, up to the day of the return, are the same call.
 */
export function missedCalls(
  record: CallRecord,
  { reasonCode, missedCallsToFail }: ReviewerCall,
): { readonly missed: number; readonly toFail: number } {
  const logged = missedDays(record.calls);
  const unlogged = unloggedReturns(record.returns, logged, reasonCode);
  return { missed: logged.length + unlogged, toFail: missedCallsToFail };
}

/** Whether so many calls were missed that the order ends by the rules. */
export function areCallsSpent(record: CallRecord, rule: ReviewerCall): boolean {
  const { missed, toFail } = missedCalls(record, rule);
  return missed >= toFail;
}

/** The record as it stood at the end of a day. */
export function callRecordUntil({ calls, returns }: CallRecord, day: CalendarDate): CallRecord {
  return {
    calls: calls.filter(({ atMs }) => dateOfInstant(atMs) <= day),
    returns: returns.filter(({ returnedAtMs }) => !returnedAtMs || dateOfInstant(returnedAtMs) <= day),
  };
}

const missedDays = (calls: readonly LoggedCall[]): CalendarDate[] =>
  calls
    .filter(({ outcome }) => outcome === 'missed')
    .map(({ atMs }) => dateOfInstant(atMs))
    .sort();

/** Returns for a missed call that no call of the log stands for; each call stands for one return at most. */
function unloggedReturns(
  returns: readonly CallReturn[],
  logged: readonly CalendarDate[],
  reasonCode: string | undefined,
): number {
  if (reasonCode === undefined) return 0;
  const free = [...logged];
  let since: CalendarDate | undefined;
  let unlogged = 0;
  for (const one of returns) {
    const day = one.returnedAtMs ? dateOfInstant(one.returnedAtMs) : undefined;
    if (one.reasonCode === reasonCode) {
      const at = day === undefined ? -1 : free.findIndex((call) => call <= day && call >= (since ?? call));
      if (at < 0) unlogged += 1;
      else free.splice(at, 1);
    }
    since = day ?? since;
  }
  return unlogged;
}
