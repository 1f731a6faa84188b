import type { CalendarDate } from './calendar-date.ts';
import { dateOfEpochDay, dateOfInstant, epochDayOf, instantOf } from './calendar-date.ts';
import type { Obligation, ObligationKind } from './obligations.ts';

const HOUR_MS = 3_600_000;
/** When the reminders of a day are shown, in the business time zone. */
const MORNING = '09:00';

type Anchor = 'start' | 'opens' | 'internal' | 'legal';

/** One rung: days or hours before the anchor; a negative number comes after it. */
export type LadderStep = DayStep | { readonly unit: 'hour'; readonly before: number };
type DayStep = { readonly unit: 'day'; readonly anchor: Anchor; readonly before: number };

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
  const { due, nextAtMs } = standingAt(obligation, nowMs);
  const last = due.length - 1;
  return { due: due.map((placed, index) => reminderOf(obligation, placed, index < last)), nextAtMs };
}

/** Of the ladder only its latest step that has fallen due: what a large firm asks of all its duties again and again. */
export function latestStepAt(
  obligation: Dated,
  nowMs: number,
): { readonly latest: DueReminder | undefined; readonly nextAtMs: number | undefined } {
  const { due, nextAtMs } = standingAt(obligation, nowMs);
  const latest = due.at(-1);
  return { latest: latest && reminderOf(obligation, latest, false), nextAtMs };
}

function standingAt(obligation: Dated, nowMs: number) {
  const steps = placedSteps(obligation);
  let nextAtMs: number | undefined;
  const due: PlacedStep[] = [];
  for (const placed of steps) {
    if (placed.dueAtMs <= nowMs) due.push(placed);
    else nextAtMs = Math.min(nextAtMs ?? Infinity, placed.dueAtMs);
  }
  return { due: due.sort((a, b) => a.dueAtMs - b.dueAtMs), nextAtMs };
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

type PlacedStep = { readonly step: LadderStep; readonly dueAtMs: number };

/** Where the start itself is a step, none comes before it. */
function placedSteps(obligation: Dated): PlacedStep[] {
  const ladder = ladderOf(obligation.kind);
  const morningOf = mornings(obligation);
  const steps = ladder.flatMap((step) => {
    const dueAtMs = step.unit === 'hour' ? hourOf(obligation, step.before) : morningOf(step);
    return dueAtMs === undefined ? [] : [{ step, dueAtMs }];
  });
  const { startsOn } = obligation;
  const [first] = ladder;
  if (!startsOn || first?.unit !== 'day' || first.anchor !== 'start' || first.before !== 0) return steps;
  const startsAtMs = instantOf(startsOn);
  return steps.filter(({ dueAtMs }) => dueAtMs >= startsAtMs);
}

const hourOf = ({ legalAtMs }: Dated, before: number): number | undefined =>
  legalAtMs ? legalAtMs - before * HOUR_MS : undefined;

/** The mornings of day steps; each date that they are anchored on is read once. */
function mornings(obligation: Dated): (step: DayStep) => number | undefined {
  const anchors = new Map<Anchor, number | undefined>();
  return ({ anchor, before }) => {
    if (!anchors.has(anchor)) anchors.set(anchor, epochDayOrNone(anchorDate(obligation, anchor)));
    const day = anchors.get(anchor);
    return day === undefined ? undefined : morningOfEpochDay(day - before);
  };
}

const epochDayOrNone = (date: CalendarDate | null | undefined): number | undefined =>
  date ? epochDayOf(date) : undefined;

/** The duties of a large firm fall on some hundred days. */
const knownMornings = new Map<number, number>();

function morningOfEpochDay(day: number): number {
  const known = knownMornings.get(day) ?? instantOf(dateOfEpochDay(day), MORNING);
  knownMornings.set(day, known);
  return known;
}

function reminderOf(obligation: Dated, { step, dueAtMs }: PlacedStep, superseded: boolean): DueReminder {
  const { id: obligationId } = obligation;
  const at = step.unit === 'hour' ? obligation.legalAtMs : anchorDate(obligation, step.anchor);
  const name = step.unit === 'hour' ? `h${step.before}` : `${step.anchor}${step.before}`;
  const id = `${obligationId}|${at}|${name}`;
  return { id, obligationId, step, dueAtMs, dueOn: dateOfInstant(dueAtMs), superseded };
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
