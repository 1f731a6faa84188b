import type { AccountNumbers, ApplicationDetails, ApplicationStep } from '#shared/contract/applications.ts';
import { compareDates, dateOfInstant, instantOf } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { parseYuan } from '#shared/domain/money.ts';
import type { ApplicationActionKind } from '#shared/domain/stages.ts';
import type { AccountNumber } from '#shared/domain/rule-pack.ts';
import { readTypedTime } from '#renderer/components/typed-time.ts';
import { numbersKnown, readNumbers, wrongNumber } from './number-draft.ts';
import type { NumberDraft } from './number-draft.ts';
import { readMoment } from '#renderer/components/typed-moment.ts';
import type { MomentFault, TypedMoment } from '#renderer/components/typed-moment.ts';

/** What the dialog of a step holds; each step uses the fields it has. */
export interface StepDraft {
  /** Null until it is touched: the step happened now. */
  readonly moment: TypedMoment | null;
  readonly feeText: string;
  readonly reasonCode: string | null;
  readonly reasonText: string;
  /** The requirements whose papers the platform named. */
  readonly rejects: readonly string[];
  /** Null until it is touched: what the rules propose. */
  readonly certifiedUntil: CalendarDate | null;
  /** The time of that day at which it ends; empty where only the day is known. */
  readonly endTime: string;
  /** Null until it is touched: what is on record. */
  readonly numbers: NumberDraft | null;
}

export type StepFault =
  MomentFault | 'no_end_time' | 'no_fee' | 'no_reason' | 'end_not_after_pass' | 'wrong_number';
export type ReadStep =
  { readonly ok: true; readonly step: ApplicationStep } | { readonly ok: false; readonly fault: StepFault };

interface StepBounds {
  readonly stageSinceAtMs: number;
  readonly nowMs: number;
  /** The end of the certification by the rules, for a pass on a day; null for what does not run out. */
  readonly proposedEnd: (passedOn: CalendarDate) => CalendarDate | null;
  readonly account: ApplicationDetails['account'];
  /** The numbers that the step brings. */
  readonly asked: readonly AccountNumber[];
}

/** Turns a filled dialog into the step to record, or names the first fault. */
export function readStep(kind: ApplicationActionKind, draft: StepDraft, bounds: StepBounds): ReadStep {
  const moment = draft.moment === null ? undefined : readMoment(draft.moment, bounds);
  if (moment?.ok === false) return moment;
  const at = moment === undefined ? {} : { atMs: moment.atMs };
  switch (kind) {
    case 'pay': {
      const feeFen = parseYuan(draft.feeText);
      if (feeFen === undefined || feeFen < 0) return { ok: false, fault: 'no_fee' };
      return { ok: true, step: { kind, feeFen, ...at } };
    }
    case 'return': {
      const reasonText = draft.reasonText.trim();
      if (reasonText === '') return { ok: false, fault: 'no_reason' };
      const code = draft.reasonCode === null ? {} : { reasonCode: draft.reasonCode };
      const rejects = draft.rejects.length === 0 ? {} : { rejects: [...draft.rejects] };
      return { ok: true, step: { kind, reasonText, ...code, ...rejects, ...at } };
    }
    case 'fail': {
      const reasonText = draft.reasonText.trim();
      if (reasonText === '') return { ok: false, fault: 'no_reason' };
      return { ok: true, step: { kind, reasonText, ...at } };
    }
    case 'pass': {
      const passedOn = dateOfInstant(at.atMs ?? bounds.nowMs);
      const certifiedUntil = draft.certifiedUntil ?? bounds.proposedEnd(passedOn);
      const numbers = numbersIn(draft, bounds, passedOn);
      if (numbers === 'wrong') return { ok: false, fault: 'wrong_number' };
      if (certifiedUntil === null) return { ok: true, step: { kind, ...numbers, ...at } };
      if (compareDates(certifiedUntil, passedOn) <= 0) return { ok: false, fault: 'end_not_after_pass' };
      const end = readEnd(certifiedUntil, draft.endTime);
      if (end === null) return { ok: false, fault: 'no_end_time' };
      return { ok: true, step: { kind, ...end, ...numbers, ...at } };
    }
    case 'confirm': {
      const numbers = numbersIn(draft, bounds, dateOfInstant(at.atMs ?? bounds.nowMs));
      if (numbers === 'wrong') return { ok: false, fault: 'wrong_number' };
      return { ok: true, step: { kind, ...numbers, ...at } };
    }
    case 'submit':
    case 'authorise':
    case 'authorisation_lapsed':
    case 'payment_lapsed':
    case 'pre_approve':
    case 'confirmation_lapsed':
    case 'resubmit':
    case 'withdraw':
      return { ok: true, step: { kind, ...at } };
  }
}

/** The end as far as it is known; null for a time that is none. */
function readEnd(certifiedUntil: CalendarDate, endTime: string) {
  if (endTime.trim() === '') return { certifiedUntil };
  const clock = readTypedTime(endTime);
  return clock === null ? null : { certifiedUntil, certifiedUntilAtMs: instantOf(certifiedUntil, clock) };
}

function numbersIn(
  draft: StepDraft,
  { account, asked }: StepBounds,
  passedOn: CalendarDate,
): { numbers?: AccountNumbers } | 'wrong' {
  const numbers = draft.numbers ?? numbersKnown(account);
  if (wrongNumber(numbers, asked, account) !== undefined) return 'wrong';
  const read = readNumbers(numbers, asked, passedOn);
  return read === undefined ? {} : { numbers: read };
}
