import type { ClientRow } from '#shared/contract/clients.ts';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import { isAsking, isCallsSpent } from '#shared/domain/agenda.ts';
import { compareDates } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { Format } from '#renderer/i18n/format.ts';
import type { RuleSpeech } from '#renderer/i18n/rule-text.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

type NextDuty = Pick<
  ObligationRow,
  | 'kind'
  | 'subject'
  | 'waitingOn'
  | 'refillNo'
  | 'refillMax'
  | 'stakeFen'
  | 'step'
  | 'blockerCount'
  | 'opensOn'
  | 'legalOn'
>;

interface NextSpeech {
  readonly t: TFunction;
  readonly format: Pick<Format, 'money'>;
  readonly ruleText: RuleSpeech;
  readonly today: CalendarDate;
}

/** The next step in a few words: 提交年审, 补交第 2 次, 换食品经营许可证. */
export function nextStepWords(duty: NextDuty, { t, format, ruleText, today }: NextSpeech): string {
  switch (duty.kind) {
    case 'paper_expiry':
      return t('clients.next.paper_expiry', {
        paper: t(`vocabulary.documentKind.${duty.subject as DocumentKind}`),
      });
    case 'licence_term':
      return t('clients.next.licence_term', {
        paper: t(`vocabulary.documentKind.${duty.subject as DocumentKind}`),
      });
    case 'annual_report':
      return t('clients.next.annual_report', { year: duty.subject });
    case 'clock_refill':
      return refillWords({ ...duty, refillNo: duty.refillNo ?? 1 }, { t, today });
    case 'collecting':
      if (duty.waitingOn !== 'us') return t('clients.next.collecting_client');
      return duty.blockerCount
        ? t('clients.next.blocked', { count: duty.blockerCount })
        : t('clients.next.collecting_us');
    case 'aftercare':
      return duty.step === null ? duty.subject : ruleText(duty.step.title);
    case 'task':
      return duty.subject;
    case 'fee_due':
      return t('clients.next.fee_due', { amount: format.money(duty.stakeFen ?? 0) });
    case 'review_window':
      return t(`clients.next.${isAsking(duty, today) ? 'review_asking' : 'review_window'}`);
    case 'clock_pre_review':
    case 'clock_review':
      return t(`clients.next.${isCallsSpent(duty) ? 'calls_spent' : duty.kind}`);
    case 'certification_expiry':
    case 'clock_authorisation':
    case 'clock_payment':
    case 'clock_confirmation':
      return t(`clients.next.${duty.kind}`);
  }
}

type Refill = Pick<NonNullable<ClientRow['returned']>, 'refillNo' | 'refillMax' | 'blockerCount' | 'legalOn'>;

/** That it is too late, the findings that hold it back, else the submission; the last chance is named as such. */
export function refillWords(
  { refillNo, refillMax, blockerCount, legalOn }: Refill,
  { t, today }: Pick<NextSpeech, 't' | 'today'>,
  isShort = false,
): string {
  if (legalOn !== null && compareDates(legalOn, today) < 0) return t('clients.next.refill_over');
  if (blockerCount) return t('clients.next.blocked', { count: blockerCount });
  if (refillMax !== null && refillNo > refillMax) return t('clients.next.refill_none');
  if (refillNo === refillMax) return t(`clients.next.${isShort ? 'refill_last_short' : 'refill_last'}`);
  return t(`clients.next.${isShort ? 'refill_short' : 'refill'}`, { n: refillNo });
}
