import { z } from 'zod';
import { trashKinds } from '#shared/domain/trash-kind.ts';
import { procedure } from './errors.ts';
import { done, id, instant, rowRange } from './values.ts';

const trashKind = z.enum(trashKinds);

/** What one change threw away and what is still in the trash of it. */
export const trashRow = z.object({
  /** The change; entries are named by it. */
  changeId: id,
  kind: trashKind,
  /** Name of the first of that kind; empty where it has none. */
  title: z.string(),
  /** How many of that kind went together. */
  count: z.int(),
  /** Whose it is; null for what belongs to the firm, or to a client that is the entry itself. */
  clientId: id.nullable(),
  clientName: z.string().nullable(),
  /** That client is in the trash as well, by another entry. */
  clientTrashed: z.boolean(),
  /** What went along, by kind. */
  along: z.array(z.object({ kind: trashKind, count: z.int() })),
  actorName: z.string().nullable(),
  atMs: instant,
});
export type TrashRow = z.infer<typeof trashRow>;

/** Why an entry can't come back as things are. */
export const restoreObstacle = z.object({
  changeId: id,
  title: z.string(),
  /** `parent_gone`: what it belongs to is in the trash. `place_taken`: its code or number is another's by now. */
  reason: z.enum(['parent_gone', 'place_taken']),
  /** Name of what is in the way. */
  byTitle: z.string(),
  byKind: trashKind,
  /** The entry that would have to come back as well; null where nothing of the trash helps. */
  byChangeId: id.nullable(),
  /** The client to look at, where the place is taken. */
  byClientId: id.nullable(),
});
export type RestoreObstacle = z.infer<typeof restoreObstacle>;

const changeIds = z.array(id).min(1).max(1000);

export const trash = {
  /** Newest first; `text` is looked for in the names of what was thrown away and of whose it is. */
  list: procedure
    .input(
      z.object({
        text: z.string().trim().max(200).default(''),
        ...rowRange,
      }),
    )
    .output(z.object({ rows: z.array(trashRow), nextCursor: z.string().nullable(), total: z.int() })),
  /** What would keep these entries, restored together, from coming back; empty when nothing does. */
  check: procedure.input(z.object({ changeIds })).output(z.array(restoreObstacle)),
  /**
   * Brings back all that is still in the trash of these entries, in one change. RESTORE_PARENT_GONE or
   * RESTORE_PLACE_TAKEN for the first that can't come back; nothing is restored then.
   */
  restore: procedure.input(z.object({ changeIds })).output(done.extend({ restoredCount: z.int() })),
};
