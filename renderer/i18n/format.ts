import type { CountdownForm } from '#shared/domain/agenda.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { formatEn } from './format-en.ts';
import { formatZhCn } from './format-zh-cn.ts';
import type { Language } from './language.ts';

/** Dates, instants, money and sizes as the interface writes them, in one language. Money is integer fen. */
export type Format = {
  /** 9月22日 周二 */
  readonly date: (date: CalendarDate) => string;
  /** 2026年9月22日 */
  readonly dateLong: (date: CalendarDate) => string;
  /** 9月22日 */
  readonly monthDay: (date: CalendarDate) => string;
  /** 9月22日, with the year when it is not that of `today`. */
  readonly dateNear: (date: CalendarDate, today: CalendarDate) => string;
  /** 周二 */
  readonly weekday: (date: CalendarDate) => string;
  /** 二 */
  readonly weekdayShort: (date: CalendarDate) => string;
  /** 2026年9月, from 'YYYY-MM' or a date. */
  readonly month: (month: string) => string;
  /** 3,600 or 3,600.50: the unit stands in the column head. */
  readonly money: (fen: number) => string;
  /** 3,600 元 */
  readonly moneyWithUnit: (fen: number) => string;
  /** 48,210 */
  readonly count: (n: number) => string;
  /** 1.2 MB */
  readonly bytes: (bytes: number) => string;
  /** 内部剩 11 天 */
  readonly countdown: (countdown: CountdownForm) => string;
  /** 08:41, in the business time zone. */
  readonly time: (atMs: number) => string;
  /** 今天 08:41, 9月21日 16:10, 2025年12月31日 09:00: an entry of the history. */
  readonly moment: (atMs: number, nowMs: number) => string;
};

const formats: Readonly<Record<Language, Format>> = { 'zh-CN': formatZhCn, en: formatEn };

export const formatFor = (language: Language): Format => formats[language];
