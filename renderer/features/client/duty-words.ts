import type { ObligationRow } from '#shared/contract/obligations.ts';
import { isAsking, isCallsSpent, isRefillSpent } from '#shared/domain/agenda.ts';
import { compareDates } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { Format } from '#renderer/i18n/format.ts';
import type { RuleSpeech } from '#renderer/i18n/rule-text.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

type Duty = Pick<
  ObligationRow,
  | 'kind'
  | 'subject'
  | 'waitingOn'
  | 'refillNo'
  | 'stakeFen'
  | 'legalOn'
  | 'internalOn'
  | 'dueOn'
  | 'legalAtMs'
  | 'step'
  | 'blockerCount'
  | 'opensOn'
  | 'refillMax'
>;

interface Speech {
  readonly t: TFunction;
  readonly format: Format;
  readonly ruleText: RuleSpeech;
  readonly today: CalendarDate;
}

/** What there is to do for this client, without its name: 「栩禾外送」提交年审, 食品经营许可证到期. */
export function dutyWords(duty: Duty, { t, format, ruleText, today }: Speech): string {
  const { subject } = duty;
  const isPast = compareDates(duty.legalOn ?? duty.dueOn, today) < 0;
  switch (duty.kind) {
    case 'paper_expiry': {
      const paper = t(`vocabulary.documentKind.${subject as DocumentKind}`);
      return t(isPast ? 'client.duty.paper_expired' : 'client.duty.paper_expiry', { paper });
    }
    case 'licence_term': {
      const paper = t(`vocabulary.documentKind.${subject as DocumentKind}`);
      return t(isPast ? 'client.duty.licence_over' : 'client.duty.licence_term', { paper });
    }
    case 'annual_report': {
      const late = duty.internalOn === null ? 'annual_report_question' : 'annual_report_late';
      return t(`client.duty.${isPast ? late : 'annual_report'}`, { year: subject });
    }
    case 'certification_expiry':
      return t(isPast ? 'client.duty.certification_expired' : 'client.duty.certification_expiry', {
        subject,
      });
    case 'clock_refill':
      if (isPast) return t('client.duty.clock_refill_over', { subject });
      return isRefillSpent(duty) ? t('client.duty.clock_refill_spent', { subject }) : refillWords(duty, t);
    case 'collecting':
      if (duty.waitingOn !== 'us') return t('client.duty.collecting_client', { subject });
      return duty.blockerCount
        ? t('client.duty.collecting_blocked', { subject, count: duty.blockerCount })
        : t('client.duty.collecting_us', { subject });
    case 'aftercare':
      return t('client.duty.aftercare', {
        subject: duty.step?.accountName ?? '',
        step: duty.step === null ? subject : ruleText(duty.step.title),
      });
    case 'task':
      return subject;
    case 'fee_due':
      return feeWords(duty, { t, format, today });
    case 'review_window':
      return t(`client.duty.${isAsking(duty, today) ? 'review_asking' : 'review_window'}`, { subject });
    case 'clock_pre_review':
    case 'clock_review':
      return t(`client.duty.${isCallsSpent(duty) ? 'calls_spent' : duty.kind}`, { subject });
    case 'clock_authorisation':
    case 'clock_payment':
    case 'clock_confirmation':
      return t(`client.duty.${duty.kind}`, { subject });
  }
}

/** While the day on which it is due is to come the line counts how long it is waited for, so that the day stands in words. */
function feeWords(
  { subject, stakeFen, legalOn }: Duty,
  { t, format, today }: Pick<Speech, 't' | 'format' | 'today'>,
): string {
  const amount = format.money(stakeFen ?? 0);
  if (legalOn === null || compareDates(legalOn, today) < 0)
    return t('client.duty.fee_due', { subject, amount });
  return t('client.duty.fee_due_on', { subject, amount, date: format.dateNear(legalOn, today) });
}

/** The client is still to bring something, the pre-check holds it back, or it can be handed in again. */
function refillWords({ subject, refillNo, waitingOn, blockerCount }: Duty, t: TFunction): string {
  if (waitingOn !== 'us') return t('client.duty.clock_refill', { subject, n: refillNo ?? 1 });
  return blockerCount
    ? t('client.duty.clock_refill_blocked', { subject, count: blockerCount })
    : t('client.duty.clock_refill_us', { subject });
}

/**
 * Whether it is something to do: a certification's end only once it has passed and its window only until then, as the
 * agenda shows them.
 */
export function isToDo(duty: Pick<ObligationRow, 'kind' | 'legalOn'>, today: CalendarDate): boolean {
  if (duty.legalOn === null) return true;
  const isPast = compareDates(duty.legalOn, today) < 0;
  if (duty.kind === 'certification_expiry') return isPast;
  return duty.kind !== 'review_window' || !isPast;
}
