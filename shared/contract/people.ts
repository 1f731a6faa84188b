import { z } from 'zod';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { erasureDeeds, heldThings, stayReasons } from '#shared/domain/erasure.ts';
import { personWordKinds } from '#shared/domain/person-words.ts';
import { documentParts } from './documents.ts';
import { procedure } from './errors.ts';
import { occasionWords } from './hand-outs.ts';
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
  validUntil,
} from './values.ts';
import { work } from './work.ts';

const ofClient = { clientId: id.nullable(), clientName: z.string().nullable() };

/** A person whom the firm knows, also one in the trash; those who were erased are nobody any more. */
const personRow = z.object({
  id,
  name: z.string(),
  phone: z.string().nullable(),
  idNumber: z.string().nullable(),
  /** Of the clients that they are a contact of now, some. */
  clientNames: z.array(z.string()),
  clientCount: z.int(),
  paperCount: z.int(),
  isTrashed: z.boolean(),
});
export type PersonRow = z.infer<typeof personRow>;

const person = z.object({
  id,
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  wechat: z.string().nullable(),
  idNumber: z.string().nullable(),
  availableHours: z.string().nullable(),
  remark: z.string().nullable(),
  createdAtMs: instant,
  updatedAtMs: instant,
  isTrashed: z.boolean(),
});

const personLink = z.object({
  id,
  clientId: id,
  clientName: z.string(),
  isLegalRepresentative: z.boolean(),
  isAdministrator: z.boolean(),
  isFinance: z.boolean(),
  answersCalls: z.boolean(),
  leftOn: calendarDate.nullable(),
  isTrashed: z.boolean(),
});
export type PersonLink = z.infer<typeof personLink>;

const personFile = z.object({
  versionId: id,
  part: z.enum(documentParts),
  versionNo: z.int(),
  sha256,
  originalName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  /** What was read of it, by the program. */
  text: z.string(),
});

const personPaper = z.object({
  id,
  ...ofClient,
  kind: z.enum(documentKinds),
  title: z.string(),
  number: z.string().nullable(),
  issuedOn: calendarDate.nullable(),
  validUntil,
  keepUntilOn: calendarDate.nullable(),
  remark: z.string().nullable(),
  isTrashed: z.boolean(),
  isDestroyed: z.boolean(),
  stated: z.array(z.object({ field: z.string(), value: z.string() })),
  files: z.array(personFile),
});
export type PersonPaper = z.infer<typeof personPaper>;

/** A text elsewhere in which words of the person stand; `table` and `column` as the data have them. */
const personPlace = z.object({
  table: z.string(),
  rowId: id,
  column: z.string(),
  ...ofClient,
  text: z.string(),
  words: z.array(z.enum(personWordKinds)),
  isTrashed: z.boolean(),
});

/** What a file of a paper that is not about the person says of them. */
const personText = z.object({
  sha256,
  documentId: id.nullable(),
  documentTitle: z.string(),
  documentKind: z.enum(documentKinds).nullable(),
  ...ofClient,
  excerpt: z.string(),
});

const personEvent = z.object({
  id,
  atMs: instant,
  action: z.string(),
  table: z.string(),
  rowId: id,
  ...ofClient,
  operation: z.enum(['insert', 'update', 'delete', 'restore']),
});

const personCopy = z.object({
  id,
  handedAtMs: instant,
  copyName: z.string(),
  recipient: z.string(),
  purpose: z.string(),
  ...ofClient,
});

const personBackup = z.object({ name: z.string(), folder: z.string(), atMs: instant });

const report = z.object({
  person,
  /** Other entries with the same name, number or address: another person, or the same one twice. */
  namesakes: z.array(z.object({ id, name: z.string(), words: z.array(z.enum(personWordKinds)) })),
  links: z.array(personLink),
  papers: z.array(personPaper),
  places: z.array(personPlace),
  texts: z.array(personText),
  copies: z.array(personCopy),
  events: z.array(personEvent),
  eventCount: z.int(),
  /** Begun forms on this computer that are not saved yet. */
  drafts: z.array(z.string()),
  backups: z.array(personBackup),
});
export type PersonReport = z.infer<typeof report>;

