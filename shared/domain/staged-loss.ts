import type { CalendarDate } from './calendar-date.ts';
import { addDays, compareDates } from './calendar-date.ts';
import type { ValidityLoss } from './rule-pack.ts';

/** A loss and the first day on which it holds. */
export type DatedLoss = ValidityLoss & { readonly on: CalendarDate };

/** What an account has lost since its certification ended, and what it loses next; both earliest first. */
export type StagedLoss = { readonly held: readonly DatedLoss[]; readonly coming: readonly DatedLoss[] };

/**
 * The losses of a certification that ends on a day, seen from another. Each is dated from the end, so that what is lost
 * at once is lost from the end day on; but that day itself still counts as certified, so that none is held on it.
 */
export function stagedLoss(
  certifiedUntil: CalendarDate,
  losses: readonly ValidityLoss[],
  today: CalendarDate,
): StagedLoss {
  const dated = losses
    .map((loss) => ({ ...loss, on: addDays(certifiedUntil, loss.afterDays) }))
    .sort((a, b) => compareDates(a.on, b.on));
  const isHeld = ({ on }: DatedLoss): boolean =>
    compareDates(certifiedUntil, today) < 0 && compareDates(on, today) <= 0;
  return { held: dated.filter(isHeld), coming: dated.filter((loss) => !isHeld(loss)) };
}
