import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkOrganisationCode,
  formatOrganisationCode,
  organisationCheckCharacter,
} from '#shared/domain/organisation-code.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const letter = fc.constantFrom(...ALPHABET);
const body = fc.tuple(...Array.from({ length: 8 }, () => letter)).map((characters) => characters.join(''));
const isSameToTheCheck = (a: string, b: string): boolean =>
  (ALPHABET.indexOf(a) - ALPHABET.indexOf(b)) % 11 === 0;

function levelOf(code: string): string {
  return checkOrganisationCode(code).level;
}

describe('organisation codes', () => {
  it('knows the examples, with and without hyphen', () => {
    expect(checkOrganisationCode('MAXA0001-4')).toEqual({ level: 'ok', value: 'MAXA00014', flaws: [] });
    expect(checkOrganisationCode('maxa0001－4').level).toBe('ok');
    expect(checkOrganisationCode('40000001-8').level).toBe('ok');
    expect(checkOrganisationCode('400000018').level).toBe('ok');
    expect(formatOrganisationCode('maxa00014')).toBe('MAXA0001-4');
    expect(formatOrganisationCode('4000')).toBe('4000');
  });

  it('names what is wrong', () => {
    expect(checkOrganisationCode('')).toMatchObject({ level: 'error', code: 'empty' });
    expect(checkOrganisationCode('MAXA0001')).toMatchObject({ level: 'error', code: 'length' });
    expect(checkOrganisationCode('MAXA0001-5')).toMatchObject({
      level: 'error',
      code: 'checksum',
      expected: '4',
    });
    expect(checkOrganisationCode('40000000-O')).toMatchObject({ code: 'alphabet', at: 8 });
    expect(checkOrganisationCode('MAXA000中4')).toMatchObject({ code: 'alphabet', at: 7 });
    expect(() => organisationCheckCharacter('maxa0001')).toThrow(RangeError);
  });

  it('writes 10 as X and 11 as 0', () => {
    expect(organisationCheckCharacter('00000000')).toBe('0');
    expect(levelOf('000000000')).toBe('ok');
    expect(organisationCheckCharacter('40000000')).toBe('X');
    expect(levelOf('40000000-X')).toBe('ok');
  });

  it('catches a wrong character, except one whose value differs by 11 or 22', () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 0, max: 7 }), letter, (first8, index, character) => {
        fc.pre(first8.charAt(index) !== character);
        const code = first8 + organisationCheckCharacter(first8);
        const changed = code.slice(0, index) + character + code.slice(index + 1);
        const isMissed = isSameToTheCheck(first8.charAt(index), character);
        expect(levelOf(changed)).toBe(isMissed ? 'ok' : 'error');
      }),
      { numRuns: 2000 },
    );
  });

  it('catches a swap of neighbours, except of such a pair', () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 0, max: 6 }), (first8, index) => {
        const [a, b] = [first8.charAt(index), first8.charAt(index + 1)];
        const swapped = first8.slice(0, index) + b + a + first8.slice(index + 2);
        const isMissed = isSameToTheCheck(a, b);
        expect(levelOf(swapped + organisationCheckCharacter(first8))).toBe(isMissed ? 'ok' : 'error');
      }),
      { numRuns: 2000 },
    );
  });
});
