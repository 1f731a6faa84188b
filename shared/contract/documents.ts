import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { statedFields } from '#shared/domain/stated-value.ts';
import { applicationKinds, stages } from '#shared/domain/application.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import { appliedCategory } from './application-pages.ts';
import { procedure } from './errors.ts';
import { placeInFile } from './search.ts';
import {
  calendarDate,
  done,
  fileToken,
  id,
  instant,
  line,
  longText,
  optionalLine,
  sha256,
  validUntil,
  rowRange,
} from './values.ts';

/** Why a file could not be read: it asks for a password, is broken, or its reading came to no end. */
export const textFaults = ['encrypted', 'damaged', 'unfinished'] as const;

export const documentParts = ['whole', 'front', 'back'] as const;

const statedField = z.enum(statedFields);
const statedValues = z.partialRecord(statedField, z.string());
/** Null or empty where the paper states nothing. */
const statedTexts = z.partialRecord(statedField, optionalLine);

/** One kept file. The bytes are read from `vault://file/<sha256>`, the picture from `vault://thumbnail/<sha256>`. */
export const versionRow = z.object({
  id,
  part: z.enum(documentParts),
  versionNo: z.int(),
  sha256,
  originalName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  pageCount: z.int(),
  widthPx: z.int().nullable(),
  heightPx: z.int().nullable(),
  /** Whether the picture has no colours; null for a PDF and for what came before anybody looked. */
  isGrey: z.boolean().nullable(),
  createdAtMs: instant,
});

/** Another paper in whose place one has come, or that has come in its place. */
const otherPaper = z.object({ id, title: z.string(), kind: z.enum(documentKinds), on: calendarDate });

/** A paper with its current files (the newest version of each part). */
export const documentRow = z.object({
  id,
  clientId: id,
  clientName: z.string(),
  kind: z.enum(documentKinds),
  title: z.string(),
  number: z.string().nullable(),
  contactId: id.nullable(),
  contactName: z.string().nullable(),
  issuedOn: calendarDate.nullable(),
  validFromOn: calendarDate.nullable(),
  validUntil,
  remark: z.string().nullable(),
  /** What the paper says, its own number among it; a field it states nothing of is left out. */
  stated: statedValues,
  versionCount: z.int(),
  current: z.array(versionRow),
  createdAtMs: instant,
  /** What has taken its place, and since when; null while it is the one in use. */
  replacedBy: otherPaper.nullable(),
  /** Whose place it has taken, the latest first. */
  replaces: z.array(otherPaper),
});
export type DocumentRow = z.infer<typeof documentRow>;

/** A paper in the list. */
export const listedDocument = documentRow.extend({
  /** Where the text that the list is narrowed by stands, with the words around it, when only a file of the paper holds it. */
  inFile: placeInFile.extend({ excerpt: z.string() }).optional(),
});
export type ListedDocument = z.infer<typeof listedDocument>;

/** A paper with every file that it ever had, newest first within each part. */
const documentDetails = documentRow.extend({
  versions: z.array(versionRow),
  keepUntilOn: calendarDate.nullable(),
});
export type DocumentDetails = z.infer<typeof documentDetails>;

export const documentFields = z.object({
  kind: z.enum(documentKinds),
  title: line.min(1),
  number: optionalLine,
  contactId: id.nullable(),
  issuedOn: calendarDate.nullable(),
  validFromOn: calendarDate.nullable(),
  validUntil,
  keepUntilOn: calendarDate.nullable(),
  remark: longText,
});

/** What a file says by itself, or what was recognised on it; of a file that is gone, and of a picture at first, nothing has been read. */
const fileText = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('read'),
    pages: z.array(z.string()),
    /** Whether that is all of it: a very long text is kept up to its hundredth page or so. */
    isWhole: z.boolean(),
  }),
  z.object({ state: z.literal('unreadable'), fault: z.enum(textFaults) }),
  z.object({ state: z.literal('unread') }),
]);