/** One thing that is held, and what an erasure does with it. */
const erasureItem = z.object({
  deed: z.enum(erasureDeeds),
  what: z.enum(heldThings),
  /** The table and the row; null where it stands for many, or for what is in no table. */
  table: z.string().nullable(),
  rowId: id.nullable(),
  title: z.string(),
  documentKind: z.enum(documentKinds).nullable(),
  ...ofClient,
  reason: z.enum(stayReasons).nullable(),
  application: z.object({ id, number: z.string() }).nullable(),
  account: z.object({ id, name: z.string() }).nullable(),
  untilOn: calendarDate.nullable(),
  count: z.int(),
});
export type ErasureItem = z.infer<typeof erasureItem>;

const preview = z.object({
  name: z.string(),
  /** The person's own entry goes; else something still needs it. */
  isWhole: z.boolean(),
  items: z.array(erasureItem),
});
export type ErasurePreview = z.infer<typeof preview>;

const stay = z.object({
  what: z.enum(heldThings),
  reason: z.enum(stayReasons),
  application: z.object({ id, number: z.string() }).nullable(),
  account: z.object({ id, name: z.string() }).nullable(),
  documentId: id.nullable(),
  documentKind: z.enum(documentKinds).nullable(),
  untilOn: calendarDate.nullable(),
  count: z.int(),
});

/** What is kept of an erasure: who, when, how much, what had to stay and why. Nothing in it names the person. */
const erasure = z.object({
  id,
  atMs: instant,
  consultantName: z.string().nullable(),
  remark: z.string().nullable(),
  isWhole: z.boolean(),
  /** Rows that went or lost the words of the person. */
  rowCount: z.int(),
  paperCount: z.int(),
  fileCount: z.int(),
  /** Entries of the history whose contents went. */
  eventCount: z.int(),
  stays: z.array(stay),
});
export type Erasure = z.infer<typeof erasure>;

export const people = {
  /** By name; `text` in the name, a number with or without its spaces, or the address. NOT_FOUND for a cursor that is not ours. */
  list: procedure
    .input(z.object({ text: line.default(''), ...rowRange }))
    .output(z.object({ rows: z.array(personRow), nextCursor: z.string().nullable(), total: z.int() })),
  /** Everything that is held about one person. NOT_FOUND; CANCELLED. */
  report: procedure.input(z.object({ id })).output(work(report)),
  /**
   * Writes everything about one person into a new folder: a page to read and unaltered copies of the papers, each entered in
   * the register. The folder is there as a whole or not at all: NOT_FOUND, FOLDER_TAKEN, FILE_TOKEN_UNKNOWN, NOT_WRITABLE,
   * DISK_FULL, CANCELLED.
   */
  export: procedure
    .input(z.object({ id, target: fileToken, ...occasionWords, language: z.enum(languages).optional() }))
    .output(
      work(
        z.object({
          name: z.string(),
          fileCount: z.int(),
          sizeBytes: z.int(),
          /** Names of files whose kept bytes are gone or altered. */
          missing: z.array(z.string()),
        }),
      ),
    ),
  /** What an erasure would take, and what would stay and why. NOT_FOUND; CANCELLED. */
  previewErasure: procedure.input(z.object({ id })).output(work(preview)),
  /**
   * Erases what nothing needs any more about one person, for good: rows, words in texts, files, the contents of the history; the
   * database is written anew without them. It can't be undone, and not be cancelled once it writes. NOT_FOUND, CANCELLED,
   * CHANGE_UNDER_WAY.
   */
  erase: procedure.input(z.object({ id, remark: optionalLine.default(null) })).output(
    work(
      done.extend({
        erasure,
        /** Files that the system did not let go, as one that another program has open: they go at the next start. */
        waitingCount: z.int(),
        /** False where the space of what was erased could not be overwritten by now: that is done at the next start. */
        isSwept: z.boolean(),
      }),
    ),
  ),
  /** The erasures, the latest first. NOT_FOUND for a cursor that is not ours. */
  erasures: procedure
    .input(z.object(rowRange))
    .output(z.object({ rows: z.array(erasure), nextCursor: z.string().nullable(), total: z.int() })),
};
