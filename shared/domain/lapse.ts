import { clockRule } from './rule-pack-lookup.ts';
import type { RulePack } from './rule-pack.ts';
import type { ApplicationAction, ApplicationProgress } from './stages.ts';

export const lapsingClocks = ['authorisation', 'payment', 'confirmation'] as const;
/** The clock of a task of the client that the platform ends by itself. */
export type LapsingClock = (typeof lapsingClocks)[number];

/** A submission that never reached the reviewers: it is no attempt and costs nothing. */
export type Lapse = {
  readonly clockId: LapsingClock;
  readonly submittedAtMs: number;
  readonly lapsedAtMs: number;
};

/** Which clock has run out by a recorded action; undefined for one that is no lapse. */
export function lapsingClockOf(kind: ApplicationAction['kind']): LapsingClock | undefined {
  switch (kind) {
    case 'authorisation_lapsed':
      return 'authorisation';
    case 'payment_lapsed':
      return 'payment';
    case 'confirmation_lapsed':
      return 'confirmation';
    case 'submit':
    case 'authorise':
    case 'pay':
    case 'pre_approve':
    case 'confirm':
    case 'return':
    case 'resubmit':
    case 'pass':
    case 'fail':
    case 'withdraw':
      return undefined;
  }
}

/** The submission that an action undoes, to be kept beside the attempts; undefined where it undoes none. */
export function lapseOf(
  progress: ApplicationProgress,
  { kind, atMs }: ApplicationAction,
  rules: RulePack,
): Lapse | undefined {
  const clockId = lapsingClockOf(kind);
  const { submittedAtMs } = progress;
  if (clockId === undefined || submittedAtMs === undefined) return undefined;
  if (clockRule(rules, clockId)?.onExpiry !== 'back_to_collecting') return undefined;
  return { clockId, submittedAtMs, lapsedAtMs: atMs };
}
