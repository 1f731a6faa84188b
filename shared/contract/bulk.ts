import { z } from 'zod';
import { applicationKinds, stages } from '#shared/domain/application.ts';
import { stepDoubts } from '#shared/domain/step-doubts.ts';
import { applicationFilter } from './application-pages.ts';
import { clientFields, clientFilter } from './clients.ts';
import { procedure } from './errors.ts';
import { refusalReasons } from './refusal.ts';
import { applicationGroups, clientGroups, groupCounts } from './row-groups.ts';
import { done, fen, id, instant, line, rowChoice } from './values.ts';
import { work } from './work.ts';

/** The rows that are meant: of a list's filter all, those that are named, or all but some. */
export const chosen = <Filter extends z.ZodType>(filter: Filter) => ({
  filter,
  rows: rowChoice.prefault({}),
});
const clients = chosen(clientFilter.default({}));
const applications = chosen(applicationFilter.default({}));

/** The fields of a client that are written of many at a time. */
export const clientBulkFields = clientFields.pick({
  consultantId: true,
  serviceStatus: true,
  serviceSinceOn: true,
  serviceFeeFen: true,
  standing: true,
  standingCheckedOn: true,
  annualReportYear: true,
});
export type ClientBulkFields = z.infer<typeof clientBulkFields>;

/** What many rows have in one field. */
export const common = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('isMixed', [
    z.object({ isMixed: z.literal(false), value }),
    z.object({ isMixed: z.literal(true) }),
  ]);

/** What is written to many clients; with `seen` only as long as they are what was seen. */
export const clientWrite = {
  changes: clientBulkFields.partial().default({}),
  addTags: z.array(line.min(1)).max(100).default([]),
  removeTags: z.array(line.min(1)).max(100).default([]),
  seen: z.string().optional(),
};

const { shape } = clientBulkFields;
/** Of any rows that are looked at together. */
export const look = {
  count: z.int(),
  /** Of rows that were named those that the list no longer holds. */
  gone: z.array(id),
  /** With a `group`: how many of them each group has. */
  groups: groupCounts,
};
/** By what they are counted as well. */
export const counted = <By extends string>(by: readonly By[]) => ({ group: z.enum(by).optional() });

export const clientsLook = z.object({
  ...look,
  fields: z.object({
    consultantId: common(shape.consultantId),
    serviceStatus: common(shape.serviceStatus),
    serviceSinceOn: common(shape.serviceSinceOn),
    serviceFeeFen: common(shape.serviceFeeFen),
    standing: common(shape.standing),
    standingCheckedOn: common(shape.standingCheckedOn),
    annualReportYear: common(shape.annualReportYear),
  }),
  /** Each tag, and how many have it. */
  tags: z.array(z.object({ name: z.string(), count: z.int() })),
  serviceFeeTotalFen: fen,
  /** Stands for all of this: a write that names it is refused as STALE when anything of it is otherwise by then. */
  seen: z.string(),
});
export type ClientsLook = z.infer<typeof clientsLook>;

/** Steps that many orders can take at once. */
export const bulkSteps = [
  'submit',
  'resubmit',
  'authorise',
  'authorisation_lapsed',
  'pay',
  'payment_lapsed',
  'pre_approve',
  'confirm',
  'confirmation_lapsed',
  'pass',
  'return',
  'fail',
  'withdraw',
] as const;
export const bulkStep = z.object({
  kind: z.enum(bulkSteps),
  atMs: instant.optional(),
  /** What the platform said to all of them; a return and a failure ask for it. */
  reasonText: z.string().max(2000).optional(),
});
export type BulkStep = z.infer<typeof bulkStep>;

export const applicationsLook = z.object({
  ...look,
  consultantId: common(id.nullable()),
  stages: z.array(z.object({ stage: z.enum(stages), count: z.int() })),
  /** For how many of them the stage allows a step; those that it allows for none are left out. */
  steps: z.array(z.object({ kind: z.enum(bulkSteps), count: z.int() })),
});
export type ApplicationsLook = z.infer<typeof applicationsLook>;

