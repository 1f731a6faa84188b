import type { CalendarDate } from './calendar-date.ts';
import { addDays, compareDates, dateOfInstant, daysBetween, instantOf, weekday } from './calendar-date.ts';
import { pressingMs } from './clocks.ts';
import type { Obligation } from './obligations.ts';
import type { Tone } from './tone.ts';
import type { WorkingCalendar } from './working-calendar.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export const agendaGroups = [
  'overdue',
  'today',
  'this_week',
  'waiting_client',
  'waiting_platform',
  'later',
] as const;
export type AgendaGroup = (typeof agendaGroups)[number];

/** An obligation as the agenda needs it: fields without a value may be absent or null. */
export type AgendaDuty = Pick<Obligation, 'id' | 'kind' | 'unit' | 'waitingOn'> & {
  readonly [K in 'startsOn' | 'opensOn' | 'legalOn' | 'legalAtMs' | 'internalOn' | 'stakeFen']?:
    Obligation[K] | null;
};

/**
 * Which date a count of days is about: the firm's internal day, the legal one, the end of a validity, or a day that was
 * agreed on (a reminder, a fee), a day of a review's plan. A day that is both internal and legal counts as legal.
 */
export type CountedDate = 'internal' | 'legal' | 'validity' | 'agreed' | 'plan';

/** What the first column of the agenda says, as data; days and minutes are whole and never negative. */
export type CountdownForm =
  | { readonly form: 'overdue_days'; readonly n: number; readonly of: CountedDate }
  | { readonly form: 'overdue_hours'; readonly h: number; readonly m: number }
  | { readonly form: 'hours'; readonly h: number; readonly m: number }
  | { readonly form: 'time'; readonly atMs: number }
  | { readonly form: 'today' }
  | { readonly form: 'left_days'; readonly n: number; readonly of: CountedDate }
  | { readonly form: 'date'; readonly date: CalendarDate }
  | { readonly form: 'waiting_client'; readonly n: number }
  /** Working days. */
  | { readonly form: 'waiting_platform'; readonly n: number };

export type Countdown = { readonly tone: Tone } & CountdownForm;

/**
 * Where the agenda lists an obligation. A passed date always shows; otherwise this week's dates go before whose turn
 * it is. A certification's end shows only once it has passed and its review window only until then, so that one
 * account makes one row; each day of a review's plan shows in its week. A past annual report that may well have been
 * filed waits among the later ones. The week ends on Sunday.
 */
export function groupOf(duty: AgendaDuty, today: CalendarDate, nowMs: number): AgendaGroup {
  if (isDormant(duty, today)) return 'later';
  if (isHourClock(duty)) return hourGroup(duty.legalAtMs, today, nowMs);
  const due = dueDate(duty, today);
  if (due && compareDates(due, today) < 0) return 'overdue';
  if (duty.waitingOn === 'platform') return 'waiting_platform';
  if (due === today || isOurTurn(duty, today)) return 'today';
  if (due && compareDates(due, endOfWeek(today)) <= 0) return 'this_week';
  return duty.waitingOn === 'client' ? 'waiting_client' : 'later';
}

/**
 * The day that the group goes by, where one of the days from today on is meant: what is ours now stands on today,
 * whatever its date. What is overdue, lies dormant or waits for the platform stands on none of them.
 */
export function agendaDay(duty: AgendaDuty, today: CalendarDate, nowMs: number): CalendarDate | undefined {
  switch (groupOf(duty, today, nowMs)) {
    case 'overdue':
    case 'waiting_platform':
      return undefined;
    case 'today':
      return today;
    case 'this_week':
    case 'waiting_client':
    case 'later':
      if (isDormant(duty, today)) return undefined;
      return isHourClock(duty) ? dateOfInstant(duty.legalAtMs) : dueDate(duty, today);
  }
}

/**
 * A comparator for one day: by group; the overdue and the due by how much hangs on them and by date, those waiting on
 * the client by the longest wait, those waiting on the platform by the latest answer; then by id.
 */
export function urgencyOrder(today: CalendarDate, nowMs: number): (a: AgendaDuty, b: AgendaDuty) => number {
  const keys = new Map<AgendaDuty, readonly number[]>();
  const keyOf = (duty: AgendaDuty): readonly number[] => {
    const key = keys.get(duty) ?? urgencyKey(duty, today, nowMs);
    keys.set(duty, key);
    return key;
  };
  return (a, b) => compareKeys(keyOf(a), keyOf(b)) || (a.id === b.id ? 0 : a.id < b.id ? -1 : 1);
}

