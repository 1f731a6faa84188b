import { checkCreditCode } from './credit-code.ts';
import { withPlainDashes } from './plain-text.ts';
import { checkRegistrationNumber } from './registration-number.ts';
import { checkResidentId } from './resident-id.ts';
import type { ReadDoubt } from './read-field.ts';

/** A code as it was made out of the characters of a page. */
export type ReadCode = { readonly value: string; readonly doubts: readonly ReadDoubt[] };

/** How well a value passes the checks of its kind: wholly, but for a check that real codes fail too, or not. */
type Passing = 'whole' | 'partly' | 'not';

type CodeKind = {
  readonly length: number;
  readonly allowed: (character: string, index: number) => boolean;
  readonly passing: (value: string) => Passing;
  /** Whether the checks are so strict that one exchange out of dozens is hardly right by chance. */
  readonly takesGuess: (value: string) => boolean;
};

/** What a character is read for that the code cannot have; taken one after the other until one is allowed. */
const lookAlikes: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  C: '0',
  U: '0',
  I: '1',
  L: '1',
  J: '1',
  '|': '1',
  '!': '1',
  Z: '2',
  S: '5',
  $: '5',
  B: '8',
  G: '6',
  T: '7',
  A: '4',
  Y: '7',
  '×': 'X',
  K: 'X',
};

/** Characters that are mistaken for each other, whatever they stand in. */
const confusable = [
  '0DQC',
  '08',
  '1LTJ7',
  '27',
  '38B',
  '4A',
  '56',
  '6G8B',
  '69',
  'CG',
  'EF',
  'HMN',
  'PR',
  'UW',
  'XYK',
];

/** Small letters stand for other characters than their capitals do. */
const small: Readonly<Record<string, string>> = { l: '1', i: '1', o: '0', z: '2', s: '5', q: '9', b: '6' };

const isDigit = (character: string): boolean => /^\d$/.test(character);

const creditCode: CodeKind = {
  length: 18,
  allowed: (character, index) =>
    index >= 2 && index < 8 ? isDigit(character) : /^[0-9A-HJ-NPQRTUWXY]$/.test(character),
  passing(value) {
    const { flaws } = checkCreditCode(value);
    if (flaws.some(({ level }) => level === 'error')) return 'not';
    return flaws.length === 0 ? 'whole' : 'partly';
  },
  takesGuess: (value) => checkCreditCode(value).level === 'ok',
};

const residentId: CodeKind = {
  length: 18,
  allowed: (character, index) => isDigit(character) || (index === 17 && character === 'X'),
  passing: (value) => passingOf(checkResidentId(value).flaws),
  takesGuess: (value) => checkResidentId(value).level === 'ok',
};

const registrationNumber: CodeKind = {
  length: 15,
  allowed: isDigit,
  passing: (value) => passingOf(checkRegistrationNumber(value).flaws),
  takesGuess: () => false,
};

const passingOf = (flaws: readonly unknown[]): Passing => (flaws.length === 0 ? 'whole' : 'not');

/** The unified social credit code in these characters; undefined when they are too few or too many to be one. */
export const readCreditCode = (text: string): ReadCode | undefined => readCode(text, creditCode);

/** The number of a resident ID card in these characters; undefined when they are too few or too many to be one. */
export const readResidentId = (text: string): ReadCode | undefined => readCode(text, residentId);

/** The registration number of a licence of before 2015; undefined when the characters are too few or too many. */
export const readRegistrationNumber = (text: string): ReadCode | undefined =>
  readCode(text, registrationNumber);

/** The characters of a code in capitals, without spaces and dashes. */
export function codeCharacters(text: string): string {
  const plain = withPlainDashes(text.normalize('NFKC')).replaceAll(/[\s\-.·,']/gu, '');
  return [...plain].map((character) => small[character] ?? character.toUpperCase()).join('');
}

/** The same characters with figures for the letters that figures are read for; other letters stay. */
export const withFigures = (characters: string): string =>
  [...characters]
    .map((character) => (/[OQDILSZB]/.test(character) ? (lookAlikes[character] ?? '') : character))
    .join('');

function readCode(text: string, kind: CodeKind): ReadCode | undefined {
  const read = codeCharacters(text);
  if (Math.abs(read.length - kind.length) > 1) return undefined;
  if (read.length !== kind.length) return { value: read, doubts: ['shape', 'check_failed'] };
  const value = withAllowed(read, kind);
  if (value === undefined) return { value: read, doubts: ['shape', 'check_failed'] };
  const exchanged: readonly ReadDoubt[] = value === read ? [] : ['corrected'];
  const passing = kind.passing(value);
  if (passing === 'whole') return { value, doubts: exchanged };
  if (passing === 'partly' && exchanged.length === 0) return { value, doubts: ['organisation_code'] };
  const guess = onlyExchange(value, kind);
  if (guess !== undefined) return { value: guess, doubts: ['guessed'] };
  return { value, doubts: passing === 'partly' ? ['corrected', 'organisation_code'] : ['check_failed'] };
}

/** Every character that the code cannot have in its place replaced by what it looks like; undefined where that is unknown. */
function withAllowed(read: string, { allowed }: CodeKind): string | undefined {
  let value = '';
  for (const [index, character] of [...read].entries()) {
    const fitting = allowed(character, index) ? character : lookAlikes[character];
    if (fitting === undefined || !allowed(fitting, index)) return undefined;
    value += fitting;
  }
  return value;
}

/** The one value that passes all checks and differs in one character that looks like the one read; undefined with none or several. */
function onlyExchange(value: string, { allowed, passing, takesGuess }: CodeKind): string | undefined {
  const passed = [...value].flatMap((character, index) =>
    alternativesOf(character)
      .filter((other) => allowed(other, index))
      .map((other) => value.slice(0, index) + other + value.slice(index + 1))
      .filter((other) => passing(other) === 'whole' && takesGuess(other)),
  );
  return passed.length === 1 ? passed[0] : undefined;
}

function alternativesOf(character: string): string[] {
  const alike = confusable.filter((group) => group.includes(character)).flatMap((group) => [...group]);
  return [...new Set(alike)].filter((other) => other !== character);
}

/** Whether two codes of one length differ in at most `limit` characters, each for one that looks like it. */
export function isLookAlike(a: string, b: string, limit = 2): boolean {
  if (a.length !== b.length || a === b) return false;
  const differing = [...a].flatMap((character, index) => {
    const other = b.charAt(index);
    return character === other ? [] : [alternativesOf(character).includes(other)];
  });
  return differing.length <= limit && differing.every(Boolean);
}
