import { conditionHolds, leafKey, leafState, plainFacts } from './formula.ts';
import type { Formula, FormulaFacts, FormulaLeaf, When } from './formula.ts';

/** Something about a case that has to be found out before a formula can be judged. */
export type FormulaQuestion =
  | { readonly ask: 'answer'; readonly id: string }
  /** A paper is there: does it extend to the words that its leaf names, or does the licence's scope? */
  | { readonly ask: 'leaf'; readonly leaf: FormulaLeaf };

export type Assumption = FormulaQuestion & { readonly is: boolean };

/** What would meet a formula: these items, if things are as assumed. Without assumptions it is certain. */
export type Way = {
  readonly items: readonly FormulaLeaf[];
  readonly assuming: readonly Assumption[];
  readonly cost: number;
};

/** A cost above 0. */
export type CostOf = (leaf: FormulaLeaf) => number;

/**
 * The cheapest ways to meet a formula: one for each set of assumptions that makes it cheaper than fewer assumptions do,
 * cheapest first; empty when nothing meets it. Under any answers to the open questions, the cheapest way whose
 * assumptions fit them costs what the best of all sets of items does. A paper that several parts ask for is counted
 * once, whatever each wants it to extend to. Of equally cheap items the ones that come first by their keys.
 */
export function cheapestWays(formula: Formula, facts: FormulaFacts, costOf: CostOf = () => 1): Way[] {
  const ways = pathsOf(formula, facts).map((path) => ({ ...path, cost: costOfItems(path, costOf) }));
  const sorted = ways.toSorted(
    (a, b) => a.cost - b.cost || a.assumed.size - b.assumed.size || compareKeys(keysOf(a), keysOf(b)),
  );
  const kept: (Path & { readonly cost: number })[] = [];
  for (const way of sorted) {
    if (!kept.some(({ assumed }) => isWithin(assumed, way.assumed))) kept.push(way);
  }
  return kept.map(({ items, assumed, cost }) => ({
    items: sortedItems(items),
    assuming: [...assumed.values()],
    cost,
  }));
}

/** Every way to meet a formula that holds no smaller one, whatever it costs; empty when nothing meets it. */
export const minimalWays = (formula: Formula, facts: FormulaFacts): Omit<Way, 'cost'>[] =>
  pathsOf(formula, facts).map(({ items, assumed }) => ({
    items: sortedItems(items),
    assuming: [...assumed.values()],
  }));

/**
 * The cheapest atoms that, added to those at hand, meet the formula for certain, sorted by id; empty when it is met
 * already, undefined when nothing meets it. `costOf` gives each atom's cost, a number above 0; without it every atom
 * costs the same.
 */
export function cheapestCompletion(
  formula: Formula,
  atHand: ReadonlySet<string>,
  costOf: (id: string) => number = () => 1,
): string[] | undefined {
  const ways = cheapestWays(formula, plainFacts(atHand), (leaf) => costOf(paperOf(leaf)));
  return ways.find(({ assuming }) => assuming.length === 0)?.items.map(paperOf);
}

/** Names the paper that meets a leaf: two leaves of one permit are one paper. */
const paperOf = (leaf: FormulaLeaf): string => (leaf.op === 'atom' ? leaf.id : leafKey(leaf));

type Path = {
  readonly items: ReadonlyMap<string, FormulaLeaf>;
  readonly assumed: ReadonlyMap<string, Assumption>;
};

const start: Path = { items: new Map(), assumed: new Map() };

const toGet = (leaf: FormulaLeaf): Path => ({ ...start, items: new Map([[leafKey(leaf), leaf]]) });

const toAssume = (assumption: Assumption): Path => ({
  ...start,
  assumed: new Map([[`${keyOfQuestion(assumption)} ${assumption.is}`, assumption]]),
});

