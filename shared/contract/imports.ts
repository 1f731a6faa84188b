import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { importFields } from '#shared/domain/import-fields.ts';
import { leftOutCodes } from '#shared/domain/import-left-out.ts';
import { rowDecisions } from '#shared/domain/import-draft.ts';
import { procedure } from './errors.ts';
import { fileToken, id } from './values.ts';
import { work } from './work.ts';

/** How a column of the sheet was matched: by its heading, from the last import, guessed from its values, or by the user. */
const columnMapping = z.object({
  column: z.int(),
  heading: z.string(),
  field: z.enum(importFields).nullable(),
  how: z.enum(['heading', 'remembered', 'guessed', 'chosen', 'skipped']),
});
export type ColumnMapping = z.infer<typeof columnMapping>;

const cellNote = z.object({
  field: z.enum(importFields),
  column: z.int().nullable(),
  level: z.enum(['error', 'warning', 'fixed']),
  code: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** One row of the sheet: what is written in it, what it becomes, and what will be done with it. */
const importRow = z.object({
  /** Number of the row as Excel shows it. */
  rowNo: z.int(),
  deed: z.enum(['create', 'update', 'same', 'merge', 'skip', 'refuse']),
  raw: z.array(z.string()),
  values: z.partialRecord(z.enum(importFields), z.string()),
  notes: z.array(cellNote),
  /** Fields that an existing client or account would get, old and new. */
  changes: z.array(
    z.object({ field: z.enum(importFields), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  clientId: id.nullable(),
  /** Number of the earlier row that stands for the same client. */
  mergedInto: z.int().nullable(),
});
export type ImportRow = z.infer<typeof importRow>;

const importCounts = z.object({
  rows: z.int(),
  create: z.int(),
  update: z.int(),
  same: z.int(),
  merge: z.int(),
  /** Left out by the user. */
  skip: z.int(),
  refuse: z.int(),
  /** Rows that are written but for some of their cells. */
  partial: z.int(),
  newClients: z.int(),
  newAccounts: z.int(),
  changedFields: z.int(),
  clientsBefore: z.int(),
  clientsAfter: z.int(),
});

const planHead = z.object({
  planId: id,
  fileName: z.string(),
  sheet: z.string(),
  sheets: z.array(z.string()),
  headerRowNo: z.int(),
  columns: z.array(columnMapping),
  counts: importCounts,
  tookMs: z.int(),
});
export type ImportPlanHead = z.infer<typeof planHead>;
export type ImportPlan = ImportPlanHead & { readonly rows: readonly ImportRow[] };

/** A plan as it comes: its rows in their order, some at a time, and in the end what it comes to. */
const planParts = eventIterator(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('rows'), rows: z.array(importRow) }),
    z.object({ kind: z.literal('done'), result: planHead }),
  ]),
);
export type ImportPlanPart =
  | { readonly kind: 'rows'; readonly rows: ImportRow[] }
  | { readonly kind: 'done'; readonly result: ImportPlanHead };

/** Puts the parts of a plan together. Throws what working it out throws. */
export async function planOfParts(
  parts: AsyncIterable<ImportPlanPart> | PromiseLike<AsyncIterable<ImportPlanPart>>,
): Promise<ImportPlan> {
  const rows: ImportRow[] = [];
  for await (const part of await parts) {
    if (part.kind === 'done') return { ...part.result, rows };
    rows.push(...part.rows);
  }
  throw new Error('the plan ended without its sum');
}

const importOutcome = z.object({
  changeId: id.nullable(),
  counts: importCounts,
  /** The rows whose faults kept them out, by number. */
  refusedRows: z.array(z.int()),
  /** The cells that stayed out of rows that were written for the rest. */
  leftOut: z.array(z.object({ rowNo: z.int(), field: z.enum(importFields), code: z.enum(leftOutCodes) })),
});

/** What is done with a row, by its number: what is stored stays, the sheet's word counts, or the row is left out. */
const decisions = z.record(z.string(), z.enum(rowDecisions));

export const imports = {
  /** Reads the workbook in a worker and works out what it would do; nothing is written. */
  plan: procedure
    .input(
      z.object({
        file: fileToken,
        sheet: z.string().optional(),
        mapping: z.array(z.object({ column: z.int(), field: z.enum(importFields).nullable() })).optional(),
      }),
    )
    .output(planParts),
  /** The plan with the user's word on single rows; nothing is written. */
  decide: procedure.input(z.object({ planId: id, decisions })).output(planParts),
  /** Writes the plan as one change, in parts; ending the call before its end takes back what was written. */
  run: procedure
    .input(z.object({ planId: id, decisions: decisions.default({}) }))
    .output(work(importOutcome)),
  /** The rows that are not written, or not in full, as a workbook: as they were, and a column with the reasons. */
  returnedWorkbook: procedure
    .input(z.object({ planId: id, target: fileToken }))
    .output(z.object({ name: z.string(), rowCount: z.int() })),
};
