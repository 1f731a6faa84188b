import { isAppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import { forgetUnfinished } from '#backend/documents/texts/queries.ts';
import { quietMoments } from '#backend/quiet.ts';
import { announce } from '#backend/system/announcements.ts';
import { queueOf, tell } from './queue.ts';
import { closeReader } from './reader.ts';
import { readFile } from './read-file.ts';
import * as queries from './queries.ts';

/** Pages are read after the texts of PDF files, which take less and tell which of them need it. */
const afterStartMs = 30_000;
const settleMs = 1500;
const lookedAtOnce = 20;
/** What came to no end is tried again after a week: perhaps the machine was short of memory. */
const retryAfterMs = 7 * 24 * 60 * 60 * 1000;
/** The windows are told at most so often that more is to be found, and at the end. */
const tellEveryMs = 5000;

interface Waits {
  readonly afterStartMs: number;
  readonly settleMs: number;
}

/**
 * Looks at the pictures and pages of all live papers, and of what lies in the tray, in quiet moments, one after the other:
 * those that are there some time after the start, then those that come. Returns a function that ends it, after which the database is not touched any more.
 */
export function watchReading(backend: Backend, waits: Waits = { afterStartMs, settleMs }): () => void {
  const queue = queueOf(backend);
  const ending = new AbortController();
  const touched = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isReading = false;
  const asked = new Set<'all' | 'tray'>(['all']);

  const wait = (ms: number): void => {
    if (timer !== undefined || isReading || ending.signal.aborted) return;
    timer = setTimeout(() => void read(), ms).unref();
  };
  const read = async (): Promise<void> => {
    timer = undefined;
    isReading = true;
    const ids = [...touched];
    touched.clear();
    const isAll = asked.has('all');
    asked.clear();
    const isDone = await readAllOf(backend, isAll ? undefined : ids, ending.signal).catch(
      (error: unknown) => {
        if (!ending.signal.aborted) console.error('reading of files:', error);
        return true;
      },
    );
    isReading = false;
    // What was left while it was paused is taken up as a whole.
    if (!isDone) asked.add('all');
    if (!queue.isPaused && touched.size + asked.size > 0) wait(waits.settleMs);
  };
  queue.wake = () => wait(waits.settleMs);
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
    closeReader(backend);
  };
}

/** Gives false when it was paused before all was read. */
async function readAllOf(
  backend: Backend,
  versionIds: readonly string[] | undefined,
  ending: AbortSignal,
): Promise<boolean> {
  const queue = queueOf(backend);
  const { db, clock } = backend;
  const isOver = (): boolean => ending.aborted || queue.isPaused;
  const found = createTelling(backend);
  forgetUnfinished(db, clock.nowMs() - retryAfterMs);
  /** One that could not be read leaves no mark, and must not come again and again. */
  const tried = new Set<string>();
  for (let after = ''; !isOver();) {
    const files =
      versionIds === undefined
        ? queries.pageOfUnread(db, after, lookedAtOnce)
        : queries.unreadOfVersions(db, versionIds);
    const left = [...files];
    // What came into the tray meanwhile goes before what is filed, whatever is left of that.
    const next = () => queries.unreadInTray(db).find(({ sha256 }) => !tried.has(sha256)) ?? left.shift();
    for (let file = next(); file !== undefined; file = next()) {
      tried.add(file.sha256);
      await quietMoments(backend)();
      if (isOver()) return false;
      const signal = AbortSignal.any([ending, queue.pause.signal]);
      // The pages of a stack are told of before its end: someone may wait for them.
      await readOne(backend, file, signal, () => found.soon());
      if (!ending.aborted) found.soon();
    }
    after = files.at(-1)?.sha256 ?? after;
    if (versionIds === undefined && files.length === lookedAtOnce) continue;
    if (!ending.aborted) found.now();
    return !isOver();
  }
  return false;
}

/** Tells the windows at times that more is to be found, and at the end. */
function createTelling(backend: Backend) {
  let isUntold = false;
  let toldAtMs = performance.now();
  const now = (): void => {
    if (!isUntold) return;
    isUntold = false;
    toldAtMs = performance.now();
    announce(backend, ['file_texts']);
  };
  const soon = (): void => {
    isUntold = true;
    if (performance.now() - toldAtMs > tellEveryMs) now();
  };
  return { now, soon };
}

async function readOne(
  backend: Backend,
  file: queries.ReadableFile,
  signal: AbortSignal,
  onPage: () => void,
): Promise<void> {
  const queue = queueOf(backend);
  queue.current = file.sha256;
  tell(queue);
  try {
    await readFile(backend, file, signal, onPage);
  } catch (error) {
    const isExpected = isAppError(error) && (error.code === 'CANCELLED' || error.code === 'NOT_FOUND');
    if (!signal.aborted && !isExpected) console.error(`reading of ${file.sha256}:`, error);
  } finally {
    queue.current = null;
    tell(queue);
  }
}
