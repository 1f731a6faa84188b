import { z } from 'zod';
import type { ReviewPlan } from '#shared/domain/review-plan.ts';
import { accountFields, accountSummary, newAccount } from './accounts.ts';
import { applicationRow, attemptRow } from './applications.ts';
import { clientDetails } from './clients.ts';
import { procedure } from './errors.ts';
import { done, id, instant } from './values.ts';

/** An application of the account, open or closed, with how each of its submissions ended. */
export const accountOrder = applicationRow.extend({
  openedAtMs: instant,
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

const accountId = z.object({ id });

export const accounts = {
  get: procedure.input(accountId).output(accountDetails),
  create: procedure.input(z.object({ clientId: id, account: newAccount })).output(done.extend({ id })),
  /** Writes only the fields in `changes`; each is refused as STALE when the stored value is not `base`'s. */
  update: procedure
    .input(z.object({ id, base: accountFields.partial(), changes: accountFields.partial() }))
    .output(done),
  trash: procedure.input(accountId).output(done),
  restore: procedure.input(accountId).output(done),
};
