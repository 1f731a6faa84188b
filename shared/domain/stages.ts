import type { ApplicationKind, PathStage, Stage } from './application.ts';
import type { CalendarDate } from './calendar-date.ts';
import { compareDates, dateOfInstant } from './calendar-date.ts';
import type { EntityType } from './entity-type.ts';
import type { LapsingClock } from './lapse.ts';
import { canWithdrawFromReview, firstReviewOf, stageAfter } from './order-path.ts';
import type { RulePack } from './rule-pack.ts';
import { clockRule, platformFee } from './rule-pack-lookup.ts';

export const attemptOutcomes = ['pending', 'returned', 'passed', 'failed', 'withdrawn'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** One submission that reached the reviewers: number 1 is the first one, every later one burns a refill. */
export type Attempt = {
  readonly attemptNo: number;
  readonly submittedAtMs: number;
  readonly outcome: AttemptOutcome;
  readonly returnedAtMs?: number;
  readonly reasonCode?: string;
  readonly reasonText?: string;
  /** What the platform charged for it, in fen; 0 was free, and null where nobody knows. */
  readonly feeFen: number | null;
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
  readonly preReviewedAtMs?: number;
  readonly confirmedAtMs?: number;
  /** When the review passed, where a confirmation follows it. */
  readonly reviewedAtMs?: number;
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
  | { readonly kind: 'pre_approve'; readonly atMs: number }
  | { readonly kind: 'confirm'; readonly atMs: number }
  | { readonly kind: 'confirmation_lapsed'; readonly atMs: number }
  | {
      readonly kind: 'return';
      readonly atMs: number;
      readonly reasonCode?: string;
      readonly reasonText: string;
    }
  | { readonly kind: 'resubmit'; readonly atMs: number }
  /** `certifiedUntil` is asked for where the pass holds for a time. */
  | { readonly kind: 'pass'; readonly atMs: number; readonly certifiedUntil?: CalendarDate }
  | { readonly kind: 'fail'; readonly atMs: number; readonly reasonText: string }
  | { readonly kind: 'withdraw'; readonly atMs: number };

export const applicationActionKinds = [
  'submit',
  'authorise',
  'authorisation_lapsed',
  'pay',
  'payment_lapsed',
  'pre_approve',
  'confirm',
  'confirmation_lapsed',
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
  | 'certified_until_missing'
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
 * The actions that the stage allows, in the order in which they are offered. Whether an order under review can be
 * withdrawn and whether a task of the client lapses is the pack's to say.
 */
export function allowedActions(
  progress: Pick<ApplicationProgress, 'stage'>,
  rules: RulePack,
): readonly ApplicationActionKind[] {
  const ifAllowed: readonly ApplicationActionKind[] = canWithdrawFromReview(rules) ? ['withdraw'] : [];
  switch (progress.stage) {
    case 'collecting':
      return ['submit', 'withdraw'];
    case 'awaiting_authorisation':
      return ['authorise', ...ifLapses(rules, 'authorisation'), 'withdraw'];
    case 'awaiting_payment':
      return ['pay', ...ifLapses(rules, 'payment'), 'withdraw'];
    case 'pre_review':
      return ['pre_approve', 'return', 'fail', ...ifAllowed];
    case 'awaiting_confirmation':
      return ['confirm', ...ifLapses(rules, 'confirmation'), 'fail', 'withdraw'];
    case 'in_review':
      return ['pass', 'return', 'fail', ...ifAllowed];
    case 'returned':
      return ['resubmit', 'fail', 'withdraw'];
    case 'passed':
    case 'failed':
    case 'withdrawn':
      return [];
  }
}

function ifLapses(rules: RulePack, id: LapsingClock): readonly ApplicationActionKind[] {
  const end = clockRule(rules, id)?.onExpiry ?? 'none';
  return end === 'none' ? [] : [`${id}_lapsed`];
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
  if (!allowedActions(progress, rules).includes(action.kind)) return refused('action_not_allowed');
  if (action.atMs < progress.stageSinceAtMs && !isTakenOver(progress, action))
    return refused('time_before_stage');
  const { atMs } = action;
  switch (action.kind) {
    case 'submit': {
      const openedAtMs = Math.min(progress.openedAtMs, atMs);
      return goOn({ ...progress, submittedAtMs: atMs, openedAtMs }, 'collecting', atMs, rules);
    }
    case 'authorise':
      return goOn({ ...progress, authorisedAtMs: atMs }, 'awaiting_authorisation', atMs, rules);
    case 'pay':
      return paid(progress, action, rules);
    case 'authorisation_lapsed':
      return lapsed(progress, 'authorisation', atMs, rules);
    case 'payment_lapsed':
      return lapsed(progress, 'payment', atMs, rules);
    case 'pre_approve':
      return goOn({ ...progress, preReviewedAtMs: atMs }, 'pre_review', atMs, rules);
    case 'confirm':
      return goOn({ ...progress, confirmedAtMs: atMs }, 'awaiting_confirmation', atMs, rules);
    case 'confirmation_lapsed':
      return lapsed(progress, 'confirmation', atMs, rules);
    case 'return':
      return returned(progress, action, rules);
    case 'resubmit':
      return resubmitted(progress, atMs, rules);
    case 'pass':
      return passed(progress, action, rules);
    case 'fail':
      return failed(progress, action);
    case 'withdraw':
      return entered(progress, 'withdrawn', atMs, {
        attempts: settlePending(progress.attempts, { outcome: 'withdrawn' }),
        closedAtMs: atMs,
      });
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

/** Enters the stage that follows on the path, or passes after the last; nothing to pay is no stage. */
function goOn(
  progress: ApplicationProgress,
  from: 'collecting' | PathStage,
  atMs: number,
  rules: RulePack,
  feeFen = unchargedFee(rules),
): ActionResult {
  const next = stageAfter(rules, from);
  if (next === undefined) {
    const attempts = settlePending(progress.attempts, { outcome: 'passed' });
    return entered(progress, 'passed', atMs, { attempts, closedAtMs: atMs });
  }
  if (next === 'awaiting_payment') {
    const fee = platformFee(rules, progress.entityType, dateOfInstant(atMs));
    if (!fee) return refused('not_covered');
    if (fee.amountFen === 0) return goOn(progress, 'awaiting_payment', atMs, rules);
  }
  if (next !== firstReviewOf(rules)) return entered(progress, next, atMs, {});
  const submittedAtMs = progress.submittedAtMs ?? atMs;
  const attempt: Attempt = { attemptNo: 1, submittedAtMs, outcome: 'pending', feeFen };
  return entered(progress, next, atMs, { attempts: [attempt] });
}

/** What a submission costs that nobody is asked to pay for: nothing, unless the rules call the fee unknown. */
const unchargedFee = ({ unknowns, path }: RulePack): number | null =>
  !path.includes('awaiting_payment') && unknowns.some(({ id }) => id === 'fee') ? null : 0;

function paid(progress: ApplicationProgress, action: ActionOf<'pay'>, rules: RulePack): ActionResult {
  const { atMs } = action;
  if (action.feeFen !== undefined && action.feeFen < 0) return refused('fee_negative');
  const fee = platformFee(rules, progress.entityType, dateOfInstant(atMs));
  const feeFen = action.feeFen ?? fee?.amountFen;
  if (feeFen === undefined) return refused('not_covered');
  return goOn({ ...progress, paidAtMs: atMs }, 'awaiting_payment', atMs, rules, feeFen);
}

/** The pack's clock says what becomes of the order: it fails, goes back to the client, or begins anew. */
function lapsed(
  progress: ApplicationProgress,
  id: LapsingClock,
  atMs: number,
  rules: RulePack,
): ActionResult {
  switch (clockRule(rules, id)?.onExpiry) {
    case 'failed':
      return entered(progress, 'failed', atMs, {
        attempts: settlePending(progress.attempts, { outcome: 'failed' }),
        closedAtMs: atMs,
      });
    case 'returned':
      return sentBack(progress, { kind: 'return', atMs, reasonCode: `${id}_lapsed`, reasonText: '' }, rules);
    case 'back_to_collecting':
      return moved(backToCollecting(progress, atMs));
    case 'none':
    case undefined:
      return refused('action_not_allowed');
  }
}

/** Nothing was looked at or paid yet, and the platform keeps nothing: the order starts again. */
function backToCollecting(progress: ApplicationProgress, atMs: number): ApplicationProgress {
  const { kind, entityType, openedAtMs } = progress;
  return { kind, entityType, openedAtMs, stage: 'collecting', stageSinceAtMs: atMs, attempts: [] };
}

function returned(progress: ApplicationProgress, action: ActionOf<'return'>, rules: RulePack): ActionResult {
  return action.reasonText.trim() === '' ? refused('reason_missing') : sentBack(progress, action, rules);
}

function sentBack(
  progress: ApplicationProgress,
  { atMs, reasonCode, reasonText }: ActionOf<'return'>,
  rules: RulePack,
): ActionResult {
  const isLast = rules.refills !== null && progress.attempts.length > rules.refills.max;
  const attempts = settleLast(progress.attempts, {
    outcome: isLast ? 'failed' : 'returned',
    returnedAtMs: atMs,
    ...(reasonText === '' ? {} : { reasonText }),
    ...(reasonCode === undefined ? {} : { reasonCode }),
  });
  const firstReturnedAtMs = progress.firstReturnedAtMs ?? atMs;
  if (!isLast) return entered(progress, 'returned', atMs, { attempts, firstReturnedAtMs });
  return entered(progress, 'failed', atMs, { attempts, firstReturnedAtMs, closedAtMs: atMs });
}

/** The papers go back to where the platform first looks at them, and what followed there begins anew. */
function resubmitted(progress: ApplicationProgress, atMs: number, rules: RulePack): ActionResult {
  if (rules.refills !== null && progress.attempts.length > rules.refills.max) return refused('refills_spent');
  const attemptNo = progress.attempts.length + 1;
  const feeFen = unchargedFee(rules);
  const attempt: Attempt = { attemptNo, submittedAtMs: atMs, outcome: 'pending', feeFen };
  return entered(beforeReview(progress), firstReviewOf(rules) ?? 'in_review', atMs, {
    attempts: [...progress.attempts, attempt],
  });
}

/** The same facts without those that a new look of the reviewers makes anew. */
function beforeReview(progress: ApplicationProgress): ApplicationProgress {
  const anew: readonly string[] = ['preReviewedAtMs', 'confirmedAtMs', 'reviewedAtMs'];
  const kept = Object.entries(progress).filter(([key]) => !anew.includes(key));
  return Object.fromEntries(kept) as ApplicationProgress;
}

function passed(progress: ApplicationProgress, action: ActionOf<'pass'>, rules: RulePack): ActionResult {
  const { atMs, certifiedUntil } = action;
  const attempts = settleLast(progress.attempts, { outcome: 'passed' });
  if (stageAfter(rules, 'in_review') !== undefined) {
    return goOn({ ...progress, attempts, reviewedAtMs: atMs }, 'in_review', atMs, rules);
  }
  if (rules.validity !== null) {
    if (certifiedUntil === undefined) return refused('certified_until_missing');
    if (compareDates(certifiedUntil, dateOfInstant(atMs)) <= 0)
      return refused('certified_until_not_after_pass');
  }
  return entered(progress, 'passed', atMs, { attempts, closedAtMs: atMs });
}

function failed(progress: ApplicationProgress, action: ActionOf<'fail'>): ActionResult {
  const { atMs, reasonText } = action;
  if (reasonText.trim() === '') return refused('reason_missing');
  const attempts = settlePending(progress.attempts, { outcome: 'failed', reasonText });
  return entered(progress, 'failed', atMs, { attempts, closedAtMs: atMs });
}

function settlePending(attempts: readonly Attempt[], changes: Partial<Attempt>): readonly Attempt[] {
  return attempts.at(-1)?.outcome === 'pending' ? settleLast(attempts, changes) : attempts;
}

function settleLast(attempts: readonly Attempt[], changes: Partial<Attempt>): readonly Attempt[] {
  return attempts.map((attempt, index) =>
    index === attempts.length - 1 ? { ...attempt, ...changes } : attempt,
  );
}
