import { z } from 'zod';
import { procedure } from './errors.ts';
import { done, id, instant } from './values.ts';
import { work } from './work.ts';

const scalar = z.union([z.string(), z.number(), z.null()]);

/** One event: the changed columns of one row, before and after. */
export const historyEntry = z.object({
  id,
  changeId: id,
  action: z.string(),
  actorName: z.string().nullable(),
  atMs: instant,
  table: z.string(),
  rowId: id,
  operation: z.enum(['insert', 'update', 'delete', 'restore']),
  before: z.record(z.string(), scalar).nullable(),
  after: z.record(z.string(), scalar).nullable(),
  /** What it held was erased with a person's data: that it happened is all that is left. */
  isErased: z.literal(true).optional(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

const toUndo = z.object({ changeId: id.optional() }).default({});
/** What was taken back or done again, by its action and its id. */
const reverted = done.extend({
  action: z.string(),
  revertedId: id,
  about: z.object({
    /** One of the clients that it touched; of what belongs to none the name of a row, where it has one. */
    name: z.string().nullable(),
    /** How many clients it touched. */
    clients: z.int(),
    /** The columns that it wrote, where it wrote the same ones in each of its rows, which were there. */
    fields: z.array(z.string()),
  }),
});
export type Reverted = z.infer<typeof reverted>;

/** Clients that the change had made stay where others have gone on with them since. */
const takenBack = z.object({ keptClients: z.int() });
export type TakenBack = z.infer<typeof takenBack>;

export const history = {
  list: procedure
    .input(
      z.object({
        clientId: id.optional(),
        rowId: id.optional(),
        /** The account itself, its applications, their submissions and fees. */
        accountId: id.optional(),
        /** The last entry of the page before; the pages meet also where one moment made many entries. */
        after: id.optional(),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(z.array(historyEntry)),
  /**
   * Takes back the latest change of this seat, or the one that is named, also where it was done again after it had been
   * taken back. UNDO_CONFLICT names the later change that is in the way; NOTHING_TO_UNDO when it does not stand.
   */
  undo: procedure.input(toUndo).output(reverted),
  /** NOTHING_TO_UNDO where nothing was undone; REDO_ENDED names the change that was made since instead. */
  redo: procedure.output(reverted),
  /** The same, telling how far they are: a change of thousands of rows takes seconds. CANCELLED leaves it as it was. */
  undoing: procedure.input(toUndo).output(work(reverted)),
  redoing: procedure.output(work(reverted)),
  /** Which of these changes `undo` would take back now, each alone. */
  takeable: procedure.input(z.object({ changeIds: z.array(id).max(500) })).output(z.array(id)),
  /** Whether a change stands, also where it was done again after it had been taken back. */
  stands: procedure.input(z.object({ changeId: id })).output(z.boolean()),
  /** How far what was given up is taken back, in rows; it ends with that, or at once where nothing is. */
  untilTakenBack: procedure.output(work(takenBack)),
  /** Checks every hash of the chain; `brokenAt` names the first event that does not fit. */
  verify: procedure.output(z.object({ events: z.int(), head: z.string(), brokenAt: id.nullable() })),
};
