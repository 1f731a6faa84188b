import type { CalendarDate } from './calendar-date.ts';
import { daysBetween } from './calendar-date.ts';
import type { ChoiceStep, RequirementItem } from './checklist.ts';
import type { CategoryAsk } from './category-ask.ts';
import type { DocumentKind, DocumentPart } from './document-kind.ts';
import { carriesValidity, documentParts } from './document-kind.ts';
import type { FormulaState } from './formula.ts';
import type { RuleText } from './rule-pack.ts';

export const itemStates = [
  'satisfied',
  'expiring',
  'to_confirm',
  'missing',
  'expired',
  'rejected',
  'not_needed',
] as const;
export type ItemState = (typeof itemStates)[number];

/** Why an item is not simply satisfied, as data for the interface. Days count from today. */
export type ItemReason =
  | { readonly code: 'no_document' }
  | { readonly code: 'applicability_unknown' }
  | { readonly code: 'decided' }
  | { readonly code: 'alternative_satisfied'; readonly choiceId: string }
  | { readonly code: 'part_missing'; readonly parts: readonly DocumentPart[] }
  | { readonly code: 'kind_not_accepted'; readonly documentKind: DocumentKind }
  /** Nothing on the paper says that it is the permit. */
  | { readonly code: 'permit_not_named' }
  /** It is the permit, but does not say how far it extends. */
  | { readonly code: 'extent_unknown' }
  | { readonly code: 'scope_missing' }
  | { readonly code: 'scope_unknown' }
  | { readonly code: 'answer_unknown' }
  | { readonly code: 'category_closed' }
  | { readonly code: 'validity_unknown' }
  | { readonly code: 'expires'; readonly on: CalendarDate; readonly days: number }
  | { readonly code: 'expired'; readonly on: CalendarDate; readonly days: number }
  | { readonly code: 'rejected' }
  /** The paper says something else than the paper that decides, in the words of the finding. */
  | { readonly code: 'deviates'; readonly text: RuleText };

export type ItemResult = { readonly state: ItemState; readonly reason?: ItemReason };

/** A document that was put to an item, with the parts of its newest version. */
export type ItemDocument = {
  readonly kind: DocumentKind;
  readonly parts: readonly DocumentPart[];
  readonly validUntil?: CalendarDate | 'forever' | null;
  /**
   * How far the paper is the permit that the item asks for: missing when nothing names it so, a question when it does
   * not say whether it extends so far. Left out where its kind alone decides.
   */
  readonly asPermit?: FormulaState;
  /** The platform sent this version back. */
  readonly rejected?: boolean;
};

/** The consultant's word on an item: refused, not asked for in this case, or looked at and right. */
export type ItemDecision = 'rejected' | 'not_needed' | 'confirmed';

/**
 * Judges one item by itself; `evaluateChecklist` adds what follows from alternatives. A decision settles what the
 * rules leave open and refuses or drops the item; it can't make a missing or expired paper good.
 */
export function evaluateItem(
  requirement: RequirementItem,
  documents: readonly ItemDocument[],
  today: CalendarDate,
  decision?: ItemDecision | null,
): ItemResult {
  if (decision === 'not_needed') return { state: 'not_needed', reason: { code: 'decided' } };
  if (decision === 'rejected') return { state: 'rejected', reason: { code: 'decided' } };
  const { asks } = requirement;
  if (asks !== undefined && asks.of !== 'permit') return judgeFact(asks, decision === 'confirmed');
  const best = documents
    .map((document) => judge(requirement, document, today))
    .sort((a, b) => itemStates.indexOf(a.state) - itemStates.indexOf(b.state))
    .at(0);
  if (best) {
    return best.state === 'to_confirm' && decision === 'confirmed' ? { state: 'satisfied' } : best;
  }
  if (requirement.needed === 'required' || decision === 'confirmed') {
    return { state: 'missing', reason: { code: 'no_document' } };
  }
  return { state: 'to_confirm', reason: { code: 'applicability_unknown' } };
}

