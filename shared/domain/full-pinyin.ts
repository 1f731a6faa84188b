import { heardText } from './heard-text.ts';
import type { TextRange } from './highlight.ts';
import { pinyinSyllables, syllableBeginnings } from './pinyin-syllables.ts';
import { compactText } from './plain-text.ts';
import { isInitialsQuery, normaliseForSearch } from './search-text.ts';

/** How one character may sound: the reading that it has where it stands first. Letters and digits sound like themselves. */
interface Sound extends TextRange {
  readonly readings: readonly string[];
}

/** A text read aloud, or a part of it: syllables in a row. */
interface Reading {
  /** The first of the sounds that it reads. */
  readonly from: number;
  readonly syllables: readonly string[];
}

/** So far around a character that is read otherwise than its neighbours suggest, the text is read with it. */
const around = 8;

/**
 * How a text may be read: whole, each character as its neighbours suggest (重庆 → chong qing), and for every other reading
 * of a character (zhong qing) the stretch around it. What is neither Chinese nor a letter or digit is passed over.
 */
export function readingsOf(text: string): readonly Reading[] {
  const sounds = soundsOf(text);
  const usual = sounds.map(({ readings }) => readings[0] ?? '');
  const others = sounds.flatMap(({ readings }, index) =>
    readings.slice(1).map((reading): Reading => {
      const from = Math.max(0, index - around);
      const to = index + around + 1;
      return { from, syllables: [...usual.slice(from, index), reading, ...usual.slice(index + 1, to)] };
    }),
  );
  return usual.length === 0 ? [] : [{ from: 0, syllables: usual }, ...others];
}

/** More ways to cut a query than that are not looked at; the fewest syllables come first. */
const mostWays = 24;
const longestSyllable = 6;
const longestQuery = 60;

/**
 * The ways in which a query can be cut into syllables, of which the last one may have been begun only: guiyu → gui yu.
 * None when it can't be meant as pinyin, or holds single letters alone, which are initials.
 */
export function pinyinWays(query: string): readonly (readonly string[])[] {
  if (!isInitialsQuery(query)) return [];
  const typed = normaliseForSearch(query).toLowerCase();
  if (typed.length > longestQuery) return [];
  const cuts: string[][][] = Array.from({ length: typed.length + 1 }, () => []);
  cuts[0] = [[]];
  const whole: string[][] = [];
  for (let at = 0; at < typed.length; at++) {
    const here = fewest(cuts[at] ?? []);
    for (let size = 1; size <= longestSyllable && at + size <= typed.length; size++) {
      const piece = typed.slice(at, at + size);
      const isLast = at + size === typed.length;
      const fits = size === 1 || (isLast ? syllableBeginnings : pinyinSyllables).has(piece);
      if (fits) (isLast ? whole : cuts[at + size])?.push(...here.map((before) => [...before, piece]));
    }
  }
  return fewest(whole.filter((way) => way.some((piece) => piece.length > 1)));
}

const fewest = (ways: readonly string[][]): string[][] =>
  [...ways].sort((a, b) => a.length - b.length).slice(0, mostWays);

/** Where a query matches a text as pinyin, from the beginning of a syllable on. */
export function pinyinRanges(text: string, query: string): readonly TextRange[] {
  const ways = pinyinWays(query);
  if (ways.length === 0) return [];
  const sounds = soundsOf(text);
  return readingsOf(text).flatMap(({ from, syllables }) =>
    syllables.flatMap((_, at) => {
      const way = ways.find((each) => isReadAt(syllables, at, each));
      const [first, last] = [sounds[from + at], way && sounds[from + at + way.length - 1]];
      return first && last ? [{ start: first.start, end: last.end }] : [];
    }),
  );
}

function isReadAt(syllables: readonly string[], at: number, way: readonly string[]): boolean {
  const last = way.length - 1;
  return way.every((piece, index) => {
    const syllable = syllables[at + index];
    return index === last ? syllable?.startsWith(piece) === true : syllable === piece;
  });
}

const known = new Map<string, readonly Sound[]>();
const knownLimit = 5000;

function soundsOf(text: string): readonly Sound[] {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= knownLimit) known.clear();
  const made = hear(text);
  known.set(text, made);
  return made;
}

function hear(text: string): readonly Sound[] {
  const characters = [...text];
  const read = heardText(characters.map(plainForm).join(''));
  const isAligned = read.length === characters.length;
  let start = 0;
  return characters.flatMap((character, index): Sound[] => {
    const place = { start, end: start + character.length };
    start = place.end;
    const own = compactText(character)
      .toLowerCase()
      .replace(/[^a-z0-9]/gu, '');
    if (own !== '') return [...own].map((letter) => ({ ...place, readings: [letter] }));
    const heard = isAligned ? read[index] : heardText(plainForm(character))[0];
    if (heard?.isZh !== true) return [];
    const readings = [heard.pinyin, ...heard.polyphonic]
      .map(typedForm)
      .filter((each) => pinyinSyllables.has(each));
    return readings.length === 0 ? [] : [{ ...place, readings: [...new Set(readings)] }];
  });
}

/** Compatibility forms of a character are read like the character, one for one. */
function plainForm(character: string): string {
  const plain = character.normalize('NFKC');
  return [...plain].length === 1 ? plain : character;
}

/** Without tones, as it is typed: lǜ → lv. */
const typedForm = (reading: string): string =>
  reading
    .normalize('NFD')
    .replaceAll(/u[\u0300-\u0307\u0309-\u036f]*\u0308/gu, 'v')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
