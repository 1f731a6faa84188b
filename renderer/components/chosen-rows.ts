/** Which rows of a list are chosen: some that are named, or the whole list but for some. Pure. */
export type ChosenRows =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<string> };

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
