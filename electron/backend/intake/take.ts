import path from 'node:path';
import type { TrayWay } from '#shared/contract/intake.ts';
import { AppError, isAppError } from '#shared/contract/errors.ts';
import type { AppErrorCode } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import { fileLimitBytes, plainData } from '#backend/documents/take-file.ts';
import { fileJobs } from '#backend/jobs/file-jobs.ts';
import { dropAll, keepAll, readIn } from './keep.ts';
import type { Taken } from './keep.ts';
import { readAhead } from './read-ahead.ts';
import { filesBelow } from './walk.ts';
import type { Coming } from './walk.ts';

export type TakeProgress =
  /** A dropped folder is gone through; `fileCount` so far. */
  | { readonly kind: 'looking'; readonly name: string; readonly fileCount: number }
  | { readonly kind: 'taking'; readonly name: string; readonly fileNo: number; readonly fileCount: number }
  /** The files lie ready and are put into the tray. */
  | { readonly kind: 'keeping'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'refused';
      readonly name: string;
      readonly code: AppErrorCode;
      readonly data: Record<string, string | number>;
    }
  | {
      readonly kind: 'taken';
      readonly changeId: string | null;
      readonly takenCount: number;
      readonly refusedCount: number;
    };

type Refused = Extract<TakeProgress, { kind: 'refused' }>;

/**
 * Takes files into the tray, of folders every file in them and below. Each is judged on its own: a bad one, or a folder
 * that can't be read, is told by name and code and leaves nothing behind. What came in is one change. Throws AppError
 * FILE_TOKEN_UNKNOWN, CANCELLED, CHANGE_UNDER_WAY, DISK_FULL; nothing is kept then.
 */
export async function* takeIntoTray(
  backend: Backend,
  { tokens, cameBy }: { readonly tokens: readonly string[]; readonly cameBy: TrayWay },
  signal?: AbortSignal,
): AsyncGenerator<TakeProgress> {
  const sources = tokens.map((token) => backend.tokens.resolve(token, 'read'));
  const files: Coming[] = [];
  let refusedCount = 0;
  for (const source of sources) {
    for await (const found of filesBelow(source, signal)) {
      if (found.kind === 'file') files.push(found);
      else if (found.kind === 'folder') yield { kind: 'looking', name: found.name, fileCount: files.length };
      else {
        refusedCount += 1;
        yield refusedFolder(found);
      }
    }
  }
  yield* takeFiles(backend, { files, cameBy, refusedCount }, signal);
}

const refusedFolder = ({ name, detail }: { readonly name: string; readonly detail: string }): Refused => ({
  kind: 'refused',
  name,
  code: 'FOLDER_UNREADABLE',
  data: { name, detail },
});

/** Takes what is in no file, such as a picture from the clipboard; `name` is what it is to be called. */
export async function* takeBytes(
  backend: Backend,
  { name, file }: { readonly name: string; readonly file: File },
  signal?: AbortSignal,
): AsyncGenerator<TakeProgress> {
  yield { kind: 'taking', name, fileNo: 1, fileCount: 1 };
  try {
    if (file.size > fileLimitBytes)
      throw new AppError('FILE_TOO_LARGE', { name, sizeBytes: file.size, limitBytes: fileLimitBytes });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const inspected = await fileJobs(backend).run('inspectBytes', { bytes, name }, { signal });
    const staged = backend.vault.stageBytes(bytes);
    yield* keeping(backend, {
      taken: [{ name, folderName: '', inspected, staged }],
      cameBy: 'pasted',
      refusedCount: 0,
    });
  } catch (error) {
    if (!isAppError(error) || error.code === 'CANCELLED') throw error;
    yield { kind: 'refused', name, code: error.code, data: plainData(error.data) };
    yield { kind: 'taken', changeId: null, takenCount: 0, refusedCount: 1 };
  }
}

interface Drop {
  readonly files: readonly Coming[];
  readonly cameBy: TrayWay;
  readonly refusedCount: number;
}

async function* takeFiles(
  backend: Backend,
  { files, cameBy, refusedCount: refusedBefore }: Drop,
  signal: AbortSignal | undefined,
): AsyncGenerator<TakeProgress> {
  const taken: Taken[] = [];
  let isReady = false;
  let refusedCount = refusedBefore;
  try {
    let fileNo = 0;
    for await (const outcome of readFiles(backend, files, signal)) {
      const { file, folderName } = files[fileNo] ?? { file: '', folderName: '' };
      const name = path.basename(file);
      fileNo += 1;
      yield { kind: 'taking', name, fileNo, fileCount: files.length };
      if ('value' in outcome) {
        taken.push({ name, folderName, ...outcome.value });
        continue;
      }
      const { error } = outcome;
      if (!isAppError(error) || error.code === 'CANCELLED') throw error;
      refusedCount += 1;
      yield { kind: 'refused', name, code: error.code, data: plainData(error.data) };
    }
    isReady = true;
  } finally {
    // Also reached when the caller walks away in the middle.
    if (!isReady) dropAll(backend, taken);
  }
  yield* keeping(backend, { taken, cameBy, refusedCount }, signal);
}

/** While one file is copied and synced the next ones are looked at in threads of their own. */
const readAtOnce = 4;

const readFiles = (backend: Backend, files: readonly Coming[], signal: AbortSignal | undefined) =>
  readAhead(files, {
    width: readAtOnce,
    read: ({ file }) => readIn(backend, file, signal),
    drop: (bytes) => dropAll(backend, [bytes]),
  });

interface Ready {
  readonly taken: readonly Taken[];
  readonly cameBy: TrayWay;
  readonly refusedCount: number;
}

async function* keeping(
  backend: Backend,
  { taken, cameBy, refusedCount }: Ready,
  signal?: AbortSignal,
): AsyncGenerator<TakeProgress> {
  const steps = keepAll(backend, taken, cameBy, signal);
  let isKept = false;
  try {
    let step = await steps.next();
    for (; step.done !== true; step = await steps.next())
      yield { kind: 'keeping', done: step.value.done, total: step.value.total };
    isKept = true;
    yield { kind: 'taken', changeId: step.value, takenCount: taken.length, refusedCount };
  } finally {
    // Who walks away in the middle leaves a change half written, which is taken back first.
    await steps.return(null);
    if (!isKept) dropAll(backend, taken);
  }
}
