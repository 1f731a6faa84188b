import { setImmediate as otherCalls } from 'node:timers/promises';
import type { TodayPage, TodaySummary } from '#shared/contract/today.ts';
import { agendaGroups } from '#shared/domain/agenda.ts';
import { addDays, dateOfInstant, weekday } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { Backend } from '#backend/backend.ts';
import { obligationsById } from '#backend/obligations/service.ts';
import { quietMoments } from '#backend/quiet.ts';
import { dayStrip } from './day-strip.ts';
import { countUrgent, dutiesInSight } from './duties.ts';
import type { GroupedDuty } from './duties.ts';
import { heatMap } from './heat-map.ts';
import * as queries from './queries.ts';
import { workload } from './workload.ts';

interface TodayInput {
  readonly consultantId: string | null;
  readonly limitPerGroup: number;
}

/** The strip shows the day before today and the twenty that follow. */
export const stripDays = 21;
/** So much of what is long in a large firm stands beside the agenda; the whole is a list of its own. */
const sideRows = 10;
/** So many of those who owe are named when the figure is opened. */
const debtors = 200;

/**
 * The morning page: what now, for whom, how long is left. With a consultant only what is theirs. It is read in parts,
 * between which other calls have their turn: who goes on to a list at once does not wait for it. What is written in
 * between may show in the later parts alone; the page is asked for again then.
 */
export async function readToday(
  backend: Backend,
  { consultantId, limitPerGroup }: TodayInput,
): Promise<TodayPage> {
  const { clock, calendar, db } = backend;
  const today = clock.today();
  const nowMs = clock.nowMs();
  const all = await dutiesInSight(backend, { today, nowMs }, addDays(today, stripDays));
  const mine = consultantId === null ? all : all.filter((duty) => duty.consultantId === consultantId);
  const groups = groupsOf(backend, mine, limitPerGroup);
  await otherCalls();
  const stakes = queries.stakes(db, consultantId);
  await otherCalls();
  const backup = queries.lastBackup(db);
  const unpaid = queries.unpaidServiceFees(db, consultantId);
  await otherCalls();
  return {
    today,
    nowMs,
    groups,
    days: dayStrip(mine, today, addDays(today, -1), stripDays),
    stakes: stakes.slice(0, sideRows).map(stakeOf),
    stakeTotal: stakes.length,
    platformFeeAtStakeFen: stakes.reduce((sum, row) => sum + row.platform_fee_fen, 0),
    hasUnknownFeeAtStake: stakes.some((row) => row.unknown_fees > 0),
    serviceFeeUnpaidFen: unpaid.reduce((sum, { owed_fen: fen }) => sum + fen, 0),
    unpaid: unpaid
      .slice(0, debtors)
      .map(({ client_id: clientId, client_name: clientName, owed_fen: owedFen }) => ({
        ...{ clientId, clientName, owedFen },
      })),
    unpaidTotal: unpaid.length,
    heat: heatMap(backend, today),
    workload: workload(all, queries.consultants(db)),
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

/** What the frame shows on every page, once nobody waits for anything else. */
export async function readSummary(backend: Backend, signal?: AbortSignal): Promise<TodaySummary> {
  await quietMoments(backend, signal)();
  const { clock, db } = backend;
  const today = clock.today();
  const nowMs = clock.nowMs();
  return {
    today,
    urgent: countUrgent(backend, { today, nowMs }),
    backupAtMs: queries.lastBackup(db)?.at_ms ?? null,
  };
}

/** Only what is shown is read whole. */
function groupsOf(backend: Backend, duties: readonly GroupedDuty[], limit: number): TodayPage['groups'] {
  const groups = agendaGroups
    .filter((group) => group !== 'later')
    .map((group) => ({ group, duties: duties.filter((duty) => duty.group === group) }));
  const shown = groups.flatMap((entry) => entry.duties.slice(0, limit).map(({ id }) => id));
  const rows = new Map(obligationsById(backend, shown).map((row) => [row.id, row]));
  return groups.map((entry) => ({
    group: entry.group,
    total: entry.duties.length,
    rows: entry.duties.slice(0, limit).flatMap(({ id }) => rows.get(id) ?? []),
  }));
}

function stakeOf(row: queries.StakeRecord): TodayPage['stakes'][number] {
  return {
    applicationId: row.application_id,
    clientName: row.client_name,
    accountName: row.account_name,
    firstReturnedOn: dateOfInstant(row.first_returned_at_ms),
    legalOn: row.legal_on as CalendarDate | null,
    refillNo: row.refill_no,
    refillTotal: row.refill_max,
    platformFeeFen: row.platform_fee_fen,
    hasUnknownFee: row.unknown_fees > 0,
  };
}
