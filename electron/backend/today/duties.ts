import { setImmediate as otherCalls } from 'node:timers/promises';
import { agendaDay, groupOf, urgencyOrder } from '#shared/domain/agenda.ts';
import type { AgendaGroup } from '#shared/domain/agenda.ts';
import { addDays } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { Backend } from '#backend/backend.ts';
import { dutiesAhead, dutiesWaiting } from '#backend/obligations/service.ts';
import type { Duty } from '#backend/obligations/service.ts';

export interface GroupedDuty extends Duty {
  readonly group: AgendaGroup;
  /** The day from today on that the group goes by. */
  readonly day: CalendarDate | undefined;
}

export interface Now {
  readonly today: CalendarDate;
  readonly nowMs: number;
}

/**
 * Everything until a day, what the plans of reviews have until then, what waits and what is ours; most urgent first.
 * There are thousands: other calls have their turn in between.
 */
export async function dutiesInSight(backend: Backend, now: Now, dueTo: CalendarDate): Promise<GroupedDuty[]> {
  const { today, nowMs } = now;
  const ahead = dutiesAhead(backend, { today, dueTo, plannedTo: dueTo });
  await otherCalls();
  const waiting = dutiesWaiting(backend);
  await otherCalls();
  const duties = grouped(onceEach([...ahead, ...waiting]), now);
  await otherCalls();
  return duties.toSorted(urgencyOrder(today, nowMs));
}

/** How many duties are overdue or of today. */
export function countUrgent(backend: Backend, now: Now): number {
  const { today } = now;
  // A clock of hours may end tomorrow and still be of today.
  const ahead = dutiesAhead(backend, { today, dueTo: addDays(today, 1), plannedTo: today });
  return grouped(onceEach(ahead), now).filter(({ group }) => group === 'overdue' || group === 'today').length;
}

const onceEach = (duties: readonly Duty[]): Duty[] => [
  ...new Map(duties.map((duty) => [duty.id, duty])).values(),
];

const grouped = (duties: readonly Duty[], { today, nowMs }: Now): GroupedDuty[] =>
  duties.map((duty) => ({
    ...duty,
    group: groupOf(duty, today, nowMs),
    day: agendaDay(duty, today, nowMs),
  }));
