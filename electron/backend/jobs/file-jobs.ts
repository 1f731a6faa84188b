import type { PageMeasures, ShareBox } from '#shared/domain/page-quality.ts';
import type { PagePrint } from '#shared/domain/page-print.ts';
import type { SheetCrop } from '#shared/domain/page-sheet.ts';
import type { PageTurn } from '#shared/domain/tray-pages.ts';
import type { TextBox } from '#shared/domain/text-box.ts';
import type { UploadAsk } from '#shared/domain/upload-ask.ts';
import type { Backend } from '#backend/backend.ts';
import type { RawPage } from '#backend/reading/engine-messages.ts';
import type { WorkerPool } from './worker-pool.ts';
import { createWorkerPool } from './worker-pool.ts';

/** The kinds of file that a paper can be. */
export const acceptedMediaTypes = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/tiff',
  'image/bmp',
  'image/heic',
  'image/heif',
  'application/pdf',
] as const;
export type AcceptedMediaType = (typeof acceptedMediaTypes)[number];

/** What a file really is, found in its bytes. */
export interface InspectedFile {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: AcceptedMediaType;
  readonly pageCount: number;
  /** Size of the picture as it is shown; null for a PDF. */
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  /** Whether the picture has no colours; null for a PDF, and where it was looked at briefly. */
  readonly isGrey: boolean | null;
}

/** What was read of a file. */
export interface ReadText {
  /** Pages with `pageBreak` between them, up to `fileTextLimit`; empty where no page says anything. */
  readonly text: string;
  /** Whether that is all of it: nothing was cut off, and every page could be read. */
  readonly isWhole: boolean;
}

/** What a copy of the database holds, read from the copy itself. */
export interface DatabaseFacts {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly schemaVersion: number;
  readonly clientCount: number;
  /** Each kept file once. */
  readonly files: readonly { readonly sha256: string; readonly sizeBytes: number }[];
  /** What SQLite's integrity check found; empty when all is well. */
  readonly faults: readonly string[];
}

/** Bytes of a file, and which of its pages is meant. */
interface PageInput {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: AcceptedMediaType;
  readonly pageNo: number;
}

export interface PageSource {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: AcceptedMediaType;
  readonly name: string;
}

/** A page of one of the sources, turned clockwise. */
export interface AssembledPage {
  readonly source: number;
  readonly pageNo: number;
  readonly turn: PageTurn;
}

/** See `printOf`; `ink` is how much of the page is not empty, in hundred-thousandths. */
export interface PrintedPage {
  readonly print: PagePrint;
  readonly ink: number;
}

/** What is to be done with a page before it is handed in; see the contract's `uploadEdit`. */
export interface PictureEdit {
  readonly turn: PageTurn;
  readonly deskew: number;
  readonly crop: ShareBox | 'edge' | null;
  readonly mark?: PictureMark | null;
}

/** Words that are written across a page, or on a strip below it. */
export interface PictureMark {
  readonly words: string;
  readonly at: 'on_page' | 'below';
  /** Lines and fields that must stay free, in shares of the page as it is kept; left out where nobody knows them. */
  readonly keepOff?: readonly TextBox[];
}

/** Where a mark stands, in shares of the picture. */
export interface DrawnMark {
  readonly at: PictureMark['at'];
  readonly box: ShareBox;
}

/** A page as it can be handed in; see the contract's `uploadReport`. */
export interface UploadPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly format: 'jpeg' | 'png';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly letterPx: number | null;
  readonly quality: number | null;
  readonly isUnchanged: boolean;
  readonly mark: DrawnMark | null;
  readonly sheet: SheetCrop | null;
}

export type FileTasks = {
  /**
   * With `isBrief` a picture that tells so by itself whether it is whole is not decoded. Throws AppError FILE_EMPTY, FILE_TOO_LARGE,
   * FILE_TYPE_UNSUPPORTED, FILE_DAMAGED, FILE_ENCRYPTED, FILE_UNREADABLE.
   */
  inspect: {
    readonly input: { readonly path: string; readonly limitBytes: number; readonly isBrief?: boolean };
    readonly output: InspectedFile;
  };
  /** The same for bytes that are in no file yet. */
  inspectBytes: {
    readonly input: { readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string };
    readonly output: InspectedFile;
  };
  /** A WebP picture of a page, from 1. Throws AppError FILE_DAMAGED; NOT_FOUND where there is no such page. */
  picture: {
    readonly input: PageInput & { readonly longSidePx: number };
    readonly output: Uint8Array<ArrayBuffer>;
  };
  /** What each page looks like, up to `limit` pages. Throws AppError FILE_DAMAGED. */
  prints: {
    readonly input: Omit<PageInput, 'pageNo'> & { readonly limit: number };
    readonly output: readonly PrintedPage[];
  };
  /**
   * Pages of files put together as one: a PDF, or where it is a single picture, that picture turned. Throws AppError
   * FILE_DAMAGED, FILE_TOO_LARGE.
   */
  assemble: {
    readonly input: {
      readonly sources: readonly PageSource[];
      readonly pages: readonly AssembledPage[];
      readonly limitBytes: number;
      /** A single picture becomes a PDF as well. */
      readonly isPdf?: boolean;
    };
    readonly output: Uint8Array<ArrayBuffer>;
  };
  /** The text layer of a PDF. Throws AppError FILE_DAMAGED, FILE_ENCRYPTED. */
  text: { readonly input: { readonly bytes: Uint8Array<ArrayBuffer> }; readonly output: ReadText };
  /** A page of an image or a PDF in pixels, no larger than it need be to be read. Throws AppError FILE_DAMAGED, FILE_ENCRYPTED. */
  page: { readonly input: PageInput; readonly output: RawPage };
  /** What a page looks like to a reviewer. Throws AppError FILE_DAMAGED, FILE_ENCRYPTED. */
  quality: { readonly input: PageInput; readonly output: PageMeasures };
  /** Throws AppError UPLOAD_FORMAT, UPLOAD_UNREADABLE, MARK_NO_PLACE, FILE_DAMAGED, FILE_ENCRYPTED. */
  uploadPicture: {
    readonly input: PageInput & { readonly ask: UploadAsk; readonly edit: PictureEdit };
    readonly output: UploadPicture;
  };
  /** A page as it is, with a mark. Throws AppError MARK_NO_PLACE, FILE_DAMAGED, FILE_ENCRYPTED. */
  markedPicture: {
    readonly input: PageInput & { readonly format: 'jpeg' | 'png'; readonly mark: PictureMark };
    readonly output: Uint8Array<ArrayBuffer>;
  };
  /** Writes a consistent copy of an open database to a new file and checks it whole. */
  snapshot: {
    readonly input: { readonly file: string; readonly target: string };
    readonly output: DatabaseFacts;
  };
  checkDatabase: { readonly input: { readonly file: string }; readonly output: DatabaseFacts };
};

const pools = new Map<string, WorkerPool<FileTasks>>();

/** Two of the largest pictures that are decoded, and what else is made of them, come to less. */
const maxGrowthMb = 2500;

/** This process's threads for reading files: two, so that one large scan does not hold up the others. */
export function fileJobs({ workerFile }: Pick<Backend, 'workerFile'>): WorkerPool<FileTasks> {
  const file = workerFile('file-worker');
  const known = pools.get(file.href);
  if (known !== undefined) return known;
  const made = createWorkerPool<FileTasks>({ file, size: 2, idleMs: 5000, maxHeapMb: 1024, maxGrowthMb });
  pools.set(file.href, made);
  return made;
}
