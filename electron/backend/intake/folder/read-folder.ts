import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { isHidden, isPassing } from '#shared/domain/passing-file.ts';
import type { SeenFile } from '#shared/domain/still-files.ts';

/** Where originals go that were taken, within the watched folder; named in both languages, for it stays when one changes. */
export const takenFolderName = '已收入 Taken';

export interface FolderContent {
  readonly files: readonly SeenFile[];
  /** Folders and links, which are left as they are: a link is no original, and a folder is somebody's order of things. */
  readonly leftCount: number;
}

/** What lies in the folder itself. Throws what the file system says when it can't be read. */
export async function readFolder(folder: string): Promise<FolderContent> {
  const entries = await readdir(folder, { withFileTypes: true });
  const left = entries.filter(
    (entry) => !entry.isFile() && !isHidden(entry.name) && entry.name !== takenFolderName,
  );
  const names = entries.filter((entry) => entry.isFile() && !isPassing(entry.name)).map(({ name }) => name);
  const files: SeenFile[] = [];
  for (const name of names.toSorted((a, b) => a.localeCompare(b, 'zh-CN', { numeric: true }))) {
    const file = await seenFile(path.join(folder, name));
    if (file !== null) files.push(file);
  }
  return { files, leftCount: left.length };
}

/** A file as it is now; null where it is gone, or is something else by now. */
export async function seenFile(file: string): Promise<SeenFile | null> {
  const found = await lstat(file).catch(() => null);
  if (found?.isFile() !== true) return null;
  return { name: path.basename(file), sizeBytes: found.size, changedAtMs: found.mtimeMs };
}
