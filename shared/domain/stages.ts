import type { ApplicationKind, Stage } from './application.ts';
import type { CalendarDate } from './calendar-date.ts';
import { compareDates, dateOfInstant } from './calendar-date.ts';
import type { EntityType } from './entity-type.ts';
import type { RulePack } from './rule-pack.ts';
import { platformFee } from './rule-pack-lookup.ts';

export const attemptOutcomes = ['pending', 'returned', 'passed', 'failed'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** One submission that reached the reviewers: number 1 is the first one, every later one burns a refill. */
export type Attempt = {
  readonly attemptNo: number;
  readonly submittedAtMs: number;
  readonly outcome: AttemptOutcome;
  readonly returnedAtMs?: number;
  readonly reasonCode?: string;
  readonly reasonText?: string;
  /** What the platform charged for it, in fen; a refill costs nothing. */
  readonly feeFen: number;
};

/** The facts of one application from which stage, clocks and obligations follow. Instants in milliseconds. */
export type ApplicationProgress = {
  readonly kind: ApplicationKind;
  readonly stage: Stage;
  readonly entityType: EntityType;
  readonly openedAtMs: number;
  readonly submittedAtMs?: number;
  readonly authorisedAtMs?: number;
  readonly paidAtMs?: number;
  readonly firstReturnedAtMs?: number;
  readonly closedAtMs?: number;
  readonly stageSinceAtMs: number;
  readonly attempts: readonly Attempt[];
};

/** What happened to an application, as the consultant records it. */
export type ApplicationAction =
  | { readonly kind: 'submit'; readonly atMs: number }
  | { readonly kind: 'authorise'; readonly atMs: number }
  | { readonly kind: 'authorisation_lapsed'; readonly atMs: number }
  /** `feeFen` is what was really charged, when it differs from the fee of the rules. */
  | { readonly kind: 'pay'; readonly atMs: number; readonly feeFen?: number }
  | { readonly kind: 'payment_lapsed'; readonly atMs: number }
  | {
      readonly kind: 'return';
      readonly atMs: number;
      readonly reasonCode?: string;
      readonly reasonText: string;
    }
  | { readonly kind: 'resubmit'; readonly atMs: number }
  | { readonly kind: 'pass'; readonly atMs: number; readonly certifiedUntil: CalendarDate }
  | { readonly kind: 'fail'; readonly atMs: number; readonly reasonText: string }
  | { readonly kind: 'withdraw'; readonly atMs: number };

export const applicationActionKinds = [
  'submit',
  'authorise',
  'authorisation_lapsed',
  'pay',
  'payment_lapsed',
  'return',
  'resubmit',
  'pass',
  'fail',
  'withdraw',
] as const satisfies readonly ApplicationAction['kind'][];
export type ApplicationActionKind = (typeof applicationActionKinds)[number];

export type ActionErrorCode =
  | 'action_not_allowed'
  | 'time_before_stage'
  | 'refills_spent'
  | 'reason_missing'
  | 'certified_until_not_after_pass'
  | 'fee_negative'
  | 'not_covered';

export type ActionResult =
  | { readonly ok: true; readonly progress: ApplicationProgress }
  | { readonly ok: false; readonly code: ActionErrorCode };

/** The facts of an application that has just been opened. */
export function openApplication(
  kind: ApplicationKind,
  entityType: EntityType,
  openedAtMs: number,
): ApplicationProgress {
  return { kind, entityType, stage: 'collecting', openedAtMs, stageSinceAtMs: openedAtMs, attempts: [] };
}

/**
 * The actions that the stage allows, in the order in which they are offered. A certification in review cannot be
 * withdrawn (WeChat open platform, provider certification and filing guide).
 */
export function allowedActions(progress: ApplicationProgress): readonly ApplicationActionKind[] {
  switch (progress.stage) {
    case 'collecting':
      return ['submit', 'withdraw'];
    case 'awaiting_authorisation':
      return ['authorise', 'authorisation_lapsed', 'withdraw'];
    case 'awaiting_payment':
      return ['pay', 'payment_lapsed', 'withdraw'];
    case 'in_review':
      return ['pass', 'return', 'fail'];
    case 'returned':
      return ['resubmit', 'fail', 'withdraw'];
    case 'passed':
    case 'failed':
    case 'withdrawn':
      return [];
  }
}

/** The number of the refill that was used last or is being prepared; 0 before the first return. */
export function refillNo(progress: ApplicationProgress): number {
  return progress.attempts.filter((attempt) => attempt.returnedAtMs !== undefined).length;
}

/**
 * Moves an application on by one recorded action. The outcome of a late action is recorded as it happened: a
 * deadline never refuses a fact. Errors: the action does not fit the stage or its data, the time lies before the
 * stage began, no refill is left, or the rules do not know the entity type's fee.
 */
export function applyAction(
  progress: ApplicationProgress,
  action: ApplicationAction,
  rules: RulePack,
): ActionResult {
  if (!allowedActions(progress).includes(action.kind)) return refused('action_not_allowed');
  if (action.atMs < progress.stageSinceAtMs && !isTakenOver(progress, action))
    return refused('time_before_stage');
  switch (action.kind) {
    case 'submit':
      return entered(progress, 'awaiting_authorisation', action.atMs, {
        submittedAtMs: action.atMs,
        openedAtMs: Math.min(progress.openedAtMs, action.atMs),
      });
    case 'authorise':
      return authorised(progress, action.atMs, rules);
    case 'pay':
      return paid(progress, action, rules);
    case 'authorisation_lapsed':
    case 'payment_lapsed':
      return moved(backToCollecting(progress, action.atMs));
    case 'return':
      return returned(progress, action, rules);
    case 'resubmit':
      return resubmitted(progress, action.atMs, rules);
    case 'pass':
      return passed(progress, action);
    case 'fail':
      return failed(progress, action);
    case 'withdraw':
      return entered(progress, 'withdrawn', action.atMs, { closedAtMs: action.atMs });
  }
}

/** A case that was submitted before it was entered here began no later than its submission. */
const isTakenOver = (progress: ApplicationProgress, action: ApplicationAction): boolean =>
  action.kind === 'submit' && progress.stageSinceAtMs === progress.openedAtMs;

type ActionOf<K extends ApplicationActionKind> = Extract<ApplicationAction, { kind: K }>;

const refused = (code: ActionErrorCode): ActionResult => ({ ok: false, code });

const moved = (progress: ApplicationProgress): ActionResult => ({ ok: true, progress });

const entered = (
  progress: ApplicationProgress,
  stage: Stage,
  atMs: number,
  changes: Partial<ApplicationProgress>,
): ActionResult => moved({ ...progress, ...changes, stage, stageSinceAtMs: atMs });

function authorised(progress: ApplicationProgress, atMs: number, rules: RulePack): ActionResult {
  const fee = platformFee(rules, progress.entityType, dateOfInstant(atMs));
  if (!fee) return refused('not_covered');
  if (fee.amountFen > 0) return entered(progress, 'awaiting_payment', atMs, { authorisedAtMs: atMs });
  return startReview(progress, atMs, 0, { authorisedAtMs: atMs });
}

function paid(progress: ApplicationProgress, action: ActionOf<'pay'>, rules: RulePack): ActionResult {
  if (action.feeFen !== undefined && action.feeFen < 0) return refused('fee_negative');
  const fee = platformFee(rules, progress.entityType, dateOfInstant(action.atMs));
  const feeFen = action.feeFen ?? fee?.amountFen;
  if (feeFen === undefined) return refused('not_covered');
  return startReview(progress, action.atMs, feeFen, { paidAtMs: action.atMs });
}

function startReview(
  progress: ApplicationProgress,
  atMs: number,
  feeFen: number,
  changes: Partial<ApplicationProgress>,
): ActionResult {
  const submittedAtMs = progress.submittedAtMs ?? atMs;
  const attempt: Attempt = { attemptNo: 1, submittedAtMs, outcome: 'pending', feeFen };
  return entered(progress, 'in_review', atMs, { ...changes, attempts: [attempt] });
}

/** A lapsed task costs nothing and leaves no trace with the platform: the order starts again. */
function backToCollecting(progress: ApplicationProgress, atMs: number): ApplicationProgress {
  const { kind, entityType, openedAtMs } = progress;
  return { kind, entityType, openedAtMs, stage: 'collecting', stageSinceAtMs: atMs, attempts: [] };
}

function returned(progress: ApplicationProgress, action: ActionOf<'return'>, rules: RulePack): ActionResult {
  if (action.reasonText.trim() === '') return refused('reason_missing');
  const isLast = progress.attempts.length > rules.refills.max;
  const attempts = settleLast(progress.attempts, {
    outcome: isLast ? 'failed' : 'returned',
    returnedAtMs: action.atMs,
    reasonText: action.reasonText,
    ...(action.reasonCode === undefined ? {} : { reasonCode: action.reasonCode }),
  });
  const firstReturnedAtMs = progress.firstReturnedAtMs ?? action.atMs;
  if (!isLast) return entered(progress, 'returned', action.atMs, { attempts, firstReturnedAtMs });
  return entered(progress, 'failed', action.atMs, { attempts, firstReturnedAtMs, closedAtMs: action.atMs });
}

function resubmitted(progress: ApplicationProgress, atMs: number, rules: RulePack): ActionResult {
  if (progress.attempts.length > rules.refills.max) return refused('refills_spent');
  const attemptNo = progress.attempts.length + 1;
  const attempt: Attempt = { attemptNo, submittedAtMs: atMs, outcome: 'pending', feeFen: 0 };
  return entered(progress, 'in_review', atMs, { attempts: [...progress.attempts, attempt] });
}

function passed(progress: ApplicationProgress, action: ActionOf<'pass'>): ActionResult {
  if (compareDates(action.certifiedUntil, dateOfInstant(action.atMs)) <= 0) {
    return refused('certified_until_not_after_pass');
  }
  const attempts = settleLast(progress.attempts, { outcome: 'passed' });
  return entered(progress, 'passed', action.atMs, { attempts, closedAtMs: action.atMs });
}

function failed(progress: ApplicationProgress, action: ActionOf<'fail'>): ActionResult {
  if (action.reasonText.trim() === '') return refused('reason_missing');
  const attempts =
    progress.stage === 'in_review'
      ? settleLast(progress.attempts, { outcome: 'failed', reasonText: action.reasonText })
      : progress.attempts;
  return entered(progress, 'failed', action.atMs, { attempts, closedAtMs: action.atMs });
}

function settleLast(attempts: readonly Attempt[], changes: Partial<Attempt>): readonly Attempt[] {
  return attempts.map((attempt, index) =>
    index === attempts.length - 1 ? { ...attempt, ...changes } : attempt,
  );
}