/** What is read off the client and not off a paper; the firm's word settles what nobody has written down. */
function judgeFact(asks: Exclude<CategoryAsk, { of: 'permit' }>, isConfirmed: boolean): ItemResult {
  switch (asks.of) {
    case 'closed':
      return { state: 'missing', reason: { code: 'category_closed' } };
    case 'answer':
      return isConfirmed
        ? { state: 'satisfied' }
        : { state: 'to_confirm', reason: { code: 'answer_unknown' } };
    case 'scope':
      if (asks.state === 'missing') return { state: 'missing', reason: { code: 'scope_missing' } };
      return isConfirmed || asks.state === 'met'
        ? { state: 'satisfied' }
        : { state: 'to_confirm', reason: { code: 'scope_unknown' } };
  }
}

export type ItemInput = {
  readonly documents: readonly ItemDocument[];
  readonly decision?: ItemDecision | null;
};

export type EvaluatedItem = RequirementItem & ItemResult;

/** Judges a whole checklist: once one option of a choice is complete, the others are not needed. */
export function evaluateChecklist(
  items: readonly RequirementItem[],
  inputs: ReadonlyMap<string, ItemInput>,
  today: CalendarDate,
): EvaluatedItem[] {
  const judged = items.map((item): EvaluatedItem => {
    const input = inputs.get(item.requirementId);
    return { ...item, ...evaluateItem(item, input?.documents ?? [], today, input?.decision) };
  });
  const chosen = chosenOptions(judged, 0);
  return judged.map((item) => {
    const step = item.choices.find(
      ({ choiceId, option }) => chosen.has(choiceId) && chosen.get(choiceId) !== option,
    );
    if (!step || item.state === 'not_needed') return item;
    return {
      ...item,
      state: 'not_needed',
      reason: { code: 'alternative_satisfied', choiceId: step.choiceId },
    };
  });
}

export type ChecklistCounts = {
  /** Items that count: all but those not needed; of open alternatives only the one nearest to complete. */
  readonly total: number;
  readonly satisfied: number;
  readonly expiring: number;
  readonly toConfirm: number;
  /** Missing, expired or rejected, where a rule with a source asks for it: what holds a submission back. */
  readonly open: number;
};

/** Counts an evaluated checklist for its summary line. */
export function checklistCounts(items: readonly EvaluatedItem[]): ChecklistCounts {
  return countsAt(items, 0);
}

/** Missing, expired or rejected, where no source says that it is asked for: it is told, and holds nothing back. */
export const unprovenOpen = ({ total, satisfied, expiring, toConfirm, open }: ChecklistCounts): number =>
  total - satisfied - expiring - toConfirm - open;

const isFulfilled = (state: ItemState): boolean => state === 'satisfied' || state === 'expiring';

function judge(requirement: RequirementItem, document: ItemDocument, today: CalendarDate): ItemResult {
  const result = judgePaper(requirement, document, today);
  if (!isFulfilled(result.state) || document.asPermit === undefined) return result;
  switch (document.asPermit) {
    case 'met':
      return result;
    case 'missing':
      return { state: 'to_confirm', reason: { code: 'permit_not_named' } };
    case 'question':
      return { state: 'to_confirm', reason: { code: 'extent_unknown' } };
  }
}

/** A paper by its kind, its parts and its dates. */
function judgePaper(requirement: RequirementItem, document: ItemDocument, today: CalendarDate): ItemResult {
  const { kind, parts, validUntil, rejected } = document;
  if (rejected) return { state: 'rejected', reason: { code: 'rejected' } };
  if (!requirement.accepts.includes(kind)) {
    return { state: 'to_confirm', reason: { code: 'kind_not_accepted', documentKind: kind } };
  }
  const missing = documentParts(kind).filter((part) => !parts.includes(part));
  if (missing.length > 0) return { state: 'missing', reason: { code: 'part_missing', parts: missing } };
  if (validUntil === undefined || validUntil === null) {
    if (!carriesValidity(kind)) return { state: 'satisfied' };
    return { state: 'to_confirm', reason: { code: 'validity_unknown' } };
  }
  if (validUntil === 'forever') return { state: 'satisfied' };
  const days = daysBetween(today, validUntil);
  if (days < 0) return { state: 'expired', reason: { code: 'expired', on: validUntil, days } };
  if (days > requirement.marginDays) return { state: 'satisfied' };
  return { state: 'expiring', reason: { code: 'expires', on: validUntil, days } };
}

