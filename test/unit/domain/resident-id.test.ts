import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate, dateOfEpochDay, epochDayOf } from '#shared/domain/calendar-date.ts';
import { ageOn, checkResidentId, makeResidentId } from '#shared/domain/resident-id.ts';

const day = calendarDate;
const residentId = fc
  .tuple(
    fc
      .integer({ min: epochDayOf(day('1900-01-01')), max: epochDayOf(day('2025-12-31')) })
      .map(dateOfEpochDay),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([birth, order]) =>
    makeResidentId(`110199${birth.replaceAll('-', '')}${String(order).padStart(3, '0')}`),
  );

function flawCodes(text: string): readonly string[] {
  return checkResidentId(text).flaws.map((flaw) => flaw.code);
}

describe('resident ID numbers', () => {
  it.each([
    ['11019919000101001X', '1900-01-01', 'male'],
    ['330199190003151239', '1900-03-15', 'male'],
    ['330199190402290017', '1904-02-29', 'male'],
  ])('%s is valid', (number, birthDate, sex) => {
    expect(checkResidentId(number)).toEqual({
      level: 'ok',
      value: number,
      flaws: [],
      birthDate,
      sex,
      cardKind: 'resident',
    });
  });

  it('accepts a small x and stores a large one', () => {
    expect(checkResidentId(' 110199 19000101 001ｘ')).toMatchObject({
      level: 'ok',
      value: '11019919000101001X',
    });
  });

  it.each([
    ['110199190001010011', 'X'],
    ['330199190003151329', '7'],
  ])('%s has a wrong check character, %s expected', (number, expected) => {
    expect(checkResidentId(number)).toMatchObject({ level: 'error', code: 'checksum', expected });
  });

  it('refuses a birth date that never was, although the check character is right', () => {
    expect(flawCodes('440399190002290022')).toEqual(['no_such_birth_date']);
    expect(checkResidentId('440399190002290022')).not.toHaveProperty('birthDate');
  });

  it('names what else is wrong', () => {
    expect(checkResidentId('')).toMatchObject({ level: 'error', code: 'empty' });
    expect(checkResidentId('110199000101001')).toMatchObject({ level: 'error', code: 'first_generation' });
    expect(checkResidentId('11019919000101001')).toMatchObject({ level: 'error', code: 'length' });
    expect(checkResidentId('1101991900O101001X')).toMatchObject({
      code: 'alphabet',
      at: 10,
      suggestion: '11019919000101001X',
    });
    expect(checkResidentId('1X019919000101001X')).toMatchObject({ code: 'alphabet', at: 1 });
    expect(() => makeResidentId('1101991900010100X')).toThrow(RangeError);
  });

  it.each(['E12345678', 'H0123456789', '01234567'])(
    'only warns of %s, a passport or a travel permit',
    (number) => {
      expect(checkResidentId(number)).toMatchObject({ level: 'warning', code: 'other_document' });
    },
  );

  it.each(['11019919', '44030019', '83000019'])('takes %s for the beginning of a number', (number) => {
    expect(checkResidentId(number)).toMatchObject({ level: 'error', code: 'length' });
  });

  it('only warns of an unknown region and knows the other cards', () => {
    expect(checkResidentId(makeResidentId('16019919000101001'))).toMatchObject({
      level: 'warning',
      code: 'unknown_region',
    });
    expect(checkResidentId(makeResidentId('81000019000101002'))).toMatchObject({
      level: 'ok',
      sex: 'female',
      cardKind: 'hong_kong_macau_taiwan',
    });
    expect(checkResidentId(makeResidentId('91156019000101001'))).toMatchObject({
      level: 'ok',
      cardKind: 'foreign_permanent',
    });
  });

  it('compares the birth date with the day of the check', () => {
    const number = makeResidentId('11019920080315001');
    expect(checkResidentId(number, day('2026-03-14'))).toMatchObject({ level: 'warning', code: 'under_age' });
    expect(checkResidentId(number, day('2026-03-15')).level).toBe('ok');
    expect(checkResidentId(number, day('2008-03-14'))).toMatchObject({
      level: 'error',
      code: 'birth_date_in_future',
    });
    expect(checkResidentId(number).level).toBe('ok');
  });

  it('catches every wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(
        residentId,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 0, max: 9 }),
        (number, i, other) => {
          const changed = number.slice(0, i) + String(other) + number.slice(i + 1);
          fc.pre(changed !== number);
          expect(flawCodes(changed)).toContain('checksum');
        },
      ),
    );
    fc.assert(
      fc.property(residentId, fc.integer({ min: 0, max: 16 }), (number, i) => {
        const swapped = number.slice(0, i) + number.charAt(i + 1) + number.charAt(i) + number.slice(i + 2);
        fc.pre(swapped !== number);
        expect(checkResidentId(swapped).level).toBe('error');
      }),
    );
  });
});

describe('age', () => {
  it.each([
    ['2000-05-10', '2026-05-09', 25],
    ['2000-05-10', '2026-05-10', 26],
    ['2004-02-29', '2022-02-28', 17],
    ['2004-02-29', '2022-03-01', 18],
    ['2004-02-29', '2024-02-29', 20],
    ['2026-05-10', '2026-05-10', 0],
    ['2026-05-10', '2026-05-09', -1],
  ])('born %s, on %s: %i', (birth, on, age) => {
    expect(ageOn(day(birth), day(on))).toBe(age);
  });
});
