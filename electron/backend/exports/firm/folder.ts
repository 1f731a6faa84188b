import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import { csvHead, csvRows } from '#backend/exports/workbook/csv-list.ts';
import type { ListSheet } from '#backend/jobs/export-jobs.ts';
import { beginWholeFolder } from '#backend/files/new-folder.ts';
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
  const whole = await beginWholeFolder(target);
  const opened = new Set<TextFile>();
  let total = { fileCount: 0, sizeBytes: 0 };
  const prepare = (place: string): Promise<string> => whole.prepare(place);
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
    await whole.discard();
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
      await whole.sync();
      await whole.put();
      return { fileCount: total.fileCount + 1, sizeBytes: total.sizeBytes + sizeBytes };
    },
    discard,
  };
}
