import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayTicks, shortfall, span } from '#renderer/components/ticks.tsx';
import type { Tick } from '#renderer/components/ticks.tsx';

const drawn = (ticks: readonly Tick[]): string => ticks.map(({ state }) => state.charAt(0)).join('');

describe('span', () => {
  it('spends from the left', () => {
    expect(drawn(span(12, 2))).toBe('ssssssssssll');
    expect(drawn(span(5, 5))).toBe('lllll');
    expect(drawn(span(5, 0))).toBe('sssss');
  });

  it('marks the units that are not worked', () => {
    expect(span(4, 4, [1, 2]).map(({ rest }) => rest)).toEqual([false, true, true, false]);
  });

  it('draws every unit once, whatever is left', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.integer({ min: -80, max: 80 }), (total, left) => {
        const ticks = span(total, left);
        expect(ticks).toHaveLength(total);
        const remaining = ticks.filter(({ state }) => state === 'left').length;
        expect(remaining).toBe(Math.min(total, Math.max(0, left)));
        expect(drawn(ticks)).toMatch(/^s*l*$/);
      }),
    );
  });
});

describe('shortfall', () => {
  it('shows what is there, then what lacks', () => {
    expect(drawn(shortfall(6, 8))).toBe('ppppppll');
    expect(drawn(shortfall(0, 2))).toBe('ll');
  });
});

describe('dayTicks', () => {
  it('has spent today and draws days off low', () => {
    const days = ['2026-09-21', '2026-09-22', '2026-09-23', '2026-09-25'].map((date) => ({
      date,
      off: date === '2026-09-25',
    }));
    const ticks = dayTicks(days, '2026-09-22');
    expect(drawn(ticks)).toBe('ssll');
    expect(ticks.at(-1)?.rest).toBe(true);
  });
});
