import type { NameComparison } from './name-key.ts';
import { compactText, withPlainDashes } from './plain-text.ts';

/** One thing that is wrong or doubtful about an identifier. */
export type IdentifierFlaw<Code extends string = string> = {
  /** `error`: the identifier cannot be right as it stands. `warning`: worth a second look. */
  readonly level: 'warning' | 'error';
  readonly code: Code;
  /** The check character that the rest of the identifier asks for. */
  readonly expected?: string;
  /** The whole identifier with look-alike characters replaced; given only when that passes the check. */
  readonly suggestion?: string;
  /** Index of the offending character in the normalised value. */
  readonly at?: number;
};

/**
 * Result of checking an identifier, the same for all kinds. `value` is the normalised identifier to store,
 * `flaws` everything found, the most serious first; its fields are repeated on the result for callers that show
 * one line. `Facts` is what can be read out of the identifier.
 */
export type IdentifierCheck<Code extends string = string, Facts extends object = object> = Partial<Facts> & {
  readonly value: string;
} & (
    | { readonly level: 'ok'; readonly flaws: readonly [] }
    | (IdentifierFlaw<Code> & {
        readonly flaws: readonly [IdentifierFlaw<Code>, ...IdentifierFlaw<Code>[]];
      })
  );

/** Letters that are typed or read for these digits. */
const DIGIT_FOR_LETTER: Readonly<Record<string, string>> = { O: '0', Q: '0', I: '1', L: '1', S: '5', Z: '2' };

/** Half width, upper case, without white space, dashes and invisible characters: the form codes are stored in. */
export function normaliseCode(text: string): string {
  // Capitals of some letters are made of several characters, which have to be composed again.
  return withPlainDashes(compactText(text)).replaceAll('-', '').toUpperCase().normalize('NFKC');
}

/** Whether two codes are the same however they are spaced; `at` is the index of the first character that differs. */
export function compareCodes(a: string, b: string): NameComparison {
  const left = normaliseCode(a);
  const right = normaliseCode(b);
  if (left === right) return { level: 'identical' };
  const at = [...left].findIndex((character, index) => right.charAt(index) !== character);
  return { level: 'different', at: at === -1 ? left.length : at };
}

/** Builds a check result; flaws of the same level keep their order. */
export function identifierCheck<Code extends string, Facts extends object>(
  value: string,
  flaws: readonly IdentifierFlaw<Code>[],
  facts: Partial<Facts>,
): IdentifierCheck<Code, Facts> {
  const [first, ...rest] = [
    ...flaws.filter((flaw) => flaw.level === 'error'),
    ...flaws.filter((flaw) => flaw.level === 'warning'),
  ];
  if (first === undefined) return { ...facts, value, level: 'ok', flaws: [] };
  return { ...facts, value, ...first, flaws: [first, ...rest] };
}

/** Replaces the characters that `allowed` rejects by the digits they look like; undefined when one has no look-alike. */
export function withLookAlikes(
  value: string,
  allowed: (character: string, index: number) => boolean,
): string | undefined {
  let repaired = '';
  for (const [index, character] of [...value].entries()) {
    const replacement = allowed(character, index) ? character : DIGIT_FOR_LETTER[character];
    if (replacement === undefined || !allowed(replacement, index)) return undefined;
    repaired += replacement;
  }
  return repaired;
}
