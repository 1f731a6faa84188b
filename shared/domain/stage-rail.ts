import type { CalendarDate } from './calendar-date.ts';
import { dateOfInstant } from './calendar-date.ts';
import type { Clock } from './clocks.ts';
import { clocksOf } from './clocks.ts';
import { optionalField } from './optional-field.ts';
import { clockRule, platformFee } from './rule-pack-lookup.ts';
import type { ClockId, ClockUnit, RulePack } from './rule-pack.ts';
import type { ApplicationProgress } from './stages.ts';
import { refillNo } from './stages.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export type RailState = 'done' | 'now' | 'next';

/** Units used of a clock, once it has started. */
export type RailUnits = { readonly unit: ClockUnit; readonly total: number; readonly used?: number };

/** The facts of one step's line. */
type RailFacts =
  | { readonly id: 'collecting'; readonly startedOn: CalendarDate; readonly endedOn?: CalendarDate }
  | { readonly id: 'submitted'; readonly on?: CalendarDate }
  | { readonly id: 'authorisation'; readonly units?: RailUnits; readonly on?: CalendarDate }
  /** `feeFen` 0: nothing is charged and the step is passed over. */
  | {
      readonly id: 'payment';
      readonly units?: RailUnits;
      readonly feeFen?: number;
      readonly on?: CalendarDate;
    }
  | { readonly id: 'review'; readonly units?: RailUnits; readonly wasReturned: boolean }
  /** `refillNo` 0: never sent back. `since` is the day of the last return. */
  | {
      readonly id: 'refill';
      readonly refillNo: number;
      readonly max: number;
      readonly since?: CalendarDate;
    }
  | {
      readonly id: 'result';
      readonly outcome?: 'passed' | 'failed' | 'withdrawn';
      readonly closedOn?: CalendarDate;
      /** The latest day of a decision, while one can be foreseen. */
      readonly latestOn?: CalendarDate;
      readonly provisional: boolean;
    };

/** The stage rail: seven steps, each with the facts of its one line. */
export type RailStep = RailFacts & { readonly state: RailState };
export type RailStepId = RailStep['id'];

/**
 * The seven steps with their state. Of an open application the steps before the current one are done and those
 * after it are next; of a closed one every step that was reached is done.
 */
export function railSteps(
  progress: ApplicationProgress,
  rules: RulePack,
  calendar: WorkingCalendar,
  nowMs: number,
): RailStep[] {
  const clocks = clocksOf(progress, rules, calendar, nowMs);
  const since = dateOrNone(progress.attempts.findLast((attempt) => attempt.returnedAtMs)?.returnedAtMs);
  const facts: RailFacts[] = [
    ...stepsToReview(progress, clocks, rules),
    { id: 'review', ...unitsOf('review', clocks, rules), wasReturned: since !== undefined },
    {
      id: 'refill',
      refillNo: refillNo(progress),
      max: rules.refills.max,
      ...optionalField('since', since),
    },
    { id: 'result', ...resultFacts(progress, clocks, rules, calendar) },
  ];
  return facts.map((fact) => ({ ...fact, state: stateOf(fact.id, progress) }));
}

function stepsToReview(
  progress: ApplicationProgress,
  clocks: readonly Clock[],
  rules: RulePack,
): RailFacts[] {
  const { openedAtMs, submittedAtMs, authorisedAtMs, paidAtMs, closedAtMs } = progress;
  return [
    {
      id: 'collecting',
      startedOn: dateOfInstant(openedAtMs),
      ...optionalField('endedOn', dateOrNone(submittedAtMs ?? closedAtMs)),
    },
    { id: 'submitted', ...optionalField('on', dateOrNone(submittedAtMs)) },
    {
      id: 'authorisation',
      ...unitsOf('authorisation', clocks, rules),
      ...optionalField('on', dateOrNone(authorisedAtMs)),
    },
    {
      id: 'payment',
      ...unitsOf('payment', clocks, rules),
      ...optionalField('feeFen', feeOf(progress, rules)),
      ...optionalField('on', dateOrNone(paidAtMs)),
    },
  ];
}

const order: readonly RailStepId[] = [
  'collecting',
  'submitted',
  'authorisation',
  'payment',
  'review',
  'refill',
  'result',
];

function stateOf(id: RailStepId, progress: ApplicationProgress): RailState {
  const current = currentStep(progress);
  if (current === undefined) return isReached(id, progress) ? 'done' : 'next';
  const distance = order.indexOf(id) - order.indexOf(current);
  if (distance === 0) return 'now';
  return distance < 0 ? 'done' : 'next';
}

function currentStep(progress: ApplicationProgress): RailStepId | undefined {
  switch (progress.stage) {
    case 'collecting':
      return 'collecting';
    case 'awaiting_authorisation':
      return 'authorisation';
    case 'awaiting_payment':
      return 'payment';
    case 'in_review':
      return 'review';
    case 'returned':
      return 'refill';
    case 'passed':
    case 'failed':
    case 'withdrawn':
      return undefined;
  }
}

function isReached(id: RailStepId, progress: ApplicationProgress): boolean {
  switch (id) {
    case 'collecting':
    case 'result':
      return true;
    case 'submitted':
      return progress.submittedAtMs !== undefined;
    case 'authorisation':
      return progress.authorisedAtMs !== undefined;
    case 'payment':
    case 'review':
      return progress.attempts.length > 0;
    case 'refill':
      return progress.stage === 'passed' || progress.firstReturnedAtMs !== undefined;
  }
}

function unitsOf(id: ClockId, clocks: readonly Clock[], rules: RulePack): { units?: RailUnits } {
  const rule = clockRule(rules, id);
  if (!rule) return {};
  const clock = clocks.find((candidate) => candidate.id === id);
  return { units: { unit: rule.unit, total: rule.total, ...optionalField('used', clock?.used) } };
}

function feeOf(progress: ApplicationProgress, rules: RulePack): number | undefined {
  const charged = progress.attempts.at(0)?.feeFen;
  if (charged !== undefined) return charged;
  const on = dateOfInstant(progress.authorisedAtMs ?? progress.stageSinceAtMs);
  return platformFee(rules, progress.entityType, on)?.amountFen;
}

function resultFacts(
  progress: ApplicationProgress,
  clocks: readonly Clock[],
  rules: RulePack,
  calendar: WorkingCalendar,
) {
  const { stage } = progress;
  if (stage === 'passed' || stage === 'failed' || stage === 'withdrawn') {
    return {
      outcome: stage,
      ...optionalField('closedOn', dateOrNone(progress.closedAtMs)),
      provisional: false,
    };
  }
  const review = clocks.find((clock) => clock.id === 'review');
  if (stage === 'in_review' && review && review.unit !== 'hour') {
    return { latestOn: review.legalOn, provisional: review.provisional };
  }
  const refill = clocks.find((clock) => clock.id === 'refill');
  const rule = clockRule(rules, 'review');
  if (stage !== 'returned' || !rule || !refill || refill.unit === 'hour') return { provisional: false };
  const { date, provisional } = calendar.addWorkingDays(refill.internalOn, rule.total);
  return { latestOn: date, provisional };
}

const dateOrNone = (atMs: number | undefined): CalendarDate | undefined =>
  atMs === undefined ? undefined : dateOfInstant(atMs);
