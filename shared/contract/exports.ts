import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { accountFilter, accountSort } from './account-pages.ts';
import { applicationFilter, applicationSort } from './application-pages.ts';
import { clientFilter, clientOrder } from './clients.ts';
import { documentFilter } from './documents.ts';
import { procedure } from './errors.ts';
import { handOutFilter } from './hand-outs.ts';
import { accountGroups, applicationGroups, clientGroups } from './row-groups.ts';
import { languages } from './settings.ts';
import { fileToken, rowChoice } from './values.ts';
import { work } from './work.ts';

export const exportFormats = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Where a list goes, in which form, and in which language its headings and words are; left out, in that of the data. */
const asked = {
  /** Of the filter's rows those that are meant. */
  rows: rowChoice.prefault({}),
  target: fileToken,
  format: z.enum(exportFormats),
  language: z.enum(languages).optional(),
};

/** The file that was written; `rowCount` counts the rows of the list. */
const written = z.object({ name: z.string(), rowCount: z.int(), sizeBytes: z.int() });
export type WrittenList = z.infer<typeof written>;

/** The parts of a full export, in the order in which they are written. */
export const firmParts = ['data', 'workbooks', 'clients'] as const;

/** What was written; `missingCount` originals could not be had. Sizes are those of the files, without the folders. */
const writtenFirm = z.object({
  name: z.string(),
  clientCount: z.int(),
  originalCount: z.int(),
  missingCount: z.int(),
  fileCount: z.int(),
  sizeBytes: z.int(),
});
export type WrittenFirm = z.infer<typeof writtenFirm>;

const firmProgress = z.object({
  kind: z.literal('working'),
  what: z.enum(firmParts),
  done: z.int(),
  total: z.int(),
});
/** How far a full export is, in rows or clients of one part; in the end what was written. */
export type FirmStep<Result = WrittenFirm> =
  z.infer<typeof firmProgress> | { readonly kind: 'done'; readonly result: Result };

/**
 * Lists as files, by the filter and in the order of the screen, every row. A file is written whole or not at all:
 * FILE_TOKEN_UNKNOWN, NOT_WRITABLE, DISK_FULL, CANCELLED.
 */
export const exports = {
  /** A row for each account, under headings that the import knows: a client without accounts has one row. */
  clients: procedure
    .input(
      z.object({
        filter: clientFilter.default({}),
        sort: clientOrder,
        group: z.enum(clientGroups).optional(),
        ...asked,
      }),
    )
    .output(work(written)),
  accounts: procedure
    .input(
      z.object({
        filter: accountFilter.default({}),
        sort: accountSort,
        group: z.enum(accountGroups).optional(),
        ...asked,
      }),
    )
    .output(work(written)),
  applications: procedure
    .input(
      z.object({
        filter: applicationFilter.default({}),
        sort: applicationSort,
        group: z.enum(applicationGroups).optional(),
        ...asked,
      }),
    )
    .output(work(written)),
  documents: procedure
    .input(z.object({ filter: documentFilter.default({}), ...asked }))
    .output(work(written)),
  /** What was destroyed, a row for each file that it had. */
  destroyed: procedure
    .input(
      z.object({
        text: z.string().trim().max(200).default(''),
        ...{ target: asked.target, format: asked.format, language: asked.language },
      }),
    )
    .output(work(written)),
  handOuts: procedure
    .input(
      z.object({
        filter: handOutFilter.default({}),
        target: fileToken,
        format: z.enum(exportFormats),
        language: z.enum(languages).optional(),
      }),
    )
    .output(work(written)),
  /**
   * Everything the firm has as one folder that is read without the program: pages, workbooks, tables, all originals. The
   * folder is new and there as a whole or not at all: FOLDER_TAKEN besides, and CHANGE_UNDER_WAY while a change in
   * parts is written.
   */
  firm: procedure
    .input(z.object({ target: fileToken, language: z.enum(languages).optional() }))
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          firmProgress,
          z.object({ kind: z.literal('done'), result: writtenFirm }),
        ]),
      ),
    ),
};
