import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { TrayWay } from '#shared/contract/intake.ts';
import type { Working } from '#shared/contract/work.ts';
import { documentParts } from '#shared/domain/document-kind.ts';
import { guessKind } from '#shared/domain/kind-guess.ts';
import { pagesAtMost } from '#shared/domain/tray-pages.ts';
import type { Backend } from '#backend/backend.ts';
import { flagColumn } from '#backend/columns.ts';
import type { Change } from '#backend/db/change.ts';
import { isFileNeeded } from '#backend/db/needed-files.ts';
import { takeFile } from '#backend/documents/take-file.ts';
import type { TakenBytes } from '#backend/documents/take-file.ts';
import { writeInParts } from '#backend/history/in-parts.ts';
import { lookAtFilesLater } from './look.ts';

/** A file whose bytes lie ready. */
export interface Taken extends TakenBytes {
  readonly name: string;
  readonly folderName: string;
}

/** Looks at a file and copies it in, to be kept. Throws AppError as `takeFile` does, and TOO_MANY_PAGES; nothing is left then. */
export async function readIn(backend: Backend, file: string, signal?: AbortSignal): Promise<TakenBytes> {
  // What a picture shows is asked when it is filed: decoding takes longer than all else that is done with it.
  const taken = await takeFile(backend, file, { signal, isBrief: true });
  const { pageCount } = taken.inspected;
  if (pageCount <= pagesAtMost) return taken;
  taken.staged.drop();
  throw new AppError('TOO_MANY_PAGES', { name: path.basename(file), pageCount, limit: pagesAtMost });
}

/** What came by itself is a change of its own kind: neither Undo nor Redo means it, unless by its id. */
const actionOf = (cameBy: TrayWay): string => (cameBy === 'folder' ? 'intake.takeWatched' : 'intake.take');

/**
 * Puts files into the vault and the tray, as one change in parts: a file and its row are written together, so that no
 * other call can come between them. It is all or nothing. Returns the id of the change, null for no files. Throws as
 * `writeInParts` and `StagedFile.keep` do.
 */
export async function* keepAll(
  backend: Backend,
  taken: readonly Taken[],
  cameBy: TrayWay,
  signal?: AbortSignal,
): AsyncGenerator<Working, string | null> {
  if (taken.length === 0) return null;
  const fileIds: string[] = [];
  const write = (change: Change, file: Taken): void => {
    file.staged.keep();
    fileIds.push(writeFile(change, file, cameBy));
  };
  const changeId = yield* writeInParts(backend, { action: actionOf(cameBy), items: taken, write }, signal);
  lookAtFilesLater(backend, fileIds);
  return changeId;
}

/**
 * Forgets what was not kept after all. A file stays that another call has come to use meanwhile, and one whose row was
 * written and taken back: that lies in the trash, and what lies there has its bytes.
 */
export function dropAll({ db }: Pick<Backend, 'db'>, taken: readonly Pick<TakenBytes, 'staged'>[]): void {
  for (const { staged } of taken) staged.drop(isFileNeeded(db, staged.sha256));
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
