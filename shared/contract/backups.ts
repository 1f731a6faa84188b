import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './errors.ts';
import { fileToken, id, instant } from './values.ts';

/** A finished backup in the folder: a database copy and the hashes of the files that belong to it. */
export const backupRow = z.object({
  /** Name of the backup's folder; also its key. */
  name: id,
  atMs: instant,
  reason: z.enum(['manual', 'daily', 'close', 'before_migration', 'before_restore']),
  schemaVersion: z.int(),
  clientCount: z.int(),
  fileCount: z.int(),
  sizeBytes: z.int(),
});
export type BackupRow = z.infer<typeof backupRow>;

export const backupProblemCodes = [
  'manifest_unreadable',
  'database_missing',
  'database_altered',
  'database_damaged',
  'file_list_altered',
  'file_missing',
  'file_altered',
  /** The file was lost before the backup was made. */
  'file_absent',
] as const;

/** `subject` is the file that is meant: a name or a hash. */
export const backupProblem = z.object({ code: z.enum(backupProblemCodes), subject: z.string() });
export type BackupProblem = z.infer<typeof backupProblem>;

const backupProgress = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('copying'),
    what: z.enum(['database', 'files']),
    done: z.int(),
    total: z.int(),
  }),
  z.object({ kind: z.literal('done'), backup: backupRow }),
]);

export const backups = {
  list: procedure.input(z.object({ folder: fileToken.optional() }).default({})).output(z.array(backupRow)),
  create: procedure
    .input(
      z
        .object({ reason: z.enum(['manual', 'daily', 'close']).default('manual') })
        .default({ reason: 'manual' }),
    )
    .output(eventIterator(backupProgress)),
  /** Checks a backup whole: the copy opens, every file is there with its hash. */
  verify: procedure
    .input(z.object({ name: id, folder: fileToken.optional() }))
    .output(z.object({ problems: z.array(backupProblem) })),
  /**
   * Puts a verified backup in place at the next start. What is there now is set aside whole, never overwritten;
   * `setAside` names it.
   */
  restore: procedure
    .input(z.object({ name: id, folder: fileToken.optional() }))
    .output(z.object({ setAside: z.string() })),
};
