import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { kindSigns } from '#shared/domain/kind-guess.ts';
import { qualityKinds } from '#shared/domain/quality-finding.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import { pageTurns } from '#shared/domain/tray-pages.ts';
import { documentParts } from './documents.ts';
import { procedure } from './errors.ts';
import { done, fileToken, id, instant, line, sha256, validUntil } from './values.ts';

/** How a file came into the tray. */
export const trayWays = ['chosen', 'dropped', 'pasted', 'folder'] as const;
export type TrayWay = (typeof trayWays)[number];

/** What a file or a page is known from already. */
const twin = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('document'),
    id,
    clientId: id,
    clientName: z.string(),
    title: z.string(),
    documentKind: z.enum(documentKinds),
    versionNo: z.int(),
  }),
  z.object({ of: z.literal('file'), id, name: z.string() }),
]);

const refusal = {
  name: z.string(),
  code: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
};

/** A file of the watched folder that stayed out, or whose original could not be moved away, and why. */
const folderFault = z.object(refusal);

/** A file of the watched folder that has not come in once more, and where its bytes are. */
const knownFile = z.object({ name: z.string(), here: twin });
export type KnownFile = z.infer<typeof knownFile>;

const watchedFolder = z.object({
  /** Null while none is chosen. */
  folderName: z.string().nullable(),
  /** Where originals go that were taken, within the folder. */
  takenFolderName: z.string(),
  /** `gone`: it can't be read now, such as one on a drive that is not connected. */
  state: z.enum(['off', 'watching', 'gone']),
  /** Files that are waited for until they are still. */
  waitingCount: z.int(),
  /** Folders and links in it, which are left as they are. */
  leftCount: z.int(),
  faults: z.array(folderFault),
  known: z.array(knownFile),
});
export type WatchedFolder = z.infer<typeof watchedFolder>;

/** A file in the tray. The pictures of its pages are `vault://page/<sha256>/<number>`. */
export const trayFile = z.object({
  id,
  sha256,
  name: z.string(),
  folderName: z.string(),
  cameBy: z.enum(trayWays),
  mediaType: z.string(),
  sizeBytes: z.int(),
  pageCount: z.int(),
  createdAtMs: instant,
  /** The same bytes are here already. */
  same: twin.nullable(),
  /** Another picture of the same paper seems to be here already; `likeness` from 0 to 1. */
  similar: z.object({ twin, likeness: z.number() }).nullable(),
});
export type TrayFile = z.infer<typeof trayFile>;

const trayPage = z.object({
  id,
  fileId: id,
  pageNo: z.int(),
  paperId: id.nullable(),
  position: z.int(),
  turn: z.literal(pageTurns),
  part: z.enum(documentParts),
  /** Nothing stands on it; null while nobody has looked. */
  isBlank: z.boolean().nullable(),
  /** What is wrong with its picture, whatever becomes of it; null while nobody has measured it. */
  faults: z.array(z.enum(qualityKinds)).nullable(),
  /** It waits to be read, or is being read: what is guessed of it may change. */
  isUnread: z.boolean(),
});

/**
 * By what a client was found: its code, its name or the number of one of its people on the paper; its name, one of its people or a
 * word of its name in the file's or folder's name.
 */
export const clientSigns = ['code', 'id_number', 'name', 'name_of_file', 'person', 'file_name'] as const;

const clientGuess = z.object({
  clientId: id,
  clientName: z.string(),
  sign: z.enum(clientSigns),
  /** From 0 to 1. */
  share: z.number(),
  /** Who of its people was found. */
  personName: z.string().nullable(),
  /** The name of its file or folder tells it, perhaps besides the page. */
  isInName: z.boolean(),
});
const kindGuess = z.object({
  kind: z.enum(documentKinds),
  share: z.number(),
  sign: z.enum(kindSigns),
  /** What the file's name says where the page says something else. */
  nameSays: z.enum(documentKinds).nullable(),
});

/** The piece that seems to be the other side of the same ID card, and by what: nothing is joined before somebody says so. */
const otherSide = z.object({
  paperId: id,
  /** Which side this piece is. */
  side: z.enum(['front', 'back']),
  sign: z.enum(['name', 'reading']),
});

/** A piece of the tray: what is to become one paper. */
export const trayPaper = z.object({
  id,
  clientId: id.nullable(),
  clientName: z.string().nullable(),
  documentId: id.nullable(),
  itemId: z.string().nullable(),
  kind: z.enum(documentKinds).nullable(),
  title: z.string(),
  validUntil,
  isSeen: z.boolean(),
  /** What its pages and files say, best first. */
  clientGuesses: z.array(clientGuess),
  kindGuess: kindGuess.nullable(),
  otherSide: otherSide.nullable(),
});
export type TrayPaper = z.infer<typeof trayPaper>;

