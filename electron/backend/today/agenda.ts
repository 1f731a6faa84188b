import type { ObligationRow } from '#shared/contract/obligations.ts';
import type { AgendaGroup } from '#shared/domain/agenda.ts';
import { groupOf, urgencyOrder } from '#shared/domain/agenda.ts';
import { addDays } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { Backend } from '#backend/backend.ts';
import { obligationsDue, reviewWindowsPlanned } from '#backend/obligations/service.ts';
import { calendarText } from './calendar-file.ts';

interface AgendaInput {
  /** The day to look from; else today. */
  readonly on?: CalendarDate | undefined;
  readonly days: number;
  readonly limit?: number;
}

export interface AgendaPage {
  readonly on: CalendarDate;
  readonly until: CalendarDate;
  readonly rows: (ObligationRow & { group: AgendaGroup })[];
}

const beginning = '0000-01-01' as CalendarDate;
const everything = 100_000;

/** Duties that are overdue, fall due or are to begin within the days asked for, most urgent first. */
export function listAgenda(
  backend: Backend,
  { on = backend.clock.today(), days, limit = everything }: AgendaInput,
): AgendaPage {
  const until = addDays(on, days);
  const nowMs = backend.clock.nowMs();
  const due = obligationsDue(backend, beginning, until, everything);
  const known = new Set(due.map(({ id }) => id));
  const planned = reviewWindowsPlanned(backend, on, until).filter(({ id }) => !known.has(id));
  const rows = [...due, ...planned]
    .map((row) => ({ ...row, group: groupOf(row, on, nowMs) }))
    .sort(urgencyOrder(on, nowMs))
    .slice(0, limit);
  return { on, until, rows };
}

/** The same duties as a calendar file. */
export function agendaCalendar(backend: Backend, input: AgendaInput) {
  const { on, rows } = listAgenda(backend, input);
  const dated = rows.filter(
    (row) => row.legalOn !== null || row.internalOn !== null || row.legalAtMs !== null,
  );
  return {
    name: `certfolio-${on}.ics`,
    text: calendarText(dated, backend.clock.nowMs()),
    eventCount: dated.length,
  };
}
