import { z } from 'zod';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { procedure } from './errors.ts';
import { id, instant, sha256 } from './values.ts';

/** `missing`: not there; `altered`: other bytes than were stored; `orphaned`: there, and nothing knows it. */
export const fileFaultCodes = ['missing', 'altered', 'unreadable', 'orphaned'] as const;
export type FileFaultCode = (typeof fileFaultCodes)[number];

/** A file that is not as it should be, and whose it is. */
const faultyFile = z.object({
  sha256,
  fault: z.enum(fileFaultCodes),
  sizeBytes: z.int(),
  checkedAtMs: instant,
  /** A good copy lies in a folder of backups that this computer has made. */
  isInBackup: z.boolean(),
  papers: z.array(
    z.object({
      id,
      clientId: id,
      clientName: z.string(),
      kind: z.enum(documentKinds),
      title: z.string(),
      originalName: z.string(),
      versionNo: z.int(),
      isTrashed: z.boolean(),
    }),
  ),
});
export type FaultyFile = z.infer<typeof faultyFile>;

const hashes = z.array(sha256).min(1).max(500);

/**
 * What the last look at the firm's files has found. All of them are read once a week, in quiet moments, and by
 * `system.verify`.
 */
export const fileChecks = {
  health: procedure.output(
    z.object({
      /** When all files had been looked at last; null when that never came to its end. */
      checkedAtMs: instant.nullable(),
      counts: z.record(z.enum(fileFaultCodes), z.int()),
    }),
  ),
  /** The files with a fault, up to 500: what is missing first, what nobody knows last. */
  faults: procedure.output(z.object({ files: z.array(faultyFile) })),
  /** Looks at these files again. */
  check: procedure.input(z.object({ sha256s: hashes })).output(z.object({ faultCount: z.int() })),
  /** Puts good copies out of the backups in the place of files that are missing, altered or unreadable. */
  repair: procedure
    .input(z.object({ sha256s: hashes }))
    .output(z.object({ repairedCount: z.int(), leftCount: z.int() })),
  /** Takes files off the disk that nothing knows, for good; one that something knows by now is left. */
  removeOrphans: procedure
    .input(z.object({ sha256s: hashes }))
    .output(z.object({ removedCount: z.int(), leftCount: z.int() })),
};
