import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isClosed } from '#shared/domain/application.ts';
import { calendarDate, instantOf } from '#shared/domain/calendar-date.ts';
import { openApplication } from '#shared/domain/stages.ts';
import { railSteps } from '#shared/domain/stage-rail.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';
import { certificationPack as pack } from '#test/unit/rules/certification-pack.ts';
import { actionAt, anyRun, replay, runOf } from './application-runs.ts';

const calendar = createWorkingCalendar();
const at = (date: string, time = '10:00'): number => instantOf(calendarDate(date), time);
const open = (entityType: 'company' | 'government' = 'company') =>
  openApplication('first_certification', entityType, at('2026-08-10'));

/** The application of the picture: sent back for the second time, eleven days before its refill window ends. */
const returnedTwice = replay(open(), [
  actionAt('submit', at('2026-08-20', '09:00')),
  actionAt('authorise', at('2026-08-20', '11:20')),
  actionAt('pay', at('2026-08-20', '16:40')),
  actionAt('return', at('2026-09-03')),
  actionAt('resubmit', at('2026-09-07')),
  actionAt('return', at('2026-09-18')),
]);

describe('the stage rail', () => {
  it('tells the whole way of an application that was sent back twice', () => {
    const review = { unit: 'working_day', total: 15, used: 9 };
    expect(railSteps(returnedTwice, pack, calendar, at('2026-09-22'))).toEqual([
      { id: 'collecting', state: 'done', startedOn: '2026-08-10', endedOn: '2026-08-20' },
      { id: 'submitted', state: 'done', on: '2026-08-20' },
      { id: 'authorisation', state: 'done', units: { unit: 'hour', total: 24, used: 2 }, on: '2026-08-20' },
      {
        id: 'payment',
        state: 'done',
        units: { unit: 'hour', total: 24, used: 5 },
        feeFen: 30_000,
        on: '2026-08-20',
      },
      { id: 'review', state: 'done', units: review, wasReturned: true },
      { id: 'refill', state: 'now', refillNo: 2, max: 3, since: '2026-09-18' },
      { id: 'result', state: 'next', latestOn: '2026-10-27', provisional: false },
    ]);
  });

  it('marks a step that takes longer than its time, to the minute and to the day', () => {
    const lateOnes = (progress: typeof returnedTwice, nowMs: number) =>
      railSteps(progress, pack, calendar, nowMs)
        .filter(({ isLate }) => isLate)
        .map(({ id, state }) => `${id} ${state}`);
    const authorisedAt = (time: string) =>
      replay(open(), [
        actionAt('submit', at('2026-08-20', '09:00')),
        actionAt('authorise', at('2026-08-21', time)),
      ]);
    expect(lateOnes(authorisedAt('09:00'), at('2026-08-21', '10:00'))).toEqual([]);
    expect(lateOnes(authorisedAt('09:01'), at('2026-08-21', '10:00'))).toEqual(['authorisation done']);
    const waiting = replay(open(), [actionAt('submit', at('2026-08-20', '09:00'))]);
    expect(lateOnes(waiting, at('2026-08-21', '09:01'))).toEqual(['authorisation now']);
    expect(lateOnes(returnedTwice, at('2026-10-03'))).toEqual([]);
    expect(lateOnes(returnedTwice, at('2026-10-04'))).toEqual(['refill now']);
  });

  it('of a new application knows the clocks to come and the fee', () => {
    const [, , authorisation, payment, review, refill, result] = railSteps(
      open(),
      pack,
      calendar,
      at('2026-08-12'),
    );
    expect(authorisation).toEqual({ id: 'authorisation', state: 'next', units: { unit: 'hour', total: 24 } });
    expect(payment).toMatchObject({ state: 'next', feeFen: 30_000 });
    expect(review).toMatchObject({ state: 'next', wasReturned: false });
    expect(refill).toEqual({ id: 'refill', state: 'next', refillNo: 0, max: 3 });
    expect(result).toEqual({ id: 'result', state: 'next', provisional: false });
  });

  it('foresees the latest result of a review, and passes over a payment of nothing', () => {
    const progress = replay(open('government'), [
      actionAt('submit', at('2026-09-28')),
      actionAt('authorise', at('2026-09-28')),
    ]);
    const steps = railSteps(progress, pack, calendar, at('2026-09-29'));
    expect(steps.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done', 'now', 'next', 'next']);
    expect(steps[3]).toMatchObject({ id: 'payment', feeFen: 0 });
    expect(steps[6]).toMatchObject({ latestOn: '2026-10-23', provisional: false });
  });

  it('keeps what a closed application reached', () => {
    const withdrawn = replay(open(), [
      actionAt('submit', at('2026-08-20')),
      actionAt('withdraw', at('2026-08-21')),
    ]);
    const steps = railSteps(withdrawn, pack, calendar, at('2026-09-01'));
    expect(steps.map(({ state }) => state)).toEqual(['done', 'done', 'next', 'next', 'next', 'next', 'done']);
    expect(steps[6]).toMatchObject({ outcome: 'withdrawn', closedOn: '2026-08-21' });
    const passed = replay(returnedTwice, [
      actionAt('resubmit', at('2026-09-24')),
      actionAt('pass', at('2026-09-29')),
    ]);
    const states = railSteps(passed, pack, calendar, at('2026-10-01')).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['done']));
  });

  it('has done steps, then one current step, then steps to come while an application is open', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        for (const progress of runOf(run).states) {
          const steps = railSteps(progress, pack, calendar, progress.stageSinceAtMs);
          const line = steps.map(({ state }) => state.slice(0, 1)).join('');
          expect(steps).toHaveLength(7);
          if (isClosed(progress.stage)) expect(line).toMatch(/^d+n*d$/);
          else expect(line).toMatch(/^d*nn*$/);
          expect(steps.filter(({ state }) => state === 'now')).toHaveLength(isClosed(progress.stage) ? 0 : 1);
        }
      }),
    );
  });
});