const named = { id, number: z.string(), clientName: z.string() };
/** What stands against a step: the first hundred of each by name. */
export const stepCheck = z.object({
  count: z.int(),
  refusedIds: z.array(id),
  refused: z.array(z.object({ ...named, stage: z.enum(stages), reason: z.enum(refusalReasons) })),
  doubtfulCount: z.int(),
  doubtful: z.array(z.object({ ...named, doubts: z.array(z.enum(stepDoubts)) })),
});
export type StepCheck = z.infer<typeof stepCheck>;

/** The most rows that a block of cells may have. */
const maxCellRows = 50_000;

/** A block of cells by rows; each is refused as stale where the stored value is not `base`'s. */
export const cells = <Fields extends z.ZodType>(fields: Fields) =>
  z.object({
    rows: z.array(z.object({ id, base: fields, changes: fields })).max(maxCellRows),
    /** Refuses what is wrong with the block, and writes nothing in any case. */
    checkOnly: z.boolean().default(false),
  });

/** The facts of a client that can be written in the cells of the list. */
const clientCells = clientFields
  .pick({
    name: true,
    entityType: true,
    creditCode: true,
    legalRepresentative: true,
    address: true,
    establishedOn: true,
    licenceUntil: true,
    consultantId: true,
    serviceStatus: true,
    serviceSinceOn: true,
    serviceFeeFen: true,
    remark: true,
  })
  .partial();

/** What a bulk change has written; `skipped` were thrown away meanwhile, `same` had what was written already. */
export const outcome = done.extend({ written: z.int(), skipped: z.int(), same: z.int().optional() });
export type BulkOutcome = z.infer<typeof outcome>;

/** Applications whose checklists are printed; no more of them than are printed in one go, `total` counts all. */
export const toPrint = z.object({
  rows: z.array(z.object({ ...named, kind: z.enum(applicationKinds) })),
  total: z.int(),
});
export type ToPrint = z.infer<typeof toPrint>;

/**
 * Changes of many rows of a list. Each is one change, undone as one, and written in parts, so that other calls have their
 * turn; it is all or nothing: CANCELLED leaves everything as it was, and CHANGE_UNDER_WAY is told while another is written.
 */
export const bulk = {
  lookAtClients: procedure.input(z.object({ ...clients, ...counted(clientGroups) })).output(clientsLook),
  /** Writes only the fields in `changes`, adds and takes away tags. NOT_FOUND (the consultant), STALE, REPORT_YEAR_NOT_OVER. */
  writeClients: procedure.input(z.object({ ...clients, ...clientWrite })).output(work(outcome)),
  /** Writes a block of cells, all or nothing. CELLS_REFUSED with every cell that can't be written. */
  writeClientCells: procedure.input(cells(clientCells)).output(work(outcome)),
  /** The applications under way of the clients that are meant. */
  toPrintOfClients: procedure.input(z.object(clients)).output(toPrint),
  trashClients: procedure.input(z.object(clients)).output(work(outcome)),
  lookAtApplications: procedure
    .input(z.object({ ...applications, ...counted(applicationGroups) }))
    .output(applicationsLook),
  toPrint: procedure.input(z.object(applications)).output(toPrint),
  assignApplications: procedure
    .input(z.object({ ...applications, consultantId: id.nullable() }))
    .output(work(outcome)),
  /** What `stepApplications` would be refused for, and what is doubtful about it. */
  checkStep: procedure.input(z.object({ ...applications, step: bulkStep })).output(work(stepCheck)),
  /** Records the step of all of them; ACTION_NOT_ALLOWED for the first that can't, and none is recorded then. */
  stepApplications: procedure.input(z.object({ ...applications, step: bulkStep })).output(work(outcome)),
  trashApplications: procedure.input(z.object(applications)).output(work(outcome)),
};
