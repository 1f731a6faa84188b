import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupedLayout, plainLayout } from '#renderer/components/group-rows.ts';
import type { RowGroup, TableLayout } from '#renderer/components/group-rows.ts';

const groups: fc.Arbitrary<readonly RowGroup[]> = fc.array(
  fc.record({ count: fc.integer({ min: 1, max: 9 }), isOpen: fc.boolean() }),
  { minLength: 1, maxLength: 8 },
);

/** What a table shows from top to bottom, written down group by group. */
const expected = (all: readonly RowGroup[]): string[] => {
  let row = 0;
  return all.flatMap(({ count, isOpen }, group) => [
    `heading ${group}`,
    ...Array.from({ length: isOpen ? count : 0 }, () => `row ${row++} of ${group}`),
  ]);
};

function shown(layout: TableLayout): string[] {
  return Array.from({ length: layout.itemCount }, (_, at) => {
    const item = layout.itemAt(at);
    return item.kind === 'heading'
      ? `heading ${item.group}`
      : `row ${item.row} of ${layout.groupOfRow(item.row) ?? ''}`;
  });
}

test('every heading stands before its rows; a collapsed group has its heading alone', () => {
  fc.assert(
    fc.property(groups, (all) => {
      const layout = groupedLayout(all);
      expect(shown(layout)).toEqual(expected(all));
      expect(layout.rowCount).toBe(all.reduce((sum, { count, isOpen }) => sum + (isOpen ? count : 0), 0));
    }),
  );
});

test('rows and headings are found at the places at which they stand', () => {
  fc.assert(
    fc.property(groups, (all) => {
      const layout = groupedLayout(all);
      for (let row = 0; row < layout.rowCount; row += 1)
        expect(layout.itemAt(layout.itemOfRow(row))).toEqual({ kind: 'row', row });
      for (const group of all.keys())
        expect(layout.itemAt(layout.itemOfHeading(group))).toEqual({ kind: 'heading', group });
    }),
  );
});

test('as many rows stand before a place as are shown above it', () => {
  fc.assert(
    fc.property(groups, (all) => {
      const layout = groupedLayout(all);
      let rows = 0;
      for (let item = 0; item < layout.itemCount; item += 1) {
        expect(layout.rowsBefore(item)).toBe(rows);
        if (layout.itemAt(item).kind === 'row') rows += 1;
      }
    }),
  );
});

test('without groups every row is at its own place', () => {
  const layout = plainLayout(3);
  expect(shown(layout)).toEqual(['row 0 of ', 'row 1 of ', 'row 2 of ']);
  expect([0, 1, 2].map(layout.itemOfRow)).toEqual([0, 1, 2]);
});
