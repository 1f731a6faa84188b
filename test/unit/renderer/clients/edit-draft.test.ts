import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { changesOf, touched } from '#renderer/features/clients/bulk/edit-draft.ts';

const today = calendarDate('2026-09-22');

describe('a draft for many clients', () => {
  it('holds only what was touched, and forgets what was put back', () => {
    const one = touched({}, 'consultantId', null, today);
    expect(changesOf(one)).toEqual({ consultantId: null });
    expect(changesOf(touched(one, 'consultantId', undefined, today))).toEqual({});
  });

  it('looks a standing up on the day that it is entered, and takes the day away with it', () => {
    const draft = touched({}, 'standing', 'operating', today);
    expect(changesOf(draft)).toEqual({ standing: 'operating', standingCheckedOn: today });
    expect(changesOf(touched(draft, 'standing', null, today))).toEqual({
      standing: null,
      standingCheckedOn: null,
    });
    expect(changesOf(touched(draft, 'standing', undefined, today))).toEqual({});
  });

  it('reads the fee in yuan, nothing as no fee, and writes nothing while it is no amount', () => {
    expect(changesOf({ feeText: '1,200.5' })).toEqual({ serviceFeeFen: 120_050 });
    expect(changesOf({ feeText: ' ' })).toEqual({ serviceFeeFen: null });
    expect(changesOf({ feeText: '一千' })).toBeUndefined();
    expect(changesOf({ feeText: '-3', serviceStatus: 'ended' })).toBeUndefined();
  });
});
