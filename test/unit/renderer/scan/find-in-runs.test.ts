import { describe, expect, it } from 'vitest';
import { findInRuns, hasText } from '#renderer/components/scan/find-in-runs.ts';
import { boxIn, runsOf } from '#renderer/components/scan/text-runs.ts';

/** A page of 100 × 200 units, whose origin is below on the left, shown at its size. */
const viewport = { convertToViewportPoint: (x: number, y: number) => [x, 200 - y] };

const item = (str: string, x: number, y: number, width: number, hasEOL = false) => ({
  str,
  transform: [10, 0, 0, 10, x, y],
  width,
  height: 10,
  hasEOL,
});

const rounded = (boxes: ReturnType<typeof findInRuns>) =>
  boxes.map((parts) =>
    parts.map(({ x, y, width, height }) => [x, y, width, height].map((n) => Math.round(n * 10) / 10)),
  );

describe('finding in the text layer of a page', () => {
  const runs = runsOf(
    [item('违约责任：逾期付', 10, 150, 80, true), item('款的，按日支付违约金', 10, 130, 80, true)],
    viewport,
  );

  it('boxes every place, from the base line a little down and up to the top of the characters', () => {
    expect(rounded(findInRuns(runs, '违约'))).toEqual([[[10, 41, 20, 11]], [[66, 61, 16, 11]]]);
  });

  it('finds what runs over the end of a line, a box a line', () => {
    expect(rounded(findInRuns(runs, '付款'))).toEqual([
      [
        [80, 41, 10, 11],
        [10, 61, 8, 11],
      ],
    ]);
  });

  it('takes a Chinese character for as wide as two Latin ones', () => {
    const [run] = runsOf([item('AB公司', 0, 100, 60)], viewport);
    expect(boxIn(run!, 2, 4)).toMatchObject({ x: 20, width: 40 });
  });

  it('does not care about case, width or gaps', () => {
    const latin = runsOf([item('Ｎｏ．91440300 MAXA', 0, 100, 80)], viewport);
    expect(findInRuns(latin, 'no.91440300maxa')).toHaveLength(1);
  });

  it('finds nothing of nothing, nor what is not there', () => {
    expect(findInRuns(runs, ' ')).toEqual([]);
    expect(findInRuns(runs, '保密')).toEqual([]);
    expect(findInRuns([], '违约')).toEqual([]);
  });

  it('boxes text that stands upright along its own line', () => {
    const upright = {
      str: '页边',
      transform: [0, 10, -10, 0, 50, 100],
      width: 20,
      height: 10,
      hasEOL: false,
    };
    const [parts] = findInRuns(runsOf([upright], viewport), '页边');
    expect(rounded([parts!])).toEqual([[[41, 80, 11, 20]]]);
  });

  it('knows a page without a word, and leaves out marks of the structure', () => {
    expect(hasText(runsOf([{ type: 'beginMarkedContent' }, item('  ', 0, 0, 5)], viewport))).toBe(false);
    expect(hasText(runs)).toBe(true);
  });
});
