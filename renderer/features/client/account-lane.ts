/** The years of an account: since when it is certified, each renewal, its window, and what an open application would add. */
import type { ClientDetails } from '#shared/contract/clients.ts';
import { addDays, addYears, compareDates } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { validityOf } from '#shared/domain/validity.ts';
import type { LaneProps } from '#renderer/components/lane.tsx';
import { certificationUnderWay } from './account-orders.ts';
import { reviewWindow } from './suggested-application.ts';

type Account = ClientDetails['accounts'][number];

/** A certification holds for a year. */
const termYears = 1;

export function accountLane(
  account: Account,
  details: Pick<ClientDetails, 'applications' | 'obligations'>,
  today: CalendarDate,
): Omit<LaneProps, 'label'> {
  const { certifiedUntilOn: until, certifiedYears } = account;
  const window = reviewWindow(account.id, details);
  const validity = validityOf(until, today);
  return {
    today,
    from: account.certifiedSinceOn ?? firstDay(certifiedYears[0] ?? until),
    until,
    tone: validity.tone,
    // The day on which a year ended is the first of the next.
    renewed: certifiedYears,
    lapsed: validity.state === 'expired',
    ...(window !== undefined && { window }),
    ...(certificationUnderWay(account.id, details) !== undefined && { plan: plannedYear(until, today) }),
  };
}

const firstDay = (end: CalendarDate | null | undefined): CalendarDate | null =>
  end ? addYears(end, -termYears) : null;

function plannedYear(until: CalendarDate | null, today: CalendarDate): [CalendarDate, CalendarDate] {
  const from = until === null || compareDates(until, today) < 0 ? today : addDays(until, 1);
  return [from, addYears(from, termYears)];
}
