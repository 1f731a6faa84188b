import { z } from 'zod';
import { applicationKinds, stages } from '#shared/domain/application.ts';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import type { ReviewPlan } from '#shared/domain/review-plan.ts';
import { accountFields, accountSummary, newAccount } from './accounts.ts';
import { applicationRow } from './application-pages.ts';
import { attemptRow } from './applications.ts';
import { clientDetails } from './clients.ts';
import { procedure } from './errors.ts';
import { accountGroups, groupedBy, groupedRows, oneGroup } from './row-groups.ts';
import { filterText, some, someConsultants } from './list-filter.ts';
import { calendarDate, done, id, instant, rowRange } from './values.ts';

/** An application of the account, open or closed, with how each of its submissions ended. */
export const accountOrder = applicationRow.extend({
  closedAtMs: instant.nullable(),
  refillMax: z.int().nullable(),
  attempts: z.array(
    attemptRow.pick({ id: true, attemptNo: true, submittedAtMs: true, outcome: true, returnedAtMs: true }),
  ),
});
export type AccountOrder = z.infer<typeof accountOrder>;

/** Everything of one account, on one page. Papers are those that its applications hold. */
export const accountDetails = clientDetails
  .pick({
    client: true,
    contacts: true,
    documents: true,
    fees: true,
    obligations: true,
    history: true,
    historyCount: true,
  })
  .extend({
    account: accountSummary.extend({ deletedAtMs: instant.nullable() }),
    applications: z.array(accountOrder),
    /** Null where the account is not certified, or no rules say how long it is. */
    plan: z.custom<ReviewPlan>().nullable(),
  });
export type AccountDetails = z.infer<typeof accountDetails>;

/** One row of the accounts table. */
export const accountRow = accountFields
  .pick({
    platform: true,
    kind: true,
    name: true,
    appId: true,
    originalId: true,
    filingNumber: true,
    filedOn: true,
    certifiedSinceOn: true,
    certifiedUntilOn: true,
    certifiedUntilAtMs: true,
    remark: true,
  })
  .extend({
    id,
    clientId: id,
    clientName: z.string(),
    consultantName: z.string().nullable(),
    /** First day on which the platform takes the annual review; null where no rules say so. */
    reviewOpensOn: calendarDate.nullable(),
    /** The one under way, its certification before all others; `refillNo` is set where it was sent back. */
    application: z
      .object({
        id,
        number: z.string(),
        kind: z.enum(applicationKinds),
        stage: z.enum(stages),
        refillNo: z.int().nullable(),
      })
      .nullable(),
  });
export type AccountRow = z.infer<typeof accountRow>;

/** The columns of the table. */
export const accountSortKeys = [
  'name',
  'client',
  'platform',
  'appId',
  'originalId',
  'filingNumber',
  'filedOn',
  'certifiedSince',
  'remark',
  'certifiedUntil',
  'reviewOpens',
  'application',
  'consultant',
] as const;
export type AccountSortKey = (typeof accountSortKeys)[number];

export const accountFilter = z.object({
  /** Of the account itself or of its client. */
  text: filterText.optional(),
  platforms: some(z.enum(platforms)).optional(),
  kinds: some(z.enum(accountKinds)).optional(),
  consultantIds: someConsultants.optional(),
  /** Days from today; a negative number means that the end has passed. */
  certifiedWithinDays: z.int().optional(),
  /** The platform takes the annual review today. */
  windowOpen: z.boolean().optional(),
  certified: z.boolean().optional(),
  /** An application is under way. */
  underWay: z.boolean().optional(),
});
export type AccountFilter = z.infer<typeof accountFilter>;

/** The order of the table; left out, the certification that ends first comes first. */
export const accountSort = z
  .object({ key: z.enum(accountSortKeys), descending: z.boolean() })
  .default({ key: 'certifiedUntil', descending: false });

/** What is counted of the rows of a list. */
const totals = {
  total: z.int(),
  expiredTotal: z.int(),
  windowOpenTotal: z.int(),
  uncertifiedTotal: z.int(),
};

export const accountGrouping = groupedBy(accountGroups);

/** A page of the table: rows after the cursor, in the order asked for. The totals count the whole filter. */
const accountPage = z.object({
  rows: z.array(accountRow),
  nextCursor: z.string().nullable(),
  ...totals,
  grouped: groupedRows(accountGroups, totals),
});
export type AccountPage = z.infer<typeof accountPage>;

const accountId = z.object({ id });

export const accounts = {
  list: procedure
    .input(
      z.object({
        filter: accountFilter.default({}),
        sort: accountSort,
        group: accountGrouping,
        ...rowRange,
      }),
    )
    .output(accountPage),
  /** The ids of all rows of one group, in no order. */
  idsOfGroup: procedure
    .input(z.object({ filter: accountFilter.default({}), ...oneGroup(accountGroups) }))
    .output(z.object({ ids: z.array(id) })),
  get: procedure.input(accountId).output(accountDetails),
  create: procedure.input(z.object({ clientId: id, account: newAccount })).output(done.extend({ id })),
  /** Writes only the fields in `changes`; each is refused as STALE when the stored value is not `base`'s. */
  update: procedure
    .input(z.object({ id, base: accountFields.partial(), changes: accountFields.partial() }))
    .output(done),
  trash: procedure.input(accountId).output(done),
  restore: procedure.input(accountId).output(done),
};
