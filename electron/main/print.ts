import type { BrowserWindow, PrintToPDFOptions } from 'electron';
import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { Dialogs } from './dialogs.ts';
import type { FileGrants } from './file-grants.ts';
import type { OwnPages } from './own-pages.ts';
import type { PageWindows } from './page-window.ts';
import { pagesIn } from './pdf-pages.ts';

/** Turns pages of the interface into PDF files. */
export interface Printing {
  /** Null when the user cancelled. Throws AppError NOT_WRITABLE, DISK_FULL. */
  exportChecklist(window: BrowserWindow, request: ChecklistRequest): Promise<PrintedFile | null>;
  /** How many pages the page in this window makes as it is drawn now. */
  countPages(window: BrowserWindow): Promise<number>;
  /** The page in this window is drawn whole. */
  ready(window: BrowserWindow): void;
}

interface ChecklistRequest {
  readonly applicationId: string;
  readonly name: string;
}

interface PrintedFile {
  readonly token: string;
  readonly name: string;
  readonly pageCount: number;
  readonly sizeBytes: number;
}

export interface PrintingOptions {
  readonly pages: OwnPages;
  readonly pageWindows: PageWindows;
  readonly dialogs: Dialogs;
  readonly grants: FileGrants;
}

const DRAW_LIMIT_MS = 30_000;

export function createPrinting({ pages, pageWindows, dialogs, grants }: PrintingOptions): Printing {
  /** The windows that print, each with what to call when its page is drawn. */
  const jobs = new Map<BrowserWindow, () => void>();

  const render = async (pagePath: string): Promise<Buffer> => {
    const window = pageWindows.create({ width: 900, height: 1200 });
    try {
      const url = pages.url('print.html', pagePath);
      await drawPage(window, url, (finish) => jobs.set(window, finish));
      return await window.webContents.printToPDF(paper);
    } finally {
      jobs.delete(window);
      window.destroy();
    }
  };

  return {
    async exportChecklist(window, { applicationId, name }) {
      const target = await dialogs.savePath(window, 'pdf', name);
      if (target === null) return null;
      const pdf = await render(`/checklist/${encodeURIComponent(applicationId)}`);
      await writeWhole(target, pdf);
      const { token } = grants.grantTarget(target);
      return { token, name: path.basename(target), pageCount: pagesIn(pdf), sizeBytes: pdf.length };
    },
    async countPages(window) {
      if (!jobs.has(window)) return 0;
      return pagesIn(await window.webContents.printToPDF(paper));
    },
    ready: (window) => jobs.get(window)?.(),
  };
}

/** Loads a page in a hidden window and waits until it says that it is drawn. */
function drawPage(window: BrowserWindow, url: string, expect: (finish: () => void) => void): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const fail = (reason: string): void => reject(new Error(`the page to print was not drawn: ${reason}`));
    const limit = setTimeout(() => fail('time is up'), DRAW_LIMIT_MS);
    expect(() => {
      clearTimeout(limit);
      resolve();
    });
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

/** The name is there only when the whole file is. */
async function writeWhole(file: string, content: Buffer): Promise<void> {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    await fs.writeFile(unfinished, content, { flush: true });
    await fs.rename(unfinished, file);
  } catch (error) {
    await fs.rm(unfinished, { force: true }).catch(() => undefined);
    throw writeError(error, file);
  }
}

function writeError(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('DISK_FULL', {}, { cause: error });
  const isRefused =
    code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT' || code === 'EBUSY';
  return isRefused ? new AppError('NOT_WRITABLE', { name: path.basename(file) }, { cause: error }) : error;
}
