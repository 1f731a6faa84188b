import { withoutInvisible, withoutSpaces } from './plain-text.ts';

/** What two spellings of one name differ in. `width` also covers other compatibility forms (㈱, ①, ﬁ). */
export const nameDifferences = ['bracket_width', 'spaces', 'width', 'dots', 'case', 'invisible'] as const;

export type NameDifference = (typeof nameDifferences)[number];

export type NameComparison =
  | { readonly level: 'identical' }
  | { readonly level: 'equivalent'; readonly differences: readonly NameDifference[] }
  /** `at` is the index in the first name of the first character that the second does not share. */
  | { readonly level: 'different'; readonly at: number };

const OPENING = /[（﹙〔﹝【［[︵︹︻⦅｟]/gu;
const CLOSING = /[）﹚〕﹞】］\]︶︺︼⦆｠]/gu;
const DOTS = /[•・‧∙･⋅]/gu;
/** What the width step leaves to the steps for brackets, dots and spaces, so that each is reported by itself. */
const OTHER_STEPS_OWN =
  /[^()（）﹙﹚〔〕﹝﹞【】［］[\]︵︶︹︺︻︼⦅⦆｟｠·•・‧∙･⋅\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu;

/** One step per difference, in an order in which no step undoes or feeds an earlier one. */
const STEPS: readonly (readonly [NameDifference, (text: string) => string])[] = [
  ['invisible', withoutInvisible],
  ['bracket_width', (text) => text.replace(OPENING, '(').replace(CLOSING, ')')],
  ['dots', (text) => text.replace(DOTS, '·')],
  ['spaces', withoutSpaces],
  ['width', (text) => text.replace(OTHER_STEPS_OWN, (part) => part.normalize('NFKC'))],
  ['case', (text) => text.toUpperCase()],
];

/**
 * The form in which names of companies and people are compared: half width, without white space and invisible
 * characters, one kind of bracket and middle dot, upper-case Latin letters. Text in brackets stays. For
 * comparison only: show and export the name as it was written.
 */
export function nameKey(text: string): string {
  // Compatibility forms can bring forth new brackets, dots and spaces (⑴, a spacing accent), hence twice.
  return applySteps(applySteps(text));
}

/**
 * Compares two names at three levels. Banks and platforms may compare raw text, so an `equivalent` pair is worth
 * a warning that names the differences.
 */
export function compareNames(a: string, b: string): NameComparison {
  if (a === b) return { level: 'identical' };
  const keyB = nameKey(b);
  if (nameKey(a) !== keyB) return { level: 'different', at: firstDifference(a, keyB) };
  const needed = nameDifferences.filter(
    (difference) => applySteps(a, difference) !== applySteps(b, difference),
  );
  return { level: 'equivalent', differences: needed.length > 0 ? needed : ['width'] };
}

function applySteps(text: string, except?: NameDifference): string {
  return STEPS.reduce(
    (current, [difference, step]) => (difference === except ? current : step(current)),
    text,
  );
}

function firstDifference(a: string, keyB: string): number {
  let shared = 0;
  let end = 0;
  for (const character of a) {
    end += character.length;
    if (keyB.startsWith(nameKey(a.slice(0, end)))) shared = end;
  }
  return shared;
}
