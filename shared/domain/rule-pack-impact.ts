import type { CalendarDate } from './calendar-date.ts';
import type { CheckId, FindingLevel } from './check-rule.ts';
import type { RequirementItem } from './checklist.ts';
import type { EntityType } from './entity-type.ts';
import { clockOfStage, leadsThrough } from './order-path.ts';
import type { CategoryNeed } from './pre-check-permits.ts';
import type { Finding } from './pre-check.ts';
import { platformFee } from './rule-pack-lookup.ts';
import type { ClockId, ClockUnit, RulePack, RuleText } from './rule-pack.ts';
import type { Stage } from './application.ts';

/** One thing that becomes otherwise for an open application when its rules do. */
export type ImpactChange =
  /** A version that does not cover the case, or does not lead through its stage: it can't be moved. */
  | { readonly kind: 'not_covered' | 'stage_gone' }
  | {
      readonly kind: 'paper_added' | 'paper_dropped' | 'paper_changed';
      readonly id: string;
      readonly title: RuleText;
    }
  | {
      readonly kind: 'clock';
      readonly clockId: ClockId;
      readonly before: ClockLength | null;
      readonly after: ClockLength | null;
    }
  | { readonly kind: 'fee'; readonly beforeFen: number | null; readonly afterFen: number | null }
  | { readonly kind: 'refills'; readonly before: number | null; readonly after: number | null }
  /** What the cheapest way to a category of the account lacks: a paper, or words of the licence's scope. */
  | {
      readonly kind: 'need_added' | 'need_gone';
      readonly category: RuleText;
      readonly title: RuleText;
    }
  | {
      readonly kind: 'finding_added' | 'finding_gone';
      readonly check: CheckId;
      readonly level: FindingLevel;
      readonly text: RuleText;
    };

type ClockLength = { readonly total: number; readonly unit: ClockUnit };

/** How one application looks under one version of the rules: what is asked for, and what the pre-check says. */
export type Judged = {
  readonly pack: RulePack;
  /** Undefined when the pack does not cover the case. */
  readonly items: readonly RequirementItem[] | undefined;
  readonly findings: readonly Finding[];
  /** What the categories of the account lack, by the list that the case goes by. */
  readonly needs: readonly CategoryNeed[];
};

export type ImpactCase = {
  readonly entityType: EntityType;
  readonly stage: Stage;
  readonly on: CalendarDate;
};

/** Whether a case can follow to the rules that would change so much for it. */
export const canMove = (changes: readonly ImpactChange[]): boolean =>
  changes.every(({ kind }) => kind !== 'not_covered' && kind !== 'stage_gone');

/**
 * What changes for an open application from one version of the rules to another: papers, the clocks that still run or
 * will run, a fee that is still to be paid, the refills, and the findings of the pre-check.
 */
export function packImpact(subject: ImpactCase, before: Judged, after: Judged): ImpactChange[] {
  if (after.items === undefined) return [{ kind: 'not_covered' }];
  if (!leadsThrough(after.pack, subject.stage)) return [{ kind: 'stage_gone' }];
  return [
    ...paperChanges(before.items ?? [], after.items),
    ...clockChanges(subject.stage, before.pack, after.pack),
    ...feeChanges(subject, before.pack, after.pack),
    ...refillChanges(before.pack, after.pack),
    ...needChanges(before.needs, after.needs),
    ...findingChanges(before.findings, after.findings),
  ];
}

function paperChanges(before: readonly RequirementItem[], after: readonly RequirementItem[]): ImpactChange[] {
  const old = new Map(before.map((item) => [item.requirementId, item]));
  const fresh = new Set(after.map(({ requirementId }) => requirementId));
  const here = after.flatMap((item): ImpactChange[] => {
    const { requirementId: id, title } = item;
    const was = old.get(id);
    if (was === undefined) return [{ kind: 'paper_added', id, title }];
    return askedOf(was) === askedOf(item) ? [] : [{ kind: 'paper_changed', id, title }];
  });
  const gone = before
    .filter(({ requirementId }) => !fresh.has(requirementId))
    .map(({ requirementId: id, title }): ImpactChange => ({ kind: 'paper_dropped', id, title }));
  return [...here, ...gone];
}

/** What is asked of a paper; on whose word and in which words is another matter. */
const askedOf = ({
  accepts,
  holder,
  needed,
  blocks,
  marginDays,
  uploadProfileId,
  choices,
}: RequirementItem): string =>
  JSON.stringify([
    accepts,
    holder,
    needed,
    blocks,
    marginDays,
    uploadProfileId,
    choices.map((step) => [step.choiceId, step.option]),
  ]);

/** The clocks of the present stage and of those to come; what has run out is history. */
function clockChanges(stage: Stage, before: RulePack, after: RulePack): ImpactChange[] {
  const order: readonly Stage[] = ['collecting', ...after.path, 'returned'];
  const from = stage === 'returned' ? 0 : order.indexOf(stage);
  const ids = [...new Set(order.slice(from).flatMap((each) => clockOfStage(each) ?? []))];
  return ids.flatMap((clockId): ImpactChange[] => {
    const [was, is] = [lengthOf(before, clockId), lengthOf(after, clockId)];
    return JSON.stringify(was) === JSON.stringify(is)
      ? []
      : [{ kind: 'clock', clockId, before: was, after: is }];
  });
}

function lengthOf({ clocks }: RulePack, id: ClockId): ClockLength | null {
  const clock = clocks.find((each) => each.id === id);
  return clock ? { total: clock.total, unit: clock.unit } : null;
}

function feeChanges(
  { entityType, stage, on }: ImpactCase,
  before: RulePack,
  after: RulePack,
): ImpactChange[] {
  const order: readonly Stage[] = ['collecting', ...after.path];
  const isToCome = order.indexOf(stage) <= order.indexOf('awaiting_payment') && order.includes(stage);
  const [beforeFen, afterFen] = [before, after].map(
    (pack) => platformFee(pack, entityType, on)?.amountFen ?? null,
  );
  if (!isToCome || beforeFen === undefined || afterFen === undefined || beforeFen === afterFen) return [];
  return [{ kind: 'fee', beforeFen, afterFen }];
}

function refillChanges(before: RulePack, after: RulePack): ImpactChange[] {
  const [was, is] = [before.refills?.max ?? null, after.refills?.max ?? null];
  return was === is ? [] : [{ kind: 'refills', before: was, after: is }];
}

function needChanges(before: readonly CategoryNeed[], after: readonly CategoryNeed[]): ImpactChange[] {
  const keyOf = ({ category, title }: CategoryNeed) => `${category.zh} ${title.zh}`;
  const [old, fresh] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  return [
    ...after
      .filter((need) => !old.has(keyOf(need)))
      .map((need) => ({ kind: 'need_added', ...need }) as const),
    ...before
      .filter((need) => !fresh.has(keyOf(need)))
      .map((need) => ({ kind: 'need_gone', ...need }) as const),
  ];
}

function findingChanges(before: readonly Finding[], after: readonly Finding[]): ImpactChange[] {
  const idOf = ({ key, level }: Finding) => `${level} ${key}`;
  const [old, fresh] = [new Set(before.map(idOf)), new Set(after.map(idOf))];
  const said =
    (kind: 'finding_added' | 'finding_gone') =>
    ({ check, level, text }: Finding): ImpactChange => ({
      kind,
      check,
      level,
      text,
    });
  return [
    ...after.filter((finding) => !old.has(idOf(finding))).map(said('finding_added')),
    ...before.filter((finding) => !fresh.has(idOf(finding))).map(said('finding_gone')),
  ];
}
