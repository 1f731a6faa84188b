import { execFileSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { clockVectors } from '#test/support/clock-vectors.ts';

const expected: Readonly<Record<keyof ReturnType<typeof clockVectors>, unknown>> = {
  dayChanges: ['2026-09-21 23:59', '2026-09-22 00:00'],
  refillStartsByDay: ['2026-10-22', '2026-10-22', '2026-10-23'],
  refillUsed: [0, 1],
  monthEnds: ['2026-03-02', '2025-03-01', '2026-09-30'],
  leapDays: ['2024-02-29', '2024-03-30', '2024-02-29 20:00', '2024-03-01 20:00', '2025-02-28', '2027-12-01'],
  yearChanges: ['2026-01-14', '2026-01-22', '2026-01-01 23:30'],
  makeUpSaturday: ['2026-10-15', '2026-10-10', '2026-10-10'],
  reviewUsedOnMakeUpDay: [0, 1],
  reviewUsedOnDayOff: [0, 0],
  summerTime: ['2026-03-09 17:30', '2026-11-02 16:30', 23],
  losses: [
    [0, '2026-12-20'],
    [0, '2026-12-20'],
    [1, '2027-01-19'],
    [1, '2027-01-19'],
    [2, '2027-02-18'],
    [3, undefined],
  ],
  ruler: 'SssSSSSSssSSSSSsSSSLLlllLLLlll',
  report: ['2026-01-01', '2026-06-30'],
  // Nine in the morning in Shanghai.
  reminders: [
    '2025-12-31T01:00:00.000Z',
    '2026-01-30T01:00:00.000Z',
    '2026-02-15T01:00:00.000Z',
    '2026-02-22T01:00:00.000Z',
    '2026-02-28T01:00:00.000Z',
    '2026-03-01T01:00:00.000Z',
  ],
};

/** The same vectors as a process in another zone computes them. */
function vectorsIn(zone: string): { offset: number; vectors: unknown } {
  const script = path.join(import.meta.dirname, '../../support/print-clock-vectors.ts');
  const printed = execFileSync(process.execPath, [script], {
    encoding: 'utf8',
    env: { ...process.env, TZ: zone },
  });
  return JSON.parse(printed) as { offset: number; vectors: unknown };
}

describe('the days and hours that clocks count', () => {
  it('are right at midnight, at month ends, on leap days, over the year and on worked Saturdays', () => {
    expect(clockVectors()).toEqual(expected);
  });

  it.each([
    ['UTC', 0],
    ['Asia/Shanghai', -480],
    ['America/Los_Angeles', 480],
    // 40 minutes behind in 1970, fourteen hours ahead today.
    ['Pacific/Kiritimati', 640],
  ])('are those of Shanghai on a computer set to %s', (zone, offset) => {
    const there = vectorsIn(zone);
    expect(there.offset).toBe(offset);
    expect(there.vectors).toEqual(JSON.parse(JSON.stringify(expected)));
  });
});