const trayFields = z.object({
  clientId: id.nullable(),
  documentId: id.nullable(),
  itemId: z.string().nullable(),
  kind: z.enum(documentKinds).nullable(),
  title: line,
  validUntil,
  isSeen: z.boolean(),
});

const trayMove = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cut'), pageId: id }),
  z.object({ kind: z.literal('join'), paperId: id, to: id }),
  z.object({ kind: z.literal('sides'), front: id, back: id }),
  z.object({ kind: z.literal('move'), pageIds: z.array(id).min(1), to: id, before: id.nullable() }),
  z.object({ kind: z.literal('own'), pageIds: z.array(id).min(1) }),
  z.object({ kind: z.literal('turn'), pageIds: z.array(id).min(1), by: z.literal(pageTurns) }),
  z.object({ kind: z.literal('leave_out'), pageIds: z.array(id).min(1) }),
  z.object({ kind: z.literal('part'), pageId: id, part: z.enum(documentParts) }),
]);

/** A move as it is asked for; the id of a new piece is made by the backend. */
export type AskedMove = z.infer<typeof trayMove>;

/** What happens to the files on their way into the tray: each is taken or refused on its own, by name. */
const takeProgress = z.discriminatedUnion('kind', [
  /** A dropped folder is gone through; `fileCount` so far. */
  z.object({ kind: z.literal('looking'), name: z.string(), fileCount: z.int() }),
  z.object({ kind: z.literal('taking'), name: z.string(), fileNo: z.int(), fileCount: z.int() }),
  /** All are read and are put into the tray. */
  z.object({ kind: z.literal('keeping'), done: z.int(), total: z.int() }),
  z.object({ kind: z.literal('refused'), ...refusal }),
  z.object({
    kind: z.literal('taken'),
    changeId: id.nullable(),
    takenCount: z.int(),
    refusedCount: z.int(),
  }),
]);

const fileProgress = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('filing'), done: z.int(), total: z.int() }),
  z.object({
    kind: z.literal('refused'),
    paperId: id,
    code: z.string(),
    data: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  z.object({ kind: z.literal('filed'), changeId: id.nullable(), filedCount: z.int() }),
]);

/** Where a piece can go at its client: the papers that it may be a new version of, and the items that wait for it. */
const places = z.object({
  papers: z.array(z.object({ id, title: z.string(), validUntil, versionCount: z.int() })),
  items: z.array(
    z.object({
      id: z.string(),
      title: z.custom<RuleText>(),
      applicationNumber: z.string(),
      isOpen: z.boolean(),
    }),
  ),
});

/** The intake tray: files come in, are cut into papers, and are filed once somebody has looked. */
export const intake = {
  get: procedure.output(
    z.object({ files: z.array(trayFile), pages: z.array(trayPage), papers: z.array(trayPaper) }),
  ),
  /** How many pieces wait. */
  count: procedure.output(z.object({ papers: z.int() })),
  /** Takes files, and of folders every file in them; a file is kept unaltered from here on. */
  take: procedure
    .input(z.object({ tokens: z.array(fileToken).min(1).max(5000), cameBy: z.enum(trayWays) }))
    .output(eventIterator(takeProgress)),
  /** Takes a picture that is in no file, such as one from the clipboard. */
  takeBytes: procedure
    .input(z.object({ name: line.min(1), file: z.file() }))
    .output(eventIterator(takeProgress)),
  /** The watched folder as it was found last; which one it is, and whether it is on, are settings of this computer. */
  folder: procedure.output(watchedFolder),
  /** Looks into the watched folder now, and tries again what was refused. */
  lookInFolder: procedure.output(watchedFolder),
  /** What was here already has been read. */
  forgetKnown: procedure.output(z.object({})),
  /** Cuts, joins, moves, turns pages; where a new piece is made, its id is given. */
  arrange: procedure.input(z.object({ move: trayMove })).output(done.extend({ paperId: id.nullable() })),
  /** Writes what a piece is to become. */
  describe: procedure
    .input(z.object({ ids: z.array(id).min(1), base: trayFields.partial(), changes: trayFields.partial() }))
    .output(done),
  places: procedure.input(z.object({ clientId: id, kind: z.enum(documentKinds) })).output(places),
  /** Makes papers of the pieces that were seen; others are left as they are. One change, one undo. */
  file: procedure
    .input(z.object({ paperIds: z.array(id).min(1).max(2000) }))
    .output(eventIterator(fileProgress)),
  /** Takes files out of the tray with the pieces that are made of them alone; what was filed of them stays. */
  remove: procedure.input(z.object({ fileIds: z.array(id).min(1) })).output(done),
};
