import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { reviewPlanOf } from '#shared/domain/review-plan.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';
import { planSteps } from '#renderer/features/client/account/plan-steps.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';

const { validity } = certificationPack;

/** The states of the steps of a certification that ends on 21 October 2026, as first letters; `late` days after them. */
function statesOn(day: string, isHandedIn = false): string {
  const today = calendarDate(day);
  const ends = { endsOn: calendarDate('2026-10-21'), endsAtMs: null };
  const steps = planSteps(reviewPlanOf(ends, validity, createWorkingCalendar(), today), isHandedIn, today);
  expect(steps.map(({ id }) => id)).toEqual(['ask', 'opens', 'submit', 'end', 'loss', 'loss']);
  const late = steps.reduce((sum, { lateDays }) => sum + lateDays, 0);
  return `${steps.map(({ state }) => ({ done: 'd', now: 'N', next: '.' })[state]).join('')} ${late}`;
}

describe('the steps of an annual review', () => {
  it.each([
    ['2026-07-12', '...... 0'],
    ['2026-07-13', 'N..... 0'],
    ['2026-07-23', 'dN.... 0'],
    ['2026-08-21', 'ddN... 0'],
    ['2026-08-23', 'ddN... 2'],
    ['2026-10-21', 'ddN... 61'],
    ['2026-10-22', 'dddN.. 0'],
    ['2026-11-20', 'ddddN. 0'],
    ['2026-12-20', 'dddddN 0'],
  ])('stand on %s like %s', (day, states) => expect(statesOn(day)).toBe(states));

  it('are done up to the end once the review is handed in', () => {
    expect(statesOn('2026-07-25', true)).toBe('ddd... 0');
    expect(statesOn('2026-09-22', true)).toBe('ddd... 0');
    expect(statesOn('2026-10-22', true)).toBe('dddN.. 0');
  });

  it('tell what stops working at the end and after it', () => {
    const today = calendarDate('2026-09-22');
    const ends = { endsOn: calendarDate('2026-10-21'), endsAtMs: null };
    const steps = planSteps(reviewPlanOf(ends, validity, createWorkingCalendar(), today), false, today);
    expect(steps.map(({ losses }) => losses.map(({ afterDays }) => afterDays))).toEqual([
      [],
      [],
      [],
      [0],
      [30],
      [60],
    ]);
  });
});
