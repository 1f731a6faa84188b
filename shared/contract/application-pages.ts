/** The list of applications: its rows, what it is narrowed and ordered by, and its pages. */
import { z } from 'zod';
import { applicationKinds, stages } from '#shared/domain/application.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import { filterText, some, someConsultants } from './list-filter.ts';
import { obligationRow } from './obligations.ts';
import { applicationGroups, groupedBy, groupedRows } from './row-groups.ts';
import { id, instant } from './values.ts';

/** The category that an application is about. */
export const appliedCategory = z.object({
  /** In the platform's list. */
  id: z.string(),
  path: z.custom<RuleText>(),
  /** The first code submission also goes to the local internet authority. */
  cac: z.boolean(),
});
export type AppliedCategory = z.infer<typeof appliedCategory>;

export const applicationRow = z.object({
  id,
  number: z.string(),
  clientId: id,
  clientName: z.string(),
  accountId: id,
  accountName: z.string(),
  platform: z.string(),
  kind: z.enum(applicationKinds),
  /** Null for kinds that are about no category. */
  category: appliedCategory.nullable(),
  stage: z.enum(stages),
  stageSinceAtMs: instant,
  openedAtMs: instant,
  refillNo: z.int().nullable(),
  /** The step of the rail that it stands at, from 0. */
  rail: z.object({ at: z.int(), total: z.int() }),
  consultantName: z.string().nullable(),
  missingCount: z.int(),
  itemCount: z.int(),
  /** The running clock or the date to watch. */
  clock: obligationRow.nullable(),
});
export type ApplicationRow = z.infer<typeof applicationRow>;

export const applicationFilter = z.object({
  /** Of the application itself or of its client. */
  text: filterText.optional(),
  stages: some(z.enum(stages)).optional(),
  /** Under way, or closed. */
  open: z.boolean().optional(),
  clientId: id.optional(),
  platforms: some(z.enum(platforms)).optional(),
  kinds: some(z.enum(applicationKinds)).optional(),
  consultantIds: someConsultants.optional(),
  /** Days from today to the date to watch; a negative number means that the date has passed. */
  dueWithinDays: z.int().optional(),
  /** A clock that is counted in hours ends within so many. */
  dueWithinHours: z.int().optional(),
  /** A required paper holds the submission back. */
  papersMissing: z.boolean().optional(),
  returned: z.boolean().optional(),
  /** The date to watch, or the hour of a clock that is counted in hours, has passed. */
  overdue: z.boolean().optional(),
});
export type ApplicationFilter = z.infer<typeof applicationFilter>;

/** The columns of the table. */
export const applicationSortKeys = [
  'number',
  'client',
  'account',
  'kind',
  'stage',
  'since',
  'clock',
  'items',
  'consultant',
  'opened',
] as const;
export type ApplicationSortKey = (typeof applicationSortKeys)[number];

/** The order of the table; left out, the newest number comes first. `items` counts what is missing. */
export const applicationSort = z
  .object({ key: z.enum(applicationSortKeys), descending: z.boolean() })
  .default({ key: 'number', descending: true });

/** What is counted of the rows of a list. */
const totals = {
  total: z.int(),
  overdueTotal: z.int(),
  /** Clocks counted in hours that end within a day. */
  hoursTotal: z.int(),
  returnedTotal: z.int(),
};

export const applicationGrouping = groupedBy(applicationGroups);

/** A page of the table: rows after the cursor, in the order asked for. The totals count the whole filter. */
export const applicationPage = z.object({
  rows: z.array(applicationRow),
  nextCursor: z.string().nullable(),
  ...totals,
  grouped: groupedRows(applicationGroups, totals),
});
export type ApplicationPage = z.infer<typeof applicationPage>;
