import type { RuleSource } from './rule-pack.ts';
import type { StrategyRules } from './strategy-facts.ts';
import type { StrategyStep } from './strategy-step.ts';

/** The sources that the reasons of the steps name, each code once, sorted by code. */
export function sourcesOf(
  steps: readonly StrategyStep[],
  { packs, otherSources }: StrategyRules,
): RuleSource[] {
  const named = new Set(
    steps.flatMap(({ reasons }) =>
      reasons.flatMap(({ basis }) => (basis.from === 'record' ? [] : basis.source)),
    ),
  );
  const inOrder = packs.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const known = [...inOrder.flatMap(({ sources }) => sources), ...otherSources];
  return [...named].sort().flatMap((code) => known.find((source) => source.code === code) ?? []);
}
