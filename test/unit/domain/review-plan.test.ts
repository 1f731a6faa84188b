import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, compareDates, daysBetween } from '#shared/domain/calendar-date.ts';
import { reviewPlanOf } from '#shared/domain/review-plan.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';

const calendar = createWorkingCalendar();
const { validity } = certificationPack;

const planOf = (endsOn: string, today: string, endsAtMs: number | null = null) =>
  reviewPlanOf({ endsOn: calendarDate(endsOn), endsAtMs }, validity, calendar, calendarDate(today));

describe('the plan of an annual review', () => {
  it('asks a hundred days before the end, opens ninety before it, and submits on a working day', () => {
    const plan = planOf('2026-10-21', '2026-09-22');
    expect(plan).toMatchObject({ askOn: '2026-07-13', opensOn: '2026-07-23', endsOn: '2026-10-21' });
    expect(plan.submitOn).toBe('2026-08-21'); // D-60 is a Saturday.
    expect(plan.window.tag).toBe('P');
    expect(plan.plan.tag).toBe('I');
  });

  it('opens at the very time of the end, where that is known', () => {
    const endAtMs = Date.parse('2024-12-22T16:38:33+08:00');
    const plan = planOf('2024-12-22', '2024-10-01', endAtMs);
    expect(plan.opensAtMs).toBe(Date.parse('2024-09-23T16:38:33+08:00'));
    expect(planOf('2024-12-22', '2024-10-01').opensAtMs).toBeNull();
  });

  it('says what is lost already and what comes', () => {
    const { losses } = planOf('2026-09-18', '2026-10-20');
    expect(losses.held.map(({ on }) => on)).toEqual(['2026-09-18', '2026-10-18']);
    expect(losses.coming.map(({ on }) => on)).toEqual(['2026-11-17']);
  });

  it('keeps its days in order for every end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
        const end = addDays(calendarDate('2024-01-01'), days);
        const plan = planOf(end, '2026-09-22');
        expect(compareDates(plan.askOn, plan.opensOn)).toBeLessThan(0);
        expect(compareDates(plan.opensOn, plan.submitOn)).toBeLessThan(0);
        expect(compareDates(plan.submitOn, plan.endsOn)).toBeLessThan(0);
        expect(daysBetween(plan.opensOn, plan.endsOn)).toBe(90);
        expect(calendar.isWorkingDay(plan.submitOn)).toBe(true);
      }),
    );
  });
});
