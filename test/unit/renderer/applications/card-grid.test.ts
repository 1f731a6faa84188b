import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardBeside, cardInItsPlace } from '#renderer/features/applications/board/card-grid.ts';

const grid = [['a', 'b', 'c'], [], ['d'], ['e', 'f']];

test('arrows lead to the card beside, past empty columns, and stop at the edges', () => {
  expect(cardBeside(grid, 'b', 'up')).toBe('a');
  expect(cardBeside(grid, 'a', 'up')).toBe('a');
  expect(cardBeside(grid, 'c', 'down')).toBe('c');
  expect(cardBeside(grid, 'c', 'right')).toBe('d');
  expect(cardBeside(grid, 'd', 'left')).toBe('a');
  expect(cardBeside(grid, 'f', 'left')).toBe('d');
  expect(cardBeside(grid, 'f', 'right')).toBe('f');
  expect(cardBeside(grid, 'b', 'last')).toBe('c');
  expect(cardBeside(grid, 'f', 'first')).toBe('e');
});

test('a card that is not there any more leads to the first one', () => {
  expect(cardBeside(grid, 'gone', 'down')).toBe('a');
  expect(cardBeside([], 'gone', 'down')).toBe('gone');
});

test('what leaves its column gives its place to the next card, else to the one before it', () => {
  expect(cardInItsPlace(grid, 'b')).toBe('c');
  expect(cardInItsPlace(grid, 'c')).toBe('b');
  expect(cardInItsPlace(grid, 'd')).toBeUndefined();
});

test('from every card each key leads to a card of the board', () => {
  const anyGrid = fc
    .array(fc.nat(4), { minLength: 1, maxLength: 7 })
    .map((sizes) =>
      sizes.map((size, column) => Array.from({ length: size }, (_, row) => `${column}-${row}`)),
    );
  fc.assert(
    fc.property(anyGrid, fc.constantFrom('up', 'down', 'left', 'right', 'first', 'last'), (cards, move) => {
      for (const id of cards.flat()) expect(cards.flat()).toContain(cardBeside(cards, id, move));
    }),
  );
});
