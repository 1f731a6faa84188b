import path from 'node:path';
import type { KnownFile } from '#shared/contract/intake.ts';
import { AppError, isAppError } from '#shared/contract/errors.ts';
import type { AppErrorCode } from '#shared/contract/errors.ts';
import { isSameFile } from '#shared/domain/still-files.ts';
import type { SeenFile } from '#shared/domain/still-files.ts';
import type { Backend } from '#backend/backend.ts';
import { plainData } from '#backend/documents/take-file.ts';
import type { Taken } from '#backend/intake/keep.ts';
import { dropAll, keepAll, readIn } from '#backend/intake/keep.ts';
import { twinOfBytes } from '#backend/intake/twins.ts';
import { quietMoments } from '#backend/quiet.ts';
import type { StagedFile } from '#backend/vault/store.ts';
import { silently } from '#backend/work.ts';
import { makeTakenFolder, moveAway } from './move-away.ts';
import { seenFile } from './read-folder.ts';

/** Why a file stayed out, or its original where it was. */
export interface FileFault {
  readonly file: SeenFile;
  readonly code: AppErrorCode;
  readonly data: Record<string, string | number>;
}

export interface TakenOfFolder {
  /** Files that stayed out, and taken ones whose original could not be moved; by name. */
  readonly faults: readonly FileFault[];
  /** What was here already, and so has not come in once more. */
  readonly known: readonly KnownFile[];
}

/** So many files become one change: what was read of them is lost when the program ends before it is written. */
const atOnce = 20;

interface StillFiles {
  readonly still: readonly SeenFile[];
  /** Of these it is known that they came in, or were here already: only their move is tried again. */
  readonly taken: readonly SeenFile[];
}

/**
 * Takes the still files of a folder into the tray. An original is moved away only once its bytes lie in the vault and its
 * row is written; what was here already is moved too, and told. Each is judged on its own; a file that has changed
 * meanwhile is left for the next look. Throws AppError CANCELLED; what was not written by then is left as it lies.
 */
export async function takeStill(
  backend: Backend,
  folder: string,
  { still, taken }: StillFiles,
  signal: AbortSignal,
): Promise<TakenOfFolder> {
  const faults: FileFault[] = [];
  const known: KnownFile[] = [];
  const fault = (file: SeenFile, error: unknown): void => {
    if (!isAppError(error) || error.code === 'CANCELLED') throw error;
    faults.push({ file, code: error.code, data: plainData(error.data) });
  };
  await moveAll(folder, taken, fault);
  for (let start = 0; start < still.length; start += atOnce) {
    const part = still.slice(start, start + atOnce);
    try {
      await makeTakenFolder(folder);
    } catch (error) {
      for (const file of part) fault(file, error);
      continue;
    }
    const ready = await readPart(backend, { folder, part, fault, known }, signal);
    await keepPart(backend, folder, ready, fault, signal);
  }
  return { faults, known };
}

type Fault = (file: SeenFile, error: unknown) => void;
type Ready = Taken & { readonly file: SeenFile };

interface Part {
  readonly folder: string;
  readonly part: readonly SeenFile[];
  readonly fault: Fault;
  readonly known: KnownFile[];
}

/** Copies the files in; what is here already is moved away at once. */
async function readPart(
  backend: Backend,
  { folder, part, fault, known }: Part,
  signal: AbortSignal,
): Promise<readonly Ready[]> {
  const ready: Ready[] = [];
  let isRead = false;
  try {
    for (const file of part) {
      await quietMoments(backend, signal)();
      if (signal.aborted) throw new AppError('CANCELLED', {});
      try {
        const taken = await readOne(backend, folder, file, signal);
        if (taken === null) continue;
        const { staged } = taken;
        const here = twinOfBytes(backend, staged.sha256);
        // Of two in one go the first is not written yet: the second waits for the next look.
        const isTwice = ready.some((other) => other.staged.sha256 === staged.sha256);
        if (here === null && !isTwice) {
          ready.push(taken);
          continue;
        }
        if (here === null) {
          staged.drop();
          continue;
        }
        keepAgain(staged);
        known.push({ name: file.name, here });
        await moveAway(folder, file);
      } catch (error) {
        fault(file, error);
      }
    }
    isRead = true;
  } finally {
    if (!isRead) dropAll(backend, ready);
  }
  return ready;
}

/** What is kept of the same bytes may be gone or altered: then this good copy takes its place. */
function keepAgain(staged: StagedFile): void {
  try {
    staged.keep();
  } finally {
    staged.drop(true);
  }
}

/** Null where the file is not what was seen: it is gone, or still being written. */
async function readOne(
  backend: Backend,
  folder: string,
  file: SeenFile,
  signal: AbortSignal,
): Promise<Ready | null> {
  const source = path.join(folder, file.name);
  const isStill = async (): Promise<boolean> => {
    const now = await seenFile(source);
    return now !== null && isSameFile(now, file);
  };
  if (!(await isStill())) return null;
  let taken;
  try {
    taken = await readIn(backend, source, signal);
  } catch (error) {
    if (await isStill()) throw error;
    return null;
  }
  if (await isStill()) return { ...taken, file, name: file.name, folderName: path.basename(folder) };
  taken.staged.drop();
  return null;
}

async function keepPart(
  backend: Backend,
  folder: string,
  ready: readonly Ready[],
  fault: Fault,
  signal: AbortSignal,
): Promise<void> {
  try {
    await silently(keepAll(backend, ready, 'folder', signal));
  } catch (error) {
    dropAll(backend, ready);
    for (const { file } of ready) fault(file, error);
    return;
  }
  const written = ready.map(({ file }) => file);
  await moveAll(folder, written, fault);
}

async function moveAll(folder: string, files: readonly SeenFile[], fault: Fault): Promise<void> {
  for (const file of files) await moveAway(folder, file).catch((error: unknown) => fault(file, error));
}
