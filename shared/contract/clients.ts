import { z } from 'zod';
import { bankAccountKinds } from '#shared/domain/bank-account.ts';
import { relationKinds } from '#shared/domain/client-relation.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import type { NeededPapers } from '#shared/domain/needed-papers.ts';
import { trustTags } from '#shared/domain/rule-pack.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import { standings } from '#shared/domain/standing.ts';
import type { Strategy } from '#shared/domain/strategy.ts';
import { accountSummary } from './accounts.ts';
import { applicationRow } from './application-pages.ts';
import { documentRow } from './documents.ts';
import { procedure } from './errors.ts';
import { feeRow } from './fees.ts';
import { historyEntry } from './history.ts';
import { obligationRow } from './obligations.ts';
import { clientGroups, groupedBy, groupedRows, oneGroup } from './row-groups.ts';
import { filterText, some, someConsultants } from './list-filter.ts';
import {
  calendarDate,
  done,
  fen,
  id,
  instant,
  line,
  longText,
  optionalLine,
  rowRange,
  validUntil,
} from './values.ts';

export const serviceStatuses = ['active', 'paused', 'ended'] as const;
/** The columns of the table. */
export const clientSortKeys = [
  'name',
  'entityType',
  'creditCode',
  'accounts',
  'consultant',
  'serviceStatus',
  'serviceSince',
  'legalRepresentative',
  'address',
  'established',
  'licenceUntil',
  'remark',
  'certifiedUntil',
  'missing',
  'nextDue',
  'serviceFee',
  'owed',
] as const;
export type ClientSortKey = (typeof clientSortKeys)[number];

/** The facts of a client that the firm types in. */
export const clientFields = z.object({
  name: line.min(1),
  entityType: z.enum(entityTypes),
  creditCode: optionalLine,
  /** Why a code is used that does not pass its check; without it such a code is refused. */
  creditCodeNote: optionalLine,
  legalRepresentative: optionalLine,
  address: optionalLine,
  establishedOn: calendarDate.nullable(),
  licenceUntil: validUntil,
  /** How the company register has the client, and the day on which somebody looked. */
  standing: z.enum(standings).nullable(),
  standingCheckedOn: calendarDate.nullable(),
  businessScope: longText,
  /** The last calendar year whose company annual report was filed; the law on it is of 2014. */
  annualReportYear: z.int().min(2013).max(9997).nullable(),
  consultantId: id.nullable(),
  serviceStatus: z.enum(serviceStatuses),
  serviceSinceOn: calendarDate.nullable(),
  serviceFeeFen: fen.nullable(),
  remark: longText,
});
export type ClientFields = z.infer<typeof clientFields>;

/** Only the client's name and entity type are needed to begin. */
export const newClient = clientFields.partial().required({ name: true, entityType: true });

export const contactFields = z.object({
  name: line.min(1),
  phone: optionalLine,
  email: optionalLine,
  wechat: optionalLine,
  idNumber: optionalLine,
  availableHours: optionalLine,
  isLegalRepresentative: z.boolean(),
  isAdministrator: z.boolean(),
  isFinance: z.boolean(),
  answersCalls: z.boolean(),
  leftOn: calendarDate.nullable(),
});
export type ContactFields = z.infer<typeof contactFields>;

export const bankAccountFields = z.object({
  kind: z.enum(bankAccountKinds),
  holderName: line.min(1),
  bankName: optionalLine,
  accountNumber: optionalLine,
  /** Of the basic account's opening permit or record; left out, it stays as it is. */
  permitNumber: optionalLine.optional(),
  /** Of the bank's branch (CNAPS); left out, it stays as it is. */
  clearingCode: optionalLine.optional(),
});

