import type { Platform } from './platform.ts';
import { platforms } from './platform.ts';
import { filingSteps, merchantSteps } from './strategy-after-pass.ts';
import { certificationSteps } from './strategy-certification.ts';
import { runningCostOf } from './strategy-cost.ts';
import type { RunningCost } from './strategy-cost.ts';
import type { StrategyContext, StrategyFacts, StrategyRules } from './strategy-facts.ts';
import { paperSteps, permitSteps } from './strategy-papers.ts';
import { corePlatformOf, exposureSteps, openingSteps } from './strategy-platforms.ts';
import type { CorePlatform } from './strategy-platforms.ts';
import { renewalSteps } from './strategy-renewal.ts';
import { sourcesOf } from './strategy-sources.ts';
import type { RuleSource } from './rule-pack.ts';
import type { RankedStep, StrategyStep } from './strategy-step.ts';

/** What is recommended for one client, the first step on top. It advises and holds nothing back. */
export type Strategy = {
  readonly core: CorePlatform;
  readonly steps: readonly StrategyStep[];
  readonly cost: RunningCost;
  /** Where the reasons come from, by the codes that they name. */
  readonly sources: readonly RuleSource[];
};

/**
 * The recommendation that follows from the facts and the rules: what runs out first, then papers and permits, the core
 * platform's certification, what follows the pass, the other platforms, and at the end where exposure may be cheap.
 * What is on record as done gives no step. The order of the facts changes nothing.
 */
export function strategyOf(facts: StrategyFacts, rules: StrategyRules): Strategy {
  const context = inOrder({ ...facts, ...rules });
  const core = corePlatformOf(context);
  const ranked = [
    ...renewalSteps(context),
    ...paperSteps(context),
    ...permitSteps(context, core.platform),
    ...certificationSteps(context, core.platform),
    ...openingSteps(context),
    ...filingSteps(context),
    ...merchantSteps(context),
    ...exposureSteps(context, core.platform),
  ];
  const steps = ranked.toSorted(byPlace).map(({ step }) => step);
  return { core, steps, cost: runningCostOf(context), sources: sourcesOf(steps, context) };
}

/** The same facts in one order, so that what names the first of several always names the same. */
function inOrder(context: StrategyContext): StrategyContext {
  return {
    ...context,
    accounts: context.accounts.toSorted((a, b) => compareText(a.accountId, b.accountId)),
    orders: context.orders.toSorted((a, b) => compareText(a.applicationId, b.applicationId)),
    documents: context.documents.toSorted((a, b) => compareText(a.documentId, b.documentId)),
  };
}

function byPlace(a: RankedStep, b: RankedStep): number {
  return (
    a.rank - b.rank ||
    dueIn(a) - dueIn(b) ||
    placeOf(a.step.platform) - placeOf(b.step.platform) ||
    compareText(a.step.id, b.step.id)
  );
}

/** Steps without a day stand behind those with one. */
const dueIn = ({ dueInDays = Number.MAX_SAFE_INTEGER }: RankedStep): number => dueInDays;

const placeOf = (platform: Platform | null): number => (platform === null ? -1 : platforms.indexOf(platform));

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
