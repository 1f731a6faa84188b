import type { CalendarDate } from './calendar-date.ts';
import { addDays } from './calendar-date.ts';
import { reviewOpensAt } from './certification-end.ts';
import { reviewWindowOf } from './day-term.ts';
import type { Provenance, ValidityRule } from './rule-pack.ts';
import { stagedLoss } from './staged-loss.ts';
import type { StagedLoss } from './staged-loss.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** The days of one certified year, from the first request for papers to the last loss after its end. */
export type ReviewPlan = {
  /** From this day on the firm asks for the papers. */
  readonly askOn: CalendarDate;
  /** The platform takes the annual review from this day on, at this moment where the exact end is known. */
  readonly opensOn: CalendarDate;
  readonly opensAtMs: number | null;
  /** By when the firm means to have submitted: a working day. */
  readonly submitOn: CalendarDate;
  /** The last certified day. */
  readonly endsOn: CalendarDate;
  /** A day of the plan rests on a year whose days off are not published yet. */
  readonly provisional: boolean;
  readonly losses: StagedLoss;
  /** On whose word the window and the firm's plan stand. */
  readonly window: Provenance;
  readonly plan: Provenance;
};

/** The plan of the annual review of a certification that ends on a day, seen from another. */
export function reviewPlanOf(
  { endsOn, endsAtMs }: { readonly endsOn: CalendarDate; readonly endsAtMs: number | null },
  validity: ValidityRule,
  calendar: WorkingCalendar,
  today: CalendarDate,
): ReviewPlan {
  const { opensOn, internalOn, provisional } = reviewWindowOf(endsOn, validity, calendar);
  return {
    askOn: addDays(endsOn, -validity.plan.askDaysBefore),
    opensOn,
    opensAtMs: endsAtMs === null ? null : reviewOpensAt(endsAtMs, validity.window.daysBefore),
    submitOn: internalOn,
    endsOn,
    provisional,
    losses: stagedLoss(endsOn, validity.losses, today),
    window: provenanceOf(validity.window),
    plan: provenanceOf(validity.plan),
  };
}

const provenanceOf = ({ tag, source, asOf }: Provenance): Provenance => ({ tag, source, asOf });
