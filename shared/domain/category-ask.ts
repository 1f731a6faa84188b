import type { AtomLeaf, FormulaState, ScopeLeaf } from './formula.ts';
import type { RuleText } from './rule-pack.ts';

/** What a line of the checklist asks for on the word of a category's formula. */
export type CategoryAsk =
  /** `name` is the permit's own, without how far it has to extend. */
  | { readonly of: 'permit'; readonly leaf: AtomLeaf; readonly name: RuleText }
  /** Words in the licence's scope, with what is known of it. */
  | { readonly of: 'scope'; readonly leaf: ScopeLeaf; readonly state: FormulaState }
  /** The answer that opens this way. */
  | { readonly of: 'answer'; readonly id: string; readonly is: boolean }
  /** Nothing that this kind of body could show would do. */
  | { readonly of: 'closed' };

/** The group under which the checklist lists what a category asks for. */
export const categoryGroupId = 'category';
