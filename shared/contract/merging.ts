import { z } from 'zod';
import { mergeFields } from '#shared/domain/client-merge.ts';
import { subjectDocumentKinds } from '#shared/domain/document-kind.ts';
import { duplicateReasonKinds } from '#shared/domain/duplicate-clients.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { clientFields, serviceStatuses } from './clients.ts';
import { procedure } from './errors.ts';
import { done, id, instant, line } from './values.ts';

/** A client as the list of duplicates shows it. */
const duplicateClient = z.object({
  id,
  name: z.string(),
  entityType: z.enum(entityTypes),
  creditCode: z.string().nullable(),
  consultantName: z.string().nullable(),
  serviceStatus: z.enum(serviceStatuses),
  accountCount: z.int(),
  applicationCount: z.int(),
  documentCount: z.int(),
  createdAtMs: instant,
});
export type DuplicateClient = z.infer<typeof duplicateClient>;

const reasons = z.array(z.object({ kind: z.enum(duplicateReasonKinds), value: z.string() })).min(1);

/** Why two of them may be one body, the strongest reason first. */
const duplicateLink = z.object({
  clientIds: z.tuple([id, id]),
  reasons,
  /** Both have a credit code of 18 characters, and not the same one. */
  codesDiffer: z.boolean(),
});

/** Clients that may be one body; the one that holds most comes first and is the one to keep. */
const duplicateGroup = z.object({ clients: z.array(duplicateClient).min(2), links: z.array(duplicateLink) });
export type DuplicateGroupRow = z.infer<typeof duplicateGroup>;

const clientNamed = z.object({ id, name: z.string() });

/** Two clients of which the firm has said that they are not the same, though they look like it. */
const apartPair = z.tuple([clientNamed, clientNamed]);
export type ApartPair = z.infer<typeof apartPair>;

export const duplicatesFound = z.object({
  /** The strongest first; the first hundreds where there are more. */
  groups: z.array(duplicateGroup),
  /** Of all groups. */
  total: z.int(),
  apart: z.array(apartPair),
});
export type DuplicatesFound = z.infer<typeof duplicatesFound>;

/** `other_form`: called the same but for its legal form, which is written in full by one and short by the other. */
const alikeReason = z.object({ kind: z.enum([...duplicateReasonKinds, 'other_form']), value: z.string() });

const alikeClient = z.object({
  id,
  name: z.string(),
  creditCode: z.string().nullable(),
  reasons: z.array(alikeReason).min(1),
});

/** Clients that may be one that is not made yet, the strongest reason first. */
const alikeFound = z.object({
  clients: z.array(alikeClient),
  /** How many are called alike, and how many are alike by something else alone; also those that are not shown. */
  totals: z.object({ byName: z.int(), otherwise: z.int() }),
});
export type AlikeFound = z.infer<typeof alikeFound>;

/** What follows the other client to the one that is kept, in numbers; what the kept one has as well is left out. */
const movedCounts = z.object({
  accounts: z.int(),
  applications: z.int(),
  documents: z.int(),
  contacts: z.int(),
  bankAccounts: z.int(),
  relations: z.int(),
  fees: z.int(),
  tasks: z.int(),
  notes: z.int(),
  tags: z.int(),
  answers: z.int(),
});
export type MovedCounts = z.infer<typeof movedCounts>;

/** What both have, and what becomes of it. */
const mergeNote = z.discriminatedUnion('kind', [
  /** Papers that say who a client is, of one kind, on both sides: all are kept. */
  z.object({ kind: z.literal('paper_twice'), paper: z.enum(subjectDocumentKinds), count: z.int() }),
  /** Two people of one name who contradict each other: both are kept. */
  z.object({ kind: z.literal('contact_twice'), name: z.string() }),
  /** One person on both sides: put together. */
  z.object({ kind: z.literal('contact_joined'), name: z.string() }),
  /** Two bank accounts with one number, or two basic accounts: both are kept. */
  z.object({ kind: z.literal('bank_account_twice'), name: z.string() }),
  /** One bank account on both sides: put together. */
  z.object({ kind: z.literal('bank_account_joined'), name: z.string() }),
  /** Two accounts with one AppID or original id: both are kept. */
  z.object({ kind: z.literal('account_twice'), name: z.string(), number: z.string() }),
  /** A question answered otherwise: the kept client's answer stays. */
  z.object({ kind: z.literal('answer_differs'), count: z.int() }),
]);
export type MergeNote = z.infer<typeof mergeNote>;

const mergeSide = clientFields.extend({ id, consultantName: z.string().nullable() });
export type MergeSide = z.infer<typeof mergeSide>;

export const mergePreview = z.object({
  kept: mergeSide,
  other: mergeSide,
  /** Fields of the other client that a merge takes unless told otherwise: what the kept one lacks. */
  suggested: z.array(z.enum(mergeFields)),
  moved: movedCounts,
  notes: z.array(mergeNote),
});
export type MergePreview = z.infer<typeof mergePreview>;

const bothClients = { keptId: id, otherId: id };

export const merging = {
  /** Clients that may be one body; with an id only the group of that client. Nobody in the trash is among them. */
  duplicates: procedure.input(z.object({ clientId: id.optional() }).default({})).output(duplicatesFound),
  /** Clients that may be the one that is about to be made under this name and code. */
  alike: procedure
    .input(z.object({ name: line.default(''), creditCode: line.default('') }))
    .output(alikeFound),
  /** Says of pairs that they are not the same client, so that they are not listed again; or takes that back. */
  setApart: procedure
    .input(
      z.object({
        pairs: z
          .array(z.tuple([id, id]))
          .min(1)
          .max(1000),
        apart: z.boolean(),
      }),
    )
    .output(done),
  /** What a merge would do. ACTION_NOT_ALLOWED for the same client twice, or one in the trash; NOT_FOUND. */
  mergePreview: procedure.input(z.object(bothClients)).output(mergePreview),
  /**
   * Puts the other client into the kept one: what belongs to it follows, and it goes to the trash. `take` names the
   * fields whose value is the other's; both remarks are kept one below the other unless `joinRemarks` is false or
   * `remark` is taken. With `seen` a field that was written meanwhile is refused as STALE.
   */
  merge: procedure
    .input(
      z.object({
        ...bothClients,
        take: z.array(z.enum(mergeFields)).default([]),
        joinRemarks: z.boolean().default(true),
        seen: z.object({ kept: clientFields.partial(), other: clientFields.partial() }).optional(),
      }),
    )
    .output(done.extend({ moved: movedCounts, notes: z.array(mergeNote) })),
};
