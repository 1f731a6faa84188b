import { useCallback } from 'react';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';

/** Why a day is not worked, in a word: the holiday's name or the weekday; undefined for a working day. */
export function useDayOffName(): (date: CalendarDate) => string | undefined {
  const format = useFormat();
  const ruleText = useRuleText();
  return useCallback(
    (date) => {
      const calendar = createWorkingCalendar();
      if (calendar.isWorkingDay(date)) return undefined;
      const holiday = calendar.holidayName(date);
      return holiday === undefined ? format.weekday(date) : ruleText(holiday);
    },
    [format, ruleText],
  );
}
