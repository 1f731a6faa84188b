import { z } from 'zod';
import { applicationKinds, isAboutCategory, stages } from '#shared/domain/application.ts';
import type { Category } from '#shared/domain/category-pack.ts';
import type { CategoryVerdict } from '#shared/domain/category-verdict.ts';
import type { ChecklistCounts, EvaluatedItem, ItemDecision } from '#shared/domain/checklist-state.ts';
import type { Clock, RulerTick } from '#shared/domain/clocks.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { lapsingClocks } from '#shared/domain/lapse.ts';
import { callOutcomes } from '#shared/domain/missed-calls.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { MatrixGrid } from '#shared/domain/matrix-grid.ts';
import type { MatrixRow } from '#shared/domain/matrix-row.ts';
import type { Finding, UncomparedFact } from '#shared/domain/pre-check.ts';
import type { RuleText, UnknownRule } from '#shared/domain/rule-pack.ts';
import type { RailStep } from '#shared/domain/stage-rail.ts';
import { applicationActionKinds, attemptOutcomes } from '#shared/domain/stages.ts';
import { stepDoubts } from '#shared/domain/step-doubts.ts';
import { accountSummary } from './accounts.ts';
import { aftercareRow } from './aftercare.ts';
import {
  applicationFilter,
  applicationSort,
  applicationGrouping,
  applicationPage,
  appliedCategory,
} from './application-pages.ts';
import { documentRow } from './documents.ts';
import { procedure } from './errors.ts';
import { obligationRow } from './obligations.ts';
import { applicationGroups, oneGroup } from './row-groups.ts';
import { calendarDate, done, fen, id, instant, longText, optionalLine, rowRange, sha256 } from './values.ts';

/** Numbers that came with a pass; what is left out or null stays as it is on record. */
const accountNumbers = z.object({
  /** The merchant number, of a merchant. */
  appId: optionalLine.optional(),
  originalId: optionalLine.optional(),
  filingNumber: optionalLine.optional(),
  filedOn: calendarDate.nullable().optional(),
});
export type AccountNumbers = z.infer<typeof accountNumbers>;

/** One step of an application, with the moment it happened. Left out, the moment is now. */
const at = { atMs: instant.optional() };
export const applicationStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('submit'), ...at }),
  z.object({ kind: z.literal('authorise'), ...at }),
  z.object({ kind: z.literal('authorisation_lapsed'), ...at }),
  /** `feeFen` is what was really charged, when it differs from the rules. */
  z.object({ kind: z.literal('pay'), feeFen: fen.min(0).optional(), ...at }),
  z.object({ kind: z.literal('payment_lapsed'), ...at }),
  z.object({ kind: z.literal('pre_approve'), ...at }),
  /** Where it is the last step, it is the pass. */
  z.object({ kind: z.literal('confirm'), numbers: accountNumbers.optional(), ...at }),
  z.object({ kind: z.literal('confirmation_lapsed'), ...at }),
  z.object({
    kind: z.literal('return'),
    reasonCode: z.string().optional(),
    reasonText: z.string().min(1).max(2000),
    /** The requirements whose papers the platform named. */
    rejects: z.array(z.string().min(1)).max(200).optional(),
    ...at,
  }),
  z.object({ kind: z.literal('resubmit'), ...at }),
  /** `certifiedUntil` is asked for where the rules grant a term. */
  z.object({
    kind: z.literal('pass'),
    certifiedUntil: calendarDate.optional(),
    /** The exact end where the platform shows it; its day is the end then. */
    certifiedUntilAtMs: instant.optional(),
    numbers: accountNumbers.optional(),
    ...at,
  }),
  z.object({ kind: z.literal('fail'), reasonText: z.string().min(1).max(2000), ...at }),
  z.object({ kind: z.literal('withdraw'), ...at }),
]);
export type ApplicationStep = z.infer<typeof applicationStep>;

export const itemDecisions = [
  'confirmed',
  'not_needed',
  'rejected',
] as const satisfies readonly ItemDecision[];

/**
 * One line of the checklist with its papers. The state is worked out from the rule pack, the papers and the firm's
 * own word on the item; it is never stored.
 */
export const applicationItem = z.object({
  id,
  requirement: z.custom<EvaluatedItem>(),
  decision: z.enum(itemDecisions).nullable(),
  rejectReason: z.string().nullable(),
  remark: z.string().nullable(),
  documents: z.array(documentRow),
});
export type ApplicationItem = z.infer<typeof applicationItem>;

