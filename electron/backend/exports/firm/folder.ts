import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError, isAppError } from '#shared/contract/errors.ts';
import { csvHead, csvRows } from '#backend/exports/workbook/csv-list.ts';
import type { ListSheet } from '#backend/jobs/export-jobs.ts';
import { errorCode, fileSystemError, folderSynced } from '#backend/vault/durable-files.ts';
import type { StoredFile } from '#backend/vault/layout.ts';
import { openTextFile } from './text-file.ts';
import type { TextFile } from './text-file.ts';

/** An original, as the manifest names it. */
export interface OriginalOf {
  readonly clientName: string;
  readonly paper: string;
  readonly originalName: string;
  readonly versionId: string;
}

/**
 * A folder on its way: made under a temporary name beside its own and renamed when all of it is on the disk. Places are
 * relative, with slashes. Each file is listed in the manifest with its hash.
 */
export interface NewFolder {
  write(place: string, text: string): Promise<void>;
  /** A long file; `add` lists it. */
  open(place: string): Promise<TextFile>;
  /** Where something else may write a file, which `add` lists. */
  prepare(place: string): Promise<string>;
  add(place: string, file: StoredFile, original?: OriginalOf): Promise<void>;
  /** An original that could not be had. */
  addMissing(file: StoredFile, original: OriginalOf): Promise<void>;
  /** Puts the folder in its place. Throws AppError FOLDER_TAKEN. */
  finish(): Promise<{ readonly fileCount: number; readonly sizeBytes: number }>;
  /** Leaves nothing of what was not finished. */
  discard(): Promise<void>;
}

export const manifestName = 'manifest.csv';
const manifestColumns: ListSheet['columns'] = [
  ...['path', 'sha256', 'size_bytes', 'state', 'client', 'paper', 'original_name', 'document_version_id'],
].map((heading) => ({ heading, kind: heading === 'size_bytes' ? 'count' : 'text' }));

/** Begins a folder. Throws AppError FOLDER_TAKEN when something is there already, NOT_WRITABLE, DISK_FULL. */
export async function beginFolder(target: string): Promise<NewFolder> {
  await refuseTaken(target);
  const temporary = path.join(path.dirname(target), `.${randomUUID()}.tmp`);
  // Not its parents: a place on a disk that is not there must not be made on this one.
  await fs.mkdir(temporary);
  const folders = new Set([temporary]);
  const opened = new Set<TextFile>();
  let total = { fileCount: 0, sizeBytes: 0 };
  const prepare = async (place: string): Promise<string> => {
    const file = path.join(temporary, ...place.split('/'));
    const folder = path.dirname(file);
    if (!folders.has(folder)) await fs.mkdir(folder, { recursive: true });
    folders.add(folder);
    return file;
  };
  const openFile = async (place: string): Promise<TextFile> => {
    const file = await openTextFile(await prepare(place));
    opened.add(file);
    return {
      ...file,
      finish() {
        opened.delete(file);
        return file.finish();
      },
    };
  };
  const discard = async (): Promise<void> => {
    for (const file of opened) await file.abandon().catch(() => undefined);
    // What failed or was cancelled is told; that something of it stays is for the log.
    await fs
      .rm(temporary, { recursive: true, force: true })
      .catch((error: unknown) => console.error(`removing ${temporary}:`, error));
  };
  let manifest: TextFile;
  try {
    manifest = await openFile(manifestName);
    await manifest.write(csvHead(manifestColumns));
  } catch (error) {
    await discard();
    throw error;
  }
  const list = (place: string, { sha256, sizeBytes }: StoredFile, state: string, original?: OriginalOf) => {
    const { clientName = '', paper = '', originalName = '', versionId = '' } = original ?? {};
    return manifest.write(
      csvRows(manifestColumns, [
        [place, sha256, sizeBytes, state, clientName, paper, originalName, versionId],
      ]),
    );
  };
  const add = (place: string, file: StoredFile, original?: OriginalOf): Promise<void> => {
    total = { fileCount: total.fileCount + 1, sizeBytes: total.sizeBytes + file.sizeBytes };
    return list(place, file, 'ok', original);
  };
  return {
    prepare,
    open: openFile,
    add,
    addMissing: (file, original) => list('', file, 'missing', original),
    async write(place, text) {
      const bytes = Buffer.from(text);
      await fs.writeFile(await prepare(place), bytes, { flag: 'wx', flush: true });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await add(place, { sha256, sizeBytes: bytes.length });
    },
    async finish() {
      const { sizeBytes } = await manifest.finish();
      for (const folder of folders) await folderSynced(folder);
      await putInPlace(temporary, target);
      return { fileCount: total.fileCount + 1, sizeBytes: total.sizeBytes + sizeBytes };
    },
    discard,
  };
}

async function refuseTaken(target: string): Promise<void> {
  const names = await fs.readdir(target).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw errorCode(error) === 'ENOTDIR' ? taken(target, error) : error;
  });
  if (names.length > 0) throw taken(target);
}

async function putInPlace(temporary: string, target: string): Promise<void> {
  try {
    // An empty folder that the user has just made: not every system renames onto one.
    await fs.rmdir(target).catch((error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw error;
    });
    await fs.rename(temporary, target);
    await folderSynced(path.dirname(target));
  } catch (error) {
    const isTaken = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(errorCode(error));
    throw isTaken ? taken(target, error) : error;
  }
}

const taken = (target: string, cause?: unknown): AppError =>
  new AppError('FOLDER_TAKEN', { name: path.basename(target) }, { cause });

/** What went wrong while a folder was written, as one of our codes where the file system said it. */
export function folderError(error: unknown, target: string): unknown {
  const name = path.basename(target);
  const known = fileSystemError(error, name);
  if (isAppError(known) || errorCode(known) !== 'ENOENT') return known;
  return new AppError('NOT_WRITABLE', { name }, { cause: error });
}
