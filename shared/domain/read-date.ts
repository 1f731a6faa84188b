import type { CalendarDate } from './calendar-date.ts';
import { compareDates } from './calendar-date.ts';
import { parseTypedDate } from './parse-date.ts';

/** A day in a text, and where it stands there. */
export type DateInText = {
  readonly date: CalendarDate;
  readonly from: number;
  readonly to: number;
  /**
   * Whether a figure may be missing or read for something else: 日 is missing behind 年 and 月, the day has one figure where
   * the month has a nought before its own, or a figure stands right before the year.
   */
  readonly isCut: boolean;
};

/** The days that a text names, and whether it says that there is no end. */
export type DatesInText = {
  readonly dates: readonly DateInText[];
  readonly isForever: boolean;
};

/** A digit, or what one is read for beside 年, 月 and 日. */
const D = '[0-9OoIl|Z]';
const day = new RegExp(
  `(${D}(?: ?${D}){3}) ?[年.\\-/·,] ?(${D}(?: ?${D})?) ?[月.\\-/·,] ?(${D}(?: ?${D})?)(?: ?[日曰目])?`,
  'gu',
);
const chineseDay =
  /[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日曰]/gu;
const forever = /长 ?期|永 ?久|无 ?固 ?定 ?期 ?限|不 ?约 ?定 ?期 ?限/u;
const digits: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1', '|': '1', Z: '2' };

/** Finds days in running text as papers print them (2021年03月16日, 2021.03.16, 二〇二一年三月十六日), spaced or not. */
export function datesIn(text: string): DatesInText {
  const matches = [...text.matchAll(day), ...text.matchAll(chineseDay)];
  const follows = ({ index }: RegExpExecArray): boolean =>
    matches.some((other) => other.index + other[0].length === index);
  const found = matches.flatMap((match) => {
    const typed = parseTypedDate(plainDay(match));
    if (typed.kind !== 'date') return [];
    const [whole] = match;
    return [
      {
        date: typed.date,
        from: match.index,
        to: match.index + whole.length,
        isCut: isCut(match, follows(match)),
      },
    ];
  });
  return { dates: found.sort((a, b) => a.from - b.from), isForever: forever.test(text) };
}

function isCut(match: RegExpExecArray, followsAnother: boolean): boolean {
  const [whole, , month = '', dayOfMonth = ''] = match;
  const isOpen = /[年月]/u.test(whole) && !/[日曰目]$/u.test(whole);
  const isUneven = month.startsWith('0') && dayOfMonth.length === 1;
  const hasMoreBefore = !followsAnother && /[0-9]$/u.test(match.input.slice(0, match.index));
  return isOpen || isUneven || hasMoreBefore;
}

function plainDay([whole, year, month, dayOfMonth]: RegExpExecArray): string {
  if (year === undefined || month === undefined || dayOfMonth === undefined) return whole.replace('曰', '日');
  const [y, m, d] = [year, month, dayOfMonth].map((part) =>
    [...part.replaceAll(' ', '')].map((character) => digits[character] ?? character).join(''),
  );
  return `${y}-${m}-${d}`;
}

export type ReadTerm = {
  readonly from: CalendarDate | undefined;
  readonly until: CalendarDate | 'forever' | undefined;
};

/**
 * The term that a text states: two days, a day and 长期, a day after 至 or by itself as the end, or no end alone. Undefined
 * where the text names no day and not 长期, and where the end comes before the beginning.
 */
export function termIn(text: string): ReadTerm | undefined {
  const { dates, isForever } = datesIn(text);
  const [first, second] = dates;
  if (first === undefined) return isForever ? { from: undefined, until: 'forever' } : undefined;
  if (second !== undefined) {
    if (compareDates(second.date, first.date) === -1) return undefined;
    return { from: first.date, until: second.date };
  }
  if (isForever) return { from: first.date, until: 'forever' };
  const isBeginning =
    /^\s*(?:起|-|至|到)/u.test(text.slice(first.to)) || /自\s*$/u.test(text.slice(0, first.from));
  return isBeginning ? { from: first.date, until: undefined } : { from: undefined, until: first.date };
}
