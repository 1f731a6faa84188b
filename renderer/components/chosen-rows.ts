/** Which rows of a list are chosen: some that are named, or the whole list but for some. Pure. */
export type ChosenRows =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<string> };

/** What is chosen next: told outright, or made of what is chosen by then, so that no two answers lose one another. */
export type NextChosen = ChosenRows | ((now: ChosenRows) => ChosenRows);

export const noRows: ChosenRows = { kind: 'some', ids: new Set() };
export const allRows: ChosenRows = { kind: 'all', except: new Set() };

export const isChosen = (chosen: ChosenRows, id: string): boolean =>
  chosen.kind === 'some' ? chosen.ids.has(id) : !chosen.except.has(id);

/** Of a list with `total` rows. */
export const chosenCount = (chosen: ChosenRows, total: number): number =>
  chosen.kind === 'some' ? chosen.ids.size : Math.max(0, total - chosen.except.size);

/** One row more, or less. */
export function withToggled(chosen: ChosenRows, id: string): ChosenRows {
  return isChosen(chosen, id) ? withoutRows(chosen, [id]) : withRows(chosen, [id]);
}

export function withRows(chosen: ChosenRows, ids: readonly string[]): ChosenRows {
  return chosen.kind === 'some'
    ? { kind: 'some', ids: new Set([...chosen.ids, ...ids]) }
    : { kind: 'all', except: less(chosen.except, ids) };
}

export function withoutRows(chosen: ChosenRows, ids: readonly string[]): ChosenRows {
  return chosen.kind === 'some'
    ? { kind: 'some', ids: less(chosen.ids, ids) }
    : { kind: 'all', except: new Set([...chosen.except, ...ids]) };
}

/** All of these rows more; where all of them are chosen already, all of them less. */
export const withAllToggled = (chosen: ChosenRows, ids: readonly string[]): ChosenRows =>
  ids.every((id) => isChosen(chosen, id)) ? withoutRows(chosen, ids) : withRows(chosen, ids);

export type Share = 'none' | 'some' | 'all';

/** How much of `count` rows so many chosen ones are. */
export function shareOf(count: number, chosen: number): Share {
  if (chosen === 0) return 'none';
  return chosen >= count ? 'all' : 'some';
}

function less(all: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const left = new Set(all);
  for (const id of ids) left.delete(id);
  return left;
}

export const nextOf = (next: NextChosen, now: ChosenRows): ChosenRows =>
  typeof next === 'function' ? next(now) : next;

/** What is chosen, and of which filter it was said. */
export interface KeptRows {
  readonly filterKey: string;
  readonly chosen: ChosenRows;
}

/** "All" is all of the filter that it was said of; rows that were named stay with another one. */
export const chosenOf = (kept: KeptRows, filterKey: string): ChosenRows =>
  kept.filterKey === filterKey || kept.chosen.kind === 'some' ? kept.chosen : noRows;

export const keptNext = (kept: KeptRows, filterKey: string, next: NextChosen): KeptRows => ({
  filterKey,
  chosen: nextOf(next, chosenOf(kept, filterKey)),
});
