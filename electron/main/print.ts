import type { BrowserWindow, PrintToPDFOptions, WebContents } from 'electron';
import path from 'node:path';
import type { BackendClient } from './backend-process.ts';
import type { Dialogs } from './dialogs.ts';
import type { FileGrants } from './file-grants.ts';
import type { OwnPages } from './own-pages.ts';
import type { PageWindows } from './page-window.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import { pagesIn } from './pdf-pages.ts';
import { printEach } from './print-many.ts';
import { writeWhole } from './write-whole.ts';

/** Turns pages of the interface into PDF files. */
export interface Printing {
  /** Null when the user cancelled. Throws AppError NOT_WRITABLE, DISK_FULL. */
  exportChecklist(window: BrowserWindow, request: ChecklistRequest): Promise<PrintedFile | null>;
  /**
   * Prints one checklist after the other into a folder, beside what is there. One that can't be printed is named, the rest
   * goes on. Throws AppError CANCELLED, NOT_WRITABLE, DISK_FULL; what was written stays.
   */
  printChecklists(
    folder: string,
    items: readonly ChecklistRequest[],
    signal: AbortSignal | undefined,
  ): AsyncGenerator<WorkStep<PrintedFolder>>;
  /** Prints one file of a paper where the user says; false when the dialog was cancelled. Throws AppError PRINT_FAILED. */
  printPaper(request: PaperRequest): Promise<boolean>;
  /** How many pages the page in this window makes as it is drawn now. */
  countPages(window: BrowserWindow): Promise<number>;
  /** The page in this window is drawn whole. */
  ready(window: BrowserWindow): void;
  /** The page in this window can't be drawn. */
  failed(window: BrowserWindow): void;
}

interface ChecklistRequest {
  readonly applicationId: string;
  readonly name: string;
}

interface PaperRequest {
  readonly documentId: string;
  readonly versionId: string;
  /** Degrees, to the right. */
  readonly turn: number;
  readonly recipient: string;
  readonly purpose: string;
}

interface PrintedFile {
  readonly token: string;
  readonly name: string;
  readonly pageCount: number;
  readonly sizeBytes: number;
}

interface PrintedFolder {
  readonly writtenCount: number;
  readonly failedNames: string[];
}

export interface PrintingOptions {
  readonly pages: OwnPages;
  readonly pageWindows: PageWindows;
  readonly dialogs: Dialogs;
  readonly grants: FileGrants;
  /** No copy of a paper leaves without its entry. */
  readonly register: Pick<BackendClient['handOuts'], 'print' | 'notWritten'>;
  readonly report: (where: string, error: unknown) => void;
}

const DRAW_LIMIT_MS = 30_000;
/** A long file is drawn page after page. */
const DRAW_PAPER_LIMIT_MS = 300_000;

export function createPrinting(options: PrintingOptions): Printing {
  const { pages, pageWindows, dialogs, grants, register, report } = options;
  /** The windows that print. */
  const jobs = new Map<BrowserWindow, Drawing>();

  const drawn = async <T>(
    pagePath: string,
    limitMs: number,
    use: (contents: WebContents) => Promise<T>,
  ): Promise<T> => {
    const window = pageWindows.create({ width: 900, height: 1200 });
    try {
      const url = pages.url('print.html', pagePath);
      await drawPage(window, url, limitMs, (drawing) => jobs.set(window, drawing));
      return await use(window.webContents);
    } finally {
      jobs.delete(window);
      window.destroy();
    }
  };
  const render = (pagePath: string): Promise<Buffer> =>
    drawn(pagePath, DRAW_LIMIT_MS, (contents) => contents.printToPDF(paper));

  return {
    async exportChecklist(window, { applicationId, name }) {
      const target = await dialogs.savePath(window, 'pdf', name);
      if (target === null) return null;
      const pdf = await render(checklistPath(applicationId));
      await writeWhole(target, pdf);
      const { token } = await grants.grantTarget(target);
      return { token, name: path.basename(target), pageCount: pagesIn(pdf), sizeBytes: pdf.length };
    },
    printChecklists: (folder, items, signal) =>
      printEach(folder, items, (id) => render(checklistPath(id)), signal, report),
    printPaper: ({ versionId, recipient, purpose, ...request }) =>
      drawn(paperPath({ versionId, ...request }), DRAW_PAPER_LIMIT_MS, async (contents) => {
        const { job } = await register.print({ versionId, recipient, purpose });
        let isPrinted = false;
        try {
          isPrinted = await printByDialog(contents);
        } finally {
          if (!isPrinted) await register.notWritten({ job });
        }
        return isPrinted;
      }),
    async countPages(window) {
      if (!jobs.has(window)) return 0;
      return pagesIn(await window.webContents.printToPDF(paper));
    },
    ready: (window) => jobs.get(window)?.finish(),
    failed: (window) => jobs.get(window)?.fail('its page gave up'),
  };
}

const checklistPath = (applicationId: string): string => `/checklist/${encodeURIComponent(applicationId)}`;

const paperPath = ({ documentId, versionId, turn }: Omit<PaperRequest, 'recipient' | 'purpose'>): string =>
  `/paper/${encodeURIComponent(documentId)}/${encodeURIComponent(versionId)}/${turn}`;

/** What Chromium says of a dialog that was closed without printing. */
const cancelled = /cancel/iu;

/** The system's dialog. False when it was cancelled. */
const printByDialog = (contents: WebContents): Promise<boolean> =>
  new Promise((resolve, reject) => {
    contents.print({ silent: false, printBackground: true }, (isPrinted, reason) => {
      if (isPrinted || cancelled.test(reason)) resolve(isPrinted);
      else reject(new AppError('PRINT_FAILED', { detail: reason }));
    });
  });

interface Drawing {
  readonly finish: () => void;
  readonly fail: (reason: string) => void;
}

/** Loads a page in a hidden window and waits until it says that it is drawn. */
function drawPage(
  window: BrowserWindow,
  url: string,
  limitMs: number,
  expect: (drawing: Drawing) => void,
): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const fail = (reason: string): void => {
      clearTimeout(limit);
      reject(new Error(`the page to print was not drawn: ${reason}`));
    };
    const limit = setTimeout(() => fail('time is up'), limitMs);
    const finish = (): void => {
      clearTimeout(limit);
      resolve();
    };
    expect({ finish, fail });
    window.webContents.once('render-process-gone', (_event, { reason }) => fail(reason));
    window.loadURL(url).catch((error: unknown) => fail(String(error)));
  });
}

const paper: PrintToPDFOptions = {
  pageSize: 'A4',
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
};
