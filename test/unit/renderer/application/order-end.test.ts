import { describe, expect, it } from 'vitest';
import { instantOf, calendarDate as day } from '#shared/domain/calendar-date.ts';
import { clocksOf, runningClock } from '#shared/domain/clocks.ts';
import type { ApplicationProgress } from '#shared/domain/stages.ts';
import { primaryStepOf, resultsOf } from '#renderer/features/application/next-step.ts';
import { orderEndOf } from '#renderer/features/application/order-end.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';
import { certificationPack as pack } from '../../rules/certification-pack.ts';

const firstReturn = instantOf(day('2026-09-01'), '10:00');
const lastDay = instantOf(day('2026-10-01'), '23:59');
const dayAfter = instantOf(day('2026-10-02'));
const returnedOnce = { reasonCode: null, returnedAtMs: firstReturn };

const progress: ApplicationProgress = {
  kind: 'first_certification',
  stage: 'returned',
  entityType: 'company',
  openedAtMs: firstReturn,
  submittedAtMs: firstReturn,
  authorisedAtMs: firstReturn,
  paidAtMs: firstReturn,
  firstReturnedAtMs: firstReturn,
  stageSinceAtMs: firstReturn,
  attempts: [],
};

const returned = (nowMs: number, returns = 1) => ({
  application: { stage: 'returned' as const, closedAtMs: null },
  attempts: Array.from({ length: returns }, () => returnedOnce),
  calls: [],
  refillMax: 3,
  running: {
    clock: runningClock(clocksOf(progress, pack, createWorkingCalendar(), nowMs)) ?? never(),
    ticks: [],
  },
});

const never = () => {
  throw new Error('a returned order has a clock');
};

const missed = (count: number) => ({
  application: { stage: 'in_review' as const, closedAtMs: null },
  attempts: [],
  calls: Array.from({ length: count }, (_, index) => ({
    id: `c${index}`,
    atMs: firstReturn + index,
    outcome: 'missed' as const,
    remark: null,
  })),
  refillMax: 3,
  running: null,
});

describe('an order that is over by the rules', () => {
  it('is one past the last day of its refill', () => {
    expect(orderEndOf(returned(lastDay), pack, lastDay)).toBeNull();
    expect(orderEndOf(returned(dayAfter), pack, dayAfter)).toBe('clock_over');
  });

  it('is one that was sent back more often than there are refills', () => {
    expect(orderEndOf(returned(lastDay, 3), pack, lastDay)).toBeNull();
    expect(orderEndOf(returned(lastDay, 4), pack, lastDay)).toBe('no_refill');
  });

  it('is one under review whose calls were missed as often as the pack says', () => {
    const missedCallsToFail = pack.reviewerCall.missedCallsToFail;
    expect(orderEndOf(missed(missedCallsToFail - 1), pack, lastDay)).toBeNull();
    expect(orderEndOf(missed(missedCallsToFail), pack, lastDay)).toBe('calls_spent');
    expect(orderEndOf(missed(missedCallsToFail), undefined, lastDay)).toBeNull();
  });

  it('is one that was sent back as well, once the calls are missed', () => {
    const { calls } = missed(pack.reviewerCall.missedCallsToFail);
    expect(orderEndOf({ ...returned(lastDay), calls }, pack, lastDay)).toBe('calls_spent');
  });

  it('is looked up, the failure first of what may have come of it', () => {
    const allowed = ['resubmit', 'fail', 'withdraw'] as const;
    expect(primaryStepOf('returned', null)).toBe('resubmit');
    expect(primaryStepOf('returned', 'clock_over')).toBe('result');
    expect(resultsOf(allowed, 'clock_over')).toEqual(['fail', 'resubmit']);
    const ofTask = ['authorise', 'authorisation_lapsed', 'withdraw'] as const;
    expect(resultsOf(ofTask, 'clock_over')).toEqual(['authorisation_lapsed', 'authorise']);
    expect(resultsOf(['pass', 'return', 'fail', 'withdraw'], null)).toEqual(['pass', 'return', 'fail']);
  });
});
