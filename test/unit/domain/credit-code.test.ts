import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCreditCode, makeCreditCode } from '#shared/domain/credit-code.ts';
import { normaliseCode } from '#shared/domain/identifier-check.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const letter = fc.constantFrom(...ALPHABET);
const digit = fc.constantFrom(...'0123456789');
const creditCode = fc
  .tuple(...Array.from({ length: 17 }, (_, index) => (index >= 2 && index < 8 ? digit : letter)))
  .map((characters) => makeCreditCode(characters.join('')));

function flawCodes(text: string): readonly string[] {
  return checkCreditCode(text).flaws.map((flaw) => flaw.code);
}

function withCharacter(code: string, index: number, character: string): string {
  return code.slice(0, index) + character + code.slice(index + 1);
}

describe('unified social credit codes', () => {
  it.each([
    ['91440399MAXA00014R', 'company'],
    ['92330199MAXB000232', 'sole_trader'],
    ['52110199MAXC000321', 'private_non_enterprise'],
    ['91440399MAXD000090', 'company'],
  ])('%s is valid', (code, suggestedEntityType) => {
    expect(checkCreditCode(code)).toMatchObject({ value: code, suggestedEntityType });
    expect(flawCodes(code)).not.toContain('checksum');
    expect(makeCreditCode(code.slice(0, 17))).toBe(code);
  });

  it.each([
    ['91440399MAXA00015R', 'W'],
    ['92330199MAXB000223', 'Y'],
  ])('%s has a wrong check character, %s expected', (code, expected) => {
    expect(checkCreditCode(code)).toMatchObject({ level: 'error', code: 'checksum', expected, at: 17 });
  });

  it('suggests the code that look-alikes were typed for', () => {
    expect(checkCreditCode('91440399MAXAOO014R')).toMatchObject({
      level: 'error',
      code: 'alphabet',
      at: 12,
      suggestion: '91440399MAXA00014R',
    });
    expect(checkCreditCode('9I440399MAXA00014R')).toMatchObject({ suggestion: '91440399MAXA00014R' });
    expect(checkCreditCode('9144O399MAXA00014R')).toMatchObject({ at: 4, suggestion: '91440399MAXA00014R' });
    expect(checkCreditCode('91440399MAXAOO015R')).not.toHaveProperty('suggestion');
    expect(checkCreditCode('91440399MAXAV0014R')).not.toHaveProperty('suggestion');
  });

  it('names what is missing or too much', () => {
    expect(checkCreditCode(' ')).toMatchObject({ level: 'error', code: 'empty', value: '' });
    expect(checkCreditCode('91440399MAXA00014')).toMatchObject({ level: 'error', code: 'length' });
    expect(checkCreditCode('91440399MAXA00014RR')).toMatchObject({ level: 'error', code: 'length' });
    expect(checkCreditCode('91A40399MAXA00014R')).toMatchObject({ level: 'error', code: 'alphabet', at: 2 });
  });

  it('only warns of an unknown prefix', () => {
    const check = checkCreditCode(makeCreditCode('Y9440399MAXA00014'));
    expect(check).toMatchObject({ level: 'warning', code: 'unknown_prefix' });
    expect(check).not.toHaveProperty('suggestedEntityType');
  });

  it('only warns of an organisation code that fails its own check', () => {
    expect(checkCreditCode(makeCreditCode('91440399MAXA00014'))).toMatchObject({ level: 'ok', flaws: [] });
    expect(checkCreditCode(makeCreditCode('91440399MAXA00015'))).toMatchObject({
      level: 'warning',
      code: 'organisation_code',
      expected: '4',
      at: 16,
    });
  });

  it('puts the most serious flaw first and keeps the others', () => {
    expect(flawCodes('Y9440399MAXA00015Y')).toEqual(['checksum', 'unknown_prefix', 'organisation_code']);
  });

  it('normalises what people paste', () => {
    for (const text of [
      ' 91440399maxa00014r ',
      '９１４４０３９９ＭＡＸＡ０００１４Ｒ',
      '9144 0399 MAXA 0001 4R',
      '91440399-MAXA0001-4R',
      '\u200b91440399MAXA00014R\u00a0',
    ]) {
      expect(normaliseCode(text)).toBe('91440399MAXA00014R');
      expect(checkCreditCode(text).level).toBe('ok');
    }
  });

  it('refuses to complete what is no beginning of a code', () => {
    for (const text of ['', '9144', 'I1440399MAXA00014', '91A40399MAXA00014', '91440399MAXA000144']) {
      expect(() => makeCreditCode(text), text).toThrow(RangeError);
    }
  });

  it('catches every wrong character', () => {
    fc.assert(
      fc.property(creditCode, fc.integer({ min: 0, max: 17 }), letter, (code, index, character) => {
        fc.pre(code.charAt(index) !== character);
        expect(checkCreditCode(withCharacter(code, index, character)).level).toBe('error');
      }),
      { numRuns: 2000 },
    );
  });

  it('catches every swap of neighbours', () => {
    fc.assert(
      fc.property(creditCode, fc.integer({ min: 0, max: 16 }), (code, index) => {
        const [a, b] = [code.charAt(index), code.charAt(index + 1)];
        fc.pre(a !== b);
        const swapped = withCharacter(withCharacter(code, index, b), index + 1, a);
        expect(checkCreditCode(swapped).level).toBe('error');
      }),
      { numRuns: 2000 },
    );
  });

  it('accepts every code it completes', () => {
    fc.assert(
      fc.property(creditCode, (code) => {
        expect(checkCreditCode(code).level).not.toBe('error');
      }),
    );
  });
});