export type Choice = {
  readonly choiceId: string;
  readonly options: ReadonlyMap<number, readonly EvaluatedItem[]>;
};

/** The choices that begin at this depth of the items' paths, each with its options in order. */
export function choicesAt(items: readonly EvaluatedItem[], depth: number): Choice[] {
  const choices = new Map<string, Map<number, EvaluatedItem[]>>();
  for (const item of items) {
    const step: ChoiceStep | undefined = item.choices[depth];
    if (!step) continue;
    const options = choices.get(step.choiceId) ?? new Map<number, EvaluatedItem[]>();
    options.set(step.option, [...(options.get(step.option) ?? []), item]);
    choices.set(step.choiceId, options);
  }
  return [...choices].map(([choiceId, options]) => ({ choiceId, options }));
}

/** The items that are no part of a choice below this depth. */
export const directItems = (items: readonly EvaluatedItem[], depth: number): EvaluatedItem[] =>
  items.filter((item) => item.choices.length === depth);

/**
 * True when something was handed in, every required item is fulfilled and every choice below has a complete option.
 * Items that were decided away ask for nothing, but can't complete an option by themselves.
 */
function isComplete(items: readonly EvaluatedItem[], depth: number): boolean {
  const required = directItems(items, depth).filter(
    (item) => item.needed === 'required' && item.blocks && item.state !== 'not_needed',
  );
  return (
    items.some((item) => isFulfilled(item.state)) &&
    required.every((item) => isFulfilled(item.state)) &&
    choicesAt(items, depth).every(({ options }) =>
      [...options.values()].some((option) => isComplete(option, depth + 1)),
    )
  );
}

function chosenOptions(items: readonly EvaluatedItem[], depth: number): Map<string, number> {
  const chosen = new Map<string, number>();
  for (const { choiceId, options } of choicesAt(items, depth)) {
    for (const [option, members] of options) {
      if (!chosen.has(choiceId) && isComplete(members, depth + 1)) chosen.set(choiceId, option);
      for (const [innerId, inner] of chosenOptions(members, depth + 1)) chosen.set(innerId, inner);
    }
  }
  return chosen;
}

function countsAt(items: readonly EvaluatedItem[], depth: number): ChecklistCounts {
  const direct = directItems(items, depth).filter((item) => item.state !== 'not_needed');
  const count = (test: (item: EvaluatedItem) => boolean): number => direct.filter(test).length;
  const own: ChecklistCounts = {
    total: direct.length,
    satisfied: count((item) => item.state === 'satisfied'),
    expiring: count((item) => item.state === 'expiring'),
    toConfirm: count((item) => item.state === 'to_confirm'),
    open: count((item) => item.blocks && isOpen(item.state)),
  };
  return choicesAt(items, depth)
    .map(({ options }) => nearestToComplete(options, depth))
    .reduce(sum, own);
}

/** Whether an item in this state holds a submission back. */
export const isOpen = (state: ItemState): boolean =>
  state === 'missing' || state === 'expired' || state === 'rejected';

/** Of alternatives, the counts of the chosen option, else of the one with the fewest open items. */
function nearestToComplete(
  options: ReadonlyMap<number, readonly EvaluatedItem[]>,
  depth: number,
): ChecklistCounts {
  const none: ChecklistCounts = { total: 0, satisfied: 0, expiring: 0, toConfirm: 0, open: 0 };
  const counted = [...options.values()].map((members) => countsAt(members, depth + 1));
  const live = counted.filter((counts) => counts.total > 0);
  return live.sort((a, b) => a.open - b.open || a.total - b.total).at(0) ?? none;
}

const sum = (a: ChecklistCounts, b: ChecklistCounts): ChecklistCounts => ({
  total: a.total + b.total,
  satisfied: a.satisfied + b.satisfied,
  expiring: a.expiring + b.expiring,
  toConfirm: a.toConfirm + b.toConfirm,
  open: a.open + b.open,
});
