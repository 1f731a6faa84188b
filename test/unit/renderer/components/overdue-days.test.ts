import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { overdueDays } from '#renderer/components/overdue-days.ts';

const legal = calendarDate('2026-09-18');

describe('the days behind a legal date', () => {
  it('are none up to the date itself', () => {
    expect(overdueDays(legal, calendarDate('2026-09-17'))).toEqual([]);
    expect(overdueDays(legal, legal)).toEqual([]);
  });

  it('run up to today, and stop growing', () => {
    expect(overdueDays(legal, calendarDate('2026-09-20'))).toEqual(['2026-09-19', '2026-09-20']);
    expect(overdueDays(legal, calendarDate('2027-01-01')).at(-1)).toBe('2026-10-02');
  });
});
