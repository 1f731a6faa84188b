/** The ids of the cards that the board shows, column by column. */
export type CardGrid = readonly (readonly string[])[];

export type CardMove = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

/** The card beside another one; empty columns are passed over, and at an edge it is the card itself. */
export function cardBeside(grid: CardGrid, id: string, move: CardMove): string {
  const column = grid.findIndex((ids) => ids.includes(id));
  const ids = grid[column];
  if (ids === undefined) return grid.flat()[0] ?? id;
  const row = ids.indexOf(id);
  switch (move) {
    case 'up':
      return ids[row - 1] ?? id;
    case 'down':
      return ids[row + 1] ?? id;
    case 'first':
      return ids[0] ?? id;
    case 'last':
      return ids.at(-1) ?? id;
    case 'left':
      return atRow(grid.slice(0, column).findLast(hasCards), row) ?? id;
    case 'right':
      return atRow(grid.slice(column + 1).find(hasCards), row) ?? id;
  }
}

const hasCards = (ids: readonly string[]): boolean => ids.length > 0;

const atRow = (ids: readonly string[] | undefined, row: number): string | undefined =>
  ids?.[Math.min(row, ids.length - 1)];

/** The card that takes the place of one that leaves its column: the next one, else the one before it. */
export function cardInItsPlace(grid: CardGrid, id: string): string | undefined {
  const below = cardBeside(grid, id, 'down');
  const next = below === id ? cardBeside(grid, id, 'up') : below;
  return next === id ? undefined : next;
}