/** What happens to the files of one drop: each is stored or refused on its own, by name. */
const addProgress = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('storing'), name: z.string(), fileNo: z.int(), fileCount: z.int() }),
  z.object({
    kind: z.literal('refused'),
    name: z.string(),
    code: z.string(),
    data: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  z.object({
    kind: z.literal('added'),
    changeId: id.nullable(),
    documentId: id.nullable(),
    storedCount: z.int(),
    refusedCount: z.int(),
  }),
]);

export const documentFilter = z.object({
  text: z.string().optional(),
  kinds: z.array(z.enum(documentKinds)).optional(),
  clientId: id.optional(),
  /** Days from today; 0 means already expired. */
  expiringWithinDays: z.int().optional(),
});

/** A line of a checklist that a paper stands on. */
export const paperUse = z.object({
  applicationId: id,
  applicationNumber: z.string(),
  itemId: id,
  itemTitle: z.custom<RuleText>(),
  accountName: z.string(),
  platform: z.enum(platforms),
  kind: z.enum(applicationKinds),
  category: appliedCategory.nullable(),
  stage: z.enum(stages),
});
export type PaperUse = z.infer<typeof paperUse>;

export const documents = {
  list: procedure
    .input(
      z.object({
        filter: documentFilter.default({}),
        ...rowRange,
      }),
    )
    .output(z.object({ rows: z.array(listedDocument), nextCursor: z.string().nullable(), total: z.int() })),
  get: procedure.input(z.object({ id })).output(documentDetails),
  /** The applications that use a paper, the one opened last first, each with the lines of its checklist. */
  uses: procedure.input(z.object({ id })).output(z.array(paperUse)),
  /** What the files of a paper say, the newest version of each part first; what nobody has read yet is read now. */
  text: procedure.input(z.object({ id })).output(
    z.object({
      files: z.array(
        versionRow.pick({ part: true, versionNo: true, originalName: true }).extend({ text: fileText }),
      ),
    }),
  ),
  /**
   * Stores files and makes one paper of them, or with `documentId` adds them as new versions of a paper; with
   * `itemId` the paper is attached to that checklist item. Parts are given by order for an ID card (front, back).
   */
  add: procedure
    .input(
      z.object({
        clientId: id,
        documentId: id.nullable().default(null),
        itemId: id.nullable().default(null),
        kind: z.enum(documentKinds),
        title: line.optional(),
        validUntil: validUntil.default(null),
        files: z
          .array(z.object({ token: fileToken, part: z.enum(documentParts).optional() }))
          .min(1)
          .max(200),
      }),
    )
    .output(eventIterator(addProgress)),
  /**
   * Writes the changed fields, the kind among them: the paper stays where it is attached, and an item that takes no such
   * kind tells so.
   */
  update: procedure
    .input(
      z.object({
        id,
        // A paper that came in for an item may have no name yet.
        base: documentFields.extend({ title: line }).partial(),
        changes: documentFields.partial(),
      }),
    )
    .output(done),
  /**
   * What the paper says, as it prints it, in one change; fields that are left out stay. `base` holds what was seen
   * before. Codes are stored in their normal form, and nothing is refused for being wrong.
   */
  setStated: procedure
    .input(z.object({ documentId: id, base: statedTexts.default({}), values: statedTexts }))
    .output(done),
  trash: procedure.input(z.object({ id })).output(done),
};

/** The file itself, its small picture, or the picture of one page, from 1. */
const vaultForm = z.union([
  z.enum(['file', 'thumbnail']),
  z.templateLiteral(['page-', z.int().min(1).max(99_999)]),
]);

/**
 * Bytes of the vault for the main process, which serves them as vault:// with ranges: from `start` up to, not
 * including, `end`.
 */
export const files = {
  stat: procedure
    .input(z.object({ sha256, form: vaultForm }))
    .output(z.object({ sizeBytes: z.int(), mediaType: z.string() })),
  read: procedure
    .input(z.object({ sha256, form: vaultForm, start: z.int().min(0), end: z.int().min(0) }))
    .output(z.file()),
};
