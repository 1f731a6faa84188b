import { z } from 'zod';
import { zoomSteps } from '#shared/domain/zoom.ts';
import { procedure } from './errors.ts';
import { fileToken, id } from './values.ts';

const chosen = z.object({ token: fileToken, name: z.string(), sizeBytes: z.int() });
export type ChosenFile = z.infer<typeof chosen>;

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
    .input(z.object({ purpose: z.enum(['backup', 'restore']) }))
    .output(chosen.nullable()),
  chooseTarget: procedure
    .input(z.object({ kind: z.enum(['workbook', 'text', 'calendar', 'views']), name: z.string() }))
    .output(chosen.nullable()),
  /** Prints the checklist to a PDF where the user says; null when the dialog was cancelled. */
  exportChecklist: procedure
    .input(z.object({ applicationId: id, name: z.string() }))
    .output(
      z.object({ token: fileToken, name: z.string(), pageCount: z.int(), sizeBytes: z.int() }).nullable(),
    ),
  /** Shows a file that was just written in the file manager. */
  reveal: procedure.input(z.object({ token: fileToken })).output(z.object({})),
  /** How many pages the page to print makes as it is drawn now, so that it can draw the feet of its pages. */
  countPages: procedure.output(z.object({ pageCount: z.int() })),
  /** The page to print is drawn whole. */
  printReady: procedure.output(z.object({})),
  setAppearance: procedure
    .input(
      z.object({
        theme: z.enum(['light', 'dark', 'system']),
        language: z.enum(['zh-CN', 'en']),
        zoomPercent: z.literal(zoomSteps),
      }),
    )
    .output(z.object({})),
  newWindow: procedure.input(z.object({ path: z.string().max(300) })).output(z.object({})),
  /** Closes the program and starts it again, e.g. to put a restored backup in place. */
  restart: procedure.output(z.object({})),
};
export type ShellContract = typeof shellContract;
