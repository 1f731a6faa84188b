import type { ObligationRow } from '#shared/contract/obligations.ts';
import type { TodayPage } from '#shared/contract/today.ts';
import { agendaGroups, groupOf, urgencyOrder } from '#shared/domain/agenda.ts';
import { addDays, dateOfInstant, weekday } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { Backend } from '#backend/backend.ts';
import {
  obligationsDue,
  obligationsToSubmit,
  obligationsWaiting,
  reviewWindowsPlanned,
} from '#backend/obligations/service.ts';
import { dayStrip } from './day-strip.ts';
import { heatMap } from './heat-map.ts';
import * as queries from './queries.ts';
import { workload } from './workload.ts';

interface TodayInput {
  readonly consultantId: string | null;
  readonly limitPerGroup: number;
}

const beginning = '0000-01-01' as CalendarDate;
const everything = 100_000;
/** The strip shows the day before today and the twenty that follow. */
const stripDays = 21;

/** The morning page: what now, for whom, how long is left. With a consultant only what is theirs. */
export function readToday(backend: Backend, { consultantId, limitPerGroup }: TodayInput): TodayPage {
  const { clock, calendar, db } = backend;
  const today = clock.today();
  const nowMs = clock.nowMs();
  const all = dutiesInSight(backend, today);
  const mine = consultantId === null ? all : all.filter((duty) => duty.consultantId === consultantId);
  const stakes = queries
    .stakes(db)
    .filter((row) => consultantId === null || row.consultant_id === consultantId);
  const backup = queries.lastBackup(db);
  return {
    today,
    nowMs,
    groups: grouped(mine, today, nowMs, limitPerGroup),
    days: dayStrip(mine, { today, nowMs }, addDays(today, -1), stripDays),
    stakes: stakes.map(stakeOf),
    platformFeeAtStakeFen: stakes.reduce((sum, row) => sum + row.platform_fee_fen, 0),
    hasUnknownFeeAtStake: stakes.some((row) => row.unknown_fees > 0),
    serviceFeeUnpaidFen: queries.unpaidServiceFees(db),
    heat: heatMap(backend, today),
    workload: workload(all, queries.consultants(db), today, nowMs),
    workingDaysLeftThisWeek: calendar.workingDaysBetween(
      addDays(today, -1),
      addDays(today, 7 - weekday(today)),
    ),
    backup:
      backup === undefined
        ? null
        : { atMs: backup.at_ms, fileCount: backup.file_count, clientCount: queries.countClients(db) },
    clientCount: queries.countClients(db),
  };
}

/** Everything until the end of the strip, what the plan of a review has this week, what waits, and what is ours to hand in. */
function dutiesInSight(backend: Backend, today: CalendarDate): ObligationRow[] {
  const due = obligationsDue(backend, beginning, addDays(today, stripDays), everything);
  const planned = reviewWindowsPlanned(backend, today, addDays(today, 7 - weekday(today)));
  const waiting = [...obligationsWaiting(backend, 'client'), ...obligationsWaiting(backend, 'platform')];
  const ready = obligationsToSubmit(backend, today);
  return [...new Map([...due, ...planned, ...waiting, ...ready].map((duty) => [duty.id, duty])).values()];
}

function grouped(
  duties: readonly ObligationRow[],
  today: CalendarDate,
  nowMs: number,
  limit: number,
): TodayPage['groups'] {
  const sorted = duties.toSorted(urgencyOrder(today, nowMs));
  return agendaGroups
    .filter((group) => group !== 'later')
    .map((group) => {
      const rows = sorted.filter((duty) => groupOf(duty, today, nowMs) === group);
      return { group, total: rows.length, rows: rows.slice(0, limit) };
    });
}

function stakeOf(row: queries.StakeRecord): TodayPage['stakes'][number] {
  return {
    applicationId: row.application_id,
    clientName: row.client_name,
    accountName: row.account_name,
    firstReturnedOn: dateOfInstant(row.first_returned_at_ms),
    legalOn: row.legal_on as CalendarDate,
    internalOn: row.internal_on as CalendarDate,
    refillNo: row.refill_no,
    refillTotal: row.refill_max,
    platformFeeFen: row.platform_fee_fen,
    hasUnknownFee: row.unknown_fees > 0,
  };
}
