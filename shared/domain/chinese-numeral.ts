const DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
const DIGIT = `[${Object.keys(DIGITS).join('')}]`;
const TENS = new RegExp(`(${DIGIT})?十(${DIGIT})?`, 'gu');
const SINGLE = new RegExp(DIGIT, 'gu');

/**
 * Writes the Chinese numerals of a date in digits: years digit by digit (二〇一六 → 2016), months and days with
 * tens (二十八 → 28, 十 → 10). Other characters stay.
 */
export function withArabicDigits(text: string): string {
  const tens = text.replace(TENS, (_match, before: string | undefined, after: string | undefined) =>
    [before ?? '一', after ?? '零'].map(digitOf).join(''),
  );
  return tens.replace(SINGLE, digitOf);
}

function digitOf(numeral: string): string {
  return DIGITS[numeral] ?? numeral;
}
