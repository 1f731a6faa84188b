import type { loadParts, TodayPage } from '#shared/contract/today.ts';
import type { AgendaGroup } from '#shared/domain/agenda.ts';
import type { GroupedDuty } from './duties.ts';
import type { ConsultantRecord } from './queries.ts';

/** What the parts of a consultant's week consist of. */
export const loadGroups = {
  overdue: ['overdue'],
  thisWeek: ['today', 'this_week'],
  waiting: ['waiting_client', 'waiting_platform'],
} as const satisfies Readonly<Record<(typeof loadParts)[number], readonly AgendaGroup[]>>;

/** Who has how much this week: overdue, due by Sunday, waiting for others. Duties of nobody make a row without a name. */
export function workload(
  duties: readonly GroupedDuty[],
  consultants: readonly ConsultantRecord[],
): TodayPage['workload'] {
  const nobody = { id: null, name: null, weekly_capacity: null };
  return [...consultants, nobody]
    .map(({ id, name, weekly_capacity: capacity }) => {
      const groups = duties.filter((duty) => duty.consultantId === id).map(({ group }) => group);
      const count = (wanted: readonly AgendaGroup[]) =>
        groups.filter((group) => wanted.includes(group)).length;
      return {
        consultantId: id,
        name,
        overdue: count(loadGroups.overdue),
        thisWeek: count(loadGroups.thisWeek),
        waiting: count(loadGroups.waiting),
        capacity,
      };
    })
    .filter(
      ({ consultantId, overdue, thisWeek, waiting }) =>
        consultantId !== null || overdue + thisWeek + waiting > 0,
    );
}
