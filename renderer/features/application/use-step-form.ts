import { useState } from 'react';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { isLastStep } from '#shared/domain/order-path.ts';
import type { AccountNumber } from '#shared/domain/rule-pack.ts';
import { proposedCertificationEnd } from '#shared/domain/rule-pack-lookup.ts';
import type { ApplicationActionKind } from '#shared/domain/stages.ts';
import { formatTime } from '#renderer/i18n/format-figures.ts';
import { useCase } from './case-context.tsx';
import { numbersKnown } from './number-draft.ts';
import type { NumberDraft } from './number-draft.ts';
import { readStep } from './step-draft.ts';
import type { ReadStep, StepDraft } from './step-draft.ts';
import type { TypedMoment } from '#renderer/components/typed-moment.ts';

export interface StepForm {
  readonly draft: StepDraft;
  readonly change: (changes: Partial<StepDraft>) => void;
  /** What the date and time fields show. */
  readonly moment: TypedMoment;
  /** Null for what does not run out, and where a confirmation follows the pass. */
  readonly certifiedUntil: CalendarDate | null;
  /** The end by the rules for that day. */
  readonly proposedUntil: CalendarDate | null;
  /** The numbers that the step brings by the rules, and what the fields for them show. */
  readonly asked: readonly AccountNumber[];
  readonly numbers: NumberDraft;
  readonly read: ReadStep;
}

/** The state of a step's dialog: now, the rules' fee and the rules' end until something else is typed. */
export function useStepForm(kind: ApplicationActionKind, preset: Partial<StepDraft> = {}): StepForm {
  const { details, nowMs, pack } = useCase();
  const { stageSinceAtMs, openedAtMs: enteredAtMs } = details.application;
  // An order that was submitted before it was entered here began no later than its submission.
  const isTakenOver = kind === 'submit' && stageSinceAtMs === enteredAtMs;
  // The dialog keeps the moment at which it was opened, however long it stands.
  const [openedAtMs] = useState(nowMs);
  const [draft, setDraft] = useState<StepDraft>({
    moment: null,
    feeText: details.platformFeeFen === null ? '' : String(details.platformFeeFen / 100),
    reasonCode: null,
    reasonText: '',
    rejects: [],
    certifiedUntil: null,
    endTime: '',
    numbers: null,
    ...preset,
  });
  const { account } = details;
  const asked = pack !== undefined && isLastStep(pack, kind) ? (pack.yields ?? []) : [];
  const moment = draft.moment ?? { date: dateOfInstant(openedAtMs), time: formatTime(openedAtMs) };
  const proposedEnd = (passedOn: CalendarDate): CalendarDate | null =>
    pack?.validity ? proposedCertificationEnd(pack.validity, passedOn) : details.proposedCertifiedUntil;
  const proposedUntil = proposedEnd(moment.date ?? dateOfInstant(openedAtMs));
  return {
    draft,
    change: (changes) => setDraft((before) => ({ ...before, ...changes })),
    moment,
    certifiedUntil: draft.certifiedUntil ?? proposedUntil,
    proposedUntil,
    asked,
    numbers: draft.numbers ?? numbersKnown(account),
    read: readStep(kind, draft, {
      stageSinceAtMs: isTakenOver ? -Infinity : stageSinceAtMs,
      nowMs,
      proposedEnd,
      account,
      asked,
    }),
  };
}
