import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { compareAge } from '#shared/domain/paper-age.ts';
import type { PaperDays } from '#shared/domain/paper-age.ts';
import '#test/support/property-seed.ts';

const day = fc.constantFrom(null, ...['2016-10-01', '2026-10-01', '2036-10-01'].map(calendarDate));
const anyDays: fc.Arbitrary<PaperDays> = fc.record({
  validUntil: fc.oneof(day, fc.constant('forever' as const)),
  validFromOn: day,
  issuedOn: day,
  filedAtMs: fc.nat(3),
});

it('says of two papers the same whichever is named first', () => {
  fc.assert(
    fc.property(anyDays, anyDays, (a, b) => {
      expect(compareAge(a, b) + compareAge(b, a)).toBe(0);
      expect(compareAge(a, a)).toBe(0);
    }),
  );
});

it('goes by the end before the beginning, the day of issue and the filing', () => {
  const none = { validUntil: null, validFromOn: null, issuedOn: null, filedAtMs: 1 } as const;
  const [early, late] = [calendarDate('2016-10-01'), calendarDate('2026-10-01')];
  expect(compareAge({ ...none, validUntil: 'forever' }, { ...none, validUntil: late, filedAtMs: 9 })).toBe(1);
  expect(compareAge({ ...none, validUntil: early }, { ...none, validUntil: late, filedAtMs: 0 })).toBe(-1);
  expect(compareAge({ ...none, validFromOn: late }, { ...none, validFromOn: early, filedAtMs: 9 })).toBe(1);
  expect(compareAge({ ...none, issuedOn: early }, { ...none, issuedOn: late, filedAtMs: 0 })).toBe(-1);
  expect(compareAge({ ...none, issuedOn: late }, { ...none, filedAtMs: 2 })).toBe(-1);
});
