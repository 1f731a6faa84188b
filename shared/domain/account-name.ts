import type { Observation } from './pre-check-observation.ts';
import type { NameRules, NameWordRule } from './rule-pack.ts';

/** Length as the platform counts it: a Chinese character, kana or other wide character is two units, all else one. */
export function nameUnits(name: string): number {
  return [...name].reduce((units, character) => units + (isWide(character) ? 2 : 1), 0);
}

const isWide = (character: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u.test(
    character,
  );

/** What is wrong with a program's name by its platform's rules: its length, and words it may not hold or be. */
export function accountNameObservations(name: string, rules: NameRules): Observation[] {
  const place = { at: 'account_name' } as const;
  const units = nameUnits(name.trim());
  const observations: Observation[] = [];
  if (units < rules.length.minUnits || units > rules.length.maxUnits) {
    observations.push({ check: 'account_name_length', place, rule: rules.length, found: name });
  } else if (units < rules.advised.minUnits) {
    observations.push({ check: 'account_name_short', place, rule: rules.advised, found: name });
  }
  const broken = rules.words.find((rule) => isBrokenBy(name, rule));
  if (broken) {
    observations.push({ check: 'account_name_word', place, rule: broken, title: broken.text, found: name });
  }
  return observations;
}

function isBrokenBy(name: string, { match, words }: NameWordRule): boolean {
  const plain = name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
  return words.some((word) =>
    match === 'whole' ? plain === word.toLowerCase() : plain.includes(word.toLowerCase()),
  );
}
