import type { CalendarDate } from './calendar-date.ts';
import { addDays, compareDates, dateOfInstant, daysBetween } from './calendar-date.ts';
import type { DayTerm } from './day-term.ts';
import { termEnding } from './day-term.ts';
import { optionalField } from './optional-field.ts';
import { clockRule } from './rule-pack-lookup.ts';
import type {
  ClockEnd,
  ClockId,
  ClockRule,
  ClockStart,
  FirmLength,
  RulePack,
  RuleText,
  TrustTag,
} from './rule-pack.ts';
import { clockIds } from './rule-pack.ts';
import type { ApplicationProgress, Attempt } from './stages.ts';
import type { Tone } from './tone.ts';
import type { WorkingCalendar } from './working-calendar.ts';

const HOUR_MS = 3_600_000;

/** With less than this left a clock of hours presses: it is shown in red. */
export const pressingMs = 6 * HOUR_MS;

type ClockBase = {
  readonly id: ClockId;
  readonly total: number;
  readonly startedAtMs: number;
  /** When the step that it measured was done; absent while the clock runs. */
  readonly endedAtMs?: number;
  /** Whole units gone by, and `total` less that: negative once the clock is over. */
  readonly used: number;
  readonly left: number;
  /** A date rests on a year whose days off are not published yet. */
  readonly provisional: boolean;
  readonly onExpiry: ClockEnd;
  readonly consequence: RuleText;
  /** Of the consequence and the start; the length is the firm's own where `firm` says so. */
  readonly tag: TrustTag;
  readonly source: readonly string[];
  readonly firm?: FirmLength;
};

export type HourClock = ClockBase & { readonly unit: 'hour'; readonly legalAtMs: number };

/** `legalOn` never shifts for a day off; `internalOn` is the last working day on or before it. */
export type DayClock = ClockBase & {
  readonly unit: 'calendar_day' | 'working_day';
  readonly legalOn: CalendarDate;
  readonly internalOn: CalendarDate;
};

/** One limited time of an application, running or done. */
export type Clock = HourClock | DayClock;

export type RulerTick = {
  /** The day the tick stands for; hours have none. */
  readonly date?: CalendarDate;
  /** A day off: drawn low. */
  readonly rest: boolean;
  /** `late`: still to come, but after the internal date. */
  readonly state: 'spent' | 'left' | 'late';
};

/**
 * Every clock that has started, in the order of the stages; a closed application keeps them for its history.
 * Day clocks count in the business time zone with the event day as day 0.
 */
export function clocksOf(
  progress: ApplicationProgress,
  rules: RulePack,
  calendar: WorkingCalendar,
  nowMs: number,
): Clock[] {
  return clockIds.flatMap((id) => {
    const rule = clockRule(rules, id);
    const span = rule && spanOf(rule, progress);
    return span ? [measure(rule, span, calendar, nowMs)] : [];
  });
}

/** Where the firm has made a clock of days longer, when it ends by the pack all the same. */
export function publishedEndOf(clock: Clock): CalendarDate | undefined {
  if (clock.unit !== 'calendar_day' || clock.firm === undefined || clock.total <= clock.firm.packTotal)
    return undefined;
  return addDays(dateOfInstant(clock.startedAtMs), clock.firm.packTotal);
}

/** The clock that runs now; an application has at most one. */
export function runningClock(clocks: readonly Clock[]): Clock | undefined {
  return clocks.find((clock) => clock.endedAtMs === undefined);
}

/** The ticks of a clock's ruler in its own unit, first to last. `today` is ignored for hours. */
export function rulerTicks(clock: Clock, calendar: WorkingCalendar, today: CalendarDate): RulerTick[] {
  const steps = Array.from({ length: clock.total }, (_, index) => index + 1);
  if (clock.unit === 'hour') {
    return steps.map((step) => ({ rest: false, state: step <= clock.used ? 'spent' : 'left' }));
  }
  const startedOn = dateOfInstant(clock.startedAtMs);
  const measuredOn = clock.endedAtMs === undefined ? today : dateOfInstant(clock.endedAtMs);
  return steps.map((step) => {
    const date =
      clock.unit === 'calendar_day'
        ? addDays(startedOn, step)
        : calendar.addWorkingDays(startedOn, step).date;
    return { date, rest: !calendar.isWorkingDay(date), state: tickState(date, measuredOn, clock.internalOn) };
  });
}

/** The colour a clock is drawn in: amber and red follow what is at stake and how much is left of it. */
export function toneOfClock(clock: Clock, nowMs: number): Tone {
  if (clock.endedAtMs !== undefined) return 'neutral';
  switch (clock.unit) {
    case 'hour':
      return clock.legalAtMs - nowMs < pressingMs ? 'danger' : 'warning';
    case 'calendar_day':
      if (clock.left <= 3) return 'danger';
      return clock.left <= 14 ? 'warning' : 'info';
    case 'working_day':
      return clock.left < 0 ? 'danger' : 'info';
  }
}

type ClockSpan = { readonly startedAtMs: number; readonly endedAtMs?: number };

