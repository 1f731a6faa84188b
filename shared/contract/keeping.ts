import { z } from 'zod';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { documentParts } from './documents.ts';
import { procedure } from './errors.ts';
import { calendarDate, done, id, instant, optionalLine, rowRange, sha256, validUntil } from './values.ts';

/** A paper of a client, or a file that was taken out of the intake tray without having become one. */
const destroyableKinds = ['paper', 'tray_file'] as const;

/**
 * Why something may be destroyed: its time is over, or it lies in the trash, or beside the tray, for longer than 30 days; or
 * why it was: on the word of the person whom it was about.
 */
const destructionRules = ['keep_until', 'trash', 'taken_out', 'erasure'] as const;
export type DestructionRule = (typeof destructionRules)[number];

const what = {
  id,
  what: z.enum(destroyableKinds),
  clientId: id.nullable(),
  clientName: z.string().nullable(),
  /** Null for a file of the tray. */
  kind: z.enum(documentKinds).nullable(),
  title: z.string(),
  number: z.string().nullable(),
  contactName: z.string().nullable(),
  validUntil,
  keepUntilOn: calendarDate.nullable(),
  rule: z.enum(destructionRules),
};

/**
 * What still needs a paper: an application under way, an account in force that it was handed in for (null: without an end that
 * is known), its own validity.
 */
const held = z.object({
  application: z.object({ id, number: z.string(), accountName: z.string() }).nullable(),
  account: z.object({ id, name: z.string(), certifiedUntilOn: calendarDate.nullable() }).nullable(),
  isValid: z.boolean(),
});

/** Something whose time is over. */
const dueRow = z.object({
  ...what,
  isTrashed: z.boolean(),
  /** The first day on which it may be destroyed. */
  sinceOn: calendarDate,
  /** The scan that it was cut from and that stays as long as other papers are made of it; null where there is none. */
  stackName: z.string().nullable(),
  fileCount: z.int(),
  sizeBytes: z.int(),
  /** Null when nothing needs it any more. */
  held: held.nullable(),
});
export type DueRow = z.infer<typeof dueRow>;

/** One file of what was destroyed. */
const destroyedFile = z.object({
  part: z.enum(documentParts),
  versionNo: z.int(),
  sha256,
  originalName: z.string(),
  sizeBytes: z.int(),
  /** Other papers have the same bytes, so that they are still there. */
  isShared: z.boolean(),
});

/** What is left of something that was destroyed. */
const destroyedRow = z.object({
  ...what,
  issuedOn: calendarDate.nullable(),
  validFromOn: calendarDate.nullable(),
  atMs: instant,
  actorName: z.string().nullable(),
  remark: z.string().nullable(),
  /** The scan that it was cut from, while that is still there. */
  stackName: z.string().nullable(),
  files: z.array(destroyedFile),
});
export type DestroyedRow = z.infer<typeof destroyedRow>;

const text = z.string().trim().max(200).default('');
export const heldFilter = z.enum(['all', 'free', 'held']);

export const keeping = {
  /** What may be destroyed, the one whose time was over first first; `held` tells what still needs a paper. */
  due: procedure.input(z.object({ text, show: heldFilter.default('all'), ...rowRange })).output(
    z.object({
      rows: z.array(dueRow),
      nextCursor: z.string().nullable(),
      total: z.int(),
      heldCount: z.int(),
    }),
  ),
  /**
   * Destroys what may be destroyed among these, for good: the files that nothing else needs are taken off the disk with
   * all that was made of them, a record stays. What is held, or not due, is left and counted. It can't be undone.
   */
  destroy: procedure.input(z.object({ ids: z.array(id).min(1).max(500), remark: optionalLine })).output(
    done.extend({
      destroyedCount: z.int(),
      leftCount: z.int(),
      /** Files that were taken off the disk, and those that can't be by now: they go at the next start. */
      fileCount: z.int(),
      waitingCount: z.int(),
    }),
  ),
  /** What was destroyed, the latest first. */
  destroyed: procedure
    .input(z.object({ text, ...rowRange }))
    .output(z.object({ rows: z.array(destroyedRow), nextCursor: z.string().nullable(), total: z.int() })),
};
