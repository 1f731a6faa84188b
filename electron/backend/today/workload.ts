import type { TodayPage } from '#shared/contract/today.ts';
import type { AgendaGroup } from '#shared/domain/agenda.ts';
import type { GroupedDuty } from './duties.ts';
import type { ConsultantRecord } from './queries.ts';

/** Who has how much this week: overdue, due by Sunday, waiting for others. Duties of nobody make a row without a name. */
export function workload(
  duties: readonly GroupedDuty[],
  consultants: readonly ConsultantRecord[],
): TodayPage['workload'] {
  const nobody = { id: null, name: null, weekly_capacity: null };
  return [...consultants, nobody]
    .map(({ id, name, weekly_capacity: capacity }) => {
      const groups = duties.filter((duty) => duty.consultantId === id).map(({ group }) => group);
      const count = (...wanted: AgendaGroup[]) => groups.filter((group) => wanted.includes(group)).length;
      return {
        consultantId: id,
        name,
        overdue: count('overdue'),
        thisWeek: count('today', 'this_week'),
        waiting: count('waiting_client', 'waiting_platform'),
        capacity,
      };
    })
    .filter(
      ({ consultantId, overdue, thisWeek, waiting }) =>
        consultantId !== null || overdue + thisWeek + waiting > 0,
    );
}
