import type { EntityType } from './entity-type.ts';
import { nameKey } from './name-key.ts';
import type { Platform } from './platform.ts';
import type { RuleText } from './rule-pack.ts';

/**
 * For whom a part of a formula is meant. Kind of body, platform and category are known of every case; the answer to a
 * question may be missing.
 */
export type FormulaCondition =
  | { readonly on: 'entity_type'; readonly in: readonly EntityType[] }
  | { readonly on: 'platform'; readonly in: readonly Platform[] }
  | { readonly on: 'category'; readonly in: readonly string[] }
  | { readonly on: 'answer'; readonly id: string; readonly is: boolean };

/** One paper; with `covering`, a paper that extends to one of these words. */
export type AtomLeaf = { readonly op: 'atom'; readonly id: string; readonly covering?: readonly string[] };

/** The business licence's scope holds one of these words. */
export type ScopeLeaf = { readonly op: 'scope'; readonly words: readonly string[] };

export type FormulaLeaf = AtomLeaf | ScopeLeaf;

export type AllOf = {
  readonly op: 'all_of';
  /** Whose way this is, where a formula has one for each of several roles. */
  readonly label?: RuleText;
  readonly parts: readonly Formula[];
};

export type AnyOf = {
  readonly op: 'any_of';
  readonly label?: RuleText;
  readonly options: readonly Formula[];
};

/** Where the condition holds `then` is asked for, else `otherwise`; without that, nothing opens this way. */
export type When = {
  readonly op: 'when';
  readonly condition: FormulaCondition;
  readonly then: Formula;
  readonly otherwise?: Formula;
};

/** A requirement over papers, the licence's scope and what is known of the case. */
export type Formula = FormulaLeaf | AllOf | AnyOf | When;

/** What a formula is judged by. A kind of body, platform or category that is left out fits no condition. */
export type FormulaFacts = {
  /** Atoms at hand, each with what is written on every paper of it. */
  readonly atHand: ReadonlyMap<string, readonly string[]>;
  /** The licence's business scope; undefined when nobody has written it down. */
  readonly businessScope?: string;
  readonly entityType?: EntityType;
  readonly platform?: Platform;
  readonly category?: string;
  readonly answers?: ReadonlyMap<string, boolean>;
  /** Keys of leaves that somebody has looked at and found met. */
  readonly settled?: ReadonlySet<string>;
};

/** Met or missing by what is known; a question where that is not enough to say. */
export type FormulaState = 'met' | 'missing' | 'question';

/** Names a leaf: equal leaves have equal keys. */
export const leafKey = (leaf: FormulaLeaf): string =>
  leaf.op === 'atom' ? [leaf.id, ...(leaf.covering ?? [])].join('|') : ['scope:', ...leaf.words].join('|');

/** How one leaf stands. A paper that is there but does not say whether it extends so far is a question. */
export function leafState(leaf: FormulaLeaf, facts: FormulaFacts): FormulaState {
  if (facts.settled?.has(leafKey(leaf)) === true) return 'met';
  if (leaf.op === 'scope') {
    if (facts.businessScope === undefined) return 'question';
    return holdsOne(facts.businessScope, leaf.words) ? 'met' : 'missing';
  }
  const texts = facts.atHand.get(leaf.id) ?? [];
  if (texts.length === 0) return 'missing';
  const { covering } = leaf;
  if (covering === undefined) return 'met';
  return texts.some((text) => holdsOne(text, covering)) ? 'met' : 'question';
}

function holdsOne(text: string, words: readonly string[]): boolean {
  const key = nameKey(text);
  return words.some((word) => key.includes(nameKey(word)));
}

/** Whether a condition holds; undefined when its question has no answer yet. */
export function conditionHolds(condition: FormulaCondition, facts: FormulaFacts): boolean | undefined {
  switch (condition.on) {
    case 'entity_type':
      return facts.entityType !== undefined && condition.in.includes(facts.entityType);
    case 'platform':
      return facts.platform !== undefined && condition.in.includes(facts.platform);
    case 'category':
      return facts.category !== undefined && condition.in.includes(facts.category);
    case 'answer': {
      const answer = facts.answers?.get(condition.id);
      return answer === undefined ? undefined : answer === condition.is;
    }
  }
}

/**
 * How a formula stands: met or missing whatever the open questions come to, else a question. An empty `all_of` is met,
 * an empty `any_of` never.
 */
export function formulaState(formula: Formula, facts: FormulaFacts): FormulaState {
  switch (formula.op) {
    case 'atom':
    case 'scope':
      return leafState(formula, facts);
    case 'all_of':
      return weakest(formula.parts.map((part) => formulaState(part, facts)));
    case 'any_of':
      return strongest(formula.options.map((option) => formulaState(option, facts)));
    case 'when': {
      const holds = conditionHolds(formula.condition, facts);
      const then = formulaState(formula.then, facts);
      const otherwise = formula.otherwise === undefined ? 'missing' : formulaState(formula.otherwise, facts);
      if (holds === undefined) return then === otherwise ? then : 'question';
      return holds ? then : otherwise;
    }
  }
}

const weakest = (states: readonly FormulaState[]): FormulaState =>
  states.includes('missing') ? 'missing' : states.includes('question') ? 'question' : 'met';

const strongest = (states: readonly FormulaState[]): FormulaState =>
  states.includes('met') ? 'met' : states.includes('question') ? 'question' : 'missing';

/** Whether the atoms at hand meet a formula for certain. */
export const isMet = (formula: Formula, atHand: ReadonlySet<string>): boolean =>
  formulaState(formula, plainFacts(atHand)) === 'met';

/** Facts of a case in which only the papers count. */
export const plainFacts = (atHand: ReadonlySet<string>): FormulaFacts => ({
  atHand: new Map([...atHand].map((id) => [id, [id]])),
});

/** Every leaf of a formula, in its order, an equal one once. */
export function leavesOf(formula: Formula): FormulaLeaf[] {
  const leaves = new Map<string, FormulaLeaf>();
  for (const part of partsOf(formula)) {
    if (part.op === 'atom' || part.op === 'scope') leaves.set(leafKey(part), part);
  }
  return [...leaves.values()];
}

/** Every condition of a formula, in its order. */
export const conditionsOf = (formula: Formula): FormulaCondition[] =>
  partsOf(formula).flatMap((part) => (part.op === 'when' ? [part.condition] : []));

/** The formula itself and all that it is made of. */
export function partsOf(formula: Formula): Formula[] {
  switch (formula.op) {
    case 'atom':
    case 'scope':
      return [formula];
    case 'all_of':
      return [formula, ...formula.parts.flatMap(partsOf)];
    case 'any_of':
      return [formula, ...formula.options.flatMap(partsOf)];
    case 'when':
      return [formula, ...partsOf(formula.then), ...(formula.otherwise ? partsOf(formula.otherwise) : [])];
  }
}
