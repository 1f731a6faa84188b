import { isClosed } from './application.ts';
import type { Stage } from './application.ts';
import type { CalendarDate } from './calendar-date.ts';
import { compareDates, dateOfInstant } from './calendar-date.ts';
import type { Clock } from './clocks.ts';
import { clocksOf } from './clocks.ts';
import { optionalField } from './optional-field.ts';
import { clockOfStage, isReview } from './order-path.ts';
import { clockRule, platformFee } from './rule-pack-lookup.ts';
import type { ClockId, ClockUnit, RulePack, RuleText } from './rule-pack.ts';
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
  | { readonly id: 'pre_review'; readonly units?: RailUnits; readonly on?: CalendarDate }
  | { readonly id: 'confirmation'; readonly units?: RailUnits; readonly on?: CalendarDate }
  | { readonly id: 'review'; readonly units?: RailUnits; readonly wasReturned: boolean }
  /** `refillNo` 0: never sent back; `max` is absent without a known limit. `since` is the day of the last return. */
  | {
      readonly id: 'refill';
      readonly refillNo: number;
      readonly max?: number;
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

/** One step of the stage rail, with the facts of its one line and the pack's own name for it. */
export type RailStep = RailFacts & {
  readonly state: RailState;
  readonly title?: RuleText;
  /** The step took or takes longer than its time. */
  readonly isLate?: true;
};
export type RailStepId = RailFacts['id'];

/**
 * The steps along the pack's path with their state. Of an open application the steps before the current one are done
 * and those after it are next; of a closed one every step that was reached is done.
 */
export function railSteps(
  progress: ApplicationProgress,
  rules: RulePack,
  calendar: WorkingCalendar,
  nowMs: number,
): RailStep[] {
  const clocks = clocksOf(progress, rules, calendar, nowMs);
  const order = railOrder(rules);
  return order.map((id) => {
    const state = stateOf(id, order, progress);
    return {
      ...factsOf(id, progress, clocks, rules, calendar),
      state,
      ...optionalField('title', titleOf(id, rules)),
      ...(isLate(id, state, clocks, nowMs) && { isLate: true }),
    };
  });
}

/** The time for refills is that of the answers alone: it says nothing of a step that is done. */
function isLate(id: RailStepId, state: RailState, clocks: readonly Clock[], nowMs: number): boolean {
  const clock = clocks.find((candidate) => candidate.id === id);
  if (clock === undefined || (id === 'refill' && state !== 'now')) return false;
  const atMs = clock.endedAtMs ?? nowMs;
  return clock.unit === 'hour'
    ? atMs > clock.legalAtMs
    : compareDates(dateOfInstant(atMs), clock.legalOn) > 0;
}

/** A refill comes after the last look of the reviewers, where there is one. */
function railOrder({ path }: RulePack): RailStepId[] {
  const last = path.findLastIndex(isReview);
  const steps = path.flatMap((stage, index): RailStepId[] =>
    index === last ? [clockOfStage(stage), 'refill'] : [clockOfStage(stage)],
  );
  return ['collecting', 'submitted', ...steps, 'result'];
}

const titleOf = (id: RailStepId, { stages }: RulePack): RuleText | undefined =>
  stages.find(({ stage }) => stepOf(stage) === id)?.title;

function factsOf(
  id: RailStepId,
  progress: ApplicationProgress,
  clocks: readonly Clock[],
  rules: RulePack,
  calendar: WorkingCalendar,
): RailFacts {
  const { openedAtMs, submittedAtMs, authorisedAtMs, paidAtMs, closedAtMs } = progress;
  const returnedOn = dateOrNone(progress.attempts.findLast((attempt) => attempt.returnedAtMs)?.returnedAtMs);
  const on = (atMs: number | undefined) => optionalField('on', dateOrNone(atMs));
  switch (id) {
    case 'collecting': {
      const endedOn = optionalField('endedOn', dateOrNone(submittedAtMs ?? closedAtMs));
      return { id, startedOn: dateOfInstant(openedAtMs), ...endedOn };
    }
    case 'submitted':
      return { id, ...on(submittedAtMs) };
    case 'authorisation':
      return { id, ...unitsOf(id, clocks, rules), ...on(authorisedAtMs) };
    case 'payment': {
      const fee = optionalField('feeFen', feeOf(progress, rules));
      return { id, ...unitsOf(id, clocks, rules), ...fee, ...on(paidAtMs) };
    }
    case 'pre_review':
      return { id, ...unitsOf(id, clocks, rules), ...on(progress.preReviewedAtMs) };
    case 'confirmation':
      return { id, ...unitsOf(id, clocks, rules), ...on(progress.confirmedAtMs) };
    case 'review':
      return { id, ...unitsOf(id, clocks, rules), wasReturned: returnedOn !== undefined };
    case 'refill': {
      const limit = optionalField('max', rules.refills?.max);
      return { id, refillNo: refillsIn(progress), ...limit, ...optionalField('since', returnedOn) };
    }
    case 'result':
      return { id, ...resultFacts(progress, clocks, rules, calendar) };
  }
}

function stateOf(id: RailStepId, order: readonly RailStepId[], progress: ApplicationProgress): RailState {
  const current = stepOf(progress.stage);
  if (current === undefined) return isReached(id, order, progress) ? 'done' : 'next';
  const distance = order.indexOf(id) - order.indexOf(current);
  if (distance === 0) return 'now';
  return distance < 0 ? 'done' : 'next';
}

/** Where a stage stands on the rail of its pack: the index of its step, all of them past once it is closed. */
export function railPlaceOf(stage: Stage, rules: RulePack): { at: number; total: number } {
  const order = railOrder(rules);
  const current = stepOf(stage);
  return { at: current === undefined ? order.length : order.indexOf(current), total: order.length };
}

function stepOf(stage: Stage): RailStepId | undefined {
  return stage === 'collecting' ? 'collecting' : clockOfStage(stage);
}

function isReached(id: RailStepId, order: readonly RailStepId[], progress: ApplicationProgress): boolean {
  const hasFirstLook = order.includes('pre_review');
  switch (id) {
    case 'collecting':
    case 'result':
      return true;
    case 'submitted':
      return progress.submittedAtMs !== undefined;
    case 'authorisation':
      return progress.authorisedAtMs !== undefined;
    case 'pre_review':
      return progress.preReviewedAtMs !== undefined;
    case 'confirmation':
      return progress.confirmedAtMs !== undefined;
    case 'payment':
      return progress.attempts.length > 0;
    case 'review':
      return progress.attempts.length > 0 && (!hasFirstLook || progress.preReviewedAtMs !== undefined);
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
  if (charged !== undefined) return charged ?? undefined;
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

/** An order that ended where it was sent back has not used the refill that was due. */
const refillsIn = (progress: ApplicationProgress): number =>
  isClosed(progress.stage) ? Math.max(0, progress.attempts.length - 1) : refillNo(progress);
