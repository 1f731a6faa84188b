import { isAsking, isCallsSpent, isRefillSpent } from '#shared/domain/agenda.ts';
import { compareDates, dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import { stagedLoss } from '#shared/domain/staged-loss.ts';
import type { Format } from '#renderer/i18n/format.ts';
import { lossWords } from '#renderer/i18n/loss-words.ts';
import type { RuleSpeech } from '#renderer/i18n/rule-text.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

interface Speech {
  readonly t: TFunction;
  readonly format: Format;
  readonly ruleText: RuleSpeech;
  readonly today: CalendarDate;
}

/** What there is to do, in one line: 补交材料, 提交年审, 食品经营许可证到期. */
export function dutyWords(duty: ObligationRow, { t, format, ruleText, today }: Speech): string {
  const { subject } = duty;
  const end = duty.legalOn ?? duty.dueOn;
  const date = format.dateNear(end, today);
  const isPast = compareDates(end, today) < 0;
  const time = duty.legalAtMs === null ? '' : momentOf(duty.legalAtMs, { format, today });
  const amount = format.money(duty.stakeFen ?? 0);
  switch (duty.kind) {
    case 'paper_expiry': {
      const paper = t(`vocabulary.documentKind.${subject as DocumentKind}`);
      return t(isPast ? 'today.what.paper_expired' : 'today.what.paper_expiry', { paper, date });
    }
    case 'licence_term': {
      const paper = t(`vocabulary.documentKind.${subject as DocumentKind}`);
      return t(isPast ? 'today.what.licence_over' : 'today.what.licence_term', { paper, date });
    }
    case 'annual_report': {
      const late = duty.internalOn === null ? 'annual_report_question' : 'annual_report_late';
      return t(`today.what.${isPast ? late : 'annual_report'}`, { year: subject, date });
    }
    case 'certification_expiry':
      return t(isPast ? 'today.what.certification_expired' : 'today.what.certification_expiry', {
        subject,
        date,
      });
    case 'review_window':
      return t(`today.what.${isAsking(duty, today) ? 'review_asking' : 'review_window'}`, { subject, date });
    case 'clock_authorisation':
      return t('today.what.clock_authorisation', { time });
    case 'clock_payment':
      return t(duty.stakeFen === null ? 'today.what.clock_payment' : 'today.what.clock_payment_fee', {
        time,
        amount,
      });
    case 'clock_pre_review':
    case 'clock_review':
      if (isCallsSpent(duty)) return t('today.what.calls_spent', { subject });
      return t(duty.legalOn === null ? `today.what.${duty.kind}_open` : `today.what.${duty.kind}`, { date });
    case 'clock_confirmation':
      return t(
        duty.unit === 'hour' ? 'today.what.clock_confirmation_hours' : 'today.what.clock_confirmation',
        {
          time,
          date,
        },
      );
    case 'clock_refill':
      if (isPast) return t('today.what.clock_refill_over', { subject });
      return isRefillSpent(duty) ? t('today.what.clock_refill_spent', { subject }) : refillWords(duty, t);
    case 'collecting':
      if (duty.waitingOn !== 'us') return t('today.what.collecting_client', { subject });
      return duty.blockerCount
        ? t('today.what.collecting_blocked', { subject, count: duty.blockerCount })
        : t('today.what.collecting_us', { subject });
    case 'aftercare':
      return t('today.what.aftercare', {
        subject: duty.step?.accountName ?? '',
        step: duty.step === null ? subject : ruleText(duty.step.title),
      });
    case 'task':
      return t('today.what.task', { subject });
    case 'fee_due':
      return t('today.what.fee_due', { subject, amount });
  }
}

/** The name in those words that may be cut where there is no room for all of them; empty where there is none. */
export function dutyName({ kind, subject, step }: ObligationRow, t: TFunction): string {
  switch (kind) {
    case 'paper_expiry':
    case 'licence_term':
      return t(`vocabulary.documentKind.${subject as DocumentKind}`);
    case 'aftercare':
      return step?.accountName ?? '';
    case 'annual_report':
      return '';
    case 'certification_expiry':
    case 'review_window':
    case 'clock_authorisation':
    case 'clock_payment':
    case 'clock_pre_review':
    case 'clock_confirmation':
    case 'clock_review':
    case 'clock_refill':
    case 'collecting':
    case 'task':
    case 'fee_due':
      return subject;
  }
}

/** The client is still to bring something, the pre-check holds it back, or it can be handed in again. */
function refillWords({ subject, refillNo, waitingOn, blockerCount }: ObligationRow, t: TFunction): string {
  if (waitingOn !== 'us') return t('today.what.clock_refill', { subject, n: refillNo ?? 1 });
  return blockerCount
    ? t('today.what.clock_refill_blocked', { subject, count: blockerCount })
    : t('today.what.clock_refill_us', { subject });
}

/** What has stopped with a certification, and what stops next, where the platform’s rules name anything. */
function lossFacts({ kind, legalOn, losses }: ObligationRow, speech: Speech): string[] {
  if (kind !== 'certification_expiry' || legalOn === null) return [];
  const { held, coming } = stagedLoss(legalOn, losses, speech.today);
  return [...held, ...coming.slice(0, 1)].map((loss) => lossWords(loss, speech));
}

/** The plan was to be through before it was begun: its days overdue count from the plan. */
const isBefore = (internalOn: CalendarDate | null, startsOn: CalendarDate | null): boolean =>
  internalOn !== null && startsOn !== null && compareDates(internalOn, startsOn) < 0;

/** The time alone when it is today's, else with its day. */
function momentOf(atMs: number, { format, today }: Pick<Speech, 'format' | 'today'>): string {
  const date = dateOfInstant(atMs);
  return date === today ? format.time(atMs) : `${format.dateNear(date, today)} ${format.time(atMs)}`;
}

/** The second line of an opened row: both deadlines, and what hangs on them. */
export function dutyFacts(duty: ObligationRow, speech: Speech): string[] {
  const { t, format, today } = speech;
  const facts: string[] = [];
  // The day of the week helps with what is near; what lies in another year needs its year.
  const dayOf = (date: CalendarDate): string =>
    date.slice(0, 4) === today.slice(0, 4) ? format.date(date) : format.dateLong(date);
  if (duty.kind === 'clock_refill' && duty.refillNo === duty.refillMax) facts.push(t('today.lastChance'));
  if (duty.kind === 'clock_refill' && duty.refillMax !== null && (duty.refillNo ?? 0) > duty.refillMax)
    facts.push(t('today.noChance'));
  if (duty.opensOn !== null && compareDates(duty.opensOn, today) > 0) {
    facts.push(t('today.opens', { date: format.dateNear(duty.opensOn, today) }));
  }
  facts.push(...lossFacts(duty, speech));
  if (duty.legalOn !== null) {
    const isExpected = duty.kind === 'aftercare' && duty.waitingOn === 'platform';
    facts.push(t(isExpected ? 'today.expected' : 'today.legal', { date: dayOf(duty.legalOn) }));
    if (isExpected && compareDates(duty.legalOn, today) < 0) facts.push(t('today.chase'));
  }
  if (duty.internalOn !== null && duty.internalOn !== duty.legalOn) {
    facts.push(t('today.internal', { date: dayOf(duty.internalOn) }));
  }
  if (duty.kind === 'collecting' && isBefore(duty.internalOn, duty.startsOn))
    facts.push(t('today.openedLate'));
  if (duty.waitingOn === 'client' && duty.startsOn !== null) {
    facts.push(t('today.since', { date: format.dateNear(duty.startsOn, today) }));
  }
  if (duty.stakeFen !== null && duty.stakeFen > 0 && duty.kind === 'clock_refill') {
    facts.push(t('today.stake', { amount: format.money(duty.stakeFen) }));
  }
  if (duty.provisional) facts.push(t('today.provisional'));
  return facts;
}
