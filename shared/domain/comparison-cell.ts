import { silenceOf, textAt } from './rule-basis.ts';
import type { RuleBasis } from './rule-basis.ts';
import type { RulePack, RuleText } from './rule-pack.ts';

/** What the rules say of one matter; unknown comes with the pack's own word on it, where it has one. */
export type Cell<Value> =
  | { readonly state: 'known'; readonly value: Value; readonly basis: RuleBasis }
  | { readonly state: 'unknown'; readonly text: RuleText | null; readonly basis: RuleBasis };

export const known = <Value>(value: Value, basis: RuleBasis): Cell<Value> => ({
  state: 'known',
  value,
  basis,
});

/** The cell of a matter that the pack does not tell, by its id among the pack's unknowns. */
export function unknownAt(pack: RulePack, id: string): Extract<Cell<never>, { state: 'unknown' }> {
  const said = textAt(pack, `unknowns.${id}`);
  return {
    state: 'unknown',
    text: said?.text ?? null,
    basis: said?.basis ?? silenceOf(pack, `unknowns.${id}`),
  };
}
