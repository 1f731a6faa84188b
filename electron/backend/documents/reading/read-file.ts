import { AppError, isAppError } from '#shared/contract/errors.ts';
import { cutText, fileTextLimit, pageBreak, pageTextOf } from '#shared/domain/file-text.ts';
import { straightened } from '#shared/domain/page-line.ts';
import type { PageLine } from '#shared/domain/page-line.ts';
import type { Backend } from '#backend/backend.ts';
import type { Db } from '#backend/db/open.ts';
import { acceptedMediaTypes, fileJobs } from '#backend/jobs/file-jobs.ts';
import { WorkerLost } from '#backend/jobs/worker-pool.ts';
import { EngineLost } from '#backend/reading/engine.ts';
import { indexFile } from '#backend/search/files/service.ts';
import { forgetFault, keepText } from '#backend/documents/texts/queries.ts';
import { createSharedWork } from '#backend/documents/shared-work.ts';
import { readerOf } from './reader.ts';
import * as queries from './queries.ts';

/** Of a longer file the beginning is read; no licence, card or permit has so many pages. */
export const mostPages = 60;
const drawingTimeoutMs = 60_000;

const readings = createSharedWork<Db>();

const listeners = new WeakMap<Backend, Set<(sha256: string) => void>>();

/** Hears of every file that was read, once its reading is over. Returns a function that ends the listening. */
export function onFileRead(backend: Backend, listener: (sha256: string) => void): () => void {
  const all = listeners.get(backend) ?? new Set();
  listeners.set(backend, all.add(listener));
  return () => void all.delete(listener);
}

export const isBeingRead = ({ db }: Backend, sha256: string): boolean => readings.isUnderWay(db, sha256);

/**
 * Reads the pages of a file one after the other and keeps what they say; pages that are kept already are not read again, so
 * that what was cut off goes on. A page that takes the reader down is kept as such. Who comes meanwhile waits for the same
 * reading. Throws AppError NOT_FOUND (the file is gone), CANCELLED.
 */
export const readFile = (
  backend: Backend,
  file: queries.ReadableFile,
  signal?: AbortSignal,
  onPage: () => void = () => undefined,
): Promise<void> =>
  readings.run(backend.db, file.sha256, () => readAnew(backend, file, signal, onPage), signal);

type Fault = 'encrypted' | 'damaged' | 'unfinished';

/** The mark is there before the reading begins: a file that takes the whole program down must not do so at every start. */
async function readAnew(
  backend: Backend,
  file: queries.ReadableFile,
  signal: AbortSignal | undefined,
  onPage: () => void,
): Promise<void> {
  const { db, clock } = backend;
  const { sha256 } = file;
  const keep = (text: string, fault: Fault | null, isWhole = false): void =>
    keepText(db, { sha256, source: 'ocr', text, fault, isWhole: isWhole ? 1 : 0, readAtMs: clock.nowMs() });
  const forget = (): void => {
    if (db.open) forgetFault(db, sha256, 'ocr');
  };
  keep('', 'unfinished');
  signal?.addEventListener('abort', forget, { once: true });
  try {
    await readPages(backend, file, signal, onPage);
    const { text, isWhole } = textOf(queries.pagesOfFile(db, sha256), file.page_count);
    keep(text, null, isWhole);
    indexFile(backend, sha256);
    setImmediate(() => listeners.get(backend)?.forEach((listener) => listener(sha256)));
  } catch (error) {
    const fault = faultOf(error);
    if (signal?.aborted === true) throw error;
    if (fault === undefined) {
      forget();
      throw error;
    }
    keep('', fault);
  } finally {
    signal?.removeEventListener('abort', forget);
  }
}

async function readPages(
  backend: Backend,
  file: queries.ReadableFile,
  signal: AbortSignal | undefined,
  onPage: () => void,
): Promise<void> {
  const { db } = backend;
  const { sha256 } = file;
  const kept = new Set(queries.pagesOfFile(db, sha256).map(({ pageNo }) => pageNo));
  const last = Math.min(file.page_count, mostPages);
  for (let pageNo = 1; pageNo <= last; pageNo += 1) {
    if (kept.has(pageNo)) continue;
    const raw = await drawn(backend, file, pageNo, signal);
    const page = await readerOf(backend)
      .read(raw, signal)
      .then(
        (read) => ({ ...read, fault: null }),
        (error: unknown) => {
          if (!(error instanceof EngineLost)) throw error;
          console.error(`page ${pageNo} of ${sha256}:`, error);
          const { widthPx, heightPx } = raw;
          return { turn: 0, widthPx, heightPx, lines: [], fault: 'unfinished' } as const;
        },
      );
    if (signal?.aborted === true) throw new AppError('CANCELLED', {});
    // Of a file that was destroyed meanwhile nothing is kept.
    if (!backend.vault.has(sha256)) throw new AppError('NOT_FOUND', { what: 'file', id: sha256 });
    queries.keepPage(db, sha256, { ...page, pageNo });
    onPage();
  }
}

async function drawn(backend: Backend, file: queries.ReadableFile, pageNo: number, signal?: AbortSignal) {
  const { sha256 } = file;
  const size = backend.vault.stat(sha256, 'file')?.sizeBytes;
  if (size === undefined) throw new AppError('NOT_FOUND', { what: 'file', id: sha256 });
  const mediaType = acceptedMediaTypes.find((known) => known === file.media_type);
  if (mediaType === undefined) throw new AppError('FILE_DAMAGED', { name: '', detail: file.media_type });
  const bytes = await backend.vault.read(sha256, 'file', 0, size);
  const options = { signal, transfer: [bytes.buffer], timeoutMs: drawingTimeoutMs };
  return fileJobs(backend).run('page', { bytes, mediaType, pageNo }, options);
}

/** What is wrong with the file itself, so that it need not be tried again soon. */
function faultOf(error: unknown): Fault | undefined {
  if (error instanceof WorkerLost) return 'unfinished';
  if (!isAppError(error)) return undefined;
  if (error.code === 'FILE_ENCRYPTED') return 'encrypted';
  return error.code === 'FILE_DAMAGED' ? 'damaged' : undefined;
}

/** The text of all pages, as it is searched in; whole when every page was read to its end. */
function textOf(pages: readonly queries.KeptPage[], pageCount: number) {
  const texts = pages.map(({ lines }) => textOfLines(lines));
  const text = texts.join(pageBreak);
  const isWhole = pages.length === pageCount && pages.every(({ fault }) => fault === null);
  if (text.replaceAll(pageBreak, '') === '') return { text: '', isWhole };
  return { text: cutText(text, fileTextLimit), isWhole: isWhole && text.length <= fileTextLimit };
}

/** What the lines of a page say, as it is searched in. */
export const textOfLines = (lines: readonly PageLine[]): string =>
  pageTextOf(
    straightened(lines)
      .pieces.map((piece) => piece.text)
      .join('\n'),
  );
