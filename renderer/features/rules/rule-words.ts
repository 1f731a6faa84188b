import type { PackDifference } from '#shared/domain/rule-pack-difference.ts';
import type { ClockId, ClockUnit, Provenance, RuleText } from '#shared/domain/rule-pack.ts';
import { clockIds } from '#shared/domain/rule-pack.ts';
import { isEntityType } from '#shared/domain/entity-type.ts';
import type { RuleSpeech } from './rule-speech.ts';

/** A rule that became otherwise, in words: what it is about, what it said, what it says. */
export interface DifferenceWords {
  readonly key: string;
  readonly kind: PackDifference['kind'];
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

/** Differences in words; one that is the same for several kinds of subject is said once, with all of them. */
export function differenceWords(
  differences: readonly PackDifference[],
  speech: RuleSpeech,
): DifferenceWords[] {
  const groups = new Map<string, { words: DifferenceWords; types: string[] }>();
  for (const difference of differences) {
    const words = wordsOf(difference, speech);
    const type = difference.place.split('.').find(isEntityType);
    const key = [words.kind, words.title, words.before, words.after].join('\n');
    const group = groups.get(key) ?? { words: { ...words, key }, types: [] };
    if (type !== undefined) group.types.push(speech.t(`vocabulary.entityType.${type}`));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ words, types }) => ({
    ...words,
    title:
      types.length === 0
        ? words.title
        : speech.t('rules.of', { what: words.title, types: namesOf(types, speech) }),
  }));
}

function namesOf(types: readonly string[], { t }: RuleSpeech): string {
  const shown = types.slice(0, 3).join(t('application.list'));
  return types.length > 3 ? t('rules.andOthers', { names: shown, n: types.length }) : shown;
}

function wordsOf({ place, kind, before, after }: PackDifference, speech: RuleSpeech): DifferenceWords {
  const title = titleOf(place, after ?? before, speech);
  const said = (leaf: Provenance | undefined) =>
    leaf === undefined ? '' : valueOf(place, leaf, speech, kind);
  const [was, is] = [said(before), said(after)];
  return { key: place, kind, title, before: was, after: is };
}

type AnyLeaf = Provenance & {
  readonly title?: RuleText;
  readonly text?: RuleText;
  readonly note?: RuleText;
  readonly consequence?: RuleText;
  readonly remedy?: RuleText;
  readonly needed?: 'required' | 'if_applicable';
  readonly amountFen?: number;
  readonly total?: number;
  readonly unit?: ClockUnit;
  readonly max?: number;
  readonly number?: string;
};

function titleOf(place: string, leaf: AnyLeaf | undefined, { t, say }: RuleSpeech): string {
  const [section = '', id = ''] = place.split('.');
  if (section === 'clocks') return t(`vocabulary.obligationKind.clock_${clockIdOf(id)}`);
  if (section === 'fees') return t('rules.section.fees');
  if (section === 'refills') return t('rules.refills');
  if (section === 'withdrawal') return t('rules.withdrawal');
  if (section === 'validity') return t('rules.section.validity');
  if (section === 'uploadProfiles') return t('rules.section.uploads');
  if (section === 'reviewLines') return t('rules.line');
  const text = leaf?.title ?? leaf?.text ?? leaf?.note;
  return text ? say(text) : place;
}

const clockIdOf = (id: string): ClockId => clockIds.find((known) => known === id) ?? 'review';

/** The one value that a reader looks for first; else the words of the rule. */
function valueOf(place: string, leaf: AnyLeaf, speech: RuleSpeech, kind: PackDifference['kind']): string {
  const { t, format, say } = speech;
  if (kind === 'sourced') return `${t(`rules.tag.${leaf.tag}`)} ${leaf.source.join(t('application.list'))}`;
  if (leaf.amountFen !== undefined)
    return leaf.amountFen === 0 ? t('rules.free') : format.moneyWithUnit(leaf.amountFen);
  if (leaf.total !== undefined && leaf.unit !== undefined)
    return t(`rules.unit.${leaf.unit}`, { count: leaf.total });
  if (leaf.max !== undefined) return t('rules.times', { count: leaf.max });
  if (leaf.number !== undefined) return leaf.number;
  if (place.startsWith('requirements.')) {
    const need = t(`rules.need.${leaf.needed === 'required' ? 'always' : 'sometimes'}`);
    return [need, leaf.note && say(leaf.note)].filter(Boolean).join(t('application.comma'));
  }
  const text = leaf.remedy ?? leaf.consequence ?? leaf.note ?? leaf.text ?? leaf.title;
  return text ? say(text) : otherValues(leaf);
}

/** What is left when a rule is numbers alone: 90, or jpg, png. */
function otherValues(leaf: Provenance): string {
  const known = new Set(['tag', 'source', 'asOf', 'id']);
  return Object.entries(leaf)
    .filter(([key]) => !known.has(key))
    .map(([, value]) => (Array.isArray(value) ? value.join(', ') : String(value)))
    .join(' ');
}
