import type { CalendarDate } from './calendar-date.ts';
import { addDays, compareDates, dateOfInstant, instantOf } from './calendar-date.ts';
import type { Obligation, ObligationKind } from './obligations.ts';

const HOUR_MS = 3_600_000;
/** When the reminders of a day are shown, in the business time zone. */
const MORNING = '09:00';

type Anchor = 'start' | 'opens' | 'internal' | 'legal';

/** One rung: days or hours before the anchor; a negative number comes after it. */
export type LadderStep =
  | { readonly unit: 'day'; readonly anchor: Anchor; readonly before: number }
  | { readonly unit: 'hour'; readonly before: number };

/** An obligation as the agenda needs it: fields without a value may be absent or null. */
type Dated = Pick<Obligation, 'id' | 'kind'> & {
  readonly [K in 'startsOn' | 'opensOn' | 'legalOn' | 'legalAtMs' | 'internalOn']?: Obligation[K] | null;
};

export type DueReminder = {
  /** Obligation, the date it is anchored on and the step: a moved date makes a new reminder. */
  readonly id: string;
  readonly obligationId: string;
  readonly step: LadderStep;
  /** When the step fell due, however late it is noticed. */
  readonly dueOn: CalendarDate;
  readonly dueAtMs: number;
  /** A later step of the same ladder has fallen due too: only the last one needs showing. */
  readonly superseded: boolean;
};

/** The steps at which a kind of obligation is recalled. */
export function ladderOf(kind: ObligationKind): readonly LadderStep[] {
  return ladders[kind];
}

/** Where a ladder stands at an instant. */
export type LadderState = {
  /** The steps that have fallen due, oldest first, with the date on which each did. */
  readonly due: readonly DueReminder[];
  /** When the next step falls due; undefined when none is left. */
  readonly nextAtMs: number | undefined;
};

/** How far the ladder of an obligation has been climbed by now. */
export function ladderAt(obligation: Dated, nowMs: number): LadderState {
  const steps = placedSteps(obligation).sort((a, b) => a.dueAtMs - b.dueAtMs);
  const isAhead = steps.findIndex(({ dueAtMs }) => dueAtMs > nowMs);
  const dueCount = isAhead < 0 ? steps.length : isAhead;
  const due = steps
    .slice(0, dueCount)
    .map((reminder, index) => ({ ...reminder, superseded: index < dueCount - 1 }));
  return { due, nextAtMs: steps[dueCount]?.dueAtMs };
}

const days = (anchor: Anchor, ...before: number[]): LadderStep[] =>
  before.map((count) => ({ unit: 'day', anchor, before: count }));
const hours = (...before: number[]): LadderStep[] => before.map((count) => ({ unit: 'hour', before: count }));

const ladders: Readonly<Record<ObligationKind, readonly LadderStep[]>> = {
  paper_expiry: [...days('start', 0), ...days('legal', 60, 30, 14, 7, 1, 0, -1, -7)],
  licence_term: [
    ...days('start', 0),
    ...days('internal', 30, 14, 7, 0),
    ...days('legal', 14, 7, 1, 0, -1, -7),
  ],
  annual_report: [...days('internal', 90, 30, 14, 7, 0), ...days('legal', 7, 0, -1, -7)],
  review_window: [...days('start', 0), ...days('opens', 0), ...days('internal', 14, 7, 0)],
  certification_expiry: days('legal', 30, 14, 7, 1, 0, -1, -7, -30, -60),
  clock_authorisation: hours(6, 1),
  clock_payment: hours(6, 1),
  clock_pre_review: days('legal', 0, -1, -7),
  clock_confirmation: [...hours(6, 1), ...days('internal', 7, 3, 1, 0)],
  clock_review: days('legal', 0, -1, -7),
  clock_refill: [...days('internal', 14, 7, 3, 1, 0), ...days('legal', 0)],
  collecting: [...days('start', -3, -7, -14, -30), ...days('internal', 14, 7, 0)],
  aftercare: [...days('internal', 7, 1, 0, -7), ...days('legal', 0, -7)],
  task: [...days('internal', 0, -1, -7), ...hours(1)],
  fee_due: days('legal', 7, 0, -7, -30),
};

/** Where the start itself is a step, none comes before it. */
function placedSteps(obligation: Dated): Omit<DueReminder, 'superseded'>[] {
  const ladder = ladderOf(obligation.kind);
  const steps = ladder.flatMap((step) => placed(obligation, step));
  const { startsOn } = obligation;
  const [first] = ladder;
  if (!startsOn || first?.unit !== 'day' || first.anchor !== 'start' || first.before !== 0) return steps;
  return steps.filter(({ dueOn }) => compareDates(startsOn, dueOn) <= 0);
}

function placed(obligation: Dated, step: LadderStep): Omit<DueReminder, 'superseded'>[] {
  const { id: obligationId } = obligation;
  if (step.unit === 'hour') {
    if (!obligation.legalAtMs) return [];
    const dueAtMs = obligation.legalAtMs - step.before * HOUR_MS;
    const id = `${obligationId}|${obligation.legalAtMs}|h${step.before}`;
    return [{ id, obligationId, step, dueAtMs, dueOn: dateOfInstant(dueAtMs) }];
  }
  const anchor = anchorDate(obligation, step.anchor);
  if (!anchor) return [];
  const dueOn = addDays(anchor, -step.before);
  const id = `${obligationId}|${anchor}|${step.anchor}${step.before}`;
  return [{ id, obligationId, step, dueOn, dueAtMs: instantOf(dueOn, MORNING) }];
}

function anchorDate(obligation: Dated, anchor: Anchor): CalendarDate | null | undefined {
  switch (anchor) {
    case 'start':
      return obligation.startsOn;
    case 'opens':
      return obligation.opensOn;
    case 'internal':
      return obligation.internalOn;
    case 'legal':
      return obligation.legalOn;
  }
}
