import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts';
import { stagedLoss } from '#shared/domain/staged-loss.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';

const { losses } = certificationPack.validity;
const until = calendarDate('2026-12-20');
const on = (days: number) => {
  const { held, coming } = stagedLoss(until, losses, addDays(until, days));
  return [held.map(({ afterDays }) => afterDays), coming.map((loss) => loss.on)];
};

describe('what an account loses after its certification', () => {
  it('is nothing up to the last day, which still counts as certified', () => {
    expect(on(-1)).toEqual([[], ['2026-12-20', '2027-01-19', '2027-02-18']]);
    expect(on(0)).toEqual([[], ['2026-12-20', '2027-01-19', '2027-02-18']]);
  });

  it.each([
    [1, [0], ['2027-01-19', '2027-02-18']],
    [29, [0], ['2027-01-19', '2027-02-18']],
    [30, [0, 30], ['2027-02-18']],
    [59, [0, 30], ['2027-02-18']],
    [60, [0, 30, 60], []],
    [400, [0, 30, 60], []],
  ])('grows in steps: on day %s', (days, held, coming) => {
    expect(on(days)).toEqual([held, coming]);
  });

  it('is dated from the end, as the rules count it', () => {
    const { held } = stagedLoss(until, losses, addDays(until, 60));
    expect(held.map((loss) => loss.on)).toEqual(['2026-12-20', '2027-01-19', '2027-02-18']);
  });

  it('only grows, and every loss is either there or to come', () => {
    const days = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(days, fc.nat(100), fc.shuffledSubarray([...losses]), (first, later, some) => {
        const before = stagedLoss(until, some, addDays(until, first));
        const after = stagedLoss(until, some, addDays(until, first + later));
        expect(before.held.length + before.coming.length).toBe(some.length);
        expect(after.held.slice(0, before.held.length)).toEqual(before.held);
        expect(before.held.every((loss) => before.coming.every((next) => loss.on <= next.on))).toBe(true);
      }),
    );
  });
});