/** One row of the clients table. `certifiedUntil` is the earliest end among the client's accounts. */
export const clientRow = z.object({
  id,
  name: z.string(),
  entityType: z.enum(entityTypes),
  creditCode: z.string().nullable(),
  legalRepresentative: z.string().nullable(),
  address: z.string().nullable(),
  establishedOn: calendarDate.nullable(),
  licenceUntil: validUntil,
  consultantId: id.nullable(),
  consultantName: z.string().nullable(),
  serviceStatus: z.enum(serviceStatuses),
  serviceSinceOn: calendarDate.nullable(),
  remark: z.string().nullable(),
  accountCount: z.int(),
  certifiedUntil: calendarDate.nullable(),
  paperCount: z.int(),
  missingCount: z.int(),
  openApplicationCount: z.int(),
  /** The refill that a return waits for; once its papers are complete, how many findings hold it back. */
  returned: z
    .object({
      applicationId: id,
      refillNo: z.int(),
      refillMax: z.int().nullable(),
      blockerCount: z.int().nullable(),
      /** When it is too late for it. */
      legalOn: calendarDate.nullable(),
    })
    .nullable(),
  next: obligationRow.nullable(),
  serviceFeeFen: fen.nullable(),
  owedFen: fen,
});
export type ClientRow = z.infer<typeof clientRow>;

export const clientFilter = z.object({
  text: filterText.optional(),
  entityTypes: some(z.enum(entityTypes)).optional(),
  consultantIds: someConsultants.optional(),
  serviceStatuses: some(z.enum(serviceStatuses)).optional(),
  tag: filterText.optional(),
  /** Days from today, so that a saved view stays relative. */
  certifiedWithinDays: z.int().optional(),
  papersMissing: z.boolean().optional(),
  returned: z.boolean().optional(),
  owing: z.boolean().optional(),
});
export type ClientFilter = z.infer<typeof clientFilter>;

/** The order of the table; left out, the certification that ends first comes first. */
export const clientOrder = z
  .object({ key: z.enum(clientSortKeys), descending: z.boolean() })
  .default({ key: 'certifiedUntil', descending: false });

/** What is counted of the rows of a list. */
const totals = { total: z.int(), returnedTotal: z.int(), serviceFeeTotalFen: fen };

export const clientGrouping = groupedBy(clientGroups);

/** A page of the table: rows after the cursor, in the order asked for. The totals count the whole filter. */
const clientPage = z.object({
  rows: z.array(clientRow),
  nextCursor: z.string().nullable(),
  ...totals,
  grouped: groupedRows(clientGroups, totals),
});
export type ClientPage = z.infer<typeof clientPage>;

const contact = contactFields.extend({ id, contactId: id });
const bankAccount = bankAccountFields.extend({ id });
const shareBp = z.int().min(1).max(10_000).nullable();
const relationFields = z.object({
  /** What the other client is to this one. */
  kind: z.enum(relationKinds),
  /** Of a parent, a subsidiary, a shareholder or what is held: the share, in hundredths of a percent. */
  shareBp,
  remark: optionalLine,
});
const relation = relationFields.extend({ id, clientId: id, name: z.string(), remark: z.string().nullable() });

/** A question of a category list with the answer that holds of the client. */
const clientQuestion = z.object({
  questionId: z.string(),
  text: z.custom<RuleText>(),
  /** Null while it is open. */
  isYes: z.boolean().nullable(),
  by: z.enum(['entity_type', 'client']).nullable(),
  /** What was said; the kind of body goes before it. */
  given: z.boolean().nullable(),
  /** The categories of the client's accounts and open applications that ask it. */
  categories: z.array(z.custom<RuleText>()),
  tag: z.enum(trustTags),
  source: z.array(z.string()),
  asOf: calendarDate,
});

