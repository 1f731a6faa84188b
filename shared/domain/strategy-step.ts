import type { ApplicationKind } from './application.ts';
import type { DocumentKind } from './document-kind.ts';
import type { AccountKind, Platform } from './platform.ts';
import { isFirm, recorded } from './strategy-reason.ts';
import type { Reason } from './strategy-reason.ts';
import type { StrategyAccount, StrategyContext, StrategyOrder } from './strategy-facts.ts';
import { covers, orderUnderWay, packOf } from './strategy-facts.ts';

export const strategyActions = [
  'renew',
  'check_term',
  'renew_paper',
  'plan_permit',
  'change_category',
  'certify',
  'open_account',
  'file',
  'onboard_merchant',
  'do_without_payment',
  'ask_platform',
  'expose',
] as const;
export type StrategyAction = (typeof strategyActions)[number];

/** What the program can open at once: an order for an account, or, for a null account, one for a new account. */
export type Beginning = {
  readonly accountId: string | null;
  readonly platform: Platform;
  readonly accountKind: AccountKind;
  readonly kind: ApplicationKind;
};

/** One step that is recommended. Nothing is held back by it. */
export type StrategyStep = {
  /** Action and what it is about, so that the same step is met again. */
  readonly id: string;
  readonly action: StrategyAction;
  /** `duty`: a platform's rule asks for it; `advice`: it is wise; `option`: only where it fits the client's plans. */
  readonly weight: 'duty' | 'advice' | 'option';
  /** Null for a paper, which serves all. */
  readonly platform: Platform | null;
  readonly account: Pick<StrategyAccount, 'accountId' | 'name' | 'kind'> | null;
  readonly documentKind: DocumentKind | null;
  readonly begin: Beginning | null;
  readonly underWay: Pick<StrategyOrder, 'applicationId' | 'kind' | 'stage'> | null;
  /** The first is the foremost. */
  readonly reasons: readonly [Reason, ...Reason[]];
};

/** A step with the place that it takes: a lower rank first, then the earlier `dueInDays`, then platform and id. */
export type RankedStep = { readonly step: StrategyStep; readonly rank: number; readonly dueInDays?: number };

type Draft = {
  readonly action: StrategyAction;
  readonly platform: Platform | null;
  readonly about: string;
  readonly account?: StrategyAccount;
  /** It fits only where the client plans so. */
  readonly isOption?: boolean;
  readonly reasons: readonly [Reason, ...Reason[]];
} & Partial<Pick<StrategyStep, 'documentKind' | 'begin' | 'underWay'>>;

export function stepOf({
  action,
  platform,
  about,
  reasons,
  account,
  isOption,
  ...others
}: Draft): StrategyStep {
  return {
    id: `${action}:${about}`,
    action,
    weight: isOption ? 'option' : weightOf(action, reasons),
    platform,
    account: account ? { accountId: account.accountId, name: account.name, kind: account.kind } : null,
    documentKind: others.documentKind ?? null,
    begin: others.begin ?? null,
    underWay: others.underWay ?? null,
    reasons,
  };
}

/** Only a platform's rule on firm ground makes a duty; advice never does. */
function weightOf(action: StrategyAction, reasons: readonly Reason[]): StrategyStep['weight'] {
  const mayBeDuty = action === 'renew' || action === 'file';
  return mayBeDuty && reasons.some(isFirm) ? 'duty' : 'advice';
}

/** An order for an account as a step: begun from here, or, when it is under way, gone on with. */
export function orderStep(
  context: StrategyContext,
  account: StrategyAccount,
  action: StrategyAction,
  kind: ApplicationKind,
  reasons: readonly [Reason, ...Reason[]],
): StrategyStep {
  const { accountId, platform } = account;
  const running = orderUnderWay(accountId, kind, context);
  const draft = { action, platform, about: accountId, account };
  if (running !== undefined) {
    const { applicationId, stage } = running;
    return stepOf({
      ...draft,
      reasons: [recorded({ code: 'under_way', kind, stage }), ...reasons],
      underWay: { applicationId, kind, stage },
    });
  }
  const canBegin = covers(packOf(context, platform, account.kind, kind), context);
  return stepOf({
    ...draft,
    reasons,
    begin: canBegin ? { accountId, platform, accountKind: account.kind, kind } : null,
  });
}
