/** The words that a person is known by, where they stand in a text, and how they are taken out of it. */

export const personWordKinds = ['name', 'phone', 'email', 'wechat', 'idNumber'] as const;
export type PersonWordKind = (typeof personWordKinds)[number];

export type PersonFacts = Readonly<Record<PersonWordKind, string | null>>;

/** One word of a person, as it is looked for. */
export interface PersonWord {
  readonly kind: PersonWordKind;
  /** A part that stands in every text that the word stands in, in lower case: for a first look. */
  readonly probe: string;
  readonly pattern: RegExp;
}

/** What stands where a word was erased; the same in every language. */
export const erasedMark = '███';

/** Shorter ones stand in too many texts that are not about the person. */
const shortest: Readonly<Record<PersonWordKind, number>> = {
  ...{ name: 2, phone: 7, email: 5, wechat: 4, idNumber: 8 },
};

/** Kinds whose words are those of others too, or everyday ones: a name may be that of a district, a WeChat ID an English word. */
export const everydayKinds: ReadonlySet<PersonWordKind> = new Set(['name', 'wechat']);

/** The words of a person that are long enough to be looked for; a kind may have several, as a field with two telephone numbers has. */
export function personWords(facts: PersonFacts): PersonWord[] {
  const words = personWordKinds.flatMap((kind): PersonWord[] => {
    const text = (facts[kind] ?? '').trim();
    if ([...text].length < shortest[kind]) return [];
    if (kind !== 'phone' && kind !== 'idNumber') return [plainWord(kind, text)];
    // As it is written, where that is a number at all, and each number in it.
    const figures = text.match(/[0-9]/gu)?.length ?? 0;
    const literal = figures < shortest[kind] ? [] : [plainWord(kind, text)];
    return [...literal, ...numbersIn(text).flatMap((number) => numberWord(kind, number))];
  });
  return uniqueWords(words);
}

export const uniqueWords = (words: readonly PersonWord[]): PersonWord[] => [
  ...new Map(words.map((word) => [`${word.kind} ${word.pattern.source}`, word])).values(),
];

const betweenNumbers = /[、,，;；/|]|\s+(?=(?:\+|00)?(?:86)?\s*1\d{10}(?!\d))/u;
const extension = /转|轉|分机|ext|#/iu;

/** A field may hold several numbers. One with an extension is that of a whole house without it: it counts as it is written alone. */
const numbersIn = (text: string): string[] =>
  text
    .split(betweenNumbers)
    .map((number) => number.trim())
    .filter((number) => !extension.test(number));

/** What may stand between the figures of a number: blanks, dashes, the brackets of its area. */
const betweenFigures = '[\\s()（）.·‐-―-]{0,3}';

/** A number is found however it is grouped, a telephone number also with its country. */
function numberWord(kind: 'phone' | 'idNumber', text: string): PersonWord[] {
  const characters = [...text.replaceAll(/[^0-9A-Za-z]/gu, '')];
  const own = kind === 'phone' ? withoutCountry(characters) : characters;
  if (own.length < shortest[kind]) return [];
  const country = kind === 'phone' ? `(?:(?:\\+|00)?86${betweenFigures})?` : '';
  const spaced = own.map(escaped).join(betweenFigures);
  return [
    {
      kind,
      // Whatever groups a number is written in, the last four stand together.
      probe: own.slice(-4).join('').toLowerCase(),
      pattern: new RegExp(`(?<![0-9])[(（]?${country}${spaced}(?![0-9])`, 'giu'),
    },
  ];
}

function withoutCountry(characters: readonly string[]): readonly string[] {
  const mobile = /^(?:0086|86)(1\d{10})$/u.exec(characters.join(''));
  return mobile?.[1] === undefined ? characters : [...mobile[1]];
}

function plainWord(kind: PersonWordKind, text: string): PersonWord {
  const before = /^[0-9A-Za-z]/u.test(text) ? '(?<![0-9A-Za-z])' : '';
  const behind = /[0-9A-Za-z]$/u.test(text) ? '(?![0-9A-Za-z])' : '';
  const pattern = new RegExp(`${before}${escaped(text)}${behind}`, 'giu');
  return { kind, probe: asciiLower(text), pattern };
}

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}/]/gu, '\\$&');

/** As SQLite lowers: letters of ASCII alone. */
const asciiLower = (text: string): string => text.replaceAll(/[A-Z]/gu, (letter) => letter.toLowerCase());

/** Which words of a person stand in a text, outside of the longer names of others. */
export function wordsIn(
  text: string,
  words: readonly PersonWord[],
  others: readonly string[] = [],
): PersonWordKind[] {
  const covered = placesOf(text, others);
  const found = new Set(
    words.filter(({ pattern }) => matchesOutside(text, pattern, covered).length > 0).map(({ kind }) => kind),
  );
  return personWordKinds.filter((kind) => found.has(kind));
}

/**
 * The text with every word of the person taken out, but for those that are part of the longer names of others. Where one is
 * gone another may come to stand free, so that it is gone through until none is left.
 */
export function withoutWords(
  text: string,
  words: readonly PersonWord[],
  others: readonly string[] = [],
): string {
  let left = text;
  for (;;) {
    const next = words.reduce((rest, { pattern }) => withoutWord(rest, pattern, others), left);
    if (next === left) return left;
    left = next;
  }
}

function withoutWord(text: string, pattern: RegExp, others: readonly string[]): string {
  const covered = placesOf(text, others);
  return matchesOutside(text, pattern, covered).reduceRight(
    (rest, { from, to }) => rest.slice(0, from) + erasedMark + rest.slice(to),
    text,
  );
}

/** Whether a text is a word of the person and nothing beside. */
export const isOnlyWords = (text: string, words: readonly PersonWord[]): boolean =>
  withoutWords(text.trim(), words) === erasedMark;

interface Place {
  readonly from: number;
  readonly to: number;
}

const matchesOutside = (text: string, pattern: RegExp, covered: readonly Place[]): Place[] =>
  [...text.matchAll(pattern)]
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
    .filter(({ from, to }) => !covered.some((place) => place.from <= from && to <= place.to));

function placesOf(text: string, names: readonly string[]): Place[] {
  return names.flatMap((name) => {
    const places: Place[] = [];
    for (let from = text.indexOf(name); from >= 0; from = text.indexOf(name, from + 1))
      places.push({ from, to: from + name.length });
    return places;
  });
}

/** Names that hold a name and are longer: where they stand, they don't speak of the person. */
export const longerNames = (name: string, names: readonly string[]): string[] =>
  name === ''
    ? []
    : [...new Set(names)].filter((other) => other.length > name.length && other.includes(name));
