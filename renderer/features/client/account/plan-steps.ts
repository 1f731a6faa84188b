/** The plan of an account's annual review as steps on a rail, and where it stands today. */
import { compareDates, daysBetween } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { ReviewPlan } from '#shared/domain/review-plan.ts';
import type { DatedLoss } from '#shared/domain/staged-loss.ts';

export interface PlanStep {
  readonly id: 'ask' | 'opens' | 'submit' | 'end' | 'loss';
  readonly on: CalendarDate;
  readonly state: 'done' | 'now' | 'next';
  /** Of the planned submission: so many days have gone by without it; else 0. */
  readonly lateDays: number;
  /** What stops working from then on. */
  readonly losses: readonly DatedLoss[];
}

type Step = Pick<PlanStep, 'id' | 'on' | 'losses'>;

/**
 * The steps in the order of their days. The last one that was reached is the present one, unless the review was handed
 * in already: then all before the end are done.
 */
export function planSteps(plan: ReviewPlan, isHandedIn: boolean, today: CalendarDate): readonly PlanStep[] {
  const steps = stepsOf(plan);
  const reached = steps.filter((step) => isReached(step, today)).length;
  const isOver = compareDates(plan.endsOn, today) < 0;
  const isSubmitted = isHandedIn && !isOver;
  return steps.map((step, index) => ({
    ...step,
    state: isSubmitted ? (beforeEnd(step) ? 'done' : 'next') : stateAt(index, reached),
    lateDays: step.id === 'submit' && !isSubmitted && !isOver ? Math.max(0, daysBetween(step.on, today)) : 0,
  }));
}

const stateAt = (index: number, reached: number): PlanStep['state'] =>
  index >= reached ? 'next' : index === reached - 1 ? 'now' : 'done';

const beforeEnd = ({ id }: Step): boolean => id !== 'end' && id !== 'loss';

/** The last certified day is still one. */
const isReached = ({ id, on }: Step, today: CalendarDate): boolean =>
  id === 'end' ? compareDates(on, today) < 0 : compareDates(on, today) <= 0;

function stepsOf({ askOn, opensOn, submitOn, endsOn, losses }: ReviewPlan): readonly Step[] {
  const all = [...losses.held, ...losses.coming].sort((a, b) => compareDates(a.on, b.on));
  const atEnd = all.filter(({ on }) => compareDates(on, endsOn) <= 0);
  const later = all.filter(({ on }) => compareDates(on, endsOn) > 0);
  return [
    { id: 'ask', on: askOn, losses: [] },
    { id: 'opens', on: opensOn, losses: [] },
    { id: 'submit', on: submitOn, losses: [] },
    { id: 'end', on: endsOn, losses: atEnd },
    ...later.map((loss): Step => ({ id: 'loss', on: loss.on, losses: [loss] })),
  ];
}
