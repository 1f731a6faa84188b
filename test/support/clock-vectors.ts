import { annualReportTerm } from '#shared/domain/annual-report.ts';
import { calendarDate, dateOfInstant, instantOf, timeOfInstant } from '#shared/domain/calendar-date.ts';
import { clocksOf, rulerTicks } from '#shared/domain/clocks.ts';
import type { Clock } from '#shared/domain/clocks.ts';
import { reviewWindowOf, termEnding } from '#shared/domain/day-term.ts';
import { ladderAt } from '#shared/domain/reminder-ladder.ts';
import { clockRule, proposedCertificationEnd } from '#shared/domain/rule-pack-lookup.ts';
import type { ClockId } from '#shared/domain/rule-pack.ts';
import type { ApplicationProgress } from '#shared/domain/stages.ts';
import { stagedLoss } from '#shared/domain/staged-loss.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';
import { certificationPack as pack } from '#test/unit/rules/certification-pack.ts';
import { companyUpkeep } from '#test/unit/rules/company-upkeep.ts';

const calendar = createWorkingCalendar();
const day = calendarDate;
const at = (date: string, time: string): number => instantOf(day(date), time);

/** The clocks of a certification. */
export type CertificationClock = Exclude<ClockId, 'pre_review' | 'confirmation'>;

/** A case in which that clock began at an instant: the facts from which clocks are read, without the way there. */
function runningSince(id: CertificationClock, atMs: number): ApplicationProgress {
  const attempt = { attemptNo: 1, submittedAtMs: atMs, outcome: 'pending', feeFen: 30_000 } as const;
  const returned = { ...attempt, outcome: 'returned', returnedAtMs: atMs } as const;
  const base = { kind: 'first_certification', entityType: 'company', openedAtMs: atMs } as const;
  const submitted = { ...base, stageSinceAtMs: atMs, submittedAtMs: atMs };
  switch (id) {
    case 'authorisation':
      return { ...submitted, stage: 'awaiting_authorisation', attempts: [] };
    case 'payment':
      return { ...submitted, stage: 'awaiting_payment', authorisedAtMs: atMs, attempts: [] };
    case 'review':
      return { ...submitted, stage: 'in_review', authorisedAtMs: atMs, paidAtMs: atMs, attempts: [attempt] };
    case 'refill':
      return { ...submitted, stage: 'returned', firstReturnedAtMs: atMs, attempts: [returned] };
  }
}

/** The pack's clock of that name, begun at one instant and read at another. */
export function clockAt(id: CertificationClock, startedAtMs: number, nowMs: number): Clock {
  const rules = { ...pack, clocks: pack.clocks.filter((clock) => clock === clockRule(pack, id)) };
  const [clock] = clocksOf(runningSince(id, startedAtMs), rules, calendar, nowMs);
  if (clock === undefined) throw new Error(`no clock ${id}`);
  return clock;
}

const endOf = (clock: Clock): string =>
  clock.unit === 'hour'
    ? `${dateOfInstant(clock.legalAtMs)} ${timeOfInstant(clock.legalAtMs)}`
    : clock.legalOn;

const ending = (id: CertificationClock, date: string, time: string): string => {
  const atMs = at(date, time);
  return endOf(clockAt(id, atMs, atMs));
};

/** Used units of a clock just before midnight of a day and at midnight. */
function aroundMidnight(
  id: CertificationClock,
  started: readonly [string, string],
  date: string,
): readonly number[] {
  const [startedAtMs, midnight] = [at(...started), at(date, '00:00')];
  return [midnight - 1, midnight].map((nowMs) => clockAt(id, startedAtMs, nowMs).used);
}

const lossAt = (date: string): readonly [number, string | undefined] => {
  const { held, coming } = stagedLoss(day('2026-12-20'), pack.validity.losses, day(date));
  return [held.length, coming[0]?.on];
};

/**
 * What clocks, terms, losses and reminders say on days at which a count of time goes wrong. A pure function: the same in
 * whatever zone the computer is set to.
 */
export function clockVectors() {
  const midnight = at('2026-09-22', '00:00');
  const refill = clockAt('refill', at('2026-09-03', '10:00'), at('2026-09-22', '09:00'));
  const report = annualReportTerm(
    { client: { clientId: 'c1', name: '示例', entityType: 'company' }, today: dateOfInstant(midnight) },
    companyUpkeep.annualReport,
    calendar,
  );
  const permit = { id: 'paper_expiry:d1', kind: 'paper_expiry', legalOn: day('2026-03-01') } as const;
  return {
    dayChanges: [midnight - 1, midnight].map((atMs) => `${dateOfInstant(atMs)} ${timeOfInstant(atMs)}`),
    refillStartsByDay: [
      ending('refill', '2026-09-22', '00:00'),
      ending('refill', '2026-09-22', '23:59'),
      ending('refill', '2026-09-23', '00:00'),
    ],
    refillUsed: aroundMidnight('refill', ['2026-09-21', '23:59'], '2026-09-22'),
    monthEnds: [
      ending('refill', '2026-01-31', '12:00'),
      ending('refill', '2025-01-30', '12:00'),
      ending('refill', '2026-08-31', '12:00'),
    ],
    leapDays: [
      ending('refill', '2024-01-30', '12:00'),
      ending('refill', '2024-02-29', '12:00'),
      ending('authorisation', '2024-02-28', '20:00'),
      ending('authorisation', '2024-02-29', '20:00'),
      proposedCertificationEnd(pack.validity, day('2024-02-29')),
      reviewWindowOf(day('2028-02-29'), pack.validity, calendar).opensOn,
    ],
    yearChanges: [
      ending('refill', '2025-12-15', '12:00'),
      ending('review', '2025-12-31', '23:59'),
      ending('payment', '2025-12-31', '23:30'),
    ],
    makeUpSaturday: [
      ending('review', '2026-09-18', '12:00'),
      calendar.addWorkingDays(day('2026-10-09'), 1).date,
      termEnding(day('2026-10-11'), calendar).internalOn,
    ],
    reviewUsedOnMakeUpDay: aroundMidnight('review', ['2026-10-09', '12:00'], '2026-10-10'),
    reviewUsedOnDayOff: aroundMidnight('review', ['2026-10-10', '12:00'], '2026-10-11'),
    // Days on which clocks elsewhere are set forward and back.
    summerTime: [
      ending('authorisation', '2026-03-08', '17:30'),
      ending('authorisation', '2026-11-01', '16:30'),
      clockAt('authorisation', at('2026-03-08', '17:30'), at('2026-03-09', '17:29')).used,
    ],
    losses: ['2026-12-19', '2026-12-20', '2026-12-21', '2027-01-18', '2027-01-19', '2027-02-18'].map(lossAt),
    ruler: rulerTicks(refill, calendar, day('2026-09-22'))
      .map(({ rest, state }) => (rest ? state.charAt(0) : state.charAt(0).toUpperCase()))
      .join(''),
    report: [report?.term.opensOn, report?.term.legalOn],
    reminders: ladderAt(permit, at('2026-03-02', '08:59')).due.map(({ dueAtMs }) =>
      new Date(dueAtMs).toISOString(),
    ),
  };
}
