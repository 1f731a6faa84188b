import { expect, it } from 'vitest';
import { partsOf } from '#renderer/features/intake/stack-parts.ts';
import type { TrayPageRow } from '#renderer/features/intake/tray-shape.ts';

/** Pages of one file in its order: which piece each is in, and its place there. */
const stack = (...places: readonly (readonly [string | null, number])[]): readonly TrayPageRow[] =>
  places.map(([paperId, position], index) => ({
    ...{ id: `p${index + 1}`, fileId: 'f', pageNo: index + 1, turn: 0, part: 'whole' },
    ...{ paperId, position, isBlank: null, faults: null, isUnread: false },
  }));

const shown = (pages: readonly TrayPageRow[]) =>
  partsOf(pages).map((part) => [part.paperId, part.pages.map(({ pageNo }) => pageNo)]);

it('shows the pages of a piece in the order that they were put in', () => {
  expect(shown(stack(['a', 2], ['a', 0], ['a', 1], ['b', 0]))).toEqual([
    ['a', [2, 3, 1]],
    ['b', [4]],
  ]);
});

it('shows a piece once, where its first page lies, and what is left out where it is', () => {
  expect(shown(stack(['a', 1], [null, 0], [null, 1], ['a', 0], ['b', 0], [null, 2], ['a', 2]))).toEqual([
    ['a', [4, 1, 7]],
    [null, [2, 3]],
    ['b', [5]],
    [null, [6]],
  ]);
});
