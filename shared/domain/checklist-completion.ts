import { choicesAt, directItems, isOpen } from './checklist-state.ts';
import type { EvaluatedItem } from './checklist-state.ts';
import { cheapestCompletion } from './formula-completion.ts';
import type { Formula } from './formula.ts';

/** A checklist as a requirement over its items: atoms are requirement ids. */
export type ChecklistFormula = {
  readonly formula: Formula;
  /** The items that hold nothing back. */
  readonly settled: ReadonlySet<string>;
  /** The items that count, in their own order. */
  readonly counted: readonly EvaluatedItem[];
};

/**
 * What a checklist asks for. Inferred and remembered rules do not count, and of alternatives one complete option is
 * enough; what was decided away asks for nothing, but is no option by itself.
 */
export function checklistFormula(items: readonly EvaluatedItem[]): ChecklistFormula {
  const counted = items.filter(
    ({ blocks, needed, state }) => blocks && (needed === 'required' || isOpen(state)),
  );
  const settled = counted.filter(({ state }) => !isOpen(state)).map(({ requirementId }) => requirementId);
  return { formula: formulaOf(counted, 0), settled: new Set(settled), counted };
}

/**
 * The fewest items that would complete a checklist, by requirement id in its own order; empty when nothing holds it
 * back.
 */
export function leastMissing(items: readonly EvaluatedItem[]): string[] {
  const { formula, settled, counted } = checklistFormula(items);
  const missing = new Set(cheapestCompletion(formula, settled));
  return counted.map(({ requirementId }) => requirementId).filter((id) => missing.has(id));
}

/** The items of one level: single ones are all asked for, those of a choice option by option. */
function formulaOf(items: readonly EvaluatedItem[], depth: number): Formula {
  const single = directItems(items, depth).map(({ requirementId }): Formula => ({
    op: 'atom',
    id: requirementId,
  }));
  const choices = choicesAt(items, depth).flatMap(({ options }): Formula[] => {
    const live = [...options.values()].filter((option) => !option.every(isDecidedAway));
    return live.length === 0
      ? []
      : [{ op: 'any_of', options: live.map((option) => formulaOf(option, depth + 1)) }];
  });
  return { op: 'all_of', parts: [...single, ...choices] };
}

const isDecidedAway = ({ state, reason }: EvaluatedItem): boolean =>
  state === 'not_needed' && reason?.code === 'decided';