export const attemptRow = z.object({
  id,
  attemptNo: z.int(),
  submittedAtMs: instant,
  outcome: z.enum(attemptOutcomes),
  returnedAtMs: instant.nullable(),
  reasonCode: z.string().nullable(),
  reasonText: z.string().nullable(),
  /** 0 was free; null where nobody knows. */
  feeFen: fen.nullable(),
  /** The requirements whose papers the platform named in its answer. */
  rejects: z.array(z.string()),
});

/** A submission that lapsed before it reached the reviewers. */
const lapse = z.object({
  id,
  clockId: z.enum(lapsingClocks),
  submittedAtMs: instant,
  lapsedAtMs: instant,
});

/** A call of the platform's reviewer, as the firm noted it. */
const call = z.object({ id, atMs: instant, outcome: z.enum(callOutcomes), remark: z.string().nullable() });

/** A verdict of the pre-check that was kept, with the rules that it was given by. */
const judgement = z.object({
  id,
  atMs: instant,
  version: z.string().nullable(),
  overrideCount: z.int(),
  blockerCount: z.int(),
  warningCount: z.int(),
  /** Whether the same facts and rules give the same verdict again, byte for byte; null when the rules are gone. */
  replays: z.boolean().nullable(),
});

const contact = z.object({
  id,
  name: z.string(),
  phone: z.string().nullable(),
  idNumber: z.string().nullable(),
  availableHours: z.string().nullable(),
  isAdministrator: z.boolean(),
  isLegalRepresentative: z.boolean(),
  answersCalls: z.boolean(),
});

export const applicationDetails = z.object({
  application: z.object({
    id,
    number: z.string(),
    clientId: id,
    accountId: id,
    kind: z.enum(applicationKinds),
    category: appliedCategory.nullable(),
    entityType: z.enum(entityTypes),
    rulePackId: z.string(),
    rulePackVersion: z.string(),
    rulePackSha256: z.string(),
    rulePackAsOf: calendarDate,
    consultantId: id.nullable(),
    stage: z.enum(stages),
    stageSinceAtMs: instant,
    openedAtMs: instant,
    submittedAtMs: instant.nullable(),
    authorisedAtMs: instant.nullable(),
    paidAtMs: instant.nullable(),
    firstReturnedAtMs: instant.nullable(),
    closedAtMs: instant.nullable(),
    certifiedUntilOn: calendarDate.nullable(),
    remark: z.string().nullable(),
  }),
  client: z.object({
    id,
    name: z.string(),
    creditCode: z.string().nullable(),
    legalRepresentative: z.string().nullable(),
    address: z.string().nullable(),
  }),
  consultant: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
  account: accountSummary,
  contacts: z.array(contact),
  bankAccounts: z.array(z.object({ accountNumber: z.string().nullable(), bankName: z.string().nullable() })),
  items: z.array(applicationItem),
  counts: z.custom<ChecklistCounts>(),
  rail: z.array(z.custom<RailStep>()),
  clocks: z.array(z.custom<Clock>()),
  /** The clock that runs now with the ticks of its ruler. */
  running: z.object({ clock: z.custom<Clock>(), ticks: z.array(z.custom<RulerTick>()) }).nullable(),
  allowedSteps: z.array(z.enum(applicationActionKinds)),
  /** It failed or was withdrawn, and no other order of its kind and category is under way for the account. */
  canBeginAnew: z.boolean(),
  /** What one submission costs by the rules; null where the rules do not know. */
  platformFeeFen: fen.nullable(),
  /** Null without a known limit. */
  refillMax: z.int().nullable(),
  /** The end that a pass today would have by the rules; null for what does not run out. */
  proposedCertifiedUntil: calendarDate.nullable(),
  attempts: z.array(attemptRow),
  /** No attempts and free of charge; the oldest first. */
  lapses: z.array(lapse),
  /** The oldest first. */
  calls: z.array(call),
  /** What the pre-check said when it was handed in. */
  judgements: z.array(judgement),
  obligations: z.array(obligationRow),
  /** What follows the pass, in the order of the rules; empty before it. */
  aftercare: z.array(aftercareRow),
  /** Papers of the client that no item of this application uses yet. */
  otherDocuments: z.array(documentRow),
  chainHead: z.string(),
});
export type ApplicationDetails = z.infer<typeof applicationDetails>;

