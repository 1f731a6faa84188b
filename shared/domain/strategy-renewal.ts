import type { CalendarDate } from './calendar-date.ts';
import { daysBetween } from './calendar-date.ts';
import { reviewOpensOn } from './day-term.ts';
import { basisAt, textAt } from './rule-basis.ts';
import type { RulePack, ValidityRule } from './rule-pack.ts';
import { advised, recorded, ruled, says } from './strategy-reason.ts';
import type { Reason } from './strategy-reason.ts';
import { covers, orderUnderWay, packOf } from './strategy-facts.ts';
import type { StrategyAccount, StrategyContext } from './strategy-facts.ts';
import { feeReason, reviewReason } from './strategy-order-reasons.ts';
import { orderStep, stepOf } from './strategy-step.ts';
import type { RankedStep } from './strategy-step.ts';
import { stagedLoss } from './staged-loss.ts';
import { validityOf } from './validity.ts';

/** Certifications that may be renewed, or have run out, come first: the one that ends first on top. */
export function renewalSteps(context: StrategyContext): RankedStep[] {
  return context.accounts.flatMap((account) => {
    const { certifiedUntil } = account;
    return certifiedUntil === undefined ? [] : renewalOf(context, account, certifiedUntil);
  });
}

function renewalOf(context: StrategyContext, account: StrategyAccount, until: CalendarDate): RankedStep[] {
  const pack = packOf(context, account.platform, account.kind, 'annual_review');
  const validity = covers(pack, context) ? pack.validity : null;
  if (!pack || validity === null) return termCheck(context, account, until);
  const dueInDays = daysBetween(context.today, until);
  if (dueInDays > validity.window.daysBefore) return [];
  const step = orderStep(context, account, 'renew', 'annual_review', [
    dueInDays < 0
      ? recorded({ code: 'certification_ended', on: until, days: -dueInDays })
      : windowReason(pack, validity, until, dueInDays),
    ...lossReasons(pack, validity, until, context.today),
    feeReason(pack, context),
    reviewReason(pack),
    advised('review_keeps_compliant'),
  ]);
  return [{ step, rank: 0, dueInDays }];
}

function windowReason(pack: RulePack, validity: ValidityRule, until: CalendarDate, days: number): Reason {
  const opensOn = reviewOpensOn(until, validity);
  const basis = basisAt(pack, 'validity.window', validity.window);
  return ruled({ code: 'window_open', opensOn, until, days }, basis);
}

/** What has stopped working by now, and the next that will. */
function lossReasons(
  pack: RulePack,
  { losses }: ValidityRule,
  until: CalendarDate,
  today: CalendarDate,
): Reason[] {
  const { held, coming } = stagedLoss(until, losses, today);
  return [...held, ...coming.slice(0, 1)].map(({ on, ...loss }) =>
    ruled(
      { code: 'loss', on, days: daysBetween(today, on), text: loss.text },
      basisAt(pack, `validity.losses.${loss.afterDays}`, loss),
    ),
  );
}

/** No rules tell how this one is renewed: what is on record is to be compared with the platform's console. */
function termCheck(context: StrategyContext, account: StrategyAccount, until: CalendarDate): RankedStep[] {
  const { state } = validityOf(until, context.today);
  if (state !== 'expired' && state !== 'expiring') return [];
  if (orderUnderWay(account.accountId, 'annual_review', context) !== undefined) return [];
  const days = daysBetween(context.today, until);
  const first = recorded(
    days < 0
      ? { code: 'certification_ended', on: until, days: -days }
      : { code: 'certification_ends', on: until, days },
  );
  const pack = packOf(context, account.platform, account.kind, 'first_certification');
  const step = stepOf({
    action: 'check_term',
    platform: account.platform,
    about: account.accountId,
    account,
    reasons: [first, ...says(textAt(pack, 'unknowns.validity'))],
  });
  return [{ step, rank: 1, dueInDays: days }];
}
