/** Where keys lead in a table: pure. */
export type VerticalKey = 'arrowup' | 'arrowdown' | 'home' | 'end' | 'pageup' | 'pagedown';

/** Of each row of the list its id; undefined where the row has not come yet. */
export type RowIds = readonly (string | undefined)[];

/** A row by its id, with where it was last seen. */
export type RowPlace = { readonly id: string | undefined; readonly index: number };

/** Where a row is now; one that is gone or out of sight is where it was. -1: nowhere. */
export function placeOf(place: RowPlace | null, ids: RowIds): number {
  if (place === null) return -1;
  const last = Math.min(place.index, ids.length - 1);
  if (place.id === undefined || ids[last] === place.id) return last;
  const found = ids.indexOf(place.id);
  return found < 0 ? last : found;
}

/** Index after the key; `index` -1 is before the first row. `page` is the number of rows in sight. */
export function nextIndex(key: VerticalKey, index: number, count: number, page: number): number {
  if (count === 0) return -1;
  const target = {
    arrowup: index - 1,
    arrowdown: index + 1,
    home: 0,
    end: count - 1,
    pageup: index - Math.max(1, page - 1),
    pagedown: index + Math.max(1, page - 1),
  }[key];
  return Math.min(count - 1, Math.max(0, target));
}

type MovedColumn = { readonly id: string; readonly cell?: object | undefined };

/** The next column to the side that can be edited; null is the row itself, left of all of them. */
export function nextColumn(
  direction: 'left' | 'right',
  column: string | null,
  columns: readonly MovedColumn[],
): string | null {
  const index = columns.findIndex(({ id }) => id === column);
  const beside = direction === 'right' ? columns.slice(index + 1) : columns.slice(0, Math.max(0, index));
  const found = direction === 'right' ? beside.find(({ cell }) => cell) : beside.findLast(({ cell }) => cell);
  return found?.id ?? (direction === 'right' ? column : null);
}

/** The rows between the two, both included, in either order. */
export function between<T>(rows: readonly T[], from: number, to: number): T[] {
  const [first, last] = from < to ? [from, to] : [to, from];
  return rows.slice(Math.max(0, first), last + 1);
}

/** Whether every row has come. */
export const allCome = (ids: RowIds): ids is readonly string[] => !ids.includes(undefined);
