import { z } from 'zod';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { handOutOutcomes, handOutWays, saidOutcomes } from '#shared/domain/hand-out.ts';
import { longestMark } from '#shared/domain/mark-words.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import { documentParts } from './documents.ts';
import { procedure } from './errors.ts';
import { languages } from './settings.ts';
import {
  calendarDate,
  done,
  fileToken,
  id,
  instant,
  line,
  optionalLine,
  rowRange,
  sha256,
} from './values.ts';
import { work } from './work.ts';

/** A copy that left. What it was made of may be in the trash or erased by now; the entry stays. */
const handOutRow = z.object({
  id,
  way: z.enum(handOutWays),
  clientId: id.nullable(),
  clientName: z.string().nullable(),
  documentId: id.nullable(),
  documentKind: z.enum(documentKinds).nullable(),
  documentTitle: z.string().nullable(),
  part: z.enum(documentParts).nullable(),
  versionNo: z.int().nullable(),
  applicationId: id.nullable(),
  applicationNumber: z.string().nullable(),
  contactId: id.nullable(),
  /** Who handed it out; null where the firm did not say who sits here. */
  consultantName: z.string().nullable(),
  /** Of the original; null for what was written for the occasion, such as a list of contents. */
  originalSha256: sha256.nullable(),
  /** Of the copy as it was written; of one on paper that of what was printed. */
  copySha256: sha256,
  copyName: z.string(),
  /** The folder that it was written into, without what lies above it; empty on paper. */
  folderName: z.string(),
  sizeBytes: z.int(),
  recipient: z.string(),
  purpose: z.string(),
  handedAtMs: instant,
  outcome: z.enum(handOutOutcomes).nullable(),
  outcomeOn: calendarDate.nullable(),
  remark: z.string().nullable(),
});
export type HandOutRow = z.infer<typeof handOutRow>;

export const handOutFilter = z.object({
  /** In the name of the copy, of the client, the recipient or the purpose, the number of the application. */
  text: line.optional(),
  clientId: id.optional(),
  documentId: id.optional(),
  applicationId: id.optional(),
  contactId: id.optional(),
  recipient: line.optional(),
});
export type HandOutFilter = z.infer<typeof handOutFilter>;

/** For whom and for what. */
export const occasionWords = { recipient: line.min(1), purpose: line.min(1) };
/** With the application when there is one. */
const occasion = {
  ...occasionWords,
  applicationId: id.nullable().default(null),
};

/** Words that are written across a copy, in an empty place of the page or on a strip below it. */
export const copyMark = z.object({
  words: line.min(1).max(longestMark),
  at: z.enum(['on_page', 'below']).default('on_page'),
});
export type CopyMark = z.infer<typeof copyMark>;

const saidFields = z.object({
  outcome: z.enum(saidOutcomes).nullable(),
  outcomeOn: calendarDate.nullable(),
  remark: optionalLine,
});

/**
 * `expired`: what is there has run out; `rejected` by the platform or the firm; `deviates` from the
 * paper that decides; `file_lost`: of one the kept bytes are gone or altered; `not_good`: not taken for another reason.
 */
const missingReasons = [
  'not_there',
  'expired',
  'part_missing',
  'other_kind',
  'to_confirm',
  'rejected',
  'deviates',
  'not_good',
  'file_lost',
] as const;

/** A paper that a submission's folder lacks, and why. */
const missingPaper = z.object({
  lineNo: z.int(),
  title: z.custom<RuleText>(),
  reason: z.enum(missingReasons),
});
export type MissingPaper = z.infer<typeof missingPaper>;

/** A paper of the checklist that has run out, and so was left out of the folder, on a line that is not missing because of it. */
const leftOutPaper = z.object({ lineNo: z.int(), title: z.custom<RuleText>(), validUntil: calendarDate });
export type LeftOutPaper = z.infer<typeof leftOutPaper>;

export const handOuts = {
  /** The register, the latest first. NOT_FOUND for a cursor that is not ours. */
  list: procedure
    .input(z.object({ filter: handOutFilter.default({}), ...rowRange }))
    .output(z.object({ rows: z.array(handOutRow), nextCursor: z.string().nullable(), total: z.int() })),
  /**
   * What the firm wrote last: recipients and purposes, the latest first; with a client those of its papers before all others, and the
   * mark that was last written across one of its papers, with what it was for.
   */
  suggestions: procedure.input(z.object({ clientId: id.nullable().default(null) })).output(
    z.object({
      recipients: z.array(z.string()),
      purposes: z.array(z.string()),
      mark: z
        .object({
          words: z.string(),
          accountName: z.string().nullable(),
          purpose: z.string(),
          recipient: z.string(),
          date: calendarDate,
        })
        .nullable(),
    }),
  ),
  /**
   * Writes an unaltered copy of one file of a paper, or with a mark a picture of each of its pages, and enters it. The copy is there as a whole or not at all: NOT_FOUND,
   * FILE_TOKEN_UNKNOWN, FILE_DAMAGED (its bytes are no longer what was kept), NOT_WRITABLE, DISK_FULL.
   */
  copy: procedure
    .input(
      z.object({ versionId: id, target: fileToken, ...occasion, mark: copyMark.nullable().default(null) }),
    )
    .output(z.object({ entryId: id, name: z.string(), sizeBytes: z.int(), sha256 })),
  /** Enters a copy on paper, before it is printed. The job is for who prints alone. NOT_FOUND, FILE_DAMAGED. */
  print: procedure.input(z.object({ versionId: id, ...occasion })).output(z.object({ entryId: id, job: id })),
  /**
   * Says of a copy on paper that it did not come about; only by its job, so that nobody else can say it of a copy that left,
   * and only of one of which nothing was said yet. NOT_FOUND.
   */
  notWritten: procedure.input(z.object({ job: id })).output(done),
  /** What became of a copy; STALE when the stored value is not `base`'s. */
  note: procedure
    .input(z.object({ id, base: saidFields.partial(), changes: saidFields.partial() }))
    .output(done),
  /** What a submission's folder would hold, and what it would lack. NOT_FOUND. */
  submission: procedure.input(z.object({ applicationId: id, language: z.enum(languages).optional() })).output(
    z.object({
      folderName: z.string(),
      files: z.array(
        z.object({ lineNo: z.int(), name: z.string(), documentId: id, versionId: id, sizeBytes: z.int() }),
      ),
      missing: z.array(missingPaper),
      leftOut: z.array(leftOutPaper),
    }),
  ),
  /**
   * Writes the papers of an application's checklist into a new folder, numbered and named, with a list of contents, and
   * enters each. The folder is there as a whole or not at all: FOLDER_TAKEN, FILE_TOKEN_UNKNOWN, NOT_FOUND, NOT_WRITABLE,
   * DISK_FULL, CANCELLED, NOTHING_TO_HAND_OUT.
   */
  writeSubmission: procedure
    .input(
      z.object({
        applicationId: id,
        target: fileToken,
        recipient: line.min(1),
        purpose: line.min(1),
        language: z.enum(languages).optional(),
      }),
    )
    .output(
      work(
        z.object({
          name: z.string(),
          fileCount: z.int(),
          sizeBytes: z.int(),
          missing: z.array(missingPaper),
          leftOut: z.array(leftOutPaper),
        }),
      ),
    ),
};
