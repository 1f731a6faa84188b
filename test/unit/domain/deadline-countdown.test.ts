import { expect, it } from 'vitest';
import type { AgendaDuty } from '#shared/domain/agenda.ts';
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts';
import { deadlineCountdown, deadlineOf } from '#shared/domain/deadline-countdown.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';

const calendar = createWorkingCalendar();
const today = calendarDate('2026-09-22');
const nowMs = Date.parse('2026-09-22T09:00:00+08:00');
const refill: AgendaDuty = {
  ...{ id: 'x', kind: 'clock_refill', unit: 'calendar_day', waitingOn: 'client' },
  startsOn: addDays(today, -24),
};

it('counts the days to the last one of a refill, whoever is waited for', () => {
  const legalOn = addDays(today, 9);
  expect(deadlineCountdown({ ...refill, legalOn }, today, nowMs, calendar)).toEqual({
    ...{ form: 'left_days', n: 9, of: 'legal', tone: 'warning' },
  });
});

it('counts the wait where the rules know no last day, and of every other clock', () => {
  const waiting = { form: 'waiting_client', n: 24, tone: 'neutral' };
  expect(deadlineCountdown(refill, today, nowMs, calendar)).toEqual(waiting);
  const collecting: AgendaDuty = { ...refill, kind: 'collecting', legalOn: addDays(today, 20) };
  expect(deadlineCountdown(collecting, today, nowMs, calendar)).toEqual(waiting);
});

it('tells the day that a list is sorted by apart from the wait', () => {
  const waited = { form: 'waiting_client', n: 24, tone: 'neutral' };
  const collecting: AgendaDuty = { ...refill, kind: 'collecting' };
  const of = (duty: AgendaDuty) => deadlineOf(duty, today, nowMs, calendar);
  expect(of(collecting)).toEqual({ left: undefined, waited });
  const legalOn = addDays(today, 20);
  expect(of({ ...collecting, legalOn })).toEqual({
    ...{ left: { form: 'date', date: legalOn, tone: 'neutral' }, waited },
  });
  const left = { form: 'left_days', n: 20, of: 'legal', tone: 'neutral' };
  expect(of({ ...refill, legalOn })).toEqual({ left, waited: undefined });
  // What is ours and has no end shows none, not today.
  expect(of({ ...collecting, waitingOn: 'us' })).toEqual({ left: undefined, waited: undefined });
});
