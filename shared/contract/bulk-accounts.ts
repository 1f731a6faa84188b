import { z } from 'zod';
import { applicationKinds, isAboutCategory } from '#shared/domain/application.ts';
import { accountFilter } from './account-pages.ts';
import { accountFields } from './accounts.ts';
import {
  applicationsLook,
  bulkStep,
  cells,
  chosen,
  clientsLook,
  clientWrite,
  common,
  counted,
  look,
  outcome,
  stepCheck,
  toPrint,
} from './bulk.ts';
import { procedure } from './errors.ts';
import { accountGroups } from './row-groups.ts';
import { id } from './values.ts';
import { work } from './work.ts';

const accounts = chosen(accountFilter.default({}));
/** A step of the applications under way of accounts, but for some that are named. */
const accountsStep = { ...accounts, step: bulkStep, without: z.array(id).max(100_000).default([]) };

/** The fields of an account that are written of many at a time; where it is, and of what kind, is each one's own. */
export const accountBulkFields = accountFields.pick({
  category: true,
  filedOn: true,
  certifiedSinceOn: true,
  certifiedUntilOn: true,
});
export type AccountBulkFields = z.infer<typeof accountBulkFields>;

const { shape } = accountFields;
const accountsLook = z.object({
  ...look,
  /** Accounts with an application under way: they can't be thrown away. */
  busy: z.array(id),
});
export type AccountsLook = z.infer<typeof accountsLook>;

const accountFieldsLook = z.object({
  count: z.int(),
  fields: z.object({
    platform: common(shape.platform),
    kind: common(shape.kind),
    category: common(shape.category),
    filedOn: common(shape.filedOn),
    certifiedSinceOn: common(shape.certifiedSinceOn),
    certifiedUntilOn: common(shape.certifiedUntilOn),
  }),
  /** Of how many the time of the end is known too; a day that is written does away with it. */
  exactEndCount: z.int(),
  /** A merchant is not filed: its day of a filing is not written. */
  merchantCount: z.int(),
  /** Stands for the fields of all of them, as the one of `clientsLook`. */
  seen: z.string(),
});
export type AccountFieldsLook = z.infer<typeof accountFieldsLook>;

/** The facts of an account that can be written in the cells of the list. */
const accountCells = accountFields
  .pick({
    name: true,
    appId: true,
    originalId: true,
    filingNumber: true,
    filedOn: true,
    certifiedSinceOn: true,
    certifiedUntilOn: true,
    remark: true,
  })
  .partial();

/** Orders that many accounts can begin at once: none that is about one category. */
export const startKinds = applicationKinds.filter((kind) => !isAboutCategory(kind));
/** Without a kind each account begins what it asks for: its review once it was certified, else its certification. */
const accountsStart = { ...accounts, kind: z.enum(startKinds).optional() };

/** Why an account can't begin an order: it is under way, there are no rules for such a client, or for such an account. */
export const startRefusals = ['already_open', 'not_covered', 'kind_unfit'] as const;
/** What speaks against beginning it today: the platform takes no review yet, or an order of that kind has passed before. */
export const startDoubts = ['too_early', 'passed_before'] as const;

const starting = {
  id,
  name: z.string(),
  clientName: z.string(),
  kind: z.enum(startKinds),
};
/** What accounts would begin, and what stands against it: the first hundred of each by name. */
const startCheck = z.object({
  count: z.int(),
  /** Of those that are not refused. */
  kinds: z.array(z.object({ kind: z.enum(startKinds), count: z.int() })),
  refusedIds: z.array(id),
  refused: z.array(
    z.object({
      ...starting,
      reason: z.enum(startRefusals),
      /** Of the one under way. */
      number: z.string().nullable(),
    }),
  ),
  doubtfulIds: z.array(id),
  doubtful: z.array(z.object({ ...starting, doubts: z.array(z.enum(startDoubts)) })),
  /** Stands for what each of them would begin and what stands against it, as the one of `clientsLook`. */
  seen: z.string(),
});
export type StartCheck = z.infer<typeof startCheck>;
export type StartKind = (typeof startKinds)[number];

/**
 * Changes of many accounts, and of what belongs to them: the person in charge and the tags are those of their clients. As
 * the changes of `bulk`, each is one change, undone as one, and all or nothing.
 */
export const accountsBulk = {
  lookAtAccounts: procedure.input(z.object({ ...accounts, ...counted(accountGroups) })).output(accountsLook),
  lookAtAccountFields: procedure.input(z.object(accounts)).output(accountFieldsLook),
  /** As `writeClientCells`, of accounts. */
  writeAccountCells: procedure.input(cells(accountCells)).output(work(outcome)),
  /** Writes only the fields in `changes`, of merchants no `filedOn`. STALE with `seen`, when the accounts are others, or otherwise, by then. */
  writeAccounts: procedure
    .input(z.object({ ...accounts, changes: accountBulkFields.partial(), seen: z.string().optional() }))
    .output(work(outcome)),
  /** IN_USE, with how many, when an application is under way for any of them. */
  trashAccounts: procedure.input(z.object(accounts)).output(work(outcome)),
  /** As `lookAtClients`, of those that the accounts belong to. */
  lookAtClientsOfAccounts: procedure.input(z.object(accounts)).output(clientsLook),
  /** As `writeClients`, of those that the accounts belong to; STALE also when they are others by then. */
  writeClientsOfAccounts: procedure.input(z.object({ ...accounts, ...clientWrite })).output(work(outcome)),
  /** The applications under way of the accounts that are meant. */
  toPrintOfAccounts: procedure.input(z.object(accounts)).output(toPrint),
  /** As `lookAtApplications`, of those under way; likewise the next two. */
  lookAtApplicationsOfAccounts: procedure.input(z.object(accounts)).output(applicationsLook),
  checkStepOfAccounts: procedure.input(z.object(accountsStep)).output(work(stepCheck)),
  stepApplicationsOfAccounts: procedure.input(z.object(accountsStep)).output(work(outcome)),
  /** What `startApplications` would be refused for, and what is doubtful about it. */
  checkStart: procedure.input(z.object(accountsStart)).output(work(startCheck)),
  /**
   * Opens an application for each account. STALE with `seen`, when others are meant, or otherwise, than were looked at;
   * RULES_NOT_COVERED, ACCOUNT_KIND_UNFIT or ACTION_NOT_ALLOWED for the first that can't. None is opened then.
   */
  startApplications: procedure
    .input(z.object({ ...accountsStart, seen: z.string().optional() }))
    .output(work(outcome)),
};
