import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { TrayWay } from '#shared/contract/intake.ts';
import { AppError, isAppError } from '#shared/contract/errors.ts';
import type { AppErrorCode } from '#shared/contract/errors.ts';
import { documentParts } from '#shared/domain/document-kind.ts';
import { guessKind } from '#shared/domain/kind-guess.ts';
import type { Backend } from '#backend/backend.ts';
import { flagColumn } from '#backend/columns.ts';
import type { Change } from '#backend/db/change.ts';
import { fileLimitBytes, plainData, takeFile } from '#backend/documents/take-file.ts';
import type { TakenBytes } from '#backend/documents/take-file.ts';
import { fileJobs } from '#backend/jobs/file-jobs.ts';
import { lookAtFilesLater } from './look.ts';

export type TakeProgress =
  | { readonly kind: 'taking'; readonly name: string; readonly fileNo: number; readonly fileCount: number }
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

/** A file on its way into the tray. */
interface Coming {
  readonly file: string;
  /** The folder that it was found in, of a folder that was taken; else ''. */
  readonly folderName: string;
}

interface Taken extends TakenBytes {
  readonly name: string;
  readonly folderName: string;
}

/**
 * Takes files into the tray, of folders every file in them and below. Each is judged on its own: a bad one is told by
 * name and code and leaves nothing behind. What came in is one change. Throws AppError FILE_TOKEN_UNKNOWN, CANCELLED;
 * nothing is kept then.
 */
export async function* takeIntoTray(
  backend: Backend,
  { tokens, cameBy }: { readonly tokens: readonly string[]; readonly cameBy: TrayWay },
  signal?: AbortSignal,
): AsyncGenerator<TakeProgress> {
  const sources = tokens.map((token) => backend.tokens.resolve(token, 'read'));
  const files = (await Promise.all(sources.map(filesBelow))).flat();
  yield* takeFiles(backend, files, cameBy, signal);
}

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
    const changeId = keepBytes(backend, {
      name,
      folderName: '',
      inspected,
      staged: backend.vault.stageBytes(bytes),
    });
    yield { kind: 'taken', changeId, takenCount: 1, refusedCount: 0 };
  } catch (error) {
    if (!isAppError(error) || error.code === 'CANCELLED') throw error;
    yield { kind: 'refused', name, code: error.code, data: plainData(error.data) };
    yield { kind: 'taken', changeId: null, takenCount: 0, refusedCount: 1 };
  }
}

function keepBytes(backend: Backend, taken: Taken): string | null {
  try {
    return keepAll(backend, [taken], 'pasted');
  } catch (error) {
    taken.staged.drop();
    throw error;
  }
}

async function* takeFiles(
  backend: Backend,
  files: readonly Coming[],
  cameBy: TrayWay,
  signal: AbortSignal | undefined,
): AsyncGenerator<TakeProgress> {
  const taken: Taken[] = [];
  let kept = false;
  let refusedCount = 0;
  try {
    for (const [index, { file, folderName }] of files.entries()) {
      const name = path.basename(file);
      yield { kind: 'taking', name, fileNo: index + 1, fileCount: files.length };
      try {
        taken.push({ name, folderName, ...(await takeFile(backend, file, signal)) });
      } catch (error) {
        if (!isAppError(error) || error.code === 'CANCELLED') throw error;
        refusedCount += 1;
        yield { kind: 'refused', name, code: error.code, data: plainData(error.data) };
      }
    }
    const changeId = keepAll(backend, taken, cameBy);
    kept = true;
    yield { kind: 'taken', changeId, takenCount: taken.length, refusedCount };
  } finally {
    // Also reached when the caller walks away in the middle.
    if (!kept) for (const { staged } of taken) staged.drop();
  }
}

/** Files of the system that nobody means by their folder. */
const isHidden = (name: string): boolean =>
  name.startsWith('.') || /^(thumbs\.db|desktop\.ini)$/iu.test(name);
/** Folders deeper than this are another matter than a client's papers. */
const deepest = 8;

async function filesBelow(source: string): Promise<readonly Coming[]> {
  const found = await stat(source).catch(() => null);
  if (found?.isDirectory() !== true) return [{ file: source, folderName: '' }];
  return walked(source, 1);
}

async function walked(folder: string, depth: number): Promise<readonly Coming[]> {
  const name = path.basename(folder);
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new AppError('FILE_UNREADABLE', { name, detail: 'folder' }, { cause: error });
  });
  const shown = entries.filter((entry) => !isHidden(entry.name));
  const files = shown
    .filter((entry) => entry.isFile())
    .map((entry) => ({ file: path.join(folder, entry.name), folderName: name }))
    .toSorted((a, b) => a.file.localeCompare(b.file, 'zh-CN', { numeric: true }));
  const folders = depth < deepest ? shown.filter((entry) => entry.isDirectory()) : [];
  const below = await Promise.all(folders.map((entry) => walked(path.join(folder, entry.name), depth + 1)));
  return [...files, ...below.flat()];
}

/** From here to the end nothing waits, so that no other call can come between the files and their rows. */
function keepAll(backend: Backend, taken: readonly Taken[], cameBy: TrayWay): string | null {
  if (taken.length === 0) return null;
  for (const { staged } of taken) staged.keep();
  const { changeId, result } = backend.changes.record('intake.take', (change) =>
    taken.map((file) => writeFile(change, file, cameBy)),
  );
  lookAtFilesLater(backend, result);
  return changeId;
}

/** A file comes in as one piece. What its name says is a guess, which only a look makes a fact. */
function writeFile(change: Change, { name, folderName, inspected }: Taken, cameBy: TrayWay): string {
  const { pageCount, isGrey } = inspected;
  const fileId = change.insert('intake_files', {
    sha256: inspected.sha256,
    original_name: name,
    folder_name: folderName,
    came_by: cameBy,
    media_type: inspected.mediaType,
    size_bytes: inspected.sizeBytes,
    page_count: pageCount,
    width_px: inspected.widthPx,
    height_px: inspected.heightPx,
    is_grey: isGrey === null ? null : flagColumn(isGrey),
  });
  const paperId = change.insert('intake_papers', { title: '' });
  for (let pageNo = 1; pageNo <= pageCount; pageNo += 1)
    change.insert('intake_pages', {
      file_id: fileId,
      page_no: pageNo,
      paper_id: paperId,
      position: pageNo - 1,
      part: partByName(name, pageNo, pageCount),
    });
  return fileId;
}

/** Of a paper with two sides a name often tells which one was photographed. */
function partByName(name: string, pageNo: number, pageCount: number) {
  const kind = guessKind('', name)?.kind;
  if (kind === undefined || documentParts(kind).length < 2) return 'whole';
  if (pageCount === 2) return pageNo === 1 ? 'front' : 'back';
  return /反|背|国徽|back/iu.test(name) ? 'back' : 'front';
}
