import { describe, expect, it } from 'vitest';
import { makeResidentId } from '#shared/domain/resident-id.ts';
import {
  isLookAlike,
  readCreditCode,
  readRegistrationNumber,
  readResidentId,
} from '#shared/domain/read-code.ts';
import { sampleCode, sampleId } from '#test/support/read-pages.ts';

describe('codes made out of characters', () => {
  it('takes a code as it is, spaced, dashed and in wide or small letters', () => {
    for (const text of [
      sampleCode,
      '9144 0399 MAXA 0001 4R',
      '９１４４０３９９ＭＡＸＡ００014R',
      '91440399-maxa0001-4r',
    ])
      expect(readCreditCode(text), text).toEqual({ value: sampleCode, doubts: [] });
  });

  it('puts right the characters that no code has in their place', () => {
    expect(readCreditCode('9I44O399MAXAOO014R')).toEqual({ value: sampleCode, doubts: ['corrected'] });
    expect(readCreditCode('9I44O399MAXAOO054R')).toMatchObject({ doubts: ['check_failed'] });
    expect(readResidentId(sampleId.replace('0', 'O'))).toEqual({ value: sampleId, doubts: ['corrected'] });
    const withX = makeResidentId('33019919920608118');
    expect(withX.endsWith('X')).toBe(true);
    expect(readResidentId(withX.toLowerCase())).toEqual({ value: withX, doubts: [] });
    expect(readResidentId(withX.replace('X', '×'))).toEqual({ value: withX, doubts: ['corrected'] });
  });

  it('guesses one exchange where it alone passes both checks, and says that it is a guess', () => {
    const guessed = readCreditCode(sampleCode.replace('MAXA', 'NAXA'));
    expect(guessed).toEqual({ value: sampleCode, doubts: ['guessed'] });
  });

  it('leaves as it is what no single exchange makes right', () => {
    const wrong = `${sampleCode.slice(0, 9)}9${sampleCode.slice(10, 16)}${sampleCode.slice(16)}`;
    expect(readCreditCode(wrong)).toEqual({ value: wrong, doubts: ['check_failed'] });
  });

  it('doubts a character too few or too many, and knows no code in less', () => {
    expect(readCreditCode(sampleCode.slice(1))).toMatchObject({ doubts: ['shape', 'check_failed'] });
    expect(readCreditCode(`${sampleCode}1`)).toMatchObject({ doubts: ['shape', 'check_failed'] });
    expect(readCreditCode(sampleCode.slice(2))).toBeUndefined();
    expect(readCreditCode('')).toBeUndefined();
  });

  it('reads the number of an older licence', () => {
    expect(readRegistrationNumber('110108000000016')).toEqual({ value: '110108000000016', doubts: [] });
    expect(readRegistrationNumber('1101O8000000016')).toMatchObject({ value: '110108000000016' });
    expect(readRegistrationNumber('110108000000017')).toMatchObject({ doubts: ['check_failed'] });
  });

  it('tells codes that look alike', () => {
    expect(isLookAlike('91440399MAXA00014R', '9144O399MAXA00014R'.replace('O', 'D'))).toBe(true);
    expect(isLookAlike('91440399MAXA00014R', '91440399MAXA00014R')).toBe(false);
    expect(isLookAlike('91440399MAXA00014R', '51440399MAXA00014R')).toBe(false);
    expect(isLookAlike('91440399MAXA00014R', '91440399MAXA0001')).toBe(false);
  });
});
