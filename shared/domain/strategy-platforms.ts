import { feeCell } from './comparison-fees.ts';
import type { Platform } from './platform.ts';
import { platforms } from './platform.ts';
import { textAt } from './rule-basis.ts';
import type { RulePack } from './rule-pack.ts';
import { merchantReasons } from './strategy-certification.ts';
import { advised, recorded, says } from './strategy-reason.ts';
import type { Reason } from './strategy-reason.ts';
import { covers, packOf } from './strategy-facts.ts';
import type { StrategyContext, StrategyFacts } from './strategy-facts.ts';
import { feeReason, reviewReason } from './strategy-order-reasons.ts';
import { stepOf } from './strategy-step.ts';
import type { Beginning, RankedStep } from './strategy-step.ts';

/** Where the core business is taken to be transacted, and why: a guess from the accounts on record. */
export type CorePlatform = {
  readonly platform: Platform;
  /** It has a merchant account; the article says so; it is the only one; or none of these tells. */
  readonly why: 'merchant' | 'advice' | 'only_platform' | 'not_known';
};

const advisedCore: Platform = 'wechat';

/** Which platform is the core of the business. */
export function corePlatformOf({ accounts }: StrategyFacts): CorePlatform {
  const used = platforms.filter((platform) => accounts.some((account) => account.platform === platform));
  const paid = used.find((platform) =>
    accounts.some((account) => account.platform === platform && account.kind === 'merchant'),
  );
  const [first = advisedCore] = used;
  if (paid !== undefined) return { platform: paid, why: 'merchant' };
  if (used.length === 0 || used.includes(advisedCore)) return { platform: advisedCore, why: 'advice' };
  return { platform: first, why: used.length === 1 ? 'only_platform' : 'not_known' };
}

/** A mini program on the advised platform, where the client has none yet. */
export function openingSteps(context: StrategyContext): RankedStep[] {
  if (hasProgram(context, advisedCore)) return [];
  const certification = packOf(context, advisedCore, 'mini_program', 'first_certification');
  if (!covers(certification, context)) return [];
  const waiting = merchantReasons(context, { platform: advisedCore, kind: 'mini_program' });
  const isElsewhere = context.accounts.some(({ platform }) => platform !== advisedCore);
  const isOption = isElsewhere && waiting.length === 0;
  const step = stepOf({
    action: 'open_account',
    platform: advisedCore,
    about: advisedCore,
    isOption,
    reasons: [
      recorded({ code: 'not_recorded', what: 'mini_program' }),
      ...waiting,
      advised('core_first'),
      advised('users_functions_cost'),
      feeReason(certification, context),
    ],
    begin: beginningAt(context, advisedCore),
  });
  return [{ step, rank: isOption ? 12 : 5 }];
}

/** Cheaper platforms for exposure. One whose fee is known to be no lower is left out; an unknown fee is said to be so. */
export function exposureSteps(context: StrategyContext, core: Platform): RankedStep[] {
  if (context.accounts.length === 0) return [];
  return platforms
    .filter((platform) => platform !== core && platform !== advisedCore && !hasProgram(context, platform))
    .flatMap((platform) => {
      const pack = packOf(context, platform, 'mini_program', 'first_certification');
      if (!covers(pack, context) || isDearer(pack, context, core)) return [];
      const step = stepOf({
        action: 'expose',
        platform,
        about: platform,
        isOption: true,
        reasons: exposureReasons(pack, context),
        begin: beginningAt(context, platform),
      });
      return [{ step, rank: 13 }];
    });
}

function exposureReasons(pack: RulePack, context: StrategyContext): readonly [Reason, ...Reason[]] {
  const limits =
    context.entityType === 'individual' ? says(textAt(pack, 'statements.individual_functions')) : [];
  return [
    advised('cheap_exposure'),
    feeReason(pack, context),
    reviewReason(pack),
    ...says(textAt(pack, 'statements.positioning')),
    ...says(textAt(pack, 'statements.closed_categories')),
    ...limits,
    advised('users_functions_cost'),
  ];
}

function isDearer(pack: RulePack, context: StrategyContext, core: Platform): boolean {
  const fee = feeCell(pack, context.entityType, context.today);
  const corePack = packOf(context, core, 'mini_program', 'first_certification');
  const coreFee = corePack && feeCell(corePack, context.entityType, context.today);
  return fee.state === 'known' && coreFee?.state === 'known' && fee.value >= coreFee.value;
}

const hasProgram = ({ accounts }: StrategyFacts, platform: Platform): boolean =>
  accounts.some((account) => account.platform === platform && account.kind === 'mini_program');

/** A new account begins with its registration, where rules for that are at hand. */
function beginningAt(context: StrategyContext, platform: Platform): Beginning {
  const canRegister = covers(packOf(context, platform, 'mini_program', 'registration'), context);
  return {
    accountId: null,
    platform,
    accountKind: 'mini_program',
    kind: canRegister ? 'registration' : 'first_certification',
  };
}
