import type { CalendarDate } from './calendar-date.ts';
import { addDays, calendarDate, compareDates, yearOf } from './calendar-date.ts';
import type { ClientFacts } from './client-facts.ts';
import type { AnnualReportRule, AnnualReportWindow, DayOfYear } from './company-upkeep.ts';
import { termEnding } from './day-term.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** The report that a client owes: which year it is about, from when it can be filed, and by when. */
export type AnnualReportTerm = {
  readonly year: number;
  readonly term: {
    readonly opensOn: CalendarDate;
    readonly legalOn: CalendarDate;
    /** Absent where the end has passed and nobody has noted whether the report was filed. */
    readonly internalOn?: CalendarDate;
    readonly provisional: boolean;
  };
};

/**
 * The first company annual report (企业年报) that is not known to be filed. Where none was ever noted it is the one due
 * in this calendar year; a client established this year owes none yet. Such a report is planned for only until its end:
 * afterwards it may well have been filed by the client itself, so that it is a question and no longer a plan.
 */
export function annualReportTerm(
  { client, today }: Pick<ClientFacts, 'client' | 'today'>,
  rule: AnnualReportRule,
  calendar: WorkingCalendar,
): AnnualReportTerm | undefined {
  const window = rule.windows.find(({ entityTypes }) => entityTypes.includes(client.entityType));
  if (window === undefined) return undefined;
  const { annualReportYear: filed, establishedOn } = client;
  const thisYear = yearOf(today);
  if (filed === undefined && establishedOn !== undefined && yearOf(establishedOn) >= thisYear) {
    return undefined;
  }
  const year = filed === undefined ? thisYear - 1 : filed + 1;
  const { opensOn, legalOn } = daysOf(window, year);
  const { internalOn, provisional } = termEnding(addDays(legalOn, -rule.plan.submitDaysBefore), calendar);
  const isOpenQuestion = filed === undefined && compareDates(legalOn, today) < 0;
  return { year, term: { opensOn, legalOn, provisional, ...(isOpenQuestion ? {} : { internalOn }) } };
}

/** The last year whose report can have been filed by that day. */
export const lastReportableYear = (today: CalendarDate): number => yearOf(today) - 1;

/** Whether between two days the reports of clients without a noted year change: a new year, or the end of a window. */
export function annualReportsTurn(
  rule: AnnualReportRule,
  before: CalendarDate,
  today: CalendarDate,
): boolean {
  if (yearOf(before) !== yearOf(today)) return true;
  const [from, to] = [before, today].sort();
  return rule.windows.some(({ ends }) => {
    const end = dayIn(yearOf(today), ends);
    return from !== undefined && to !== undefined && from <= end && end < to;
  });
}

function daysOf({ opens, ends }: AnnualReportWindow, year: number) {
  return { opensOn: dayIn(year + 1, opens), legalOn: dayIn(year + 1, ends) };
}

const dayIn = (year: number, { month, day }: DayOfYear): CalendarDate =>
  calendarDate([String(year).padStart(4, '0'), two(month), two(day)].join('-'));

const two = (value: number): string => String(value).padStart(2, '0');
