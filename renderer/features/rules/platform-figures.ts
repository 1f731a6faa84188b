import type { Cell } from '#shared/domain/comparison-cell.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { ComparedRules } from '#shared/domain/platform-comparison.ts';
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

/** The fee of one entity type; undefined where no source names the type on the platform. */
export function feeOf({ fees }: ComparedRules, entityType: EntityType): Cell<number> | undefined {
  return fees.find((fee) => fee.entityTypes.includes(entityType))?.amountFen;
}
