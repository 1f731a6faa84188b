import type { ApplicationStep } from '#shared/contract/applications.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { RefusalReason } from '#shared/contract/refusal.ts';
import { accountNumbers } from '#shared/domain/rule-pack.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { checkAccountNumber, numberIn } from '#shared/domain/account-numbers.ts';
import type { AccountKind, Platform } from '#shared/domain/platform.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { lapseOf } from '#shared/domain/lapse.ts';
import { applyAction } from '#shared/domain/stages.ts';
import type { ApplicationAction, ApplicationProgress } from '#shared/domain/stages.ts';
import { writeNumbers } from '#backend/accounts/service.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { keepLapse, keepRejections } from '#backend/ledger/service.ts';
import { applicationRequirements } from './checklist.ts';
import { grantCategory } from './category-pass.ts';
import { keepJudgement } from './judgement.ts';
import { packOfApplication } from './pack-of.ts';
import { progressOf } from './progress.ts';
import { attemptsOf, findAccount } from './queries.ts';
import type { ApplicationRecord, AttemptRecord } from './queries.ts';

/** Applies one step by the application's own rules and writes what it moved: stage, attempts, fee, certified date. */
export function recordStep(
  backend: Backend,
  change: Change,
  application: ApplicationRecord,
  step: ApplicationStep,
): void {
  const weighed = weighStep(backend, application, step, change.atMs);
  if (!weighed.ok) throw refusal(step, application, weighed.reason);
  const { attempts, before, action, pack, progress, certified } = weighed;
  if (step.kind === 'submit' || step.kind === 'resubmit')
    keepJudgement(backend, change, application, action.atMs);
  const lapse = lapseOf(before, action, pack);
  if (lapse !== undefined) keepLapse(change, application.id, lapse);
  const isCertified = pack.validity !== null && progress.stage === 'passed';
  const certifiedUntil = isCertified ? certified.certifiedUntil : undefined;
  change.update('applications', application.id, applicationColumns(progress, certifiedUntil));
  if (progress.stage === 'passed') writeYield(backend, change, application, { step, pack });
  const attemptIds = writeAttempts(change, application.id, attempts, progress);
  if (step.kind === 'return')
    nameRejected(backend, change, application, { step, attemptId: attemptIds.at(-1) });
  if (step.kind === 'pay') chargePlatformFee(change, application, progress, attemptIds[0], action.atMs);
  if (progress.stage === 'passed') grantCategory(backend, change, application);
  if (certifiedUntil !== undefined)
    certifyAccount(backend, change, application, { ...certified, certifiedUntil }, action.atMs);
}

/** Why a step can't be recorded of an application as it stands; undefined when it can. */
export function refusalOf(
  backend: Backend,
  application: ApplicationRecord,
  step: ApplicationStep,
): RefusalReason | undefined {
  const weighed = weighStep(backend, application, step, backend.clock.nowMs());
  return weighed.ok ? undefined : weighed.reason;
}

/** What a step makes of an application by its own rules, or why they don't let it happen. */
function weighStep(backend: Backend, application: ApplicationRecord, step: ApplicationStep, nowMs: number) {
  const attempts = attemptsOf(backend.db, [application.id]);
  const before = progressOf(application, attempts);
  const certified = endOf(step);
  const action = { ...step, ...certified, atMs: step.atMs ?? nowMs } as ApplicationAction;
  const { pack } = packOfApplication(backend, application);
  if (action.atMs > nowMs) return { ok: false, reason: 'in_future' } as const;
  if (step.kind === 'return' && !isKnownReason(pack, step.reasonCode))
    return { ok: false, reason: 'reason_unknown' } as const;
  const result = applyAction(before, action, pack);
  if (!result.ok) return { ok: false, reason: result.code } as const;
  return { ok: true, attempts, before, action, pack, progress: result.progress, certified } as const;
}

const refusal = (step: ApplicationStep, { stage }: ApplicationRecord, reason: RefusalReason) =>
  new AppError('ACTION_NOT_ALLOWED', { action: step.kind, stage, reason });

/** A return that the rules do not know has the platform's words alone. */
const isKnownReason = ({ returnReasons }: RulePack, reasonCode: string | undefined): boolean =>
  reasonCode === undefined || returnReasons.some(({ code }) => code === reasonCode);

/** The papers that the platform named in its answer. Throws AppError ACTION_NOT_ALLOWED for one that is not asked for. */
function nameRejected(
  backend: Backend,
  change: Change,
  application: ApplicationRecord,
  { step, attemptId }: { readonly step: StepOf<'return'>; readonly attemptId: string | undefined },
): void {
  const { rejects = [] } = step;
  if (rejects.length === 0 || attemptId === undefined) return;
  const { pack } = packOfApplication(backend, application);
  const asked = new Set(
    applicationRequirements(backend, application, pack).map((item) => item.requirementId),
  );
  if (rejects.some((id) => !asked.has(id))) throw refusal(step, application, 'rejects_unasked');
  keepRejections(change, attemptId, rejects);
}

