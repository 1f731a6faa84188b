import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { obligationKinds } from '#shared/domain/obligations.ts';
import { dutyWords, isToDo } from '#renderer/features/client/duty-words.ts';
import { everyLanguage, isUnspoken } from '../speech.ts';

const today = calendarDate('2026-09-22');
const past = calendarDate('2026-09-18');
const ahead = calendarDate('2026-10-21');

const dutyOf = (kind: (typeof obligationKinds)[number], legalOn = ahead) => ({
  kind,
  subject: kind === 'paper_expiry' ? 'business_licence' : '示例小馆',
  waitingOn: 'client' as const,
  refillNo: 1,
  stakeFen: 30_000,
  legalOn,
  dueOn: legalOn,
  legalAtMs: null,
});

describe('a duty in words', () => {
  it.each(everyLanguage)(
    'is there for every kind, before and after its day, in $language',
    ({ t, format }) => {
      const words = obligationKinds.flatMap((kind) =>
        [past, ahead].map((legalOn) => dutyWords(dutyOf(kind, legalOn), { t, format, today })),
      );
      expect(words.filter(isUnspoken)).toEqual([]);
    },
  );
});

describe('what is to be done', () => {
  it('shows the end of a certification only once it has passed, and its window only until then', () => {
    expect(isToDo(dutyOf('certification_expiry', ahead), today)).toBe(false);
    expect(isToDo(dutyOf('certification_expiry', past), today)).toBe(true);
    expect(isToDo(dutyOf('review_window', ahead), today)).toBe(true);
    expect(isToDo(dutyOf('review_window', past), today)).toBe(false);
    expect(isToDo(dutyOf('paper_expiry', past), today)).toBe(true);
  });
});
