import type { IdentifierCheck } from './identifier-check.ts';
import { identifierCheck, normaliseCode, withLookAlikes } from './identifier-check.ts';

export type RegistrationNumberFlaw = 'empty' | 'length' | 'alphabet' | 'checksum';

/**
 * Checks a business registration number of before 2015 (工商注册号, GS 15-2006: 14 digits and an ISO 7064
 * MOD 11,10 check digit). A wrong check digit is a warning only; so is the older form of 13 digits.
 */
export function checkRegistrationNumber(text: string): IdentifierCheck<RegistrationNumberFlaw> {
  const value = normaliseCode(text);
  if (value === '') return identifierCheck(value, [{ level: 'error', code: 'empty' }], {});
  const at = [...value].findIndex((character) => !isDigit(character));
  if (at !== -1) {
    const repaired = withLookAlikes(value, isDigit);
    const suggestion = repaired !== undefined && checks(repaired) ? { suggestion: repaired } : {};
    return identifierCheck(value, [{ level: 'error', code: 'alphabet', at, ...suggestion }], {});
  }
  if (value.length !== 15) {
    const level = value.length === 13 ? 'warning' : 'error';
    return identifierCheck(value, [{ level, code: 'length' }], {});
  }
  if (checks(value)) return identifierCheck(value, [], {});
  const expected = checkDigit(value.slice(0, 14));
  return identifierCheck(value, [{ level: 'warning', code: 'checksum', at: 14, expected }], {});
}

/** The number made of 14 digits and their check digit. Throws RangeError for any other text. */
export function makeRegistrationNumber(first14: string): string {
  if (!/^\d{14}$/.test(first14)) throw new RangeError(`not 14 digits: ${first14}`);
  return first14 + checkDigit(first14);
}

function checks(value: string): boolean {
  return value.length === 15 && checkDigit(value.slice(0, 14)) === value.charAt(14);
}

function checkDigit(first14: string): string {
  let product = 10;
  for (const digit of first14) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

function isDigit(character: string): boolean {
  return /^\d$/.test(character);
}
