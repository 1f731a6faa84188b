import type { EntityType } from './entity-type.ts';
import { suggestEntityType } from './entity-type.ts';
import type { IdentifierCheck, IdentifierFlaw } from './identifier-check.ts';
import { identifierCheck, normaliseCode, withLookAlikes } from './identifier-check.ts';
import { organisationCheckCharacter } from './organisation-code.ts';

export type CreditCodeFlaw =
  'empty' | 'length' | 'alphabet' | 'checksum' | 'unknown_prefix' | 'organisation_code';

export type CreditCodeFacts = { readonly suggestedEntityType: EntityType };

/** Digits and letters without I, O, S, V, Z; a character's value is its index. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const LENGTH = 18;

/**
 * Checks a unified social credit code (统一社会信用代码, GB 32100-2015). Codes whose check character is wrong are
 * in circulation, so `checksum` is an error that a user may override with a note. `organisation_code` warns that
 * positions 9 to 17 fail their own check (GB 11714-1997); `expected` is then the character for position 17.
 */
export function checkCreditCode(text: string): IdentifierCheck<CreditCodeFlaw, CreditCodeFacts> {
  const value = normaliseCode(text);
  if (value === '') return identifierCheck(value, [{ level: 'error', code: 'empty' }], {});
  if (value.length !== LENGTH) return identifierCheck(value, [{ level: 'error', code: 'length' }], {});
  const at = [...value].findIndex((character, index) => !isAllowed(character, index));
  if (at !== -1) return identifierCheck(value, [alphabetFlaw(value, at)], factsOf(value));
  return identifierCheck(
    value,
    [...checksumFlaws(value), ...prefixFlaws(value), ...organisationFlaws(value)],
    factsOf(value),
  );
}

/**
 * The code made of 17 characters and their check character. Throws RangeError when they are not the beginning of
 * a credit code (two characters of the alphabet, six digits, nine characters of the alphabet).
 */
export function makeCreditCode(first17: string): string {
  if (first17.length !== LENGTH - 1 || ![...first17].every(isAllowed)) {
    throw new RangeError(`not the beginning of a credit code: ${first17}`);
  }
  return first17 + checkCharacter(first17);
}

function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(first17.charAt(i)), 0);
  // The outer remainder matters: 31 minus 0 lies behind the end of the alphabet.
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

function checks(value: string): boolean {
  return checkCharacter(value.slice(0, LENGTH - 1)) === value.charAt(LENGTH - 1);
}

function isAllowed(character: string, index: number): boolean {
  const isAreaDigit = index >= 2 && index < 8;
  return isAreaDigit ? /^\d$/.test(character) : character.length === 1 && ALPHABET.includes(character);
}

function factsOf(value: string): Partial<CreditCodeFacts> {
  const suggestedEntityType = suggestEntityType(value);
  return suggestedEntityType === undefined ? {} : { suggestedEntityType };
}

function alphabetFlaw(value: string, at: number): IdentifierFlaw<CreditCodeFlaw> {
  const repaired = withLookAlikes(value, isAllowed);
  const suggestion = repaired !== undefined && checks(repaired) ? { suggestion: repaired } : {};
  return { level: 'error', code: 'alphabet', at, ...suggestion };
}

function checksumFlaws(value: string): IdentifierFlaw<CreditCodeFlaw>[] {
  if (checks(value)) return [];
  const expected = checkCharacter(value.slice(0, LENGTH - 1));
  return [{ level: 'error', code: 'checksum', at: LENGTH - 1, expected }];
}

function prefixFlaws(value: string): IdentifierFlaw<CreditCodeFlaw>[] {
  return suggestEntityType(value) === undefined ? [{ level: 'warning', code: 'unknown_prefix', at: 0 }] : [];
}

function organisationFlaws(value: string): IdentifierFlaw<CreditCodeFlaw>[] {
  const expected = organisationCheckCharacter(value.slice(8, 16));
  if (expected === value.charAt(16)) return [];
  return [{ level: 'warning', code: 'organisation_code', at: 16, expected }];
}