/** From when to when a clock ran; none while it has not begun or where the step is passed over. */
function spanOf(rule: ClockRule, progress: ApplicationProgress): ClockSpan | undefined {
  const startedAtMs = hasBegun(rule.id, progress) ? startOf(rule.startsAt, progress) : undefined;
  if (startedAtMs === undefined) return undefined;
  return { startedAtMs, ...optionalField('endedAtMs', endOf(rule.id, progress)) };
}

function hasBegun(id: ClockId, progress: ApplicationProgress): boolean {
  switch (id) {
    case 'authorisation':
      return progress.submittedAtMs !== undefined;
    case 'payment':
      // Where nothing is charged the review begins without a payment.
      return progress.stage === 'awaiting_payment' || progress.paidAtMs !== undefined;
    case 'confirmation':
      return progress.stage === 'awaiting_confirmation' || progress.confirmedAtMs !== undefined;
    case 'pre_review':
    case 'review':
      return progress.attempts.length > 0;
    case 'refill':
      return progress.firstReturnedAtMs !== undefined;
  }
}

function startOf(start: ClockStart, progress: ApplicationProgress): number | undefined {
  switch (start) {
    case 'submitted':
      return progress.submittedAtMs;
    case 'authorised':
      return progress.authorisedAtMs;
    case 'handed_in':
      return progress.attempts.at(-1)?.submittedAtMs ?? progress.submittedAtMs;
    case 'pre_reviewed':
      return progress.preReviewedAtMs;
    case 'confirmed':
      return progress.confirmedAtMs;
    case 'reviewed':
      return progress.reviewedAtMs;
    case 'review_started':
      return reviewStart(progress, progress.attempts.at(-1));
    case 'first_returned':
      return progress.firstReturnedAtMs;
  }
}

function endOf(id: ClockId, progress: ApplicationProgress): number | undefined {
  const last = progress.attempts.at(-1);
  switch (id) {
    case 'authorisation':
      return progress.authorisedAtMs ?? progress.closedAtMs;
    case 'payment':
      return progress.paidAtMs ?? progress.closedAtMs;
    case 'pre_review':
      return progress.preReviewedAtMs ?? last?.returnedAtMs ?? progress.closedAtMs;
    case 'confirmation':
      return progress.confirmedAtMs ?? last?.returnedAtMs ?? progress.closedAtMs;
    case 'review':
      return last?.returnedAtMs ?? progress.reviewedAtMs ?? progress.closedAtMs;
    case 'refill':
      // It stands still while the platform has the papers, and runs on after the next return.
      return last?.returnedAtMs === undefined ? last?.submittedAtMs : progress.closedAtMs;
  }
}

/** The first review waits for the payment, or for the authorisation where nothing is charged. */
function reviewStart(progress: ApplicationProgress, attempt: Attempt | undefined): number | undefined {
  if (attempt === undefined || attempt.attemptNo > 1) return attempt?.submittedAtMs;
  return progress.paidAtMs ?? progress.authorisedAtMs ?? attempt.submittedAtMs;
}

function measure(rule: ClockRule, span: ClockSpan, calendar: WorkingCalendar, nowMs: number): Clock {
  const measuredAtMs = Math.max(span.startedAtMs, span.endedAtMs ?? nowMs);
  const base = {
    id: rule.id,
    total: rule.total,
    onExpiry: rule.onExpiry,
    consequence: rule.consequence,
    tag: rule.tag,
    source: rule.source,
    ...optionalField('firm', rule.firm),
    ...span,
  };
  if (rule.unit === 'hour') {
    const used = Math.floor((measuredAtMs - span.startedAtMs) / HOUR_MS);
    const legalAtMs = span.startedAtMs + rule.total * HOUR_MS;
    return { ...base, unit: 'hour', used, left: rule.total - used, provisional: false, legalAtMs };
  }
  const startedOn = dateOfInstant(span.startedAtMs);
  const used = unitsBetween(rule.unit, startedOn, dateOfInstant(measuredAtMs), calendar);
  const end = dayEnd(rule.unit, startedOn, rule.total, calendar);
  return { ...base, unit: rule.unit, used, left: rule.total - used, ...end };
}

function unitsBetween(
  unit: 'calendar_day' | 'working_day',
  from: CalendarDate,
  to: CalendarDate,
  calendar: WorkingCalendar,
): number {
  return unit === 'calendar_day' ? daysBetween(from, to) : calendar.workingDaysBetween(from, to);
}

function dayEnd(
  unit: 'calendar_day' | 'working_day',
  startedOn: CalendarDate,
  total: number,
  calendar: WorkingCalendar,
): DayTerm {
  if (unit === 'working_day') {
    const { date, provisional } = calendar.addWorkingDays(startedOn, total);
    return { legalOn: date, internalOn: date, provisional };
  }
  return termEnding(addDays(startedOn, total), calendar);
}

function tickState(
  date: CalendarDate,
  measuredOn: CalendarDate,
  internalOn: CalendarDate,
): RulerTick['state'] {
  if (compareDates(date, measuredOn) <= 0) return 'spent';
  return compareDates(date, internalOn) > 0 ? 'late' : 'left';
}
