import { z } from 'zod';
import { procedure } from './errors.ts';
import { done, id, instant } from './values.ts';

/** What somebody noted about a client or one of its applications, and when it happened. */
export const noteRow = z.object({
  id,
  applicationId: id.nullable(),
  /** 「账号」 and number of that application; null where the note is about the client. */
  accountName: z.string().nullable(),
  applicationNumber: z.string().nullable(),
  /** Who noted it; null where the firm did not say who sits here. */
  consultantName: z.string().nullable(),
  notedAtMs: instant,
  text: z.string(),
});
export type NoteRow = z.infer<typeof noteRow>;

const text = z.string().trim().min(1).max(20_000);

export const notes = {
  /**
   * Notes outside the trash, the latest first: of a client with those of its applications, or of one application.
   * `through` names a note to which the page reaches at least.
   */
  list: procedure
    .input(
      z.object({
        clientId: id,
        applicationId: id.nullable().default(null),
        after: z.string().nullable().default(null),
        through: id.nullable().default(null),
        limit: z.int().min(1).max(500).default(20),
      }),
    )
    .output(z.object({ rows: z.array(noteRow), nextCursor: z.string().nullable(), total: z.int() })),
  /** Left out, the moment is now. NOT_FOUND; ACTION_NOT_ALLOWED for a moment that has not come yet. */
  add: procedure
    .input(
      z.object({
        clientId: id,
        applicationId: id.nullable().default(null),
        text,
        notedAtMs: instant.optional(),
      }),
    )
    .output(done.extend({ id })),
  /** Writes only what is in `changes`; STALE when the stored value is not `base`'s. */
  update: procedure
    .input(
      z.object({
        id,
        base: z.object({ text: z.string(), notedAtMs: instant }).partial(),
        changes: z.object({ text, notedAtMs: instant }).partial(),
      }),
    )
    .output(done),
  trash: procedure.input(z.object({ id })).output(done),
};
