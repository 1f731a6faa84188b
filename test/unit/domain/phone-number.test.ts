import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPhone } from '#shared/domain/phone-number.ts';

const flaw = (text: string) => {
  const [first] = checkPhone(text).flaws;
  return first?.code;
};

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`, 'u'));
const mobile = fc.tuple(fc.integer({ min: 13, max: 19 }), digits(9)).map(([head, rest]) => `${head}${rest}`);
const landline = fc
  .tuple(fc.constantFrom('010', '021', '027', '0571', '0755', '0898'), digits(8))
  .map(([area, rest]) => ({ area, rest }));

/** The same number as people write it. */
const written = (number: string) =>
  fc
    .tuple(
      fc.constantFrom('', '+86', '+86 ', '0086', '86'),
      fc.constantFrom('', ' ', '-', '　'),
      fc.boolean(),
    )
    .map(([head, gap, isWide]) => {
      const text = `${head}${number.slice(0, 3)}${gap}${number.slice(3, 7)}${gap}${number.slice(7)}`;
      return isWide ? text.replaceAll(/\d/gu, (digit) => String.fromCharCode(0xff10 + Number(digit))) : text;
    });

describe('a telephone number', () => {
  it('passes as a mobile number however it is written', () => {
    fc.assert(
      fc.property(
        mobile.chain((number) => written(number)),
        (text) => {
          expect(flaw(text)).toBeUndefined();
        },
      ),
    );
  });

  it('is doubted as a mobile number with a digit too few or too many', () => {
    fc.assert(
      fc.property(mobile, fc.nat(9), fc.integer({ min: 0, max: 9 }), (number, at, digit) => {
        // Without its first digit it begins otherwise.
        expect(flaw(number.slice(0, at + 1) + number.slice(at + 2))).toBe('mobile_length');
        expect(flaw(`${number}${digit}`)).toBe('mobile_length');
      }),
    );
  });

  it('passes as a landline with its area code, and is asked for it without', () => {
    fc.assert(
      fc.property(landline, fc.constantFrom('', '-', ' '), digits(3), ({ area, rest }, gap, own) => {
        expect(flaw(`${area}${gap}${rest}`)).toBeUndefined();
        expect(flaw(`(${area})${rest}`)).toBeUndefined();
        expect(flaw(`+86 ${area.slice(1)} ${rest}`)).toBeUndefined();
        expect(flaw(`${area}-${rest}转${own}`)).toBeUndefined();
        expect(flaw(`${area}-${rest}-${own}`)).toBeUndefined();
        expect(flaw(`${area}${rest.slice(0, 5)}`)).toBe('area_code');
      }),
    );
    expect(flaw('88886666')).toBe('no_area');
    expect(flaw('8888 666')).toBe('no_area');
  });

  it('may be of a hotline, a short number, or of another country', () => {
    const good = ['400-800-1234', '8008101234', '95533', '10086', '12345', '110', '96166', '+852 2345 6789'];
    good.push('11185', '11183', '10101111', '1010 0360');
    for (const text of [...good, '+1 (415) 555-0100', '00853 2888 1234', '+86 400 800 1234'])
      expect([text, flaw(text)]).toEqual([text, undefined]);
    expect(flaw('400-800-123')).toBe('service_length');
    expect(flaw('+852 23')).toBe('shape');
  });

  it('is doubted where it can be none', () => {
    expect(flaw('12012345678')).toBe('mobile_prefix');
    expect(flaw('1380000')).toBe('mobile_length');
    expect(flaw('1010036')).toBe('mobile_length');
    expect(flaw('10110360')).toBe('mobile_length');
    expect(flaw('请打座机')).toBe('alphabet');
    expect(flaw('3333')).toBe('shape');
    expect(flaw('13800000000 / 1380000')).toBe('mobile_length');
    expect(flaw('13800000000、0571-88886666')).toBeUndefined();
    expect(flaw('   ')).toBe('empty');
  });

  it('is never refused, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(['ok', 'warning']).toContain(checkPhone(text).level);
      }),
    );
  });
});
