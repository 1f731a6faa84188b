import { randomUUID } from 'node:crypto';
import { AppError } from '#shared/contract/errors.ts';
import type { ColumnChoice } from '#shared/domain/import-columns.ts';
import type { PlannedRow } from '#shared/domain/import-plan.ts';
import type { Backend } from '#backend/backend.ts';
import type { ReadSheet } from '#backend/jobs/import-jobs.ts';

/** A plan that was shown, with all that writing it takes: the file is not read again. */
export interface KeptPlan {
  readonly planId: string;
  readonly fileName: string;
  readonly read: ReadSheet;
  readonly choices: readonly ColumnChoice[];
  /** As they were proposed: what is written is held against it. */
  readonly shown: readonly PlannedRow[];
  /** As they were written last; before that as they were decided on. */
  rows: readonly PlannedRow[];
}

/** One to look at, and a few to come back to. */
const keptPlans = 3;
const plans = new WeakMap<Backend, Map<string, KeptPlan>>();

export function keepPlan(backend: Backend, plan: Omit<KeptPlan, 'planId' | 'rows'>): KeptPlan {
  const kept = plansOf(backend);
  const made = { ...plan, planId: randomUUID(), rows: plan.shown };
  kept.set(made.planId, made);
  for (const planId of [...kept.keys()].slice(0, -keptPlans)) kept.delete(planId);
  return made;
}

/** Throws AppError NOT_FOUND for a plan that was never made or has been forgotten. */
export function keptPlan(backend: Backend, planId: string): KeptPlan {
  const plan = plansOf(backend).get(planId);
  if (plan === undefined) throw new AppError('NOT_FOUND', { what: 'plan', id: planId });
  return plan;
}

function plansOf(backend: Backend): Map<string, KeptPlan> {
  const known = plans.get(backend) ?? new Map<string, KeptPlan>();
  plans.set(backend, known);
  return known;
}
