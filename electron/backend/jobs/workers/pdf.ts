import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { AppError } from '#shared/contract/errors.ts';
import { cutText, pageBreak, pageTextOf } from '#shared/domain/file-text.ts';
import type { ReadText } from '#backend/jobs/file-jobs.ts';
import { firstLine } from './image.ts';

/** How far from the end of a file its end mark may stand; some scanners append a few lines. */
const endMarkReach = 4096;

/** Number of pages; every page is looked up. Throws AppError FILE_ENCRYPTED, FILE_DAMAGED. */
export async function countPdfPages(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<number> {
  // Readers repair a file that was cut off and show what is left of it: the mark tells that nothing is missing.
  if (!Buffer.from(bytes.subarray(-endMarkReach)).includes('%%EOF')) {
    throw new AppError('FILE_DAMAGED', { name, detail: 'no end mark' });
  }
  return withPdf(bytes, name, async (document) => {
    if (document.numPages === 0) throw new AppError('FILE_DAMAGED', { name, detail: 'no pages' });
    for (let pageNo = 1; pageNo <= document.numPages; pageNo += 1) {
      const page = await document.getPage(pageNo);
      page.cleanup();
    }
    return document.numPages;
  });
}

interface ReadLimits {
  /** Characters of text (UTF-16). */
  readonly characters: number;
  /** After so long no further page is begun. */
  readonly ms: number;
}

/**
 * The text layer, page after page, up to the limits; a page that can't be read counts as empty. Throws AppError
 * FILE_ENCRYPTED, FILE_DAMAGED.
 */
export async function readPdfText(bytes: Uint8Array<ArrayBuffer>, limits: ReadLimits): Promise<ReadText> {
  const endMs = performance.now() + limits.ms;
  return withPdf(bytes, '', async (document) => {
    const pages: string[] = [];
    let length = 0;
    let isWhole = true;
    for (let pageNo = 1; pageNo <= document.numPages; pageNo += 1) {
      if (length > limits.characters || performance.now() > endMs) {
        isWhole = false;
        break;
      }
      const text = await textOfPage(document, pageNo).catch(() => undefined);
      isWhole &&= text !== undefined;
      pages.push(text ?? '');
      length += (text ?? '').length + pageBreak.length;
    }
    const text = pages.join(pageBreak);
    // Pages without a word tell nothing.
    if (text.replaceAll(pageBreak, '') === '') return { text: '', isWhole };
    return { text: cutText(text, limits.characters), isWhole: isWhole && text.length <= limits.characters };
  });
}

async function textOfPage(document: PDFDocumentProxy, pageNo: number): Promise<string> {
  const page = await document.getPage(pageNo);
  const { items } = await page.getTextContent();
  page.cleanup();
  const read = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''));
  return pageTextOf(read.join(''));
}

export interface Pixels {
  /** Red, green, blue, alpha. */
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Draws a page, from 1, so that its long side has `longSidePx`. Throws AppError FILE_ENCRYPTED, FILE_DAMAGED. */
export async function drawPage(
  bytes: Uint8Array<ArrayBuffer>,
  pageNo: number,
  longSidePx: number,
): Promise<Pixels> {
  return withPdf(bytes, '', (document) => pixelsOf(document, pageNo, longSidePx));
}

/** Draws one page after the other and gives what was made of each. Throws AppError FILE_ENCRYPTED, FILE_DAMAGED. */
export async function drawPages<T>(
  bytes: Uint8Array<ArrayBuffer>,
  { longSidePx, limit }: { readonly longSidePx: number; readonly limit: number },
  use: (pixels: Pixels) => Promise<T>,
): Promise<T[]> {
  return withPdf(bytes, '', async (document) => {
    const made: T[] = [];
    for (let pageNo = 1; pageNo <= Math.min(document.numPages, limit); pageNo += 1)
      made.push(await use(await pixelsOf(document, pageNo, longSidePx)));
    return made;
  });
}

async function pixelsOf(document: PDFDocumentProxy, pageNo: number, longSidePx: number): Promise<Pixels> {
  const page = await document.getPage(pageNo);
  const full = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: longSidePx / Math.max(full.width, full.height) });
  const width = Math.max(1, Math.round(viewport.width));
  const height = Math.max(1, Math.round(viewport.height));
  const { canvas, context } = (document.canvasFactory as CanvasFactory).create(width, height);
  await page.render({ canvas, viewport }).promise;
  page.cleanup();
  return { data: context.getImageData(0, 0, width, height).data, width, height };
}

/** What pdf.js makes its canvases with in Node; its own types know only the browser's. */
interface CanvasFactory {
  create(
    width: number,
    height: number,
  ): {
    readonly canvas: Parameters<PDFPageProxy['render']>[0]['canvas'];
    readonly context: {
      getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
    };
  };
}

/** Opens a PDF, which takes the bytes over, and closes it again. */
async function withPdf<T>(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  use: (document: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const { getDocument, PasswordException, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const resources = {
    standardFontDataUrl: `${folder}/standard_fonts/`,
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    iccUrl: `${folder}/iccs/`,
    wasmUrl: `${folder}/wasm/`,
  };
  const task = getDocument({ data: bytes, ...resources, verbosity: VerbosityLevel.ERRORS });
  try {
    return await use(await task.promise);
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof PasswordException) throw new AppError('FILE_ENCRYPTED', { name }, { cause: error });
    throw new AppError('FILE_DAMAGED', { name, detail: firstLine(error) }, { cause: error });
  } finally {
    await task.destroy();
  }
}
