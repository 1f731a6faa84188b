import type { ApplicationKind } from './application.ts';
import type { CalendarDate } from './calendar-date.ts';
import { compareDates, dateOfInstant, daysBetween } from './calendar-date.ts';
import type { Clock } from './clocks.ts';
import { publishedEndOf } from './clocks.ts';
import { reviewOpensOn } from './day-term.ts';
import type { ClockId, ValidityRule } from './rule-pack.ts';
import { proposedCertificationEnd } from './rule-pack-lookup.ts';
import type { ApplicationAction } from './stages.ts';

/**
 * Why a step, though it may have happened, is asked about twice before it is recorded: it came after the end of the
 * clock that it stops, before its review could be handed in, with papers missing or findings that hold it back, or
 * with an end of the certification far from the one by the rules.
 */
export const stepDoubts = ['after_end', 'before_window', 'held_back', 'unusual_end'] as const;
export type StepDoubt = (typeof stepDoubts)[number];

export interface DoubtFacts {
  readonly kind: ApplicationKind;
  readonly running: Clock | undefined;
  readonly validity: ValidityRule | null;
  /** When the certification ends that an annual review is about. */
  readonly certifiedUntil: CalendarDate | null;
  /** Required items that are open, and findings that hold a submission back. */
  readonly heldBackBy: number;
}

/** An annual review may add its year to the former end; farther from the rules than this an end is asked about. */
const usualDays = 100;

/** What is doubtful about a step, in the order of `stepDoubts`; a fact is recorded nevertheless. */
export function stepDoubtsOf(action: ApplicationAction, facts: DoubtFacts): StepDoubt[] {
  return stepDoubts.filter((doubt) => isDoubtful(doubt, action, facts));
}

function isDoubtful(doubt: StepDoubt, action: ApplicationAction, facts: DoubtFacts): boolean {
  switch (doubt) {
    case 'after_end':
      return facts.running?.id === clockStoppedBy(action.kind) && isOver(facts.running, action.atMs);
    case 'before_window':
      return action.kind === 'submit' && isBeforeWindow(action.atMs, facts);
    case 'held_back':
      return (action.kind === 'submit' || action.kind === 'resubmit') && facts.heldBackBy > 0;
    case 'unusual_end':
      return action.kind === 'pass' && isUnusualEnd(action, facts);
  }
}

/** The clock whose end costs the order, by what stops it in time. */
function clockStoppedBy(kind: ApplicationAction['kind']): ClockId | null {
  switch (kind) {
    case 'authorise':
      return 'authorisation';
    case 'pay':
      return 'payment';
    case 'confirm':
      return 'confirmation';
    case 'resubmit':
      return 'refill';
    case 'submit':
    case 'authorisation_lapsed':
    case 'payment_lapsed':
    case 'pre_approve':
    case 'confirmation_lapsed':
    case 'return':
    case 'pass':
    case 'fail':
    case 'withdraw':
      return null;
  }
}

/** Whether a clock has an end that costs something, and the moment lies behind it; the platform's own where the firm has moved it. */
export function isOver(clock: Clock, atMs: number): boolean {
  if (clock.onExpiry === 'none') return false;
  if (clock.unit === 'hour') return atMs > clock.legalAtMs;
  return compareDates(dateOfInstant(atMs), publishedEndOf(clock) ?? clock.legalOn) > 0;
}

function isBeforeWindow(atMs: number, { kind, validity, certifiedUntil }: DoubtFacts): boolean {
  if (kind !== 'annual_review' || validity === null || certifiedUntil === null) return false;
  return compareDates(dateOfInstant(atMs), reviewOpensOn(certifiedUntil, validity)) < 0;
}

type Pass = Extract<ApplicationAction, { kind: 'pass' }>;

function isUnusualEnd({ atMs, certifiedUntil }: Pass, { validity }: DoubtFacts): boolean {
  if (validity === null || certifiedUntil === undefined) return false;
  return isFarFromRules(certifiedUntil, proposedCertificationEnd(validity, dateOfInstant(atMs)));
}

/** Whether the end of a certification lies far from the one that the rules propose. */
export const isFarFromRules = (end: CalendarDate, proposed: CalendarDate): boolean =>
  Math.abs(daysBetween(end, proposed)) > usualDays;
