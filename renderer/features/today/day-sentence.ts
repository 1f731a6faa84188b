import { useMemo } from 'react';
import { addDays, weekday } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { WorkingCalendar } from '#shared/domain/working-calendar.ts';
import { useCalendar } from '#renderer/api/use-calendar.ts';
import type { Format } from '#renderer/i18n/format.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useLanguage, useT } from '#renderer/i18n/use-t.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import type { Language } from '#renderer/i18n/language.ts';

/** How far the sentence looks ahead for a holiday and a make-up workday. */
const reachDays = 21;

/** What the next days ask for: 周五中秋放假，本周还有 3 个工作日；到国庆还有 6 个。10月10日 周六上班。 */
export function useDaySentence(today: CalendarDate): string {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const calendar = useCalendar();
  return useMemo(
    () => daySentence({ today, calendar, t, format, language }),
    [today, calendar, t, format, language],
  );
}

interface SentenceInput {
  readonly today: CalendarDate;
  readonly calendar: WorkingCalendar;
  readonly t: TFunction;
  readonly format: Format;
  readonly language: Language;
}

export function daySentence(input: SentenceInput): string {
  const { today, calendar, t, format } = input;
  const sunday = addDays(today, 7 - weekday(today));
  const left = calendar.workingDaysBetween(addDays(today, -1), sunday);
  const ahead = Array.from({ length: reachDays }, (_, index) => addDays(today, index));
  const holidays = ahead.filter((day) => calendar.dayKind(day) === 'holiday');
  const thisWeek = holidays.find((day) => day <= sunday);
  const later = holidays.find(
    (day) => day > sunday && nameOf(day, input) !== (thisWeek && nameOf(thisWeek, input)),
  );
  const makeUp = ahead.find((day) => calendar.dayKind(day) === 'make_up');
  const parts = [
    thisWeek && holidayWords(thisWeek, input),
    left === 0 ? t('today.sentence.none') : t('today.sentence.working', { n: left }),
  ].filter((part) => part !== undefined);
  const toHoliday =
    later &&
    t('today.sentence.untilHoliday', {
      name: nameOf(later, input),
      n: calendar.workingDaysBetween(addDays(today, -1), addDays(later, -1)),
    });
  const first =
    parts.join(t('today.sentence.comma')) + (toHoliday ? t('today.sentence.semicolon') + toHoliday : '');
  const stop = t('today.sentence.stop');
  const second =
    makeUp &&
    (makeUp === today
      ? t('today.sentence.makeUpToday')
      : t('today.sentence.makeUp', { date: format.date(makeUp) }));
  return capitalised(`${first}${stop}${second ? capitalised(second) + stop : ''}`.trim());
}

function holidayWords(day: CalendarDate, input: SentenceInput): string {
  const { t, format, today } = input;
  const name = nameOf(day, input);
  if (day === today) return t('today.sentence.holidayToday', { name });
  return t('today.sentence.holiday', { name, weekday: format.weekday(day) });
}

function nameOf(day: CalendarDate, { calendar, language }: SentenceInput): string {
  const name = calendar.holidayName(day);
  if (name === undefined) return '';
  return language === 'en' ? name.en : name.zh;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
