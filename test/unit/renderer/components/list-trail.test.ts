import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neighboursOf } from '#renderer/components/list-trail.ts';

const idsOf = (count: number): string[] => Array.from({ length: count }, (_, index) => `r${index}`);
const windowOf = (ids: readonly string[], skip: number, limit: number) => ({
  ...{ skip, total: ids.length, rows: ids.slice(skip, skip + limit).map((id) => ({ id })) },
});

test('the neighbours of a record are the rows around it, wherever its window begins', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), (count, seed) => {
      const ids = idsOf(count);
      const index = seed % count;
      const skip = Math.max(0, Math.floor(index / 50) * 50 - 1);
      const found = neighboursOf({ id: ids[index] ?? '', index }, windowOf(ids, skip, 52));
      expect(found.at).toBe(index);
      expect(found.previous?.id).toBe(ids[index - 1]);
      expect(found.next?.id).toBe(ids[index + 1]);
    }),
  );
});

test('a record that has left its list goes on between those that were around it', () => {
  const ids = idsOf(5).filter((id) => id !== 'r2');
  const found = neighboursOf({ id: 'r2', index: 2 }, windowOf(ids, 0, 52));
  expect(found).toMatchObject({ at: null, previous: { id: 'r1', index: 1 }, next: { id: 'r3', index: 2 } });
});
