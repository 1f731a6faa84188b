import type { Stage } from './application.ts';
import type { CaseOutlook } from './case-outlook.ts';
import type { ImpactChange } from './impact-change.ts';
import { chanceChanges, passChanges } from './impact-on-outcome.ts';
import { findingChanges, needChanges, paperChanges } from './impact-on-papers.ts';
import { clockChanges, dutyChanges, wayChanges } from './impact-on-way.ts';
import { leadsThrough } from './order-path.ts';

/** Whether a case can follow to the rules that would change so much for it. */
export const canMove = (changes: readonly ImpactChange[]): boolean =>
  changes.every(({ kind }) => kind !== 'not_covered' && kind !== 'stage_gone');

/**
 * What changes for an open application from one version of the rules to another, read off what follows from each:
 * none means that checklist, findings, clocks, duties and way stay as they are, but for on whose word they stand. An
 * outlook is undefined where the rules do not cover the case.
 */
export function packImpact(
  stage: Stage,
  before: CaseOutlook | undefined,
  after: CaseOutlook | undefined,
): ImpactChange[] {
  if (after === undefined) return [{ kind: 'not_covered' }];
  if (!leadsThrough(after, stage)) return [{ kind: 'stage_gone' }];
  const { items = [], needs = [] } = before ?? {};
  const papers = [...paperChanges(items, after.items), ...needChanges(needs, after.needs)];
  if (before === undefined) return papers;
  return [
    ...papers,
    ...wayChanges(before, after),
    ...clockChanges(before, after),
    ...dutyChanges(before, after),
    ...chanceChanges(before, after),
    ...passChanges(before, after),
    ...findingChanges(before, after),
  ];
}
