/** A requirement over papers: one of them, all of the parts, or any one of the options. */
export type Formula =
  | { readonly op: 'atom'; readonly id: string }
  | { readonly op: 'all_of'; readonly parts: readonly Formula[] }
  | { readonly op: 'any_of'; readonly options: readonly Formula[] };

/** Whether the atoms at hand meet a formula. An empty `all_of` is met, an empty `any_of` never. */
export function isMet(formula: Formula, atHand: ReadonlySet<string>): boolean {
  switch (formula.op) {
    case 'atom':
      return atHand.has(formula.id);
    case 'all_of':
      return formula.parts.every((part) => isMet(part, atHand));
    case 'any_of':
      return formula.options.some((option) => isMet(option, atHand));
  }
}

/**
 * The cheapest atoms that, added to those at hand, meet the formula, sorted by id; empty when it is met already,
 * undefined when nothing meets it. An atom that several parts ask for is counted once. `costOf` gives each atom's cost,
 * a number above 0; without it every atom costs the same. Of equally cheap sets the one that comes first by its ids.
 */
export function cheapestCompletion(
  formula: Formula,
  atHand: ReadonlySet<string>,
  costOf: (id: string) => number = () => 1,
): string[] | undefined {
  const costs = (set: AtomSet): number => [...set].reduce((sum, id) => sum + costOf(id), 0);
  const sorted = completions(formula, atHand).map((set) => ({ ids: [...set].sort(), cost: costs(set) }));
  return sorted.sort((a, b) => a.cost - b.cost || compareIds(a.ids, b.ids)).at(0)?.ids;
}

type AtomSet = ReadonlySet<string>;

/** Every set of further atoms that meets the formula and holds no smaller one that does. */
function completions(formula: Formula, atHand: AtomSet): AtomSet[] {
  switch (formula.op) {
    case 'atom':
      return [atHand.has(formula.id) ? new Set() : new Set([formula.id])];
    case 'all_of':
      return formula.parts.reduce<AtomSet[]>(
        (sets, part) => {
          const own = completions(part, atHand);
          return minimal(sets.flatMap((set) => own.map((other) => new Set([...set, ...other]))));
        },
        [new Set()],
      );
    case 'any_of':
      return minimal(formula.options.flatMap((option) => completions(option, atHand)));
  }
}

/** The sets that contain no other one; of equal sets the first. */
function minimal(sets: readonly AtomSet[]): AtomSet[] {
  const bySize = sets.toSorted((a, b) => a.size - b.size);
  const kept: AtomSet[] = [];
  for (const set of bySize) if (!kept.some((other) => [...other].every((id) => set.has(id)))) kept.push(set);
  return kept;
}

function compareIds(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [a.join('\n'), b.join('\n')];
  return left === right ? 0 : left < right ? -1 : 1;
}
