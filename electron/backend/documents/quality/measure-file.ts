import { AppError, isAppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import { createSharedWork } from '#backend/documents/shared-work.ts';
import { acceptedMediaTypes, fileJobs } from '#backend/jobs/file-jobs.ts';
import { WorkerLost } from '#backend/jobs/worker-pool.ts';
import * as queries from './queries.ts';

/** Of a longer file the beginning is looked at: a contract is not handed in as pictures. A stack in the tray is many papers. */
const mostPages = 10;
export const mostPagesInTray = 100;
const timeoutMs = 60_000;

const measurings = createSharedWork<Backend>();

export const isBeingMeasured = (backend: Backend, sha256: string): boolean =>
  measurings.isUnderWay(backend, sha256);

/**
 * Measures the pages of a file one after the other and keeps what was found. Who comes meanwhile waits for the same. Throws
 * AppError NOT_FOUND (the file is gone), CANCELLED.
 */
export const measureFile = (
  backend: Backend,
  file: queries.MeasurableFile,
  signal?: AbortSignal,
  limit = mostPages,
): Promise<void> =>
  measurings.run(backend, file.sha256, () => measurePages(backend, file, limit, signal), signal);

async function measurePages(
  backend: Backend,
  file: queries.MeasurableFile,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { db } = backend;
  const { sha256 } = file;
  const forget = (): void => {
    if (db.open) queries.forgetMeasures(db, sha256);
  };
  // The mark is there before the work begins: a file that takes the program down must not do so at every start.
  queries.keepMeasures(db, sha256, { pageNo: 1, measures: null, fault: 'unfinished' });
  // At the end of the program the database is closed before the work has heard of it.
  signal?.addEventListener('abort', forget, { once: true });
  try {
    await keepEachPage(backend, file, limit, signal);
  } catch (error) {
    forget();
    throw error;
  } finally {
    signal?.removeEventListener('abort', forget);
  }
}

async function keepEachPage(
  backend: Backend,
  file: queries.MeasurableFile,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { db, vault } = backend;
  const { sha256 } = file;
  for (let pageNo = 1; pageNo <= Math.min(file.page_count, limit); pageNo += 1) {
    const kept = await measuresOf(backend, file, pageNo, signal).catch((error: unknown) => {
      const fault = faultOf(error);
      if (fault !== undefined && signal?.aborted !== true) return { pageNo, measures: null, fault };
      throw error;
    });
    if (signal?.aborted === true) throw new AppError('CANCELLED', {});
    // Of a file that was destroyed meanwhile nothing is kept.
    if (!vault.has(sha256)) throw new AppError('NOT_FOUND', { what: 'file', id: sha256 });
    queries.keepMeasures(db, sha256, kept);
  }
}

async function measuresOf(
  backend: Backend,
  file: queries.MeasurableFile,
  pageNo: number,
  signal: AbortSignal | undefined,
) {
  const { sha256, media_type: stored } = file;
  const sizeBytes = backend.vault.stat(sha256, 'file')?.sizeBytes;
  if (sizeBytes === undefined) throw new AppError('NOT_FOUND', { what: 'file', id: sha256 });
  const mediaType = acceptedMediaTypes.find((known) => known === stored);
  if (mediaType === undefined) throw new AppError('FILE_DAMAGED', { name: '', detail: stored });
  const bytes = await backend.vault.read(sha256, 'file', 0, sizeBytes);
  const options = { signal, transfer: [bytes.buffer], timeoutMs };
  const measures = await fileJobs(backend).run('quality', { bytes, mediaType, pageNo }, options);
  return { pageNo, measures, fault: null };
}

function faultOf(error: unknown): queries.MeasureFault | undefined {
  if (error instanceof WorkerLost) return 'unfinished';
  if (!isAppError(error)) return undefined;
  if (error.code === 'FILE_ENCRYPTED') return 'encrypted';
  return error.code === 'FILE_DAMAGED' ? 'damaged' : undefined;
}
