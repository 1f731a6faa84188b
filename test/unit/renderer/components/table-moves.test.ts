import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextColumn, nextIndex, placeOf } from '#renderer/components/table-moves.ts';

describe('nextIndex', () => {
  it('moves by one, by a page less one row, and to the ends', () => {
    expect(nextIndex('arrowdown', -1, 10, 5)).toBe(0);
    expect(nextIndex('arrowdown', 3, 10, 5)).toBe(4);
    expect(nextIndex('arrowup', 3, 10, 5)).toBe(2);
    expect(nextIndex('pagedown', 3, 100, 20)).toBe(22);
    expect(nextIndex('pageup', 50, 100, 20)).toBe(31);
    expect(nextIndex('home', 50, 100, 20)).toBe(0);
    expect(nextIndex('end', 50, 100, 20)).toBe(99);
  });

  it('stays inside the table and has nowhere to go in an empty one', () => {
    const keys = fc.constantFrom('arrowup', 'arrowdown', 'home', 'end', 'pageup', 'pagedown');
    fc.assert(
      fc.property(
        keys,
        fc.nat({ max: 50 }),
        fc.nat({ max: 40 }),
        fc.integer({ min: -1, max: 60 }),
        (...all) => {
          const [key, count, page, index] = all;
          const next = nextIndex(key, index, count, page);
          if (count === 0) expect(next).toBe(-1);
          else expect(next).toBeGreaterThanOrEqual(0);
          expect(next).toBeLessThan(Math.max(1, count));
        },
      ),
    );
  });
});

describe('nextColumn', () => {
  const columns = [
    ...[{ id: 'name', cell: {} }, { id: 'accounts' }, { id: 'fee', cell: {} }],
    ...[{ id: 'owed', cell: {} }, { id: 'next' }],
  ];

  it('goes from the row into its cells and back', () => {
    expect(nextColumn('right', null, columns)).toBe('name');
    expect(nextColumn('right', 'name', columns)).toBe('fee');
    expect(nextColumn('right', 'owed', columns)).toBe('owed');
    expect(nextColumn('left', 'fee', columns)).toBe('name');
    expect(nextColumn('left', 'name', columns)).toBe(null);
    expect(nextColumn('right', null, [])).toBe(null);
  });

  it('leaves a cell that can’t be edited for the next one that can', () => {
    expect(nextColumn('right', 'accounts', columns)).toBe('fee');
    expect(nextColumn('left', 'accounts', columns)).toBe('name');
    expect(nextColumn('right', 'next', columns)).toBe('next');
    expect(nextColumn('left', 'next', columns)).toBe('owed');
  });
});

describe('placeOf', () => {
  const ids = ['a', 'b', undefined, 'd'];

  it('follows the row, and keeps the place of one that is gone, out of sight or not here yet', () => {
    expect(placeOf(null, ids)).toBe(-1);
    expect(placeOf({ id: 'b', index: 1 }, ids)).toBe(1);
    expect(placeOf({ id: 'b', index: 3 }, ids)).toBe(1);
    expect(placeOf({ id: 'x', index: 1 }, ids)).toBe(1);
    expect(placeOf({ id: undefined, index: 2 }, ids)).toBe(2);
    expect(placeOf({ id: 'x', index: 9 }, ids)).toBe(3);
    expect(placeOf({ id: 'x', index: 0 }, [])).toBe(-1);
  });
});
