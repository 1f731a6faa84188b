/** Where keys lead in a table, and what a click selects: pure. */
export type VerticalKey = 'arrowup' | 'arrowdown' | 'home' | 'end' | 'pageup' | 'pagedown';

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

/** The editable column to the side; null is the row itself, left of all of them. */
export function nextColumn(
  direction: 'left' | 'right',
  column: string | null,
  editable: readonly string[],
): string | null {
  const index = column === null ? -1 : editable.indexOf(column);
  const target = Math.min(editable.length - 1, direction === 'right' ? index + 1 : index - 1);
  return target < 0 ? null : (editable[target] ?? null);
}

export function toggled(selection: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Adds every row between the two, both included, in either order. */
export function withRange(
  selection: ReadonlySet<string>,
  ids: readonly string[],
  from: number,
  to: number,
): ReadonlySet<string> {
  const [first, last] = from < to ? [from, to] : [to, from];
  return new Set([...selection, ...ids.slice(Math.max(0, first), last + 1)]);
}
