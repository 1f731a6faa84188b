import { choicesAt, directItems, isOpen } from './checklist-state.ts';
import type { EvaluatedItem } from './checklist-state.ts';
import { cheapestCompletion } from './formula-completion.ts';
import type { Formula } from './formula.ts';

/**
 * The fewest items that would complete a checklist, by requirement id in its own order; empty when nothing holds it
 * back. Inferred and remembered rules do not count, and of alternatives one complete option is enough.
 */
export function leastMissing(items: readonly EvaluatedItem[]): string[] {
  const counted = items.filter(
    ({ blocks, needed, state }) => blocks && (needed === 'required' || isOpen(state)),
  );
  const settled = counted.filter(({ state }) => !isOpen(state)).map(({ requirementId }) => requirementId);
  const missing = new Set(cheapestCompletion(formulaOf(counted, 0), new Set(settled)));
  return counted.map(({ requirementId }) => requirementId).filter((id) => missing.has(id));
}

/** The items of one level: single ones are all asked for, those of a choice option by option. */
function formulaOf(items: readonly EvaluatedItem[], depth: number): Formula {
  const single = directItems(items, depth).map(({ requirementId }): Formula => ({
    op: 'atom',
    id: requirementId,
  }));
  const choices = choicesAt(items, depth).map(({ options }): Formula => ({
    op: 'any_of',
    options: [...options.values()].map((option) => formulaOf(option, depth + 1)),
  }));
  return { op: 'all_of', parts: [...single, ...choices] };
}