/** Names a question: equal questions have equal keys. */
export const keyOfQuestion = (question: FormulaQuestion): string =>
  question.ask === 'answer' ? `answer ${question.id}` : `leaf ${leafKey(question.leaf)}`;

/** Every way to meet the formula that holds no smaller one. */
function pathsOf(formula: Formula, facts: FormulaFacts): Path[] {
  switch (formula.op) {
    case 'atom':
    case 'scope':
      return pathsOfLeaf(formula, facts);
    case 'all_of':
      return formula.parts.reduce<Path[]>((paths, part) => both(paths, pathsOf(part, facts)), [start]);
    case 'any_of':
      return minimal(formula.options.flatMap((option) => pathsOf(option, facts)));
    case 'when':
      return pathsOfWhen(formula, facts);
  }
}

function pathsOfLeaf(leaf: FormulaLeaf, facts: FormulaFacts): Path[] {
  switch (leafState(leaf, facts)) {
    case 'met':
      return [start];
    case 'missing':
      return [toGet(leaf)];
    case 'question':
      return [toAssume({ ask: 'leaf', leaf, is: true }), toGet(leaf)];
  }
}

function pathsOfWhen({ condition, then, otherwise }: When, facts: FormulaFacts): Path[] {
  const ifSo = (): Path[] => pathsOf(then, facts);
  const ifNot = (): Path[] => (otherwise === undefined ? [] : pathsOf(otherwise, facts));
  const holds = conditionHolds(condition, facts);
  if (condition.on !== 'answer' || holds !== undefined) return holds === true ? ifSo() : ifNot();
  const { id, is } = condition;
  return minimal([
    ...both([toAssume({ ask: 'answer', id, is })], ifSo()),
    ...both([toAssume({ ask: 'answer', id, is: !is })], ifNot()),
  ]);
}

/** Each path of the one with each of the other, but for those that assume a thing and its opposite. */
function both(some: readonly Path[], others: readonly Path[]): Path[] {
  const joined = some.flatMap((one) =>
    others.map((other) => ({
      items: new Map([...one.items, ...other.items]),
      assumed: new Map([...one.assumed, ...other.assumed]),
    })),
  );
  return minimal(joined.filter(({ assumed }) => isConsistent([...assumed.values()])));
}

const isConsistent = (assumptions: readonly Assumption[]): boolean =>
  new Set(assumptions.map(keyOfQuestion)).size === assumptions.length;

/** The paths that contain no other one; of equal paths the first. */
function minimal(paths: readonly Path[]): Path[] {
  const bySize = paths.toSorted((a, b) => sizeOf(a) - sizeOf(b));
  const kept: Path[] = [];
  for (const path of bySize) {
    const holdsOther = kept.some(
      (other) => isWithin(other.items, path.items) && isWithin(other.assumed, path.assumed),
    );
    if (!holdsOther) kept.push(path);
  }
  return kept;
}

const sizeOf = ({ items, assumed }: Path): number => items.size + assumed.size;

const isWithin = (some: ReadonlyMap<string, unknown>, all: ReadonlyMap<string, unknown>): boolean =>
  [...some.keys()].every((key) => all.has(key));

function costOfItems({ items }: Path, costOf: CostOf): number {
  const papers = new Map([...items.values()].map((leaf) => [paperOf(leaf), leaf]));
  return [...papers.values()].reduce((sum, leaf) => sum + costOf(leaf), 0);
}

/** By key; a paper that is asked for both as it is and extending to something is named once, with what it extends to. */
function sortedItems(items: ReadonlyMap<string, FormulaLeaf>): FormulaLeaf[] {
  const all = [...items].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, leaf]) => leaf);
  return all.filter((leaf) => {
    const isPlain = leaf.op === 'atom' && leaf.covering === undefined;
    return !isPlain || !all.some((other) => other !== leaf && paperOf(other) === leaf.id);
  });
}

const keysOf = ({ items }: Path): string => [...items.keys()].sort().join('\n');

const compareKeys = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
