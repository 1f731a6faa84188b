import type { ComparedPlatform } from '#shared/domain/platform-comparison.ts';
import type { ClockUnit } from '#shared/domain/rule-pack.ts';

const hoursPerDay = 24;
const daysPerWeek = 7;
const workingDaysPerWeek = 5;

/** How long a time is on an axis of working days, at least one; only for drawing, holidays are not counted. */
export function daysOnAxis(unit: ClockUnit, total: number): number {
  const ofDays = (days: number): number => (days * workingDaysPerWeek) / daysPerWeek;
  return Math.max(1, Math.round(inDays(unit, total, ofDays)));
}

function inDays(unit: ClockUnit, total: number, ofDays: (days: number) => number): number {
  switch (unit) {
    case 'working_day':
      return total;
    case 'calendar_day':
      return ofDays(total);
    case 'hour':
      return ofDays(total / hoursPerDay);
  }
}

/** An axis of working days: where it ends, the days that are written on it, and the px of one day. */
export interface Axis {
  readonly days: number;
  readonly marks: readonly number[];
  readonly step: number;
}

const roomPx = 240;
const widestStepPx = 8;
const marksAtMost = 4;

/** The axis that holds the review of every platform: whole weeks, at least one, in at most 240 px or 2 px a day. */
export function reviewAxis(platforms: readonly ComparedPlatform[]): Axis {
  const drawn = platforms.flatMap(({ rules }) =>
    rules?.review.state === 'known' ? [daysOnAxis(rules.review.value.unit, rules.review.value.total)] : [],
  );
  const weeks = Math.ceil(Math.max(workingDaysPerWeek, ...drawn) / workingDaysPerWeek);
  const days = weeks * workingDaysPerWeek;
  const every = Math.ceil(weeks / marksAtMost) * workingDaysPerWeek;
  const marks = Array.from({ length: Math.floor(days / every) }, (_, index) => (index + 1) * every);
  return { days, marks, step: Math.min(widestStepPx, Math.max(2, Math.floor(roomPx / days))) };
}
