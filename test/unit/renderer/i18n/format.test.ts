import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate, instantOf } from '#shared/domain/calendar-date.ts';
import type { CountedDate } from '#shared/domain/agenda.ts';
import { formatFor } from '#renderer/i18n/format.ts';

const zh = formatFor('zh-CN');
const en = formatFor('en');
const tuesday = calendarDate('2026-09-22');

describe('dates', () => {
  it('are written as people say them', () => {
    expect(zh.date(tuesday)).toBe('9月22日 周二');
    expect(en.date(tuesday)).toBe('Tue 22 Sep');
    expect(zh.dateLong(tuesday)).toBe('2026年9月22日');
    expect(en.dateLong(tuesday)).toBe('22 September 2026');
    expect(zh.monthDay(calendarDate('2026-10-01'))).toBe('10月1日');
    expect(en.monthDay(calendarDate('2026-10-01'))).toBe('1 Oct');
  });

  it('know the day of the week, Sunday last', () => {
    const week = ['21', '22', '23', '24', '25', '26', '27'].map((day) => calendarDate(`2026-09-${day}`));
    expect(week.map(zh.weekdayShort).join('')).toBe('一二三四五六日');
    expect(week.map(en.weekday)).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
  });

  it('name the year only when it is another one', () => {
    expect(zh.dateNear(calendarDate('2026-12-31'), tuesday)).toBe('12月31日');
    expect(zh.dateNear(calendarDate('2027-01-01'), tuesday)).toBe('2027年1月1日');
    expect(en.dateNear(calendarDate('2027-01-01'), tuesday)).toBe('1 Jan 2027');
  });

  it('take months from months and from dates', () => {
    expect(zh.month('2026-09')).toBe('2026年9月');
    expect(en.month('2026-09-22')).toBe('Sep 2026');
  });
});

describe('money', () => {
  it('is fen written as yuan, with decimals only when there are any', () => {
    expect(zh.money(360_000)).toBe('3,600');
    expect(zh.money(360_050)).toBe('3,600.50');
    expect(zh.money(5)).toBe('0.05');
    expect(zh.money(0)).toBe('0');
    expect(zh.money(-30_000)).toBe('−300');
    expect(zh.moneyWithUnit(30_000)).toBe('300 元');
    expect(en.moneyWithUnit(30_000)).toBe('CNY 300');
  });

  it('keeps every fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 }), (fen) => {
        const [yuan = '', rest = '0'] = zh.money(fen).replaceAll(',', '').replace('−', '-').split('.');
        const sign = fen < 0 ? -1 : 1;
        expect(sign * (Math.abs(Number(yuan)) * 100 + Number(rest))).toBe(fen === 0 ? 0 : fen);
      }),
    );
  });
});

describe('sizes', () => {
  it('are counted in 1024', () => {
    expect(zh.bytes(0)).toBe('0 B');
    expect(zh.bytes(1023)).toBe('1,023 B');
    expect(zh.bytes(1024)).toBe('1 KB');
    expect(zh.bytes(1_258_291)).toBe('1.2 MB');
    expect(zh.bytes(212 * 1024 ** 3)).toBe('212 GB');
  });

  it('stay below 1024 of their unit, up to terabytes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1024 ** 5 - 1 }), (bytes) => {
        const value = Number(zh.bytes(bytes).split(' ')[0]?.replaceAll(',', ''));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1024);
      }),
    );
  });
});

describe('countdowns', () => {
  it('have a thin gap around figures, but none in a date', () => {
    expect(zh.countdown({ form: 'overdue_days', n: 4, of: 'internal' })).toBe('内部逾期 4 天');
    expect(zh.countdown({ form: 'hours', h: 3, m: 20 })).toBe('3 小时 20 分');
    expect(zh.countdown({ form: 'hours', h: 0, m: 5 })).toBe('5 分');
    expect(zh.countdown({ form: 'time', atMs: instantOf(tuesday, '14:00') })).toBe('14:00');
    expect(zh.countdown({ form: 'today' })).toBe('今天');
    expect(zh.countdown({ form: 'left_days', n: 19, of: 'legal' })).toBe('法定剩 19 天');
    expect(zh.countdown({ form: 'date', date: calendarDate('2026-10-23') })).toBe('10月23日');
    expect(zh.countdown({ form: 'waiting_client', n: 6 })).toBe('等 6 天');
    expect(zh.countdown({ form: 'waiting_client', n: 0 })).toBe('今天起等');
    expect(zh.countdown({ form: 'waiting_platform', n: 11 })).toBe('第 11 天');
  });

  it('say the same in English', () => {
    expect(en.countdown({ form: 'overdue_days', n: 4, of: 'internal' })).toBe('4 d past internal');
    expect(en.countdown({ form: 'hours', h: 3, m: 20 })).toBe('3 h 20 min');
    expect(en.countdown({ form: 'left_days', n: 19, of: 'legal' })).toBe('19 d to legal');
    expect(en.countdown({ form: 'date', date: calendarDate('2026-10-23') })).toBe('23 Oct');
    expect(en.countdown({ form: 'waiting_client', n: 6 })).toBe('waiting 6 d');
    expect(en.countdown({ form: 'waiting_platform', n: 11 })).toBe('day 11');
  });
});

describe('counts of days', () => {
  const dates: readonly CountedDate[] = ['internal', 'legal', 'validity', 'agreed'];

  it.each([zh, en])('say which date they are about, each in words of its own', ({ countdown }) => {
    for (const form of ['overdue_days', 'left_days'] as const) {
      const words = dates.map((of) => countdown({ form, n: 4, of }));
      expect(new Set(words).size).toBe(dates.length);
    }
  });

  it('tell the end of a validity from a missed day', () => {
    expect(zh.countdown({ form: 'overdue_days', n: 23, of: 'validity' })).toBe('有效期过 23 天');
    expect(en.countdown({ form: 'overdue_days', n: 23, of: 'validity' })).toBe('23 d past expiry');
    expect(zh.countdown({ form: 'left_days', n: 3, of: 'agreed' })).toBe('约定剩 3 天');
    expect(en.countdown({ form: 'left_days', n: 3, of: 'agreed' })).toBe('3 d to due day');
  });
});

describe('moments', () => {
  const now = instantOf(tuesday, '12:00');

  it('are told in the business time zone, today without its date', () => {
    expect(zh.moment(instantOf(tuesday, '08:41'), now)).toBe('今天 08:41');
    expect(zh.moment(instantOf(calendarDate('2026-09-21'), '16:10'), now)).toBe('9月21日 16:10');
    expect(zh.moment(instantOf(calendarDate('2025-12-31'), '09:00'), now)).toBe('2025年12月31日 09:00');
    expect(en.moment(instantOf(tuesday, '08:41'), now)).toBe('Today 08:41');
    expect(en.moment(instantOf(calendarDate('2026-09-21'), '16:10'), now)).toBe('21 Sep 16:10');
  });

  it('turn at midnight in Shanghai', () => {
    expect(zh.moment(instantOf(tuesday, '00:00'), now)).toBe('今天 00:00');
    expect(zh.moment(instantOf(tuesday, '00:00') - 1, now)).toBe('9月21日 23:59');
  });
});
