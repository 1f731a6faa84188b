import type { DutiesOf } from '#shared/contract/today.ts';
import type { AgendaGroup } from '#shared/domain/agenda.ts';
import { addDays, addMonths, calendarDate } from '#shared/domain/calendar-date.ts';
import type { Backend } from '#backend/backend.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import { endsWithin, obligationsById } from '#backend/obligations/service.ts';
import { isOnDay } from './day-strip.ts';
import { dutiesInSight } from './duties.ts';
import type { GroupedDuty } from './duties.ts';
import { heatKindOf } from './heat-map.ts';
import { stakes } from './queries.ts';
import { stripDays } from './service.ts';
import { loadGroups } from './workload.ts';

interface DutiesInput {
  readonly of: DutiesOf;
  readonly after: string | null;
  readonly skip: number;
  readonly limit: number;
}

export interface DutiesPage {
  readonly rows: ObligationRow[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/**
 * The duties behind one figure of the morning page, in its order: exactly those that the figure counts. Throws AppError
 * NOT_FOUND for a cursor that is none.
 */
export async function readDutiesOf(
  backend: Backend,
  { of, after, skip, limit }: DutiesInput,
): Promise<DutiesPage> {
  const ids = await idsOf(backend, of);
  const from = (after === null ? 0 : placeAfter(ids, after)) + skip;
  const wanted = ids.slice(from, from + limit);
  const last = wanted.at(-1);
  const rows = new Map(obligationsById(backend, wanted).map((row) => [row.id, row]));
  return {
    rows: wanted.flatMap((id) => rows.get(id) ?? []),
    nextCursor: last !== undefined && from + limit < ids.length ? `${from + limit} ${last}` : null,
    total: ids.length,
  };
}

/**
 * Where the list goes on behind a cursor, which is the place of the next duty and the id of the last one. The last one can
 * leave the figure by the clock alone; the next one has its place then.
 */
function placeAfter(ids: readonly string[], cursor: string): number {
  const [, place, id] = /^([1-9]\d*) (.+)$/u.exec(cursor) ?? [];
  if (place === undefined || id === undefined)
    throw new AppError('NOT_FOUND', { what: 'cursor', id: cursor });
  const at = ids.indexOf(id);
  return at < 0 ? Number(place) - 1 : at + 1;
}

async function idsOf(backend: Backend, of: DutiesOf): Promise<string[]> {
  if (of.at === 'month') return idsOfMonth(backend, of);
  if (of.at === 'returned') return stakes(backend.db, of.consultantId).map((row) => row.obligation_id);
  const today = backend.clock.today();
  const now = { today, nowMs: backend.clock.nowMs() };
  const duties = await dutiesInSight(backend, now, addDays(today, stripDays));
  return duties.filter((duty) => isMeant(duty, of, addDays(today, -1), today)).map(({ id }) => id);
}

function isMeant(
  duty: GroupedDuty,
  of: Exclude<DutiesOf, { at: 'month' | 'returned' }>,
  firstDay: ReturnType<typeof addDays>,
  today: ReturnType<typeof addDays>,
): boolean {
  switch (of.at) {
    case 'group':
      return duty.group === of.group && isOf(duty, of.consultantId);
    case 'day':
      return isOnDay(duty, of, { from: firstDay, today }) && isOf(duty, of.consultantId);
    case 'load': {
      const groups: readonly AgendaGroup[] =
        of.part === null ? Object.values(loadGroups).flat() : loadGroups[of.part];
      return duty.consultantId === of.consultantId && groups.includes(duty.group);
    }
  }
}

const isOf = (duty: GroupedDuty, consultantId: string | null): boolean =>
  consultantId === null || duty.consultantId === consultantId;

function idsOfMonth(backend: Backend, { month, kind }: Extract<DutiesOf, { at: 'month' }>): string[] {
  const first = calendarDate(`${month}-01`);
  return endsWithin(backend, first, addMonths(first, 1))
    .filter((end) => kind === null || heatKindOf(end.kind, end.document_kind) === kind)
    .map(({ id }) => id);
}
