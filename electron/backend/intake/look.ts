import type { Backend } from '#backend/backend.ts';
import { readText } from '#backend/documents/texts/read.ts';
import { fileJobs } from '#backend/jobs/file-jobs.ts';
import { acceptedMediaTypes } from '#backend/jobs/file-jobs.ts';
import { quietMoments } from '#backend/quiet.ts';
import { announce } from '#backend/system/announcements.ts';
import * as queries from './queries.ts';

/** So many pages of a file are looked at; a longer stack is cut by hand. */
const pageLimit = 300;
const timeoutMs = 120_000;

/** Works of one backend, one after the other, so that a drop of many files does not fill the memory. */
const rows = new WeakMap<Backend, Promise<void>>();

/** Looks at files while nobody waits for it: what they say and what their pages look like. */
export function lookAtFilesLater(backend: Backend, fileIds: readonly string[]): void {
  const before = rows.get(backend) ?? Promise.resolve();
  rows.set(
    backend,
    before
      .then(() => lookAtFiles(backend, fileIds))
      .catch((error: unknown) => {
        if (!hasEnded(backend)) console.error('looking at files:', error);
      }),
  );
}

/** Nothing is looked at while the program starts. */
const afterStartMs = 6000;

/** Looks at what lies in the tray and was not looked at when the program ended, some seconds after the start. Returns a function that ends it. */
export function makeUpLooks(backend: Backend): () => void {
  const timer = setTimeout(() => lookAtUnseen(backend), afterStartMs).unref();
  return () => clearTimeout(timer);
}

export const lookAtUnseen = (backend: Backend): void =>
  lookAtFilesLater(backend, queries.unseenInTray(backend.db));

/** Waits for all looks that were asked for, whatever comes of them. */
export const looksEnded = (backend: Backend): Promise<void> => rows.get(backend) ?? Promise.resolve();

/** The program may end while a file is looked at. */
const hasEnded = ({ db }: Backend): boolean => !db.open;

async function lookAtFiles(backend: Backend, fileIds: readonly string[]): Promise<void> {
  if (hasEnded(backend)) return;
  for (const file of queries.filesById(backend.db, fileIds)) {
    await quietMoments(backend)();
    if (hasEnded(backend)) return;
    try {
      await lookAt(backend, file);
      if (!hasEnded(backend)) announce(backend, ['page_prints']);
    } catch (error) {
      if (!hasEnded(backend)) console.error(`looking at ${file.sha256}:`, error);
    }
  }
}

async function lookAt(backend: Backend, { sha256, media_type: stored }: queries.FileRecord): Promise<void> {
  const mediaType = acceptedMediaTypes.find((type) => type === stored);
  if (mediaType === undefined || queries.hasPrints(backend.db, sha256)) return;
  if (mediaType === 'application/pdf') await readText(backend, sha256);
  const size = backend.vault.stat(sha256, 'file')?.sizeBytes ?? 0;
  const bytes = await backend.vault.read(sha256, 'file', 0, size);
  const pages = await fileJobs(backend).run(
    'prints',
    { bytes, mediaType, limit: pageLimit },
    { transfer: [bytes.buffer], timeoutMs },
  );
  if (hasEnded(backend)) return;
  // All or none: a file with some prints would count as one that was looked at.
  backend.db.transaction(() => {
    for (const [index, { print, ink }] of pages.entries())
      queries.keepPrint(backend.db, { sha256, page_no: index + 1, print, ink });
  })();
}
