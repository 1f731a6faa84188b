import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittingStep, gapOf, placeMarks, textWidth } from '#renderer/components/ruler-layout.ts';
import type { PlacedMark, RulerMark } from '#renderer/components/ruler-layout.ts';

const width = 417;
const ground = { width, positionOf: (at: number) => at * 14 - 1.5 };
const mark = (id: string, at: number, text: string, anchor: RulerMark['anchor'] = 'end'): RulerMark => ({
  id,
  at,
  side: 'above',
  anchor,
  text,
  ink: 1,
});

function extentOf({ anchor, textX, text }: PlacedMark) {
  const own = textWidth(text);
  const from = textX - { start: 0, middle: own / 2, end: own }[anchor];
  return { from, to: from + own };
}

describe('fittingStep', () => {
  it('lets any number of ticks fit that a pixel each is enough for, and is never wider than asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 400, max: 900 }), (count, room) => {
        const step = fittingStep(count, room, 14);
        expect(step).toBeLessThanOrEqual(14);
        expect(count * step - gapOf(step)).toBeLessThanOrEqual(room);
        expect(step - gapOf(step)).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('keeps the usual width of a refill’s thirty days', () => {
    expect(fittingStep(30, 520, 14)).toBe(14);
    expect(fittingStep(94, 420, 5)).toBe(4);
  });
});

describe('placeMarks', () => {
  it('keeps words that are far apart in one row', () => {
    const rows = placeMarks([mark('today', 4, '今天', 'middle'), mark('legal', 30, '法定 10月3日')], ground);
    expect(rows.map(({ row }) => row)).toEqual([0, 0]);
  });

  it('moves the later of two that collide a row away', () => {
    const rows = placeMarks([mark('today', 26, '今天', 'middle'), mark('legal', 30, '法定 10月3日')], ground);
    expect(rows.map(({ row }) => row)).toEqual([0, 1]);
  });

  it('says the words of two that collide together, where one joins the other', () => {
    const legal = {
      ...mark('legal', 30, '法定 10月3日'),
      joins: { id: 'today', text: '今天，法定 10月3日' },
    };
    const close = placeMarks([mark('today', 28, '今天', 'middle'), legal], ground);
    expect(close.map(({ text, row }) => [text, row])).toEqual([
      ['', 0],
      ['今天，法定 10月3日', 0],
    ]);
    expect(close[0]?.x).toBe(28 * 14 - 1.5);
    const apart = placeMarks([mark('today', 4, '今天', 'middle'), legal], ground);
    expect(apart.map(({ text }) => text)).toEqual(['今天', '法定 10月3日']);
  });

  it('never lets words of one row touch, nor any leave the ruler', () => {
    const anyMark = fc.record({
      id: fc.uuid(),
      at: fc.nat({ max: 30 }),
      side: fc.constantFrom('above' as const, 'below' as const),
      anchor: fc.constantFrom('start' as const, 'middle' as const, 'end' as const),
      text: fc.constantFrom('今天', '法定 10月3日（国庆）', '内部 9月30日（三）', '9月3日首次打回', 'Today'),
      ink: fc.constant(1 as const),
    });
    fc.assert(
      fc.property(fc.array(anyMark, { maxLength: 5 }), (marks) => {
        const placed = placeMarks(marks, ground);
        placed.forEach((one, index) => {
          const a = extentOf(one);
          expect(a.from).toBeGreaterThanOrEqual(0);
          expect(a.to).toBeLessThanOrEqual(width);
          for (const other of placed.slice(index + 1)) {
            if (other.side !== one.side || other.row !== one.row) continue;
            const b = extentOf(other);
            expect(a.to <= b.from || b.to <= a.from).toBe(true);
          }
        });
      }),
    );
  });
});
