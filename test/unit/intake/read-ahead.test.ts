import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAhead } from '#backend/intake/read-ahead.ts';
import type { Outcome } from '#backend/intake/read-ahead.ts';
import '#test/support/property-seed.ts';

const passing = (turns: number) =>
  Array.from({ length: turns }).reduce<Promise<void>>(
    (before) => before.then(() => undefined),
    Promise.resolve(),
  );

test('every outcome comes once and in order, and never more are under way than asked for', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ turns: fc.nat(8), fails: fc.boolean() }), { maxLength: 20 }),
      fc.integer({ min: 1, max: 5 }),
      async (items, width) => {
        let underWay = 0;
        let most = 0;
        const dropped: number[] = [];
        const read = async (no: number): Promise<number> => {
          underWay += 1;
          most = Math.max(most, underWay);
          await passing(items[no]?.turns ?? 0);
          underWay -= 1;
          if (items[no]?.fails === true) throw new Error(String(no));
          return no;
        };
        const outcomes: Outcome<number>[] = [];
        const all = items.map((_, no) => no);
        for await (const outcome of readAhead(all, { width, read, drop: (no) => dropped.push(no) }))
          outcomes.push(outcome);
        expect(
          outcomes.map((outcome) =>
            'value' in outcome ? outcome.value : Number((outcome.error as Error).message),
          ),
        ).toEqual(all);
        expect(outcomes.map((outcome) => 'error' in outcome)).toEqual(items.map(({ fails }) => fails));
        expect(most).toBeLessThanOrEqual(width);
        expect(dropped).toEqual([]);
      },
    ),
  );
});

test('what is under way when the caller walks away is dropped, and nothing is begun any more', async () => {
  const dropped: number[] = [];
  const begun: number[] = [];
  const read = async (no: number): Promise<number> => {
    begun.push(no);
    await passing(3);
    return no;
  };
  for await (const outcome of readAhead([1, 2, 3, 4, 5, 6], {
    width: 3,
    read,
    drop: (no) => dropped.push(no),
  }))
    if ('value' in outcome && outcome.value === 2) break;
  expect(begun).toEqual([1, 2, 3, 4, 5]);
  expect(dropped).toEqual([3, 4, 5]);
});
