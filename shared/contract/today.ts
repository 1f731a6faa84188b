import { z } from 'zod';
import { agendaGroups } from '#shared/domain/agenda.ts';
import { procedure } from './errors.ts';
import { obligationRow } from './obligations.ts';
import { calendarDate, done, fen, id, instant, line, rowRange } from './values.ts';

export const loadParts = ['overdue', 'thisWeek', 'waiting'] as const;
/** Of a day of the strip: what stands on it, or the legal dates of what was planned for other days. */
export const dayParts = ['due', 'legal'] as const;
export const heatKinds = ['certification', 'permit', 'licence', 'id_card', 'other'] as const;

/** An application that was sent back, with what a failure would cost. */
const stake = z.object({
  applicationId: id,
  clientName: z.string(),
  accountName: z.string(),
  firstReturnedOn: calendarDate,
  /** Null where the platform publishes no limit. */
  legalOn: calendarDate.nullable(),
  refillNo: z.int(),
  /** Null where the rules know no limit. */
  refillTotal: z.int().nullable(),
  /** What is known of it. */
  platformFeeFen: fen,
  /** Something was charged, or not, that nobody knows. */
  hasUnknownFee: z.boolean(),
});

export const todayPage = z.object({
  today: calendarDate,
  nowMs: instant,
  groups: z.array(z.object({ group: z.enum(agendaGroups), total: z.int(), rows: z.array(obligationRow) })),
  /**
   * Three weeks from the day before today: duties that stand on the day, as the groups have them; all overdue ones on the
   * first; legal dates of what was planned for other days.
   */
  days: z.array(z.object({ date: calendarDate, due: z.int(), overdue: z.int(), legal: z.int() })),
  /** Every application that is sent back, as the list of applications counts them: the nearest ends; the sums are of all. */
  stakes: z.array(stake),
  stakeTotal: z.int(),
  platformFeeAtStakeFen: fen,
  hasUnknownFeeAtStake: z.boolean(),
  /** What the firm itself is still owed by clients of these applications, and by whom most. */
  serviceFeeUnpaidFen: fen,
  unpaid: z.array(z.object({ clientId: id, clientName: z.string(), owedFen: fen })),
  unpaidTotal: z.int(),
  heat: z.object({
    months: z.array(z.string()),
    rows: z.array(z.object({ kind: z.enum(heatKinds), counts: z.array(z.int()) })),
    /** Months whose public holidays are not announced yet. */
    provisional: z.array(z.boolean()),
    monthlyCapacity: z.int(),
  }),
  workload: z.array(
    z.object({
      consultantId: id.nullable(),
      name: z.string().nullable(),
      overdue: z.int(),
      thisWeek: z.int(),
      waiting: z.int(),
      capacity: z.int().nullable(),
    }),
  ),
  workingDaysLeftThisWeek: z.int(),
  backup: z.object({ atMs: instant, fileCount: z.int(), clientCount: z.int() }).nullable(),
  clientCount: z.int(),
});
export type TodayPage = z.infer<typeof todayPage>;

const ofConsultant = { consultantId: id.nullable() };

/** One figure of the page, whose duties are asked for. */
export const dutiesOf = z.discriminatedUnion('at', [
  z.object({ at: z.literal('group'), group: z.enum(agendaGroups), ...ofConsultant }),
  /** What the strip counts on a day. */
  z.object({
    at: z.literal('day'),
    date: calendarDate,
    part: z.enum(dayParts).default('due'),
    ...ofConsultant,
  }),
  /** What ends in a month, of one kind or of all. */
  z.object({
    at: z.literal('month'),
    month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/),
    kind: z.enum(heatKinds).nullable(),
  }),
  /** What a consultant has this week, or nobody; a part of it, or all. */
  z.object({ at: z.literal('load'), part: z.enum(loadParts).nullable(), ...ofConsultant }),
  /** The clocks of what was sent back. */
  z.object({ at: z.literal('returned'), ...ofConsultant }),
]);
export type DutiesOf = z.infer<typeof dutiesOf>;

/** What the frame of every page shows of the day. */
const todaySummary = z.object({
  today: calendarDate,
  /** Duties that are overdue or of today, of everybody. */
  urgent: z.int(),
  backupAtMs: instant.nullable(),
});
export type TodaySummary = z.infer<typeof todaySummary>;

export const today = {
  summary: procedure.output(todaySummary),
  get: procedure
    .input(
      z.object({
        consultantId: id.nullable().default(null),
        limitPerGroup: z.int().min(1).max(200).default(30),
      }),
    )
    .output(todayPage),
  /** The duties that one figure of the page counts, in its order. */
  duties: procedure
    .input(z.object({ of: dutiesOf, ...rowRange }))
    .output(z.object({ rows: z.array(obligationRow), nextCursor: z.string().nullable(), total: z.int() })),
};

export const agenda = {
  /** Duties due until `on` + `days`, most urgent first. */
  list: procedure
    .input(
      z.object({
        on: calendarDate.optional(),
        days: z.int().min(0).max(3660).default(30),
        limit: z.int().min(1).max(100_000).default(1000),
      }),
    )
    .output(
      z.object({
        on: calendarDate,
        until: calendarDate,
        rows: z.array(obligationRow.extend({ group: z.enum(agendaGroups) })),
      }),
    ),
  /** The same as a calendar file (RFC 5545), with stable ids. */
  calendarFile: procedure
    .input(z.object({ on: calendarDate.optional(), days: z.int().min(0).max(3660).default(365) }))
    .output(z.object({ name: z.string(), text: z.string(), eventCount: z.int() })),
};

export const tasks = {
  save: procedure
    .input(
      z.object({
        id: id.nullable(),
        clientId: id.nullable(),
        applicationId: id.nullable().default(null),
        title: line.min(1),
        dueOn: calendarDate,
      }),
    )
    .output(done.extend({ id })),
  finish: procedure.input(z.object({ id })).output(done),
  trash: procedure.input(z.object({ id })).output(done),
};