/** The words of the countdown column, as data. `calendar` counts the platform's working days. */
export function countdownOf(
  duty: AgendaDuty,
  today: CalendarDate,
  nowMs: number,
  calendar: WorkingCalendar,
): Countdown {
  if (isHourClock(duty)) return hourCountdown(duty.legalAtMs, today, nowMs);
  const group = groupOf(duty, today, nowMs);
  const due = dueDate(duty, today);
  if (group === 'overdue' && due) return overdueCountdown(duty, due, today);
  if (isExpected(duty)) return { form: 'date', date: duty.legalOn, tone: 'neutral' };
  if (group === 'waiting_client' || group === 'waiting_platform') {
    return waitingCountdown(group, duty.startsOn ?? today, today, calendar);
  }
  if (!due) return { form: 'today', tone: 'neutral' };
  return dayCountdown(duty, due, today);
}

/** The last working day of the calendar week: what the group 「本周」 reaches to, if the week has one left. */
export function lastWorkingDayOfWeek(
  today: CalendarDate,
  calendar: WorkingCalendar,
): CalendarDate | undefined {
  const last = calendar.lastWorkingDayOnOrBefore(endOfWeek(today));
  return compareDates(last, today) < 0 ? undefined : last;
}

/** Once the legal day is over too, that is the day to count from. */
function overdueCountdown(duty: AgendaDuty, due: CalendarDate, today: CalendarDate): Countdown {
  const { legalOn } = duty;
  const since = legalOn && compareDates(legalOn, today) < 0 ? legalOn : due;
  const of = since === due ? countedDate(duty, today) : outerDate(duty.kind);
  return { form: 'overdue_days', n: daysBetween(since, today), of, tone: 'danger' };
}

type ExpectedDuty = AgendaDuty & { readonly legalOn: CalendarDate };

/** What the platform does after an order’s end is expected by a day, not counted from one. */
const isExpected = (duty: AgendaDuty): duty is ExpectedDuty =>
  duty.kind === 'aftercare' && duty.waitingOn === 'platform' && Boolean(duty.legalOn);

type HourDuty = AgendaDuty & { readonly legalAtMs: number };

const isHourClock = (duty: AgendaDuty): duty is HourDuty =>
  duty.unit === 'hour' && duty.legalAtMs !== undefined && duty.legalAtMs !== null;

function dueDate(duty: AgendaDuty, today: CalendarDate): CalendarDate | undefined {
  const due = duty.internalOn ?? duty.legalOn ?? undefined;
  return duty.kind === 'review_window' ? (nextOfPlan(duty, today) ?? due) : due;
}

/** The plan of an annual review has three days: asking for the papers, the opening of the window, handing in. */
const nextOfPlan = ({ startsOn, opensOn, internalOn }: AgendaDuty, today: CalendarDate) =>
  [startsOn, opensOn, internalOn].find((day) => day && compareDates(day, today) >= 0) ?? undefined;

function countedDate(duty: AgendaDuty, today: CalendarDate): CountedDate {
  const { kind, internalOn, legalOn } = duty;
  if (kind === 'review_window' && dueDate(duty, today) !== internalOn) return 'plan';
  if (kind === 'task') return 'agreed';
  return internalOn && internalOn !== legalOn ? 'internal' : outerDate(kind);
}

/** What its last day is. */
function outerDate(kind: AgendaDuty['kind']): CountedDate {
  switch (kind) {
    case 'task':
    case 'fee_due':
      return 'agreed';
    case 'paper_expiry':
    case 'certification_expiry':
    case 'collecting':
      return 'validity';
    case 'licence_term':
    case 'annual_report':
    case 'review_window':
    case 'clock_authorisation':
    case 'clock_payment':
    case 'clock_pre_review':
    case 'clock_confirmation':
    case 'clock_review':
    case 'clock_refill':
    case 'aftercare':
      return 'legal';
  }
}

const endOfWeek = (today: CalendarDate): CalendarDate => addDays(today, 7 - weekday(today));

function isDormant(duty: AgendaDuty, today: CalendarDate): boolean {
  if (!duty.legalOn) return false;
  const isPast = compareDates(duty.legalOn, today) < 0;
  if (duty.kind === 'certification_expiry') return !isPast;
  if (duty.kind === 'annual_report') return isPast && !duty.internalOn;
  return duty.kind === 'review_window' && isPast;
}

/** Everything is there and the platform accepts it, or its answer is to be looked up: ours, whatever the deadline. */
function isOurTurn(duty: AgendaDuty, today: CalendarDate): boolean {
  if (duty.waitingOn !== 'us') return false;
  if (duty.opensOn && compareDates(today, duty.opensOn) < 0) return false;
  return duty.kind === 'collecting' || duty.kind === 'clock_refill' || isCallsSpent(duty);
}

/** An order under review that is ours all the same: its calls were missed too often, and its result is to be looked up. */
export const isCallsSpent = ({ kind, waitingOn }: Pick<AgendaDuty, 'kind' | 'waitingOn'>): boolean =>
  (kind === 'clock_review' || kind === 'clock_pre_review') && waitingOn === 'us';

