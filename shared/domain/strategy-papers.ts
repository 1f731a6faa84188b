import { daysBetween } from './calendar-date.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { DocumentFacts } from './client-facts.ts';
import { subjectDocumentKinds } from './document-kind.ts';
import type { DocumentKind } from './document-kind.ts';
import type { Platform } from './platform.ts';
import { basisAt } from './rule-basis.ts';
import { rulesOfSet } from './rule-pack-leaves.ts';
import { advised, recorded, ruled } from './strategy-reason.ts';
import type { Reason } from './strategy-reason.ts';
import type { PermitGap, StrategyAccount, StrategyContext } from './strategy-facts.ts';
import { stepOf } from './strategy-step.ts';
import type { RankedStep, StrategyStep } from './strategy-step.ts';
import { validityOf } from './validity.ts';

/** Papers of the body that have run out or soon will, while a pack asks for them: the next order would be refused. */
export function paperSteps(context: StrategyContext): RankedStep[] {
  return subjectDocumentKinds.flatMap((kind) => {
    const ending = endOfKind(kind, context);
    const [asked] = ending === undefined ? [] : askedFor(kind, context);
    if (ending === undefined || asked === undefined) return [];
    const step = stepOf({
      action: 'renew_paper',
      platform: null,
      about: kind,
      documentKind: kind,
      reasons: [paperReason(kind, ending.on, ending.days), asked],
    });
    return [{ step, rank: 2, dueInDays: ending.days }];
  });
}

/** Permits that the categories ask for and the client cannot show, and categories that are not for it. */
export function permitSteps(context: StrategyContext, core: Platform): RankedStep[] {
  return context.accounts.flatMap((account) =>
    (account.permitGaps ?? []).map((gap) => ({
      step: permitStep(account, gap),
      rank: account.platform === core ? 3 : 8,
    })),
  );
}

function permitStep(
  account: StrategyAccount,
  { categoryId, category, needed, basis }: PermitGap,
): StrategyStep {
  const draft = { platform: account.platform, about: `${account.accountId}:${categoryId}`, account };
  if (needed === null) {
    const reasons = [ruled({ code: 'category_closed', category }, basis)] as const;
    return stepOf({ ...draft, action: 'change_category', reasons });
  }
  return stepOf({
    ...draft,
    action: 'plan_permit',
    reasons: [ruled({ code: 'permit_missing', category, needed }, basis), advised('permits_with_planning')],
  });
}

function endsSoon({ validUntil }: DocumentFacts, today: CalendarDate): boolean {
  const { state } = validityOf(validUntil, today);
  return state === 'expired' || state === 'expiring';
}

/** The latest end of a kind whose papers have all run out or soon will; undefined when one of them is good. */
function endOfKind(kind: DocumentKind, { documents, today }: StrategyContext) {
  const ends = documents
    .filter((document) => document.kind === kind)
    .map((document) => (endsSoon(document, today) ? document.validUntil : undefined));
  const dated = ends.filter((end): end is CalendarDate => end !== undefined && end !== 'forever');
  const on = dated.length === ends.length ? dated.sort().at(-1) : undefined;
  return on === undefined ? undefined : { on, days: daysBetween(today, on) };
}

const paperReason = (kind: DocumentKind, on: CalendarDate, days: number): Reason =>
  recorded(
    days < 0 ? { code: 'paper_ended', kind, on, days: -days } : { code: 'paper_ends', kind, on, days },
  );

/** The places where the packs of the client's platforms ask for the paper. */
function askedFor(kind: DocumentKind, { packs, entityType, accounts }: StrategyContext): Reason[] {
  return packs
    .filter((pack) => accounts.some(({ platform }) => platform === pack.platform))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((pack) =>
      pack.requirements
        .filter((set) => set.entityType === entityType)
        .flatMap(rulesOfSet)
        .filter((rule) => rule.accepts.includes(kind))
        .map((rule) =>
          ruled(
            { code: 'asked_for', pack: pack.title, paper: rule.title },
            basisAt(pack, `requirements.${entityType}.${rule.id}`, rule),
          ),
        ),
    );
}
