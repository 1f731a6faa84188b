import { isAppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import { quietMoments } from '#backend/quiet.ts';
import type { QuietMoment } from '#backend/quiet.ts';
import { announce } from '#backend/system/announcements.ts';
import * as queries from './queries.ts';
import { indexText, readText } from './read.ts';

/** Files looked at between which other calls get their turn. */
const lookedAtOnce = 500;
/** Windows ask again for all they show: while many files are read, not for each of them. */
const tellEveryMs = 3000;

/** Reads what was not read yet. A file that could not even be tried is told in the log and left for the next start. */
export interface TextReader {
  /** All files of the firm; those with a fault are not tried again. */
  readAll(): Promise<void>;
  /** The files of these versions of papers; those with a fault too, for they have come in anew. */
  readVersions(versionIds: readonly string[]): Promise<void>;
}

/** One file at a time, each in a quiet moment. Ends early when the signal is aborted, perhaps with CANCELLED. */
export function createTextReader(backend: Backend, signal: AbortSignal): TextReader {
  const { db } = backend;
  let untold = false;
  let toldAtMs = -Infinity;

  const tell = (): void => {
    if (!untold || signal.aborted) return;
    untold = false;
    toldAtMs = performance.now();
    announce(backend, ['file_texts']);
  };
  const index = async (sha256: string, quietMoment?: QuietMoment): Promise<void> => {
    if ((await indexText(backend, sha256, signal, quietMoment)) > 0) untold = true;
    if (performance.now() - toldAtMs > tellEveryMs) tell();
  };
  const read = async ({ sha256, is_read: isRead }: queries.FileRecord): Promise<void> => {
    if (isRead === 1) return;
    // Each file waits anew: thousands of them must not use up their patience together.
    const quietMoment = quietMoments(backend);
    await quietMoment();
    if (signal.aborted) return;
    try {
      await readText(backend, sha256, signal);
    } catch (error) {
      if (isAppError(error) && error.code === 'CANCELLED') return;
      console.error(`text of ${sha256}:`, error);
      return;
    }
    if (queries.findText(db, sha256)?.text !== '') await index(sha256, quietMoment);
  };

  async function readAll(): Promise<void> {
    const quietMoment = quietMoments(backend);
    for (const sha256 of queries.unindexedFiles(db)) await index(sha256);
    for (let after = ''; !signal.aborted;) {
      const files = queries.pageOfFiles(db, after, lookedAtOnce);
      for (const file of files) await read(file);
      if (files.length < lookedAtOnce) break;
      after = files.at(-1)?.sha256 ?? after;
      await quietMoment();
    }
    tell();
  }

  async function readVersions(versionIds: readonly string[]): Promise<void> {
    const quietMoment = quietMoments(backend);
    for (let start = 0; start < versionIds.length && !signal.aborted; start += lookedAtOnce) {
      const files = queries.filesOfVersions(db, versionIds.slice(start, start + lookedAtOnce));
      for (const file of files) await read(file);
      await quietMoment();
    }
    tell();
  }
  return { readAll, readVersions };
}
