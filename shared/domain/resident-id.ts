import type { CalendarDate } from './calendar-date.ts';
import { compareDates, isCalendarDate, yearOf } from './calendar-date.ts';
import type { IdentifierCheck, IdentifierFlaw } from './identifier-check.ts';
import { identifierCheck, normaliseCode, withLookAlikes } from './identifier-check.ts';

export type ResidentIdFlaw =
  | 'empty'
  | 'length'
  | 'first_generation'
  | 'other_document'
  | 'alphabet'
  | 'checksum'
  | 'no_such_birth_date'
  | 'birth_date_in_future'
  | 'unknown_region'
  | 'under_age';

export type ResidentIdFacts = {
  readonly birthDate: CalendarDate;
  readonly sex: 'male' | 'female';
  /** Resident ID card, residence permit of a Hong Kong, Macau or Taiwan resident, or permanent-residence card. */
  readonly cardKind: 'resident' | 'hong_kong_macau_taiwan' | 'foreign_permanent';
};

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';
const REGIONS = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);
/** A passport, or a travel permit of a resident of Hong Kong or Macau (H, M), whose holders have no such number. */
const LETTERED_DOCUMENT = /^[A-Z]{1,2}\d{6,10}$/;
/** A travel permit of a resident of Taiwan. */
const EIGHT_DIGITS = /^\d{8}$/;
/** Platforms and banks accept administrators and operators from this age on. */
const ADULT_AGE = 18;

/**
 * Checks an 18-character resident ID number (公民身份号码, GB 11643-1999 with ISO 7064 MOD 11-2). County codes are
 * not looked up, because abolished ones stay in use on cards. The dates of the card holder are compared with
 * `on` when it is given. The number of a passport or a travel permit only warns. `value` has the check character X in upper case.
 */
export function checkResidentId(
  text: string,
  on?: CalendarDate,
): IdentifierCheck<ResidentIdFlaw, ResidentIdFacts> {
  const value = normaliseCode(text);
  if (value === '') return identifierCheck(value, [{ level: 'error', code: 'empty' }], {});
  if (isOtherDocument(value)) {
    return identifierCheck(value, [{ level: 'warning', code: 'other_document' }], {});
  }
  if (value.length !== 18) {
    const code = /^\d{15}$/.test(value) ? 'first_generation' : 'length';
    return identifierCheck(value, [{ level: 'error', code }], {});
  }
  const at = [...value].findIndex((character, index) => !isAllowed(character, index));
  if (at !== -1) return identifierCheck(value, [alphabetFlaw(value, at)], {});
  const birthDate = birthDateOf(value);
  const flaws = [...checksumFlaws(value), ...birthFlaws(birthDate, on), ...regionFlaws(value)];
  return identifierCheck(value, flaws, {
    ...(birthDate === undefined ? {} : { birthDate }),
    sex: Number(value.charAt(16)) % 2 === 1 ? 'male' : 'female',
    cardKind: cardKindOf(value),
  });
}

/** The number made of 17 digits and their check character. Throws RangeError for any other text. */
export function makeResidentId(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError(`not 17 digits: ${first17}`);
  return first17 + checkCharacter(first17);
}

/**
 * Completed years of life on a date; negative before birth. Someone born on 29 February completes a year on
 * 1 March of a common year.
 */
export function ageOn(birthDate: CalendarDate, on: CalendarDate): number {
  const years = yearOf(on) - yearOf(birthDate);
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Eight digits that begin with a region are taken for a number that is not typed to its end. */
function isOtherDocument(value: string): boolean {
  return LETTERED_DOCUMENT.test(value) || (EIGHT_DIGITS.test(value) && !REGIONS.has(value.slice(0, 2)));
}

function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17.charAt(index)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

function checks(value: string): boolean {
  return checkCharacter(value.slice(0, 17)) === value.charAt(17);
}

function isAllowed(character: string, index: number): boolean {
  return /^\d$/.test(character) || (index === 17 && character === 'X');
}

function alphabetFlaw(value: string, at: number): IdentifierFlaw<ResidentIdFlaw> {
  const repaired = withLookAlikes(value, isAllowed);
  const suggestion = repaired !== undefined && checks(repaired) ? { suggestion: repaired } : {};
  return { level: 'error', code: 'alphabet', at, ...suggestion };
}

function checksumFlaws(value: string): IdentifierFlaw<ResidentIdFlaw>[] {
  if (checks(value)) return [];
  return [{ level: 'error', code: 'checksum', at: 17, expected: checkCharacter(value.slice(0, 17)) }];
}

function birthDateOf(value: string): CalendarDate | undefined {
  const text = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  return isCalendarDate(text) ? text : undefined;
}

function birthFlaws(
  birthDate: CalendarDate | undefined,
  on: CalendarDate | undefined,
): IdentifierFlaw<ResidentIdFlaw>[] {
  if (birthDate === undefined) return [{ level: 'error', code: 'no_such_birth_date', at: 6 }];
  if (on === undefined) return [];
  if (compareDates(birthDate, on) === 1) return [{ level: 'error', code: 'birth_date_in_future', at: 6 }];
  return ageOn(birthDate, on) < ADULT_AGE ? [{ level: 'warning', code: 'under_age', at: 6 }] : [];
}

function regionFlaws(value: string): IdentifierFlaw<ResidentIdFlaw>[] {
  // A permanent-residence card has a 9 first and the region in the two characters after it.
  const region = value.startsWith('9') ? value.slice(1, 3) : value.slice(0, 2);
  return REGIONS.has(region) ? [] : [{ level: 'warning', code: 'unknown_region', at: 0 }];
}

function cardKindOf(value: string): ResidentIdFacts['cardKind'] {
  if (value.startsWith('9')) return 'foreign_permanent';
  return /^8[123]/.test(value) ? 'hong_kong_macau_taiwan' : 'resident';
}
