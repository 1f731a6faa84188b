import { normaliseCode } from './identifier-check.ts';

/** A telephone number with its middle hidden: 138 **** 0199; of other numbers only the last four digits show. */
export function maskPhone(phone: string): string {
  const digits = normaliseCode(phone).replace(/\D/g, '');
  const mobile = /^(?:0086|86)?(1\d{2})\d{4}(\d{4})$/.exec(digits);
  if (mobile !== null) return `${mobile[1]} **** ${mobile[2]}`;
  return masked(digits, 0, 4);
}

/** A personal ID number with the birth date hidden: 3301 **** **** 1239. */
export function maskIdNumber(idNumber: string): string {
  return masked(normaliseCode(idNumber), 4, 4);
}

/** Numbers as long as a telephone's, a card's or an account's, however they are grouped. */
const longNumber = /(?<!\d)(?!\d{4}-\d{2}-\d{2}(?!\d))\+?\d(?:[\s-]?\d){6,}[\s-]?[\dXx]?/gu;

/** A text in which every long number shows its last four digits alone; days stay. */
export const maskNumbersIn = (text: string): string =>
  text.replaceAll(longNumber, (number) => masked(normaliseCode(number).replaceAll(/[^0-9X]/gu, ''), 0, 4));

/** The last four characters of a bank account number, as receipts show it; shorter for a short number. */
export function accountTail(account: string): string {
  return normaliseCode(account).slice(-4);
}

/** Numbers too short to hide anything are hidden whole, so that masking never reveals most of a number. */
function masked(code: string, head: number, tail: number): string {
  if (code === '') return '';
  if (code.length < (head + tail) * 1.5) return '****';
  const hidden = head === 0 ? '****' : '**** ****';
  return `${code.slice(0, head)} ${hidden} ${code.slice(-tail)}`.trim();
}
