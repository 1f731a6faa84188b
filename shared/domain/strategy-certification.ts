import { unknownAt } from './comparison-cell.ts';
import type { Platform } from './platform.ts';
import { platforms } from './platform.ts';
import { textAt } from './rule-basis.ts';
import { advised, recorded, ruled, says } from './strategy-reason.ts';
import type { Reason } from './strategy-reason.ts';
import { certificationOf, covers, packOf } from './strategy-facts.ts';
import type { StrategyAccount, StrategyContext } from './strategy-facts.ts';
import { feeReason, reviewReason } from './strategy-order-reasons.ts';
import { orderStep, stepOf } from './strategy-step.ts';
import type { RankedStep } from './strategy-step.ts';

/** Accounts that were never certified: the core platform's first. */
export function certificationSteps(context: StrategyContext, core: Platform): RankedStep[] {
  return context.accounts
    .filter((account) => account.kind !== 'merchant' && certificationOf(account, context) === 'none')
    .flatMap((account) => {
      const pack = packOf(context, account.platform, account.kind, 'first_certification');
      if (!pack) return [];
      if (!covers(pack, context)) return [askPlatform(account, pack)];
      const isCore = account.platform === core;
      const step = orderStep(context, account, 'certify', 'first_certification', [
        recorded({ code: 'uncertified' }),
        ...(isCore ? coreReasons(context, account.platform) : []),
        ...says(textAt(pack, 'statements.uncertified')),
        ...merchantReasons(context, account),
        feeReason(pack, context),
        reviewReason(pack),
      ]);
      return [{ step, rank: isCore ? 4 : 9 }];
    });
}

/** Payment and search hang on the certification of the core platform, whatever is certified elsewhere. */
function coreReasons(context: StrategyContext, core: Platform): Reason[] {
  const others = platforms.filter(
    (platform) =>
      platform !== core &&
      context.accounts.some(
        (account) => account.platform === platform && certificationOf(account, context) === 'valid',
      ),
  );
  const registration = packOf(context, core, 'mini_program', 'registration');
  const place =
    context.entityType === 'individual' ? 'aftercare.individual_certification' : 'aftercare.certification';
  return [
    advised('core_first'),
    ...(others.length > 0 ? [recorded({ code: 'others_certified', platforms: others })] : []),
    ...says(textAt(registration, place)),
  ];
}

/** An AppID is bound to a merchant number only when its program is certified. */
export function merchantReasons(
  context: StrategyContext,
  { platform, kind }: Pick<StrategyAccount, 'platform' | 'kind'>,
): Reason[] {
  const merchant = context.accounts.find((one) => one.platform === platform && one.kind === 'merchant');
  const pack = packOf(context, platform, 'merchant', 'merchant_onboarding');
  if (kind !== 'mini_program' || merchant === undefined || !covers(pack, context)) return [];
  return [
    recorded({ code: 'merchant_waits', name: merchant.name }),
    ...says(textAt(pack, 'aftercare.bind_appid')),
  ];
}

/** No source names this entity type on the platform: ask before anything is prepared. */
export function askPlatform(
  account: StrategyAccount,
  pack: NonNullable<ReturnType<typeof packOf>>,
): RankedStep {
  const { text, basis } = unknownAt(pack, account.kind === 'merchant' ? 'other_subjects' : 'other_types');
  const step = stepOf({
    action: 'ask_platform',
    platform: account.platform,
    about: account.accountId,
    account,
    reasons: [ruled({ code: 'not_covered', text }, basis), ...says(textAt(pack, 'statements.subjects'))],
  });
  return { step, rank: 11 };
}
