import type { textFaults } from '#shared/contract/documents.ts';
import { AppError, isAppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import type { Db } from '#backend/db/open.ts';
import { fileJobs } from '#backend/jobs/file-jobs.ts';
import type { ReadText } from '#backend/jobs/file-jobs.ts';
import { WorkerLost } from '#backend/jobs/worker-pool.ts';
import * as queries from './queries.ts';

/** Longer than the reading itself may take: what is still not done then has lost its way. */
const timeoutMs = 60_000;

/** How the texts read here are come by. */
export const source: queries.TextSource = 'text_layer';

/** Files that are being read, and by which reading: their rows say nothing yet. */
const underWay = new WeakMap<Db, Map<string, Promise<void>>>();

function readingsOf(db: Db): Map<string, Promise<void>> {
  const known = underWay.get(db) ?? new Map<string, Promise<void>>();
  underWay.set(db, known);
  return known;
}

/** What is known of a file; undefined while it is read, and when nobody has. */
export function knownText({ db }: Backend, sha256: string): queries.TextRecord | undefined {
  return readingsOf(db).has(sha256) ? undefined : queries.findText(db, sha256, source);
}

/**
 * Reads a PDF and keeps what it says, or why it says nothing: encrypted, damaged, or not read to an end. Who comes while
 * it is read waits for that. Throws AppError NOT_FOUND (the file is gone), CANCELLED; nothing is kept then.
 */
export async function readText(backend: Backend, sha256: string, signal?: AbortSignal): Promise<void> {
  const readings = readingsOf(backend.db);
  for (let other = readings.get(sha256); other !== undefined; other = readings.get(sha256)) {
    const isDone = await other.then(
      () => true,
      () => false,
    );
    refuseCancelled(signal);
    if (isDone) return;
  }
  refuseCancelled(signal);
  const mine = readAnew(backend, sha256, signal).finally(() => readings.delete(sha256));
  readings.set(sha256, mine);
  await mine;
}

function refuseCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('CANCELLED', {});
}

/**
 * A file that takes the whole program down stays behind as one that was not read to an end: it must not do so at every
 * start. The mark goes with a signal at once, for after it the database may be closed.
 */
async function readAnew(backend: Backend, sha256: string, signal: AbortSignal | undefined): Promise<void> {
  const { db, clock } = backend;
  const keep = ({ text, isWhole, fault }: Outcome): void =>
    queries.keepText(db, {
      ...{ sha256, source, text, fault, isWhole: isWhole ? 1 : 0, readAtMs: clock.nowMs() },
    });
  const forget = (): void => {
    if (db.open) queries.forgetFault(db, sha256, source);
  };
  keep(nothing('unfinished'));
  signal?.addEventListener('abort', forget, { once: true });
  try {
    const outcome = await outcomeOf(backend, sha256, signal);
    refuseCancelled(signal);
    // Of a file that was destroyed meanwhile nothing is kept.
    if (!backend.vault.has(sha256)) throw new AppError('NOT_FOUND', { what: 'file', id: sha256 });
    keep(outcome);
  } catch (error) {
    if (signal?.aborted !== true) forget();
    throw error;
  } finally {
    signal?.removeEventListener('abort', forget);
  }
}

type Fault = (typeof textFaults)[number];

interface Outcome extends ReadText {
  readonly fault: Fault | null;
}

const nothing = (fault: Fault): Outcome => ({ text: '', isWhole: false, fault });

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
    console.error(`text of ${sha256}: ${fault}`, ...(fault === 'unfinished' ? [error] : []));
    return nothing(fault);
  }
}

/** What is wrong with the file itself, as far as can be told, so that it need not be tried again soon. */
function faultOf(error: unknown): Fault | undefined {
  if (error instanceof WorkerLost) return 'unfinished';
  if (!isAppError(error)) return undefined;
  if (error.code === 'FILE_ENCRYPTED') return 'encrypted';
  return error.code === 'FILE_DAMAGED' ? 'damaged' : undefined;
}
