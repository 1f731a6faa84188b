import { z } from 'zod';
import { zoomSteps } from '#shared/domain/zoom.ts';
import { procedure } from './errors.ts';
import { fileToken, id, line } from './values.ts';
import { work } from './work.ts';

const chosen = z.object({ token: fileToken, name: z.string(), sizeBytes: z.int() });
export type ChosenFile = z.infer<typeof chosen>;

/** So many checklists are printed in one go: at a second each it is a matter of minutes. */
export const printedAtMost = 500;

/** What the main process does for our windows: dialogs, printing, the looks of the frame. It never opens the data. */
export const shellContract = {
  chooseFiles: procedure
    .input(
      z.object({
        kind: z.enum(['workbook', 'scan', 'rules', 'views']),
        multiple: z.boolean().default(false),
      }),
    )
    .output(z.array(chosen)),
  chooseFolder: procedure
    .input(z.object({ purpose: z.enum(['backup', 'restore', 'print', 'intake', 'watch']) }))
    .output(chosen.nullable()),
  chooseTarget: procedure
    .input(
      z.object({
        kind: z.enum(['workbook', 'text', 'calendar', 'folder', 'views', 'copy', 'jpeg', 'png']),
        name: z.string(),
      }),
    )
    .output(chosen.nullable()),
  /** Prints the checklist to a PDF where the user says; null when the dialog was cancelled. */
  exportChecklist: procedure
    .input(z.object({ applicationId: id, name: z.string() }))
    .output(
      z.object({ token: fileToken, name: z.string(), pageCount: z.int(), sizeBytes: z.int() }).nullable(),
    ),
  /**
   * Prints the checklists one after the other into the folder, a PDF each, beside what is there. One that can't be printed
   * is named and the rest goes on; CANCELLED, NOT_WRITABLE and DISK_FULL end it, and what was written stays.
   */
  printChecklists: procedure
    .input(
      z.object({
        folder: fileToken,
        items: z.array(z.object({ applicationId: id, name: z.string() })).max(printedAtMost),
      }),
    )
    .output(work(z.object({ writtenCount: z.int(), failedNames: z.array(z.string()) }))),
  /**
   * Prints one file of a paper, turned by so many degrees, and enters it in the register of copies before; the system asks
   * where. PRINT_FAILED where it can't be; one that was cancelled or failed is entered as not handed out.
   */
  printPaper: procedure
    .input(
      z.object({
        documentId: id,
        versionId: id,
        turn: z.literal([0, 90, 180, 270]),
        recipient: line.min(1),
        purpose: line.min(1),
      }),
    )
    .output(z.object({ isPrinted: z.boolean() })),
  /** The window takes the whole screen, or gives it back. */
  setFullScreen: procedure.input(z.object({ isFull: z.boolean() })).output(z.object({})),
  /** Shows a file that was just written in the file manager. */
  reveal: procedure.input(z.object({ token: fileToken })).output(z.object({})),
  /** Opens a folder that was just written into in the file manager. */
  openFolder: procedure.input(z.object({ token: fileToken })).output(z.object({})),
  /** How many pages the page to print makes as it is drawn now, so that it can draw the feet of its pages. */
  countPages: procedure.output(z.object({ pageCount: z.int() })),
  /** The page to print is drawn whole. */
  printReady: procedure.output(z.object({})),
  /** The page to print can't be drawn. */
  printFailed: procedure.output(z.object({})),
  /** As it was set last: known before the data is open. */
  appearance: procedure.output(
    z.object({ theme: z.enum(['light', 'dark', 'system']), language: z.enum(['zh-CN', 'en']) }),
  ),
  setAppearance: procedure
    .input(
      z.object({
        theme: z.enum(['light', 'dark', 'system']),
        language: z.enum(['zh-CN', 'en']),
        zoomPercent: z.literal(zoomSteps),
      }),
    )
    .output(z.object({})),
  newWindow: procedure.input(z.object({ path: z.string().max(2500) })).output(z.object({})),
  /** Closes the program and starts it again, e.g. to put a restored backup in place. */
  restart: procedure.output(z.object({})),
};
export type ShellContract = typeof shellContract;
