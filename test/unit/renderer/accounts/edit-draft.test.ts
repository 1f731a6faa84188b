import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { isReversed, touched } from '#renderer/features/accounts/bulk/edit-draft.ts';

const early = calendarDate('2026-03-01');
const late = calendarDate('2027-03-01');
const same = (value: typeof early | null) => ({ isMixed: false, value }) as const;
const mixed = { isMixed: true } as const;

describe('a draft for many accounts', () => {
  it('holds only what was touched, nothing as a value too, and forgets what was put back', () => {
    const one = touched(touched({}, 'category', null), 'filedOn', early);
    expect(one).toEqual({ category: null, filedOn: early });
    expect(touched(one, 'category', undefined)).toEqual({ filedOn: early });
  });

  it('is reversed where an end that all of them have, or get, lies before the beginning', () => {
    const reversed = (draft: object, since: typeof early | null, until: typeof early | null) =>
      isReversed(draft, { certifiedSinceOn: same(since), certifiedUntilOn: same(until) });
    expect(reversed({}, early, late)).toBe(false);
    expect(reversed({ certifiedUntilOn: early }, late, late)).toBe(true);
    expect(reversed({ certifiedUntilOn: null }, late, early)).toBe(false);
    expect(
      isReversed({ certifiedUntilOn: early }, { certifiedSinceOn: mixed, certifiedUntilOn: mixed }),
    ).toBe(false);
  });
});
