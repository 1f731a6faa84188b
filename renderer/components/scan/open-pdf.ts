/** Loaded when the first PDF is opened: pdf.js is large, and most papers are pictures. */
import {
  getDocument,
  InvalidPDFException,
  PasswordException,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { PageSize } from './page-box.ts';
import { vaultFault } from './scan-fault.ts';
import type { ScanFault } from './scan-fault.ts';
import { runsOf } from './text-runs.ts';
import type { TextRun } from './text-runs.ts';
import { VaultRanges } from './vault-ranges.ts';

interface Drawing {
  /** Rejects when it was stopped. */
  readonly done: Promise<void>;
  readonly stop: () => void;
}

export interface PdfPage {
  readonly size: PageSize;
  /**
   * Draws the page on a canvas that takes `scale` pixels for one of the page; for print also in a window that is not seen,
   * where no frames come.
   */
  draw(canvas: HTMLCanvasElement, scale: number, intent?: 'display' | 'print'): Drawing;
  text(): Promise<readonly TextRun[]>;
  /** What was kept to draw it again is let go. */
  release(): void;
}

export interface OpenPdf {
  readonly pageCount: number;
  /** From 1. */
  page(no: number): Promise<PdfPage>;
  close(): void;
}

export interface PdfFile {
  readonly sha256: string;
  readonly sizeBytes: number;
}

type Opened = { readonly pdf: OpenPdf } | { readonly fault: ScanFault };

/** CSS pixels for a point. */
const unit = 96 / 72;
const chunkBytes = 256 * 1024;
/** An answer that does not come keeps nothing alive for longer. */
const patienceMs = 2000;

/** Opens a kept PDF, its scripts off and nothing of it read from elsewhere. `onLost` tells that its file is gone since. */
export async function openPdf({ sha256, sizeBytes }: PdfFile, onLost: () => void): Promise<Opened> {
  const fault = await vaultFault(sha256);
  if (fault !== null) return { fault };
  // A worker of its own: to leave ends whatever it is busy with.
  const port = new Worker(partOf('pdf.worker.min.mjs'), { type: 'module' });
  const worker = PDFWorker.create({ port });
  let lose = (): void => undefined;
  const lost = new Promise<never>((_resolve, reject) => {
    lose = () => reject(new Error('the file is gone'));
  });
  const range = new VaultRanges(sha256, sizeBytes, () => {
    lose();
    onLost();
  });
  lost.catch(() => undefined);
  const task = getDocument({ ...options, range, worker });
  const close = (): void => {
    range.abort();
    const patience = new Promise((resolve) => setTimeout(resolve, patienceMs));
    void Promise.race([task.destroy().catch(() => undefined), patience]).then(() => {
      worker.destroy();
      port.terminate();
    });
  };
  try {
    return { pdf: opened(await Promise.race([task.promise, lost]), close) };
  } catch (error) {
    close();
    return { fault: (await vaultFault(sha256)) ?? faultOf(error) };
  }
}

const faultOf = (error: unknown): ScanFault => {
  if (error instanceof PasswordException) return 'encrypted';
  if (!(error instanceof InvalidPDFException)) console.error(error);
  return 'damaged';
};

/** What comes with pdf.js beside its code lies in the program, where the build puts it. */
const partOf = (path: string): string => new URL(`pdf/${path}`, document.baseURI).href;

/** Reads the parts by the program's own protocol, which pdf.js does not know. */
class ProgramParts {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const response = await fetch(partOf(`${folders[kind] ?? kind}/${filename}`));
    if (!response.ok) throw new Error(`${filename} is not there`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

const folders: Readonly<Record<string, string>> = {
  cMapUrl: 'cmaps',
  standardFontDataUrl: 'standard_fonts',
  wasmUrl: 'wasm',
};

const options = {
  rangeChunkSize: chunkBytes,
  disableAutoFetch: true,
  disableStream: true,
  enableXfa: false,
  // The page's policy lets no code be made from data: decoders come as scripts of the program.
  useWasm: false,
  useWorkerFetch: false,
  disableWorkerRendering: true,
  cMapPacked: true,
  cMapUrl: partOf('cmaps/'),
  standardFontDataUrl: partOf('standard_fonts/'),
  wasmUrl: partOf('wasm/'),
  BinaryDataFactory: ProgramParts,
  verbosity: VerbosityLevel.ERRORS,
};

const opened = (document: PDFDocumentProxy, close: () => void): OpenPdf => ({
  pageCount: document.numPages,
  page: async (no) => pageOf(await document.getPage(no)),
  close,
});

function pageOf(page: PDFPageProxy): PdfPage {
  const viewport = page.getViewport({ scale: unit });
  return {
    size: { width: viewport.width, height: viewport.height },
    draw(canvas, scale, intent = 'display') {
      const enlarged = page.getViewport({ scale: unit * scale });
      canvas.width = Math.max(1, Math.round(enlarged.width));
      canvas.height = Math.max(1, Math.round(enlarged.height));
      const task = page.render({ canvas, viewport: enlarged, intent });
      return { done: task.promise, stop: () => task.cancel() };
    },
    text: async () => runsOf((await page.getTextContent()).items, viewport),
    release: () => void page.cleanup(),
  };
}