/** The rules leave no refill for it, e.g. after a move to rules with fewer. */
export const isRefillSpent = (duty: {
  readonly refillNo: number | null;
  readonly refillMax: number | null;
}): boolean => duty.refillNo !== null && duty.refillMax !== null && duty.refillNo > duty.refillMax;

/** Before the window of a review opens only the papers can be asked for. */
export const isAsking = ({ opensOn }: Pick<AgendaDuty, 'opensOn'>, today: CalendarDate): boolean =>
  opensOn !== undefined && opensOn !== null && compareDates(today, opensOn) < 0;

function hourGroup(legalAtMs: number, today: CalendarDate, nowMs: number): AgendaGroup {
  const left = legalAtMs - nowMs;
  if (left < 0) return 'overdue';
  const legalOn = dateOfInstant(legalAtMs);
  if (left <= DAY_MS || legalOn === today) return 'today';
  return compareDates(legalOn, endOfWeek(today)) <= 0 ? 'this_week' : 'later';
}

function hourCountdown(legalAtMs: number, today: CalendarDate, nowMs: number): Countdown {
  const left = legalAtMs - nowMs;
  // What falls due in one minute is as far off: deadlines are written and read without their seconds.
  const dueMinute = Math.floor(legalAtMs / MINUTE_MS);
  const toDue = left < 0 ? nowMs / MINUTE_MS - dueMinute : Math.max(0, dueMinute - nowMs / MINUTE_MS);
  const minutes = Math.floor(toDue);
  const clockFace = { h: Math.floor(minutes / 60), m: minutes % 60 };
  // Up to a day hours are told; beyond it days, as everywhere by the calendar.
  if (left < -DAY_MS)
    return {
      form: 'overdue_days',
      n: daysBetween(dateOfInstant(legalAtMs), today),
      of: 'legal',
      tone: 'danger',
    };
  if (left < 0) return { form: 'overdue_hours', ...clockFace, tone: 'danger' };
  if (left <= DAY_MS) {
    return { form: 'hours', ...clockFace, tone: left < pressingMs ? 'danger' : 'warning' };
  }
  return { form: 'left_days', n: daysBetween(today, dateOfInstant(legalAtMs)), of: 'legal', tone: 'neutral' };
}

function waitingCountdown(
  form: 'waiting_client' | 'waiting_platform',
  since: CalendarDate,
  today: CalendarDate,
  calendar: WorkingCalendar,
): Countdown {
  const n = form === 'waiting_client' ? daysBetween(since, today) : calendar.workingDaysBetween(since, today);
  return { form, n: Math.max(0, n), tone: 'neutral' };
}

function dayCountdown(duty: AgendaDuty, due: CalendarDate, today: CalendarDate): Countdown {
  const n = daysBetween(today, due);
  // A dormant row may lie in the past; it shows its date.
  if (n > 30 || n < 0) return { form: 'date', date: due, tone: 'neutral' };
  const isAtStake = duty.kind === 'clock_refill' && n <= 14;
  if (n > 0)
    return { form: 'left_days', n, of: countedDate(duty, today), tone: isAtStake ? 'warning' : 'neutral' };
  if (duty.legalAtMs) return { form: 'time', atMs: duty.legalAtMs, tone: 'neutral' };
  return { form: 'today', tone: isAtStake ? 'danger' : 'neutral' };
}

function urgencyKey(duty: AgendaDuty, today: CalendarDate, nowMs: number): readonly number[] {
  const group = groupOf(duty, today, nowMs);
  const rank = agendaGroups.indexOf(group);
  switch (group) {
    case 'overdue':
    case 'today':
      return [rank, classOf(duty), dueInstant(duty, today), -(duty.stakeFen ?? 0)];
    case 'waiting_client':
      return [rank, duty.startsOn ? instantOf(duty.startsOn) : nowMs, dueInstant(duty, today)];
    case 'this_week':
    case 'waiting_platform':
    case 'later':
      return [rank, dueInstant(duty, today), classOf(duty), -(duty.stakeFen ?? 0)];
  }
}

/** Hours before an attempt at stake, that before a time of day, that before the rest. */
function classOf(duty: AgendaDuty): number {
  if (isHourClock(duty)) return 0;
  if (duty.kind === 'clock_refill') return 1;
  return duty.legalAtMs ? 2 : 3;
}

/** Without a time the whole day is left; without a date it sorts after everything dated. */
function dueInstant(duty: AgendaDuty, today: CalendarDate): number {
  if (duty.legalAtMs) return duty.legalAtMs;
  const due = dueDate(duty, today);
  return due ? instantOf(addDays(due, 1)) : Number.MAX_SAFE_INTEGER;
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