/** Everything of one client, on one page. */
export const clientDetails = z.object({
  client: clientFields.extend({
    id,
    consultantName: z.string().nullable(),
    updatedAtMs: instant,
    deletedAtMs: instant.nullable(),
  }),
  /** Names and codes that it had before; with the client that was put into it, while that one is in the trash. */
  former: z.array(z.object({ value: z.string(), mergedId: id.nullable() })),
  /** Of one in the trash: the client into which it was put. */
  mergedInto: z.object({ id, name: z.string() }).nullable(),
  tags: z.array(z.string()),
  contacts: z.array(contact),
  bankAccounts: z.array(bankAccount),
  relations: z.array(relation),
  questions: z.array(clientQuestion),
  accounts: z.array(accountSummary),
  documents: z.array(documentRow),
  applications: z.array(applicationRow),
  fees: z.array(feeRow),
  obligations: z.array(obligationRow),
  history: z.array(historyEntry),
  historyCount: z.int(),
  noteCount: z.int(),
});
export type ClientDetails = z.infer<typeof clientDetails>;

const clientId = z.object({ id });
const saved = done.extend({ id });

export const clients = {
  list: procedure
    .input(
      z.object({
        filter: clientFilter.default({}),
        sort: clientOrder,
        group: clientGrouping,
        ...rowRange,
      }),
    )
    .output(clientPage),
  /** The ids of all rows of one group, in no order. */
  idsOfGroup: procedure
    .input(z.object({ filter: clientFilter.default({}), ...oneGroup(clientGroups) }))
    .output(z.object({ ids: z.array(id) })),
  get: procedure.input(clientId).output(clientDetails),
  /** What is recommended for the client today: ordered steps with their reasons. It holds nothing back. */
  strategy: procedure.input(clientId).output(z.custom<Strategy>()),
  /** What is still to be got for all open applications and categories together, and for whom. */
  neededPapers: procedure.input(clientId).output(z.custom<NeededPapers>()),
  create: procedure.input(newClient).output(saved),
  /** Writes only the fields in `changes`; each is refused as STALE when the stored value is not `base`'s. */
  update: procedure
    .input(z.object({ id, base: clientFields.partial(), changes: clientFields.partial() }))
    .output(done),
  trash: procedure.input(clientId).output(done),
  restore: procedure.input(clientId).output(done),
  /** What the client answers to a question of the category lists; null takes the answer back. */
  setAnswer: procedure
    .input(z.object({ clientId: id, questionId: z.string().min(1).max(200), isYes: z.boolean().nullable() }))
    .output(done),
  setTags: procedure.input(z.object({ id, tags: z.array(line.min(1)) })).output(done),
  /** `id` null makes a new contact; an existing person of another client may be named by `contactId`. */
  saveContact: procedure
    .input(
      z.object({
        clientId: id,
        id: id.nullable(),
        contactId: id.nullable().default(null),
        contact: contactFields,
      }),
    )
    .output(saved),
  /** Writes only the fields in `changes`; each is refused as STALE when the stored value is not `base`'s. */
  updateContact: procedure
    .input(z.object({ id, base: contactFields.partial(), changes: contactFields.partial() }))
    .output(done),
  removeContact: procedure.input(clientId).output(done),
  saveBankAccount: procedure
    .input(z.object({ clientId: id, id: id.nullable(), bankAccount: bankAccountFields }))
    .output(saved),
  /** Writes only the fields in `changes`; each is refused as STALE when the stored value is not `base`'s. */
  updateBankAccount: procedure
    .input(z.object({ id, base: bankAccountFields.partial(), changes: bankAccountFields.partial() }))
    .output(done),
  removeBankAccount: procedure.input(clientId).output(done),
  saveRelation: procedure
    .input(
      relationFields.partial({ shareBp: true, remark: true }).extend({ clientId: id, otherClientId: id }),
    )
    .output(saved),
  /** Said from `clientId`'s side. Writes only what is in `changes`; STALE when the stored value is not `base`'s. */
  updateRelation: procedure
    .input(
      z.object({
        id,
        clientId: id,
        base: relationFields.partial(),
        changes: relationFields.partial(),
      }),
    )
    .output(saved),
  removeRelation: procedure.input(clientId).output(done),
};
