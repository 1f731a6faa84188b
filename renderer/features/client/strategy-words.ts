import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import type { Reason } from '#shared/domain/strategy-reason.ts';
import type { RunningCost } from '#shared/domain/strategy-cost.ts';
import type { StrategyStep } from '#shared/domain/strategy-step.ts';
import type { Format } from '#renderer/i18n/format.ts';
import { lossWords } from '#renderer/i18n/loss-words.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

interface Speech {
  readonly t: TFunction;
  readonly format: Format;
  readonly say: (text: RuleText) => string;
  readonly today: CalendarDate;
}

/** What is to be done: 认证微信小程序「栩禾小馆」. */
export function actionWords(step: StrategyStep, { t }: Pick<Speech, 't'>): string {
  const platform = step.platform === null ? '' : t(`vocabulary.platform.${step.platform}`);
  const name =
    step.account === null
      ? platform
      : t('strategy.account', {
          platform,
          kind: t(`vocabulary.accountKind.${step.account.kind}`),
          name: step.account.name,
        });
  const paper = step.documentKind === null ? '' : t(`vocabulary.documentKind.${step.documentKind}`);
  return t(`strategy.action.${step.action}`, { name, platform, paper });
}

/** Why it is to be done, in one sentence without its end. */
export function reasonWords(reason: Reason, { t, format, say, today }: Speech): string {
  const near = (date: CalendarDate): string => format.dateNear(date, today);
  const paperName = (kind: DocumentKind): string => t(`vocabulary.documentKind.${kind}`);
  switch (reason.code) {
    case 'uncertified':
      return t('strategy.reason.uncertified');
    case 'others_certified':
      return t('strategy.reason.others_certified', {
        platforms: reason.platforms.map((one) => t(`vocabulary.platform.${one}`)).join(t('strategy.list')),
      });
    case 'certification_ended':
    case 'certification_ends':
      return t(`strategy.reason.${reason.code}`, { date: near(reason.on), days: reason.days });
    case 'window_open':
      return t('strategy.reason.window_open', {
        opens: near(reason.opensOn),
        date: near(reason.until),
        days: reason.days,
      });
    case 'loss':
      return lossWords(reason, { t, format, ruleText: say, today });
    case 'says':
      return say(reason.text);
    case 'fee':
      return reason.amountFen === 0
        ? t('strategy.reason.fee_free')
        : t('strategy.reason.fee', { amount: format.moneyWithUnit(reason.amountFen) });
    case 'review_time':
      return t('strategy.reason.review_time', {
        time: t(`platforms.unit.${reason.unit}`, { count: reason.total }),
      });
    case 'fee_unknown':
    case 'review_time_unknown':
    case 'not_covered':
      return reason.text === null
        ? t(`strategy.reason.${reason.code}`)
        : t(`strategy.reason.${reason.code}_said`, { text: say(reason.text) });
    case 'permit_missing':
      return t('strategy.reason.permit_missing', {
        category: say(reason.category),
        needed: say(reason.needed),
      });
    case 'category_closed':
      return t('strategy.reason.category_closed', { category: say(reason.category) });
    case 'paper_ended':
    case 'paper_ends':
      return t(`strategy.reason.${reason.code}`, {
        paper: paperName(reason.kind),
        date: near(reason.on),
        days: reason.days,
      });
    case 'asked_for':
      return t('strategy.reason.asked_for', { pack: say(reason.pack), paper: say(reason.paper) });
    case 'merchant_waits':
      return t('strategy.reason.merchant_waits', { name: reason.name });
    case 'not_recorded':
      return t(`strategy.reason.not_recorded.${reason.what}`);
    case 'under_way':
      return t('strategy.reason.under_way', {
        kind: t(`vocabulary.applicationKind.${reason.kind}`),
        stage: t(`vocabulary.stage.${reason.stage}`),
      });
    case 'advice':
      return t(`strategy.advice.${reason.advice}`);
  }
}

/** What the platforms cost a year, and what of it is not known. Undefined without an account that could cost. */
export function costWords(
  cost: RunningCost,
  { t, format }: Pick<Speech, 't' | 'format'>,
): string | undefined {
  const { knownCount: n, unknownCount: unknown } = cost;
  const amount = format.moneyWithUnit(cost.yearlyFen);
  const charged = format.moneyWithUnit(cost.chargedFen);
  if (n === 0) return unknown === 0 ? undefined : t('strategy.costNothingKnown', { unknown, charged });
  return unknown === 0
    ? t('strategy.cost', { amount, n, charged })
    : t('strategy.costUnknown', { amount, n, unknown, charged });
}
