import { oc } from '@orpc/contract';
import { z } from 'zod';
import { cellFaultCodes } from '#shared/domain/cell-value.ts';
import { refusalReasons } from './refusal.ts';

const named = z.object({ name: z.string() });
const none = z.object({});

const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** A field that no longer holds what the save began from (`expected`), and what it holds now. */
const staleField = z.object({ field: z.string(), expected: fieldValue, found: fieldValue });
export type StaleField = z.infer<typeof staleField>;

/** What is wrong with one cell of a block; `row` counts the block's rows from 0, a row as a whole has no `field`. */
const refusedCell = z.object({
  row: z.int(),
  field: z.string().nullable(),
  code: z.enum(cellFaultCodes),
  limit: z.number().optional(),
  name: z.string().optional(),
  found: z.union([z.string(), z.number(), z.null()]).optional(),
});
export type RefusedCell = z.infer<typeof refusedCell>;

/**
 * Every failure that a caller can act on: code → the data that its message needs. `name` is a file's name without
 * its folder. Anything else that goes wrong reaches the caller as INTERNAL.
 */
export const appErrors = {
  NOT_FOUND: { data: z.object({ what: z.string(), id: z.string() }) },
  /** A name that fits several; `candidates` are all of them, each name with its code or key. */
  AMBIGUOUS: {
    data: z.object({ text: z.string(), candidates: z.array(z.string()) }),
  },
  /** A paper of this kind prints no such field; `known` are those that it does. */
  FIELD_UNKNOWN: { data: z.object({ field: z.string(), known: z.array(z.string()) }) },
  /** `fields`: every field of the save that was written elsewhere, where it is a save of fields. */
  STALE: {
    data: z.object({
      field: z.string(),
      expected: z.string().nullable(),
      found: z.string().nullable(),
      fields: z.array(staleField).optional(),
    }),
  },
  /** A block of cells, of which nothing was written: everything that is wrong with it. */
  CELLS_REFUSED: { data: z.object({ count: z.int(), cells: z.array(refusedCell) }) },
  DUPLICATE_CREDIT_CODE: {
    data: z.object({ creditCode: z.string(), clientId: z.string(), name: z.string() }),
  },
  /** Only the check character of the code is wrong, and no note says why it is used. */
  CREDIT_CODE_NOTE_NEEDED: {
    data: z.object({ creditCode: z.string(), flaw: z.string(), expected: z.string().optional() }),
  },
  /** `field` of a bank account can't be a number: something other than digits, or too few or too many of them. */
  BANK_NUMBER_IMPOSSIBLE: {
    data: z.object({ field: z.literal('accountNumber'), accountNumber: z.string() }),
  },
  /** The kind of body answers the question by itself, and otherwise than was said; `isYes` is what it answers. */
  ANSWER_IMPLIED: {
    data: z.object({ questionId: z.string(), entityType: z.string(), isYes: z.boolean() }),
  },
  /** An annual report can be filed only once its year is over; `lastYear` is the latest that is. */
  REPORT_YEAR_NOT_OVER: { data: z.object({ year: z.int(), lastYear: z.int() }) },
  DUPLICATE_APP_ID: { data: z.object({ appId: z.string(), clientId: z.string(), name: z.string() }) },
  DUPLICATE_NAME: { data: named },
  /** What a view is to show can't be read by the schema of its list. */
  VIEW_UNREADABLE: { data: named },
  IN_USE: { data: z.object({ what: z.string(), count: z.int() }) },
  ACTION_NOT_ALLOWED: {
    data: z.object({ action: z.string(), stage: z.string(), reason: z.enum(refusalReasons) }),
  },
  /** Orders of that kind are for accounts of another kind. */
  ACCOUNT_KIND_UNFIT: { data: z.object({ accountKind: z.string(), kind: z.string() }) },
  RULES_NOT_COVERED: { data: z.object({ entityType: z.string(), kind: z.string() }) },
  /** The list of the account's platform has no such category; `category` is empty where none was named. */
  CATEGORY_UNKNOWN: { data: z.object({ category: z.string() }) },
  /** What the firm would lay down is what the rules say themselves; `value` in fen or units of the clock. */
  OVERRIDE_SAME_AS_PACK: { data: z.object({ field: z.string(), value: z.int() }) },
  /** A clock longer than the published one, without a word that this is meant. */
  OVERRIDE_LONGER: { data: z.object({ field: z.string(), value: z.int(), published: z.int() }) },
  /** It is not known who lays the override down. */
  AUTHOR_NEEDED: { data: none },
  OVERRIDE_OUT_OF_RANGE: {
    data: z.object({ field: z.string(), value: z.number(), min: z.int(), max: z.int() }),
  },
  /** The rules ask these bodies for the paper already. */
  OVERRIDE_PAPER_ASKED: { data: z.object({ field: z.string(), entityTypes: z.array(z.string()) }) },
  /** Another rule of the firm's own asks for the paper; `title` is what it calls it. */
  OVERRIDE_PAPER_DOUBLED: { data: z.object({ field: z.string(), title: z.string() }) },
  /** A change of many rows is being written; another one, or an undo, has to wait. */
  /** A client was changed elsewhere while it was imported. */
  CHANGED_MEANWHILE: { data: z.object({ name: z.string() }) },
  CHANGE_UNDER_WAY: { data: z.object({ action: z.string() }) },
  /** One paper can't take the place of another: it is another client's, of another kind, or another person's. */
  RENEWAL_UNFIT: { data: z.object({ differs: z.enum(['client', 'kind', 'person', 'end']) }) },
  /** What the new paper says is not what the client's data say; `fields` are those that differ. */
  RENEWAL_CONTRADICTED: { data: z.object({ count: z.int(), fields: z.array(z.string()) }) },
  NOTHING_TO_UNDO: { data: none },
  /** What was done is for good, as a destruction is. */
  UNDO_IMPOSSIBLE: { data: z.object({ action: z.string() }) },
  /** What was undone can't be done again any more: something was changed since, first by the action that is named. */
  REDO_ENDED: { data: z.object({ action: z.string(), atMs: z.int() }) },
  /** A later change is in the way, named by its action and its moment; both null when it was made elsewhere. */
  UNDO_CONFLICT: {
    data: z.object({
      table: z.string(),
      id: z.string(),
      field: z.string(),
      laterAction: z.string().nullable(),
      laterAtMs: z.int().nullable(),
    }),
  },
  /** What it belongs to is in the trash as well. */
  RESTORE_PARENT_GONE: { data: z.object({ title: z.string(), name: z.string() }) },
  /** Its code or number is another's by now. */
  RESTORE_PLACE_TAKEN: { data: z.object({ title: z.string(), name: z.string() }) },
  FILE_TOKEN_UNKNOWN: { data: none },
  FILE_UNREADABLE: { data: z.object({ name: z.string(), detail: z.string() }) },
  /** A folder of several that were to be gone through; `detail` is the system's word. */
  FOLDER_UNREADABLE: { data: z.object({ name: z.string(), detail: z.string() }) },
  /** The watched folder would be one with the program's own data or backups in it, or lies in them. */
  FOLDER_IS_OWN: { data: named },
  /** A file is in the tray, and its original could not be moved into `folder`. */
  ORIGINAL_NOT_MOVED: { data: z.object({ name: z.string(), folder: z.string() }) },
  /** A file, or a piece of the tray, that would have more pages than a piece may. */
  TOO_MANY_PAGES: { data: z.object({ name: z.string(), pageCount: z.int(), limit: z.int() }) },
  /** A picture that says that it has more pixels than any scan. */
  TOO_MANY_PIXELS: { data: z.object({ name: z.string(), widthPx: z.int(), heightPx: z.int() }) },
  FILE_EMPTY: { data: named },
  RULE_FILE_EMPTY: { data: named },
  FILE_TOO_LARGE: { data: z.object({ name: z.string(), sizeBytes: z.int(), limitBytes: z.int() }) },
  FILE_TYPE_UNSUPPORTED: { data: z.object({ name: z.string(), found: z.string() }) },
  FILE_DAMAGED: { data: z.object({ name: z.string(), detail: z.string() }) },
  FILE_ENCRYPTED: { data: named },
  /** Where a paper is handed in no pictures are taken. */
  UPLOAD_FORMAT: { data: z.object({ formats: z.string() }) },
  /** Whatever fits the limit could not be read any more, or has fewer pixels than are asked for; `maxBytes` 0: no limit. */
  UPLOAD_UNREADABLE: { data: z.object({ widthPx: z.int(), heightPx: z.int(), maxBytes: z.int() }) },
  /** No place on the page is free for a mark, or nobody knows what stands there; a strip below it always is. */
  MARK_NO_PLACE: { data: z.object({ pageNo: z.int() }) },
  /** A copy with a mark is made of pictures, and so many would be too large. */
  MARK_TOO_MANY_PAGES: { data: z.object({ pageCount: z.int(), mostPages: z.int() }) },
  /** A piece of the tray can't be filed before it is known whose it is and what, has a page, and was looked at. */
  SIDES_UNFIT: { data: z.object({ differs: z.enum(['client', 'kind']) }) },
  PAPER_INCOMPLETE: { data: z.object({ missing: z.enum(['client', 'kind', 'pages', 'look']) }) },
  WORKBOOK_ENCRYPTED: { data: named },
  WORKBOOK_DAMAGED: { data: z.object({ name: z.string(), detail: z.string() }) },
  WORKBOOK_QUOTES: { data: z.object({ name: z.string(), rowNo: z.int() }) },
  WORKBOOK_EMPTY: { data: named },
  WORKBOOK_NO_HEADER: {
    data: z.object({ name: z.string(), sheet: z.string(), missing: z.array(z.string()) }),
  },
  WORKBOOK_CHANGED: { data: named },
  /** A folder that is to be new has something in it, or is a file. */
  FOLDER_TAKEN: { data: named },
  /** Of all that a folder was to hold there is nothing yet. */
  NOTHING_TO_HAND_OUT: { data: none },
  /** The system's printing gave up; `detail` is its word. */
  PRINT_FAILED: { data: z.object({ detail: z.string() }) },
  DISK_FULL: { data: none },
  NOT_WRITABLE: { data: named },
  /** The firm's papers can't be written into its data folder, which `name` is. */
  PAPERS_NOT_WRITABLE: { data: named },
  DATABASE_IN_USE: { data: z.object({ owner: z.string() }) },
  DATABASE_READ_ONLY: { data: named },
  DATABASE_DAMAGED: { data: z.object({ name: z.string(), detail: z.string() }) },
  DATABASE_NEWER: { data: z.object({ found: z.int(), supported: z.int() }) },
  BACKUP_DAMAGED: { data: z.object({ name: z.string(), detail: z.string() }) },
  BACKEND_UNAVAILABLE: { data: none },
  CANCELLED: { data: none },
} as const;

export type AppErrorCode = keyof typeof appErrors;
export type AppErrorData<C extends AppErrorCode> = z.infer<(typeof appErrors)[C]['data']>;

/** A failure as data: thrown by services, turned into a typed contract error at the edge. */
export class AppError<C extends AppErrorCode = AppErrorCode> extends Error {
  readonly code: C;
  readonly data: AppErrorData<C>;

  constructor(code: C, data: AppErrorData<C>, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(data)}`, options);
    this.name = 'AppError';
    this.code = code;
    this.data = data;
  }
}

/** Narrows to an AppError whose data is typed; a bare `instanceof` leaves it `any`. */
export const isAppError = (error: unknown): error is AppError => error instanceof AppError;

/** Every procedure of the contract starts here, so that each carries the same typed errors. */
export const procedure = oc.errors(appErrors);
