import { useCallback } from 'react';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { useCalendar } from '#renderer/api/use-calendar.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';

/** Why a day is not worked, in a word: the holiday's name or the weekday; undefined for a working day. */
export function useDayOffName(): (date: CalendarDate) => string | undefined {
  const calendar = useCalendar();
  const format = useFormat();
  const ruleText = useRuleText();
  return useCallback(
    (date) => {
      if (calendar.isWorkingDay(date)) return undefined;
      const holiday = calendar.holidayName(date);
      return holiday === undefined ? format.weekday(date) : ruleText(holiday);
    },
    [calendar, format, ruleText],
  );
}
