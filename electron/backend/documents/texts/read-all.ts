import { isAppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import { quietMoments } from '#backend/quiet.ts';
import { indexFile } from '#backend/search/files/service.ts';
import { announce } from '#backend/system/announcements.ts';
import * as queries from './queries.ts';
import { readText, source } from './read.ts';

/** Files looked at between which other calls get their turn. */
const lookedAtOnce = 500;
/** Windows ask again for what they have found: while many files are read, not for each of them. */
const tellEveryMs = 10_000;
/** A reading that did not come to its end may have been at fault itself, as when the computer fell asleep: tried again later. */
const retryAfterMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Reads what was not read yet. One that fails stops no other: it is told in the log and left for the next start. Of files
 * that are gone the log has the number.
 */
export interface TextReader {
  /** All files of the firm; those with a fault are not tried again, or only after a week. */
  readAll(): Promise<void>;
  /** The files of these versions of papers; those with a fault too, for they have come in anew. */
  readVersions(versionIds: readonly string[]): Promise<void>;
}

/** One file at a time, each in a quiet moment. Ends early when the signal is aborted. */
export function createTextReader(backend: Backend, signal: AbortSignal): TextReader {
  const { db, clock } = backend;
  const tell = createTelling(backend);
  const hasEnded = (): boolean => signal.aborted;

  /** Makes one file findable, read or to be read; gives whether it is gone. */
  const bringIn = async (sha256: string, isRead: boolean): Promise<boolean> => {
    // Each file waits anew: thousands of them must not use up their patience together.
    const quietMoment = quietMoments(backend);
    await quietMoment();
    if (hasEnded()) return false;
    try {
      if (!isRead) {
        await readText(backend, sha256, signal);
        await quietMoment();
      }
      if (!hasEnded() && indexFile(backend, sha256).isNew) tell.soon();
    } catch (error) {
      if (isAppError(error) && error.code === 'NOT_FOUND') return true;
      const isCancelled = isAppError(error) && error.code === 'CANCELLED';
      if (!hasEnded() && !isCancelled) console.error(`text of ${sha256}:`, error);
    }
    return false;
  };

  async function readFiles(files: readonly queries.FileRecord[], missing: string[]): Promise<void> {
    for (const { sha256, is_read: isRead } of files) {
      if (hasEnded()) return;
      if (isRead === 0 && (await bringIn(sha256, false))) missing.push(sha256);
    }
  }

  async function indexAll(): Promise<void> {
    for (let after = ''; !hasEnded();) {
      const page = queries.pageOfUnindexed(db, after, lookedAtOnce);
      for (const sha256 of page) await bringIn(sha256, true);
      if (page.length < lookedAtOnce) return;
      after = page.at(-1) ?? after;
    }
  }

  async function readAll(): Promise<void> {
    const quietMoment = quietMoments(backend);
    const missing: string[] = [];
    queries.forgetUnfinished(db, clock.nowMs() - retryAfterMs);
    await indexAll();
    for (let after = ''; !hasEnded();) {
      const files = queries.pageOfFiles(db, source, after, lookedAtOnce);
      await readFiles(files, missing);
      if (files.length < lookedAtOnce) break;
      after = files.at(-1)?.sha256 ?? after;
      await quietMoment();
    }
    end(missing);
  }

  async function readVersions(versionIds: readonly string[]): Promise<void> {
    const quietMoment = quietMoments(backend);
    const missing: string[] = [];
    for (let start = 0; start < versionIds.length && !hasEnded(); start += lookedAtOnce) {
      const part = versionIds.slice(start, start + lookedAtOnce);
      await readFiles(queries.filesOfVersions(db, source, part), missing);
      await quietMoment();
    }
    end(missing);
  }

  const end = (missing: readonly string[]): void => {
    if (hasEnded()) return;
    if (missing.length > 0)
      console.error(`texts of files: ${missing.length} are gone, the first of them ${missing[0]}`);
    tell.now();
  };
  return { readAll, readVersions };
}

/** Tells the windows at times that more is found, and at the end. */
function createTelling(backend: Backend) {
  let untold = false;
  let toldAtMs = performance.now();
  const now = (): void => {
    if (!untold) return;
    untold = false;
    toldAtMs = performance.now();
    announce(backend, ['file_texts']);
  };
  const soon = (): void => {
    untold = true;
    if (performance.now() - toldAtMs > tellEveryMs) now();
  };
  return { now, soon };
}