type StepOf<K extends ApplicationStep['kind']> = Extract<ApplicationStep, { kind: K }>;

interface CertificationEnd {
  readonly certifiedUntil?: CalendarDate | undefined;
  readonly certifiedUntilAtMs?: number | undefined;
}

/** Until when a pass certifies; an exact end has its own day. */
function endOf(step: ApplicationStep): CertificationEnd {
  if (step.kind !== 'pass') return {};
  const { certifiedUntil, certifiedUntilAtMs } = step;
  if (certifiedUntilAtMs !== undefined)
    return { certifiedUntil: dateOfInstant(certifiedUntilAtMs), certifiedUntilAtMs };
  return certifiedUntil === undefined ? {} : { certifiedUntil };
}

function applicationColumns(progress: ApplicationProgress, certifiedUntil: string | undefined) {
  return {
    stage: progress.stage,
    stage_since_at_ms: progress.stageSinceAtMs,
    opened_at_ms: progress.openedAtMs,
    submitted_at_ms: progress.submittedAtMs ?? null,
    authorised_at_ms: progress.authorisedAtMs ?? null,
    paid_at_ms: progress.paidAtMs ?? null,
    pre_reviewed_at_ms: progress.preReviewedAtMs ?? null,
    confirmed_at_ms: progress.confirmedAtMs ?? null,
    reviewed_at_ms: progress.reviewedAtMs ?? null,
    first_returned_at_ms: progress.firstReturnedAtMs ?? null,
    closed_at_ms: progress.closedAtMs ?? null,
    ...(certifiedUntil !== undefined && { certified_until_on: certifiedUntil }),
  };
}

/** Returns the ids of the attempts in order. */
function writeAttempts(
  change: Change,
  applicationId: string,
  known: readonly AttemptRecord[],
  progress: ApplicationProgress,
): string[] {
  return progress.attempts.map((attempt, index) => {
    const columns = {
      attempt_no: attempt.attemptNo,
      submitted_at_ms: attempt.submittedAtMs,
      outcome: attempt.outcome,
      returned_at_ms: attempt.returnedAtMs ?? null,
      reason_code: attempt.reasonCode ?? null,
      reason_text: attempt.reasonText ?? null,
      fee_fen: attempt.feeFen,
    };
    const record = known[index];
    if (record === undefined) return change.insert('attempts', { application_id: applicationId, ...columns });
    change.update('attempts', record.id, columns);
    return record.id;
  });
}

/**
 * The numbers that came with the pass, as far as the pack says that it brings them. Throws AppError ACTION_NOT_ALLOWED
 * for one that can't be right.
 */
function writeYield(
  backend: Backend,
  change: Change,
  application: ApplicationRecord,
  { step, pack }: { readonly step: ApplicationStep; readonly pack: RulePack },
): void {
  const numbers = 'numbers' in step ? step.numbers : undefined;
  const account = findAccount(backend.db, application.account_id);
  if (numbers === undefined || account === undefined) return;
  const { yields = [] } = pack;
  const owner = { platform: account.platform as Platform, kind: account.kind as AccountKind };
  for (const number of accountNumbers) {
    const text = numberIn(numbers, number, owner.kind);
    if (text === undefined || text === null || text === '') continue;
    const isWrong = checkAccountNumber(number, owner, text)?.level === 'error';
    if (!isWrong && yields.includes(number)) continue;
    throw refusal(step, application, isWrong ? 'number_malformed' : 'number_not_yielded');
  }
  writeNumbers(backend, change, account.id, numbers);
}

function chargePlatformFee(
  change: Change,
  application: ApplicationRecord,
  progress: ApplicationProgress,
  attemptId: string | undefined,
  atMs: number,
): void {
  const amountFen = progress.attempts[0]?.feeFen ?? 0;
  if (amountFen === 0) return;
  const paidOn = dateOfInstant(atMs);
  const feeId = change.insert('fees', {
    client_id: application.client_id,
    application_id: application.id,
    attempt_id: attemptId ?? null,
    kind: 'platform',
    title: application.number,
    amount_fen: amountFen,
    charged_on: paidOn,
  });
  // The client pays the platform at this very step.
  change.insert('payments', { fee_id: feeId, amount_fen: amountFen, paid_on: paidOn });
}

function certifyAccount(
  backend: Backend,
  change: Change,
  application: ApplicationRecord,
  end: CertificationEnd & { readonly certifiedUntil: CalendarDate },
  atMs: number,
): void {
  const account = findAccount(backend.db, application.account_id);
  if (account === undefined) return;
  change.update('accounts', account.id, {
    certified_until_on: end.certifiedUntil,
    certified_until_at_ms: end.certifiedUntilAtMs ?? null,
    certified_since_on: account.certified_since_on ?? dateOfInstant(atMs),
  });
}
