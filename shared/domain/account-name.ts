import type { EntityType } from './entity-type.ts';
import type { Observation } from './pre-check-observation.ts';
import type { NameRules, NameUnit, NameWordMatch, NameWordRule } from './rule-pack.ts';

/** Length as the platform counts it: a Chinese character, kana or other wide character is two units, all else one. */
export function nameUnits(name: string): number {
  return [...name].reduce((units, character) => units + (isWide(character) ? 2 : 1), 0);
}

const isWide = (character: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u.test(
    character,
  );

/** What is wrong with a body's name for its program by the platform's rules: its length, and words that are not accepted. */
export function accountNameObservations(
  name: string,
  entityType: EntityType,
  rules: NameRules,
): Observation[] {
  const place = { at: 'account_name' } as const;
  const units = lengthOf(name.trim(), rules.length.unit);
  const observations: Observation[] = [];
  if (units < rules.length.minUnits || units > rules.length.maxUnits) {
    observations.push({ check: 'account_name_length', place, rule: rules.length, found: name });
  } else if (rules.advised !== undefined && units < rules.advised.minUnits) {
    observations.push({ check: 'account_name_short', place, rule: rules.advised, found: name });
  }
  const broken = rules.words.find((rule) => isFor(rule, entityType) && isBrokenBy(name, rule));
  if (broken) {
    observations.push({ check: 'account_name_word', place, rule: broken, title: broken.text, found: name });
  }
  return observations;
}

function lengthOf(name: string, unit: NameUnit = 'half_width'): number {
  switch (unit) {
    case 'half_width':
      return nameUnits(name);
    case 'character':
      return [...name].length;
  }
}

const isFor = ({ entityTypes }: NameWordRule, entityType: EntityType): boolean =>
  entityTypes?.includes(entityType) ?? true;

function isBrokenBy(name: string, { match, words }: NameWordRule): boolean {
  const plain = name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
  if (match === 'beyond') return hasOther(plain, words);
  return words.some((word) => matches(plain, word.toLowerCase(), match));
}

function matches(name: string, word: string, match: Exclude<NameWordMatch, 'beyond'>): boolean {
  switch (match) {
    case 'contains':
      return name.includes(word);
    case 'whole':
      return name === word;
    case 'ends':
      return name.endsWith(word);
  }
}

/** Whether a name holds a character that is neither a letter of any script, a digit nor one of the symbols. */
const hasOther = (name: string, symbols: readonly string[]): boolean =>
  [...name].some((character) => !/[\p{L}\p{M}\p{N}]/u.test(character) && !symbols.includes(character));
