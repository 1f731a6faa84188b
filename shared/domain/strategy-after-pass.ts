import { textAt } from './rule-basis.ts';
import { askPlatform, merchantReasons } from './strategy-certification.ts';
import { recorded, says } from './strategy-reason.ts';
import { certificationOf, covers, hasPassed, packOf } from './strategy-facts.ts';
import type { StrategyAccount, StrategyContext } from './strategy-facts.ts';
import { feeReason, reviewReason } from './strategy-order-reasons.ts';
import { orderStep, stepOf } from './strategy-step.ts';
import type { RankedStep } from './strategy-step.ts';

/** Certified programs of which no filing is on record. */
export function filingSteps(context: StrategyContext): RankedStep[] {
  return context.accounts
    .filter((account) => account.kind === 'mini_program' && certificationOf(account, context) !== 'none')
    .filter(({ accountId }) => !hasPassed(accountId, 'filing', context))
    .flatMap((account) => {
      const pack = packOf(context, account.platform, account.kind, 'filing');
      if (!covers(pack, context)) return [];
      const certification = packOf(context, account.platform, account.kind, 'first_certification');
      const step = orderStep(context, account, 'file', 'filing', [
        recorded({ code: 'not_recorded', what: 'filing' }),
        ...says(textAt(pack, 'statements.duty')),
        ...says(textAt(certification, 'aftercare.filing')),
        ...says(textAt(pack, 'statements.category_needed')),
        reviewReason(pack),
      ]);
      return [{ step, rank: 6 }];
    });
}

/** Merchant accounts without a number; individuals are told that there is no payment for them. */
export function merchantSteps(context: StrategyContext): RankedStep[] {
  const steps = context.accounts
    .filter((account) => account.kind === 'merchant' && account.appId === undefined)
    .filter(({ accountId }) => !hasPassed(accountId, 'merchant_onboarding', context))
    .flatMap((account) => onboarding(context, account));
  return [...steps, ...withoutPayment(context)];
}

function onboarding(context: StrategyContext, account: StrategyAccount): RankedStep[] {
  const pack = packOf(context, account.platform, 'merchant', 'merchant_onboarding');
  if (!pack || isShutOut(context, account)) return [];
  if (!covers(pack, context)) return [askPlatform(account, pack)];
  const isBound = context.accounts.some(
    (one) =>
      one.platform === account.platform &&
      one.kind === 'mini_program' &&
      certificationOf(one, context) === 'valid',
  );
  const step = orderStep(context, account, 'onboard_merchant', 'merchant_onboarding', [
    recorded({ code: 'not_recorded', what: 'merchant_number' }),
    ...(isBound ? [] : merchantReasons(context, { platform: account.platform, kind: 'mini_program' })),
    ...says(textAt(pack, 'statements.same_name')),
    feeReason(pack, context),
    reviewReason(pack),
  ]);
  return [{ step, rank: 7 }];
}

const noIndividuals = (context: StrategyContext, platform: StrategyAccount['platform']) =>
  context.entityType === 'individual'
    ? textAt(packOf(context, platform, 'merchant', 'merchant_onboarding'), 'statements.no_individuals')
    : undefined;

const isShutOut = (context: StrategyContext, { platform }: StrategyAccount): boolean =>
  noIndividuals(context, platform) !== undefined;

/** Once for each platform on which an individual has an account. */
function withoutPayment(context: StrategyContext): RankedStep[] {
  const places = new Set(context.accounts.map(({ platform }) => platform));
  return [...places].flatMap((platform) => {
    const [reason] = says(noIndividuals(context, platform));
    if (reason === undefined) return [];
    const account = context.accounts.find((one) => one.platform === platform && one.kind === 'merchant');
    const draft = { action: 'do_without_payment', platform, about: platform } as const;
    const step = stepOf({ ...draft, reasons: [reason], ...(account && { account }) });
    return [{ step, rank: 10 }];
  });
}
