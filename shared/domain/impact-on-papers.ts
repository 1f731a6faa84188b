import type { CaseOutlook } from './case-outlook.ts';
import type { EvaluatedItem } from './checklist-state.ts';
import type { ImpactChange } from './impact-change.ts';
import type { CategoryNeed } from './pre-check-permits.ts';
import type { Finding } from './pre-check.ts';
import { isSameSaying, isSameValue } from './same-value.ts';

/** The checklist: what is asked for, in which words and order, and how it stands. */
export function paperChanges(
  before: readonly EvaluatedItem[],
  after: readonly EvaluatedItem[],
): ImpactChange[] {
  const old = new Map(before.map((item) => [item.requirementId, item]));
  const fresh = new Set(after.map(({ requirementId }) => requirementId));
  const here = after.flatMap((item): ImpactChange[] => {
    const was = old.get(item.requirementId);
    return was === undefined ? [paper('paper_added', item)] : itemChanges(was, item);
  });
  const gone = before
    .filter(({ requirementId }) => !fresh.has(requirementId))
    .map((item) => paper('paper_dropped', item));
  const order = isSameValue(
    before.map(({ requirementId }) => requirementId).filter((id) => fresh.has(id)),
    after.map(({ requirementId }) => requirementId).filter((id) => old.has(id)),
  );
  return [...here, ...gone, ...(order ? [] : [{ kind: 'paper_order' } as const])];
}

const paper = (
  kind: 'paper_added' | 'paper_dropped' | 'paper_changed' | 'paper_reworded',
  { requirementId: id, title }: EvaluatedItem,
): ImpactChange => ({ kind, id, title });

function itemChanges(was: EvaluatedItem, is: EvaluatedItem): ImpactChange[] {
  if (!isSameValue(askedOf(was), askedOf(is))) return [paper('paper_changed', is)];
  const { requirementId: id, title } = is;
  const worded = isSameValue(wordsOf(was), wordsOf(is)) ? [] : [paper('paper_reworded', is)];
  if (isSameValue([was.state, was.reason], [is.state, is.reason])) return worded;
  return [...worded, { kind: 'paper_state', id, title, before: was.state, after: is.state }];
}

/** What is asked of a paper; on whose word and in which words is another matter. */
const askedOf = (item: EvaluatedItem) => [
  item.accepts,
  item.holder,
  item.needed,
  item.blocks,
  item.marginDays,
  item.uploadProfileId,
  item.asks,
  item.choices.map((step) => [step.choiceId, step.option]),
];

const wordsOf = (item: EvaluatedItem) => [
  item.title,
  item.note,
  item.groupId,
  item.groupTitle,
  item.choices.map((step) => [step.title, step.way]),
];

export function needChanges(before: readonly CategoryNeed[], after: readonly CategoryNeed[]): ImpactChange[] {
  const keyOf = ({ category, title }: CategoryNeed) =>
    [category.zh, category.en, title.zh, title.en].join('\n');
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

/** What the pre-check says: of what it goes on to find, also whether it says it otherwise. */
export function findingChanges({ findings: before }: CaseOutlook, { findings: after }: CaseOutlook) {
  const [old, fresh] = [byPlace(before), byPlace(after)];
  return [
    ...[...fresh].flatMap(([place, found]): ImpactChange[] => {
      const was = old.get(place);
      if (was === undefined) return found.map((finding) => said('finding_added', finding));
      return isSameFound(was, found) ? [] : found.map((finding) => said('finding_changed', finding));
    }),
    ...[...old].flatMap(([place, found]): ImpactChange[] =>
      fresh.has(place) ? [] : found.map((finding) => said('finding_gone', finding)),
    ),
  ];
}

const isSameFound = (was: readonly Finding[], is: readonly Finding[]): boolean =>
  was.length === is.length &&
  is.every((finding, index) => {
    const before = was[index];
    return before !== undefined && isSameSaying(before, finding);
  });

/** A check may find several things at one place. */
function byPlace(findings: readonly Finding[]): Map<string, Finding[]> {
  const places = new Map<string, Finding[]>();
  for (const finding of findings) {
    const place = `${finding.level} ${finding.key}`;
    places.set(place, [...(places.get(place) ?? []), finding]);
  }
  return places;
}

const said = (
  kind: 'finding_added' | 'finding_gone' | 'finding_changed',
  { check, level, text }: Finding,
): ImpactChange => ({ kind, check, level, text });
