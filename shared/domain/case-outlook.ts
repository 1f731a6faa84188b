import { isInPreparation } from './application.ts';
import type { PathStage } from './application.ts';
import type { CategoryPack } from './category-pack.ts';
import { checklistCounts } from './checklist-state.ts';
import type { EvaluatedItem } from './checklist-state.ts';
import type { AccountFacts, ApplicationFacts, ClientFacts } from './client-facts.ts';
import { obligationsOfCase } from './obligations.ts';
import type { Obligation } from './obligations.ts';
import { isBeforePayment } from './order-path.ts';
import { preCheck } from './pre-check.ts';
import type { Finding } from './pre-check.ts';
import type { PreCheckFacts } from './pre-check-facts.ts';
import { categoryNeeds } from './pre-check-permits.ts';
import type { CategoryNeed } from './pre-check-permits.ts';
import { feeVariants, platformFee } from './rule-pack-lookup.ts';
import type { FeeVariant } from './rule-pack-lookup.ts';
import type { AftercareRule, RulePack } from './rule-pack.ts';
import { railSteps } from './stage-rail.ts';
import type { RailStep } from './stage-rail.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Everything that is known of one open application, whatever rules it goes by. */
export type CaseFacts = {
  readonly client: ClientFacts['client'];
  readonly account: AccountFacts;
  readonly application: Omit<ApplicationFacts, 'rulePack' | 'missingRequiredCount' | 'blockerCount'>;
  /** With the checklist that the rules in question put together. */
  readonly preCheck: PreCheckFacts;
};

/** By what rules a case is looked at. */
export type CaseRules = { readonly pack: RulePack; readonly categories: CategoryPack | undefined };

/** How one open application stands under one version of the rules: all that follows from them for it. */
export type CaseOutlook = {
  readonly pack: RulePack;
  readonly path: readonly PathStage[];
  readonly rail: readonly RailStep[];
  readonly items: readonly EvaluatedItem[];
  readonly findings: readonly Finding[];
  /** What the categories of the account lack, by the list that the case goes by. */
  readonly needs: readonly CategoryNeed[];
  /** Of the case and its account. */
  readonly obligations: readonly Obligation[];
  /** What the platform asks for where it is still to be paid; null where the rules do not know. */
  readonly feeToComeFen: number | null;
  /** What may be charged instead. */
  readonly feeVariants: readonly FeeVariant[];
  /** What follows the pass of this case. */
  readonly aftercare: readonly AftercareRule[];
};

/** Undefined when the rules do not cover the case. A pure function of facts, rules, calendar and moment. */
export function caseOutlook(
  facts: CaseFacts,
  { pack, categories }: CaseRules,
  calendar: WorkingCalendar,
  nowMs: number,
): CaseOutlook | undefined {
  const { progress } = facts.application;
  if (!isCovered(pack, facts)) return undefined;
  const { items } = facts.preCheck;
  const { findings } = preCheck(facts.preCheck, pack, categories);
  return {
    pack,
    path: pack.path,
    rail: railSteps(progress, pack, calendar, nowMs),
    items,
    findings,
    needs: categories === undefined ? [] : categoryNeeds(facts.preCheck, categories),
    obligations: dutiesOf(facts, pack, findings, calendar),
    ...feesToCome(facts, pack),
    aftercare: aftercareOf(facts, pack, categories),
  };
}

const isCovered = (pack: RulePack, { application: { progress } }: CaseFacts): boolean =>
  pack.coveredEntityTypes.includes(progress.entityType) && pack.applicationKinds.includes(progress.kind);

function dutiesOf(
  { client, account, application, preCheck: { items } }: CaseFacts,
  pack: RulePack,
  findings: readonly Finding[],
  calendar: WorkingCalendar,
): Obligation[] {
  const missingRequiredCount = checklistCounts(items).open;
  const isComplete = isInPreparation(application.progress.stage) && missingRequiredCount === 0;
  const blockerCount = findings.filter(({ level }) => level === 'blocker').length;
  const judged: ApplicationFacts = {
    ...application,
    rulePack: { id: pack.id, version: pack.version },
    missingRequiredCount,
    ...(isComplete && { blockerCount }),
  };
  return obligationsOfCase({ client, accounts: [account], applications: [judged] }, [pack], calendar);
}

/** The fees of today, before one is paid. */
function feesToCome(
  { application: { progress }, preCheck: { today } }: CaseFacts,
  pack: RulePack,
): Pick<CaseOutlook, 'feeToComeFen' | 'feeVariants'> {
  if (!isBeforePayment(pack, progress.stage)) return { feeToComeFen: null, feeVariants: [] };
  return {
    feeToComeFen: platformFee(pack, progress.entityType, today)?.amountFen ?? null,
    feeVariants: feeVariants(pack, progress.entityType, today),
  };
}

/** Some steps follow only the pass of a category that the internet authority looks at too. */
function aftercareOf(
  { preCheck: { appliedCategory } }: CaseFacts,
  pack: RulePack,
  categories: CategoryPack | undefined,
): AftercareRule[] {
  const isCac = categories?.categories.find(({ id }) => id === appliedCategory)?.cac === true;
  return pack.aftercare.filter(({ only }) => only === undefined || isCac);
}
