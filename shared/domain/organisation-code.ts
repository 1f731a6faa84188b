import type { IdentifierCheck } from './identifier-check.ts';
import { identifierCheck, normaliseCode, withLookAlikes } from './identifier-check.ts';

export type OrganisationCodeFlaw = 'empty' | 'length' | 'alphabet' | 'checksum';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/**
 * Checks an organisation code (组织机构代码, GB 11714-1997): eight digits or letters and a check character, with
 * or without the hyphen. `value` is stored without it.
 */
export function checkOrganisationCode(text: string): IdentifierCheck<OrganisationCodeFlaw> {
  const value = normaliseCode(text);
  if (value === '') return identifierCheck(value, [{ level: 'error', code: 'empty' }], {});
  if (value.length !== 9) return identifierCheck(value, [{ level: 'error', code: 'length' }], {});
  const at = [...value].findIndex((character, index) => !isAllowed(character, index));
  if (at !== -1) {
    const repaired = withLookAlikes(value, isAllowed);
    const suggestion = repaired !== undefined && checks(repaired) ? { suggestion: repaired } : {};
    return identifierCheck(value, [{ level: 'error', code: 'alphabet', at, ...suggestion }], {});
  }
  if (checks(value)) return identifierCheck(value, [], {});
  const expected = organisationCheckCharacter(value.slice(0, 8));
  return identifierCheck(value, [{ level: 'error', code: 'checksum', at: 8, expected }], {});
}

/** The check character for the first eight characters of an organisation code. RangeError for any other text. */
export function organisationCheckCharacter(body: string): string {
  if (!/^[0-9A-Z]{8}$/.test(body)) throw new RangeError(`not the body of an organisation code: ${body}`);
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * ALPHABET.indexOf(body.charAt(index)),
    0,
  );
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

/** The code as documents print it, with a hyphen before the check character. */
export function formatOrganisationCode(code: string): string {
  const value = normaliseCode(code);
  return value.length === 9 ? `${value.slice(0, 8)}-${value.slice(8)}` : value;
}

function checks(value: string): boolean {
  return organisationCheckCharacter(value.slice(0, 8)) === value.charAt(8);
}

function isAllowed(character: string, index: number): boolean {
  return index === 8 ? /^[0-9X]$/.test(character) : /^[0-9A-Z]$/.test(character);
}
