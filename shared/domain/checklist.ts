import type { ApplicationKind } from './application.ts';
import type { CategoryAsk } from './category-ask.ts';
import type { DocumentKind } from './document-kind.ts';
import type { EntityType } from './entity-type.ts';
import type {
  ChecklistFactKey,
  DocumentRule,
  Holder,
  Needed,
  Provenance,
  RequirementFormula,
  RequirementGroup,
  RulePack,
  RuleText,
} from './rule-pack.ts';
import { optionalField } from './optional-field.ts';
import { isSamePaper } from './return-remedy.ts';
import { mayBlock } from './rule-pack.ts';

/** The group under which the papers of a return reason are listed. */
export const remedyGroup = {
  id: 'remedy',
  title: { zh: '打回补救', en: 'Remedy for the return' },
} as const satisfies { id: string; title: RuleText };

/** One step from an alternative's root to an item: which option of which choice the item belongs to. */
export type ChoiceStep = {
  readonly choiceId: string;
  readonly option: number;
  readonly title: RuleText;
  /** Whose way the option is, where the rules name it. */
  readonly way?: RuleText;
};

/** One line of a checklist. `requirementId` is stable across versions of the pack and entity types. */
export type RequirementItem = Provenance & {
  readonly requirementId: string;
  readonly groupId: string;
  readonly groupTitle: RuleText;
  /** Order in the checklist, from 0. */
  readonly position: number;
  /** Outermost choice first; empty for an item that is not part of alternatives. */
  readonly choices: readonly ChoiceStep[];
  /** Any one of these kinds will do. */
  readonly accepts: readonly DocumentKind[];
  readonly holder?: Holder;
  readonly needed: Needed;
  /** Whether the item may hold a submission back: inferred and remembered rules never do. */
  readonly blocks: boolean;
  readonly marginDays: number;
  readonly marginBasis?: Provenance;
  readonly uploadProfileId: string;
  readonly title: RuleText;
  readonly note?: RuleText;
  /** Of a line that a category's formula asks for: what it asks. Left out for the pack's own papers. */
  readonly asks?: CategoryAsk;
};

/** A line before it has its place. */
export type RequirementDraft = Omit<RequirementItem, 'position'>;

/** What is known of the case; an absent answer is an open question. */
export type ChecklistFacts = Readonly<Partial<Record<ChecklistFactKey, boolean | undefined>>> & {
  /** Codes of the reasons for which the application was sent back last. */
  readonly returnReasonCodes?: readonly string[];
};

export type ChecklistRequest = {
  readonly entityType: EntityType;
  readonly kind: ApplicationKind;
  readonly facts: ChecklistFacts;
  /** What the category of the application asks for, after the pack's own papers. */
  readonly ofCategory?: readonly RequirementDraft[];
};

export type ChecklistResult =
  | { readonly ok: true; readonly items: readonly RequirementItem[] }
  | { readonly ok: false; readonly code: 'not_covered' };

/** Lists what a pack asks for in one case, or tells that the pack does not cover it. */
export function instantiateChecklist(pack: RulePack, request: ChecklistRequest): ChecklistResult {
  const set = pack.requirements.find(
    (candidate) =>
      candidate.entityType === request.entityType && candidate.applicationKinds.includes(request.kind),
  );
  if (!set || !pack.coveredEntityTypes.includes(request.entityType))
    return { ok: false, code: 'not_covered' };
  const asked = set.groups.flatMap((group) => itemsOf(group, group.formula, [], request.facts));
  const lines = [...asked, ...(request.ofCategory ?? [])];
  const items = withRemedies(lines, remedyRules(pack, request.facts));
  return { ok: true, items: items.map((item, position) => ({ ...item, position })) };
}

type Heading = Pick<RequirementGroup, 'id' | 'title'>;

function itemsOf(
  group: Heading,
  formula: RequirementFormula,
  choices: readonly ChoiceStep[],
  facts: ChecklistFacts,
): RequirementDraft[] {
  switch (formula.op) {
    case 'document':
      return itemOf(group, formula, choices, facts);
    case 'all_of':
      return formula.parts.flatMap((part) => itemsOf(group, part, choices, facts));
    case 'any_of':
      return formula.options.flatMap((option, index) => {
        const step = { choiceId: formula.id, option: index, title: formula.title };
        return itemsOf(group, option, [...choices, step], facts);
      });
  }
}

function itemOf(
  group: Heading,
  rule: DocumentRule,
  choices: readonly ChoiceStep[],
  facts: ChecklistFacts,
): RequirementDraft[] {
  const needed = neededIn(rule, facts);
  if (needed === 'left_out') return [];
  const { id, accepts, holder, marginDays, uploadProfileId, title, note, tag, source, asOf } = rule;
  const base = { accepts, marginDays, uploadProfileId, title, tag, source, asOf, needed, choices };
  return [
    {
      ...base,
      requirementId: id,
      groupId: group.id,
      groupTitle: group.title,
      blocks: mayBlock(tag),
      ...optionalField('marginBasis', rule.marginBasis),
      ...(holder ? { holder } : {}),
      ...(note ? { note } : {}),
    },
  ];
}

function neededIn(rule: DocumentRule, facts: ChecklistFacts): Needed | 'left_out' {
  if (!rule.condition) return rule.needed;
  const answer = facts[rule.condition.fact];
  if (answer !== undefined) return answer === rule.condition.is ? rule.needed : 'left_out';
  switch (rule.condition.unknown) {
    case 'require':
      return rule.needed;
    case 'ask':
      return 'if_applicable';
    case 'leave_out':
      return 'left_out';
  }
}

function remedyRules(pack: RulePack, facts: ChecklistFacts): DocumentRule[] {
  const codes = facts.returnReasonCodes ?? [];
  return pack.returnReasons
    .filter((reason) => codes.includes(reason.code))
    .flatMap((reason) => reason.remedyDocuments);
}

/** The item that asks for the paper of a rule: rather one that takes all of its kinds than one that takes some. */
const samePaper = (items: readonly RequirementDraft[], rule: DocumentRule): RequirementDraft | undefined =>
  items.find(
    (item) => isSamePaper(item, rule) && rule.accepts.every((kind) => item.accepts.includes(kind)),
  ) ?? items.find((item) => isSamePaper(item, rule));

/** A remedy that the checklist already asks for makes that item required; any other is added once. */
function withRemedies(
  asked: readonly RequirementDraft[],
  remedies: readonly DocumentRule[],
): RequirementDraft[] {
  const items = [...asked];
  for (const rule of remedies) {
    const known = samePaper(items, rule);
    const index = known === undefined ? -1 : items.indexOf(known);
    if (known === undefined) items.push(...itemOf(remedyGroup, rule, [], {}));
    else if (rule.needed === 'required') items[index] = { ...known, needed: 'required' };
  }
  return items;
}
