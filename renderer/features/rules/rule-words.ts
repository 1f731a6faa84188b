import type { PackDifference } from '#shared/domain/rule-pack-difference.ts';
import { isEntityType } from '#shared/domain/entity-type.ts';
import { differenceTitle, fieldTitle, mainFields } from './difference-title.ts';
import { periodWords } from './fee-title.ts';
import { fieldValueWords } from './field-words.ts';
import type { RuleSpeech } from './rule-speech.ts';
import { sourceWords } from './source-words.ts';

/** A rule that became otherwise, in words: what it is about, what it said, what it says. */
export interface DifferenceWords {
  readonly key: string;
  readonly kind: PackDifference['kind'];
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Differences in words; one that is the same for several kinds of subject is said once, with all of them. What is only
 * on other word comes last.
 */
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
  const said = [...groups.values()];
  const isSourced = ({ words }: (typeof said)[number]): boolean => words.kind === 'sourced';
  return [...said.filter((each) => !isSourced(each)), ...said.filter(isSourced)].map(({ words, types }) => ({
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

type Fields = Readonly<Record<string, unknown>>;

function wordsOf(difference: PackDifference, speech: RuleSpeech): DifferenceWords {
  const { place, kind } = difference;
  const title = differenceTitle(difference, speech);
  switch (difference.kind) {
    case 'added':
      return { key: place, kind, title, before: '', after: wholeWords(place, difference.after, speech) };
    case 'removed':
      return { key: place, kind, title, before: wholeWords(place, difference.before, speech), after: '' };
    case 'sourced': {
      const before = sourceWords(difference.before, speech);
      return { key: `${place} word`, kind, title, before, after: sourceWords(difference.after, speech) };
    }
    case 'changed': {
      const { field } = difference;
      const [before, after] = bothWords(difference, speech);
      return { key: `${place} ${field}`, kind, title: fieldTitle(difference, title, speech), before, after };
    }
  }
}

/** Papers of the same names are told apart by their ids. */
function bothWords(
  { field, before, after }: Extract<PackDifference, { kind: 'changed' }>,
  speech: RuleSpeech,
): [string, string] {
  const said = [before, after].map((value) => fieldValueWords(field, value, speech));
  const [was = '', is = ''] = said;
  return was === is ? [rawWords(before), rawWords(after)] : [was, is];
}

const rawWords = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'ids' in value ? String(value.ids) : JSON.stringify(value);

/** What a reader looks for first in a thing that is new or gone, with what else it says in short. */
const leading: readonly string[] = [
  ...mainFields,
  'minUnits',
  'shortSidePx',
  'needed',
  'remedy',
  'consequence',
  'composition',
  'within',
  'askDaysBefore',
  'note',
  'text',
  'title',
  'applicationKinds',
];

function wholeWords(place: string, fields: Fields, speech: RuleSpeech): string {
  const { t } = speech;
  if (place.startsWith('reviewLines.')) return place.slice('reviewLines.'.length);
  const found = leading.find((field) => fields[field] !== undefined);
  if (found === undefined) return t(`rules.compare.kind.added`);
  const main = fieldValueWords(found, fields[found], speech);
  const note = found === 'needed' && fields.note !== undefined ? [fields.note] : [];
  const more = [...note.map((text) => fieldValueWords('note', text, speech)), ...daysOf(fields, speech)];
  return [main, ...more].join(t('application.comma'));
}

/** Within which days a fee is charged. */
function daysOf({ period }: Fields, { t }: RuleSpeech): string[] {
  if (typeof period !== 'object' || period === null) return [];
  const { from, to } = period as { readonly from: string | null; readonly to: string | null };
  return [periodWords(from, to, t)].filter((words) => words !== undefined);
}
