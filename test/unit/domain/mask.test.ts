import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountTail, maskIdNumber, maskPhone, maskNumbersIn } from '#shared/domain/mask.ts';

describe('masking', () => {
  it('hides the middle of a mobile number', () => {
    for (const phone of [
      '13800000199',
      '138 0000 0199',
      '138-0000-0199',
      '+86 13800000199',
      '１３８００００0199',
    ]) {
      expect(maskPhone(phone)).toBe('138 **** 0199');
    }
  });

  it('shows only the end of other numbers', () => {
    expect(maskPhone('0755-26000199')).toBe('**** 0199');
    expect(maskPhone('12345')).toBe('****');
    expect(maskPhone('')).toBe('');
  });

  it('hides the birth date of an ID number', () => {
    expect(maskIdNumber('330199190003151239')).toBe('3301 **** **** 1239');
    expect(maskIdNumber('11019919000101001x')).toBe('1101 **** **** 001X');
    expect(maskIdNumber('E00000199')).toBe('****');
    expect(maskIdNumber(' ')).toBe('');
  });

  it('gives the tail of an account', () => {
    expect(accountTail('4403 9900 0000 0926')).toBe('0926');
    expect(accountTail('12')).toBe('12');
    expect(accountTail('')).toBe('');
  });

  it('never shows more than two thirds of a number', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }).map(String), { maxLength: 32 });
    fc.assert(
      fc.property(digits, (all) => {
        const number = all.join('');
        for (const masked of [maskPhone(number), maskIdNumber(number)]) {
          expect(masked.replace(/[^\d]/g, '').length * 3).toBeLessThanOrEqual(number.length * 2);
        }
      }),
    );
  });
});

it('hides long numbers within a text, and leaves days', () => {
  expect(maskNumbersIn('电话 139-0000-0517，证号33019919920608101X，2026-09-22')).toBe(
    '电话 **** 0517，证号**** 101X，2026-09-22',
  );
  expect(maskNumbersIn('第 3 版，12345')).toBe('第 3 版，12345');
});
