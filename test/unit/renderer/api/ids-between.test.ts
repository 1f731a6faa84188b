import { expect, test } from 'vitest';
import { idsBetween } from '#renderer/api/ids-between.ts';

const list = Array.from({ length: 1300 }, (_, n) => ({ id: `${n}` }));
const read = ({ after, skip, limit }: { after: string | null; skip: number; limit: number }) => {
  const from = (after === null ? 0 : Number(after)) + skip;
  const rows = list.slice(from, from + limit);
  return Promise.resolve({ rows, nextCursor: from + limit < list.length ? `${from + limit}` : null });
};
const numbers = async (first: number, last: number): Promise<number[]> =>
  (await idsBetween(read, first, last)).map(Number);

test('the ids of a range are read over as many pages as it takes, both ends included', async () => {
  expect(await numbers(3, 3)).toEqual([3]);
  expect(await numbers(100, 1150)).toEqual(Array.from({ length: 1051 }, (_, n) => n + 100));
});

test('a range that goes beyond the list ends with it', async () => {
  expect(await numbers(1298, 1400)).toEqual([1298, 1299]);
});
