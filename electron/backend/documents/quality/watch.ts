import { isAppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import { quietMoments } from '#backend/quiet.ts';
import { announce } from '#backend/system/announcements.ts';
import { measureFile, mostPagesInTray } from './measure-file.ts';
import * as queries from './queries.ts';

/** Pictures are measured after they are taken in and before they are read, which takes far longer. */
const afterStartMs = 15_000;
const settleMs = 1200;
const lookedAtOnce = 20;

interface Waits {
  readonly afterStartMs: number;
  readonly settleMs: number;
}

/**
 * Measures the files of all live papers, and before them what lies in the tray, in quiet moments, one after the other: those that are there some time after the
 * start, then those that come. Returns a function that ends it, after which the database is not touched any more.
 */
export function watchQuality(backend: Backend, waits: Waits = { afterStartMs, settleMs }): () => void {
  const ending = new AbortController();
  const touched = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isBusy = false;
  const asked = new Set<'all' | 'tray'>(['all']);

  const wait = (ms: number): void => {
    if (timer !== undefined || isBusy || ending.signal.aborted) return;
    timer = setTimeout(() => void work(), ms).unref();
  };
  const work = async (): Promise<void> => {
    timer = undefined;
    isBusy = true;
    const ids = asked.has('all') ? undefined : [...touched];
    touched.clear();
    asked.clear();
    await measureAll(backend, ids, ending.signal).catch((error: unknown) => {
      if (!ending.signal.aborted) console.error('quality of files:', error);
    });
    isBusy = false;
    if (touched.size + asked.size > 0) wait(waits.settleMs);
  };
  const endListening = backend.changes.onCommit((rows) => {
    for (const { table, id } of rows) {
      if (table === 'document_versions') touched.add(id);
      if (table === 'intake_files') asked.add('tray');
    }
    if (touched.size + asked.size > 0) wait(waits.settleMs);
  });
  wait(waits.afterStartMs);
  return () => {
    ending.abort();
    endListening();
    clearTimeout(timer);
  };
}

async function measureAll(
  backend: Backend,
  versionIds: readonly string[] | undefined,
  ending: AbortSignal,
): Promise<void> {
  const { db } = backend;
  const isOver = (): boolean => ending.aborted;
  for (let after = ''; !isOver();) {
    const files =
      versionIds === undefined
        ? queries.pageOfUnmeasured(db, after, lookedAtOnce)
        : queries.unmeasuredOfVersions(db, versionIds);
    await measureTray(backend, ending);
    for (const file of files) {
      await quietMoments(backend, ending)();
      if (isOver()) return;
      await measureOne(backend, file, ending);
    }
    if (files.length > 0 && !isOver()) announce(backend, ['page_measures']);
    after = files.at(-1)?.sha256 ?? after;
    if (versionIds !== undefined || files.length < lookedAtOnce) return;
  }
}

/** Told file by file, for somebody looks at them. */
async function measureTray(backend: Backend, ending: AbortSignal): Promise<void> {
  const isOver = (): boolean => ending.aborted;
  if (isOver()) return;
  for (const file of queries.unmeasuredInTray(backend.db)) {
    await quietMoments(backend, ending)();
    if (isOver()) return;
    await measureOne(backend, file, ending, mostPagesInTray);
    if (!isOver()) announce(backend, ['page_measures']);
  }
}

async function measureOne(
  backend: Backend,
  file: queries.MeasurableFile,
  ending: AbortSignal,
  limit?: number,
): Promise<void> {
  try {
    await measureFile(backend, file, ending, limit);
  } catch (error) {
    const isExpected = isAppError(error) && (error.code === 'CANCELLED' || error.code === 'NOT_FOUND');
    if (!ending.aborted && !isExpected) console.error(`quality of ${file.sha256}:`, error);
  }
}
