import type { textFaults } from '#shared/contract/documents.ts';
import { AppError, isAppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import { fileJobs } from '#backend/jobs/file-jobs.ts';
import type { ReadText } from '#backend/jobs/file-jobs.ts';
import { WorkerLost } from '#backend/jobs/worker-pool.ts';
import { quietMoments } from '#backend/quiet.ts';
import type { QuietMoment } from '#backend/quiet.ts';
import { derivePapers } from '#backend/search/service.ts';
import * as queries from './queries.ts';

/** Longer than the reading itself may take: what is still not done then has lost its way. */
const timeoutMs = 60_000;

/** Characters of papers that are written to the index at a time: some fifty milliseconds, and one paper at least. */
const charactersAtOnce = 30_000;
/** What a paper costs beside its text. */
const perPaper = 500;

/**
 * Reads a PDF and keeps what it says, or why it says nothing: encrypted, damaged, or not read to an end. Throws
 * AppError NOT_FOUND (the file is gone), CANCELLED; nothing is kept then.
 */
export async function readText(backend: Backend, sha256: string, signal?: AbortSignal): Promise<void> {
  const { db, clock } = backend;
  const read = await outcomeOf(backend, sha256, signal);
  if (signal?.aborted === true) throw new AppError('CANCELLED', {});
  const { text, isWhole, fault } = read;
  queries.keepText(db, {
    ...{ sha256, text, fault, isWhole: isWhole ? 1 : 0, readAtMs: clock.nowMs() },
    isIndexed: text === '' ? 1 : 0,
  });
}

type Fault = (typeof textFaults)[number];

interface Outcome extends ReadText {
  readonly fault: Fault | null;
}

async function outcomeOf(
  backend: Backend,
  sha256: string,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  const size = backend.vault.stat(sha256, 'file')?.sizeBytes;
  if (size === undefined) throw new AppError('NOT_FOUND', { what: 'file', id: sha256 });
  const bytes = await backend.vault.read(sha256, 'file', 0, size);
  const options = { signal, transfer: [bytes.buffer], timeoutMs };
  try {
    return { ...(await fileJobs(backend).run('text', { bytes }, options)), fault: null };
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    return { text: '', isWhole: false, fault };
  }
}

/** What is wrong with the file itself, so that it need not be tried again. */
function faultOf(error: unknown): Fault | undefined {
  if (error instanceof WorkerLost) return 'unfinished';
  if (!isAppError(error)) return undefined;
  if (error.code === 'FILE_ENCRYPTED') return 'encrypted';
  return error.code === 'FILE_DAMAGED' ? 'damaged' : undefined;
}

/**
 * Brings the papers with a file up to date that has been read, a few at a time, and gives how many there are. Cut off
 * in the middle it is begun again.
 */
export async function indexText(
  backend: Backend,
  sha256: string,
  signal?: AbortSignal,
  quietMoment: QuietMoment = quietMoments(backend),
): Promise<number> {
  const { db } = backend;
  const papers = queries.papersWith(db, sha256);
  const length = queries.findText(db, sha256)?.text.length ?? 0;
  const atOnce = Math.max(1, Math.floor(charactersAtOnce / (length + perPaper)));
  for (let start = 0; start < papers.length; start += atOnce) {
    if (start > 0) await quietMoment();
    if (signal?.aborted === true) throw new AppError('CANCELLED', {});
    derivePapers(backend, papers.slice(start, start + atOnce));
  }
  queries.noteIndexed(db, sha256);
  return papers.length;
}