/** The rejection forecast of one application on one day, and the pack in the version that judged it. */
export const preCheckReport = z.object({
  on: calendarDate,
  rulePack: z.object({ id: z.string(), version: z.string(), sha256 }),
  /** The list of categories that it is judged by; null where there is none for the account. */
  categoryList: z.object({ id: z.string(), version: z.string(), sha256 }).nullable(),
  /** The weightiest first. */
  findings: z.array(z.custom<Finding>()),
  /** Requirement ids of the papers that the client's plan would complete the checklist with; none of its category. */
  leastMissing: z.array(z.string()),
  /** How the client stands to each category of the account. */
  categories: z.array(z.custom<CategoryVerdict>()),
  /** Each fact that more than one source states, side by side. */
  matrix: z.array(z.custom<MatrixRow>()),
  /** The same as it is shown: with the facts that more papers could state, and why they don't yet. */
  grid: z.custom<MatrixGrid>(),
  /** What one source alone states, so that nobody has compared it. */
  uncompared: z.array(z.custom<UncomparedFact>()),
});
export type PreCheckReport = z.infer<typeof preCheckReport>;

/** What the categories that a text names ask of a client, and what in the text is not known. */
export const categoryJudgement = z.object({
  rulePack: z.object({ id: z.string(), version: z.string(), asOf: calendarDate }),
  matches: z.array(
    z.object({
      category: z.custom<Category>(),
      verdict: z.custom<CategoryVerdict>(),
      /** What would do, in words; null where nothing more is needed or nothing would do. */
      needed: z.custom<RuleText>().nullable(),
    }),
  ),
  unknown: z.array(z.string()),
  /** Why nothing is judged: no list is known for this kind of body. */
  unlisted: z.custom<UnknownRule>().nullable(),
});
export type CategoryJudgement = z.infer<typeof categoryJudgement>;

export const applications = {
  list: procedure
    .input(
      z.object({
        filter: applicationFilter.default({}),
        sort: applicationSort,
        group: applicationGrouping,
        ...rowRange,
      }),
    )
    .output(applicationPage),
  /** The ids of all rows of one group, in no order. */
  idsOfGroup: procedure
    .input(z.object({ filter: applicationFilter.default({}), ...oneGroup(applicationGroups) }))
    .output(z.object({ ids: z.array(id) })),
  get: procedure.input(z.object({ id })).output(applicationDetails),
  preCheck: procedure.input(z.object({ id })).output(preCheckReport),
  judgeCategories: procedure
    .input(
      z.object({ clientId: id, text: z.string().max(2000), platform: z.enum(platforms).default('wechat') }),
    )
    .output(categoryJudgement),
  /**
   * The checklist comes from the rule pack for the client's entity type (else RULES_NOT_COVERED). A category permit is
   * for a category of the platform's list, by its id (else CATEGORY_UNKNOWN); no other kind takes one.
   */
  create: procedure
    .input(
      z
        .object({
          accountId: id,
          kind: z.enum(applicationKinds),
          category: z.string().min(1).max(200).optional(),
          openedAtMs: instant.optional(),
        })
        .refine(({ kind, category }) => isAboutCategory(kind) === (category !== undefined), {
          error: 'a category goes with the kind category_permit, and with no other',
          path: ['category'],
        }),
    )
    .output(done.extend({ id, number: z.string() })),
  /** Records a step, whatever is doubtful about it; `stepDoubts` says that beforehand. */
  step: procedure
    .input(z.object({ id, step: applicationStep }))
    .output(done.extend({ doubts: z.array(z.enum(stepDoubts)) })),
  stepDoubts: procedure
    .input(z.object({ id, step: applicationStep }))
    .output(z.object({ doubts: z.array(z.enum(stepDoubts)) })),
  /** STALE when another remark than `base` is stored; without a base none is compared. */
  setRemark: procedure.input(z.object({ id, base: longText.optional(), remark: longText })).output(done),
  /** Notes a call of the reviewer, now unless `atMs` says when; the application stays where it stands. */
  recordCall: procedure
    .input(
      z.object({
        id,
        outcome: z.enum(callOutcomes),
        atMs: instant.optional(),
        remark: optionalLine.default(null),
      }),
    )
    .output(done.extend({ id })),
  removeCall: procedure.input(z.object({ callId: id })).output(done),
  trash: procedure.input(z.object({ id })).output(done),
  attach: procedure.input(z.object({ itemId: id, documentId: id })).output(done),
  detach: procedure.input(z.object({ itemId: id, documentId: id })).output(done),
  /** The firm's own word on an item: looked at and right, not asked for here, or refused for a reason; null takes it back. */
  decideItem: procedure
    .input(
      z.object({
        itemId: id,
        decision: z.enum(itemDecisions).nullable(),
        reason: z.string().max(2000).nullable().default(null),
      }),
    )
    .output(done),
  /** `base` as in `setRemark`. */
  setItemRemark: procedure
    .input(z.object({ itemId: id, base: longText.optional(), remark: longText }))
    .output(done),
};
