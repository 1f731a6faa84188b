import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRegistrationNumber, makeRegistrationNumber } from '#shared/domain/registration-number.ts';

const digit = fc.integer({ min: 0, max: 9 }).map(String);
const registrationNumber = fc
  .tuple(...Array.from({ length: 14 }, () => digit))
  .map((digits) => makeRegistrationNumber(digits.join('')));

describe('registration numbers of 15 digits', () => {
  it('knows the example', () => {
    expect(checkRegistrationNumber('440399000000005')).toEqual({
      level: 'ok',
      value: '440399000000005',
      flaws: [],
    });
    expect(makeRegistrationNumber('44039900000000')).toBe('440399000000005');
  });

  it('names what is wrong and only warns of the check digit', () => {
    expect(checkRegistrationNumber('')).toMatchObject({ level: 'error', code: 'empty' });
    expect(checkRegistrationNumber('44039900000000')).toMatchObject({ level: 'error', code: 'length' });
    expect(checkRegistrationNumber('4403990000000')).toMatchObject({ level: 'warning', code: 'length' });
    expect(checkRegistrationNumber('440399000000006')).toMatchObject({
      level: 'warning',
      code: 'checksum',
      expected: '5',
    });
    expect(checkRegistrationNumber('44O399000000005')).toMatchObject({
      level: 'error',
      code: 'alphabet',
      at: 2,
      suggestion: '440399000000005',
    });
    expect(() => makeRegistrationNumber('4403')).toThrow(RangeError);
  });

  it('catches every wrong digit', () => {
    fc.assert(
      fc.property(registrationNumber, fc.integer({ min: 0, max: 14 }), digit, (number, index, other) => {
        fc.pre(number.charAt(index) !== other);
        const changed = number.slice(0, index) + other + number.slice(index + 1);
        expect(checkRegistrationNumber(changed)).toMatchObject({ code: 'checksum' });
      }),
      { numRuns: 2000 },
    );
  });

  it('misses a swap of neighbours only where they follow each other (1 and 2, 9 and 0)', () => {
    fc.assert(
      fc.property(registrationNumber, fc.integer({ min: 0, max: 13 }), (number, index) => {
        const [a, b] = [number.charAt(index), number.charAt(index + 1)];
        fc.pre(a !== b);
        const swapped = number.slice(0, index) + b + a + number.slice(index + 2);
        const isFollowing = [1, 9].includes(Math.abs(Number(a) - Number(b)));
        if (!isFollowing) expect(checkRegistrationNumber(swapped)).toMatchObject({ code: 'checksum' });
      }),
      { numRuns: 2000 },
    );
  });
});
