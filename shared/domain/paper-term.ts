import type { CalendarDate } from './calendar-date.ts';
import { addDays } from './calendar-date.ts';
import type { DocumentFacts } from './client-facts.ts';
import type { CompanyUpkeep, PaperRenewal } from './company-upkeep.ts';
import type { DayTerm } from './day-term.ts';
import { termEnding } from './day-term.ts';
import type { DocumentKind } from './document-kind.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** When the renewal of a paper must begin, and when the paper ends; none for a paper without an end. */
export function paperTerm(
  { kind, validUntil }: DocumentFacts,
  papers: CompanyUpkeep['papers'],
  calendar: WorkingCalendar,
): (DayTerm & { readonly startsOn: CalendarDate }) | undefined {
  if (validUntil === undefined || validUntil === 'forever') return undefined;
  const { beginDaysBefore } = renewalOf(kind, papers);
  return { ...termEnding(validUntil, calendar), startsOn: addDays(validUntil, -beginDaysBefore) };
}

/** The rule for a kind of paper, else the usual one. */
export const renewalOf = (kind: DocumentKind, papers: CompanyUpkeep['papers']): PaperRenewal =>
  papers.kinds.find(({ kinds }) => kinds.includes(kind)) ?? papers.usual;
