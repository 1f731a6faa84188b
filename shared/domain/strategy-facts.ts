import type { ApplicationKind, Stage } from './application.ts';
import { isClosed } from './application.ts';
import type { CalendarDate } from './calendar-date.ts';
import { compareDates } from './calendar-date.ts';
import type { DocumentFacts } from './client-facts.ts';
import type { EntityType } from './entity-type.ts';
import type { AccountKind, Platform } from './platform.ts';
import { packFor } from './rule-pack-lookup.ts';
import type { RuleBasis } from './rule-basis.ts';
import type { RulePack, RuleSource, RuleText } from './rule-pack.ts';

/** A category of an account for which the client cannot show today what it asks for. */
export type PermitGap = {
  readonly categoryId: string;
  readonly category: RuleText;
  /** What would meet it; null for a category that is closed to this kind of body. */
  readonly needed: RuleText | null;
  readonly basis: RuleBasis;
};

export type StrategyAccount = {
  readonly accountId: string;
  readonly name: string;
  readonly platform: Platform;
  readonly kind: AccountKind;
  /** AppID or merchant number. */
  readonly appId?: string;
  readonly permitGaps?: readonly PermitGap[];
  readonly certifiedSince?: CalendarDate;
  readonly certifiedUntil?: CalendarDate;
};

export type StrategyOrder = {
  readonly applicationId: string;
  readonly accountId: string;
  readonly kind: ApplicationKind;
  readonly stage: Stage;
};

/** What is known of one client: live rows only, in any order. */
export type StrategyFacts = {
  readonly today: CalendarDate;
  readonly entityType: EntityType;
  readonly accounts: readonly StrategyAccount[];
  /** Closed ones too. */
  readonly orders: readonly StrategyOrder[];
  readonly documents: readonly DocumentFacts[];
  /** Platform fees charged within the last 365 days, in fen. */
  readonly platformFeesFen: number;
};

/** By what rules the facts are judged. */
export type StrategyRules = {
  readonly packs: readonly RulePack[];
  /** Sources of facts that are not from these packs, e.g. of the lists of categories. */
  readonly otherSources: readonly RuleSource[];
};

export type StrategyContext = StrategyFacts & StrategyRules;

/** Whether a certification is on record, and whether it still holds on the day. */
export function certificationOf(
  { accountId, certifiedSince, certifiedUntil }: StrategyAccount,
  { orders, today }: StrategyFacts,
): 'none' | 'valid' | 'ended' {
  if (certifiedUntil !== undefined) return compareDates(certifiedUntil, today) < 0 ? 'ended' : 'valid';
  const passed = orders.some(
    (order) =>
      order.accountId === accountId && order.stage === 'passed' && certifyingKinds.includes(order.kind),
  );
  return passed || certifiedSince !== undefined ? 'valid' : 'none';
}

const certifyingKinds: readonly ApplicationKind[] = ['first_certification', 'annual_review'];

/** The order of that kind under way for an account; of several the first by id. */
export function orderUnderWay(
  accountId: string,
  kind: ApplicationKind,
  { orders }: StrategyFacts,
): StrategyOrder | undefined {
  return orders
    .filter((order) => order.accountId === accountId && order.kind === kind && !isClosed(order.stage))
    .sort((a, b) => (a.applicationId < b.applicationId ? -1 : 1))
    .at(0);
}

export const hasPassed = (accountId: string, kind: ApplicationKind, { orders }: StrategyFacts): boolean =>
  orders.some((order) => order.accountId === accountId && order.kind === kind && order.stage === 'passed');

/** The newest pack for that order on a platform and sort of account, whoever it covers. */
export const packOf = (
  context: StrategyContext,
  platform: Platform,
  account: AccountKind,
  kind: ApplicationKind,
): RulePack | undefined => packFor(context.packs, { platform, accountKind: account }, kind);

/** Whether the pack covers the client's entity type. */
export const covers = (pack: RulePack | undefined, { entityType }: StrategyFacts): pack is RulePack =>
  pack?.coveredEntityTypes.includes(entityType) === true;
