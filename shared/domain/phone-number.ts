import { identifierCheck } from './identifier-check.ts';
import type { IdentifierCheck } from './identifier-check.ts';
import { compactText, withPlainDashes } from './plain-text.ts';

/**
 * `mobile_length`, `mobile_prefix`: begins like a mobile number and is none. `area_code`: begins like a landline and is none. `no_area`:
 * as long as a landline without its area code. `service_length`: begins with 400 or 800 and is no such number.
 */
export const phoneFlaws = [
  'alphabet',
  'mobile_length',
  'mobile_prefix',
  'area_code',
  'no_area',
  'service_length',
  'shape',
] as const;
export type PhoneFlaw = 'empty' | (typeof phoneFlaws)[number];

/** What two numbers in one field are parted by. */
const between = /[/、,，;；]/u;
const extension = /(?:转|分机|ext\.?|x|#)\d{1,6}$/iu;
/** After a landline the switchboard's number often follows on a dash. */
const dashedExtension = /(?<=^0\d{2,3}-?\d{7,8})-\d{1,6}$/u;
const brackets = /[-.·()（）]/gu;

/**
 * Checks telephone numbers as people write them, several parted by / among them: mainland mobile numbers, landlines with area code, 400 and
 * 800 numbers, short service numbers, and any number with its country code. Numbering plans change and firms write what they like, so that
 * every flaw is a warning. Source: 电信网编号计划 (2017), ITU-T E.164.
 */
export function checkPhone(text: string): IdentifierCheck<PhoneFlaw> {
  const value = compactText(text);
  const numbers = value.split(between).filter((number) => number !== '');
  if (numbers.length === 0) return identifierCheck(value, [{ level: 'warning', code: 'empty' }], {});
  const flaws = numbers.flatMap((number) => flawOf(number) ?? []);
  return identifierCheck(
    value,
    flaws.map((code) => ({ level: 'warning', code })),
    {},
  );
}

function flawOf(number: string): PhoneFlaw | undefined {
  const dashed = withPlainDashes(number).replace(extension, '');
  const plain = dashed.replace(brackets, '');
  const abroad = /^(?:\+|00)(?!86)(?<digits>.*)$/u.exec(plain)?.groups?.digits;
  if (abroad !== undefined) return abroadFlaw(abroad);
  const home = withTrunkZero(plain) ?? dashed.replace(dashedExtension, '').replace(brackets, '');
  return /^\d+$/u.test(home) ? homeFlaw(home) : 'alphabet';
}

/** A number with the country code of the mainland, as it is dialled there; landlines have a zero then. */
function withTrunkZero(plain: string): string | undefined {
  const rest = /^(?:\+86|0086|86(?=1\d{10}$))(?<rest>.*)$/u.exec(plain)?.groups?.rest;
  if (rest === undefined) return undefined;
  return /^(?:10\d{8}|[2-9]\d{8,11})$/u.test(rest) && !isService(rest) ? `0${rest}` : rest;
}

const abroadFlaw = (digits: string): PhoneFlaw | undefined => {
  if (!/^\d*$/u.test(digits)) return 'alphabet';
  return /^[1-9]\d{6,14}$/u.test(digits) ? undefined : 'shape';
};

const isService = (digits: string): boolean => /^[48]00\d{7}$/u.test(digits);
/** Of operators, the post, banks and authorities: 110, 10086, 11185, 12345, 1010 and four digits, 95533, 96166. */
const isShort = (digits: string): boolean => /^(?:1\d{2}|1[0-2]\d{3}|1010\d{4}|9[56]\d{3,6})$/u.test(digits);

function homeFlaw(digits: string): PhoneFlaw | undefined {
  if (isService(digits) || isShort(digits)) return undefined;
  if (digits.startsWith('0')) return landlineFlaw(digits);
  if (digits.length === 7 || digits.length === 8) return digits.startsWith('1') ? 'mobile_length' : 'no_area';
  if (/^[48]00/u.test(digits)) return 'service_length';
  if (!digits.startsWith('1')) return 'shape';
  if (digits.length !== 11) return 'mobile_length';
  return /^1[3-9]/u.test(digits) ? undefined : 'mobile_prefix';
}

/** 010 and 02x have three digits, the others four; behind them seven or eight. */
const landlineFlaw = (digits: string): PhoneFlaw | undefined =>
  /^(?:010|02\d|0[3-9]\d{2})\d{7,8}$/u.test(digits) ? undefined : 'area_code';
