import { z } from 'zod';
import { procedure } from './errors.ts';
import { done, id, instant } from './values.ts';

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
});
export type HistoryEntry = z.infer<typeof historyEntry>;

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
  /** Takes back the latest change of this seat, unless a value has moved on since (UNDO_CONFLICT). */
  undo: procedure.output(done.extend({ action: z.string() })),
  redo: procedure.output(done.extend({ action: z.string() })),
  /** Checks every hash of the chain; `brokenAt` names the first event that does not fit. */
  verify: procedure.output(z.object({ events: z.int(), head: z.string(), brokenAt: id.nullable() })),
};
