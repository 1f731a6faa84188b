import { lstat, mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { isSameFile } from '#shared/domain/still-files.ts';
import type { SeenFile } from '#shared/domain/still-files.ts';
import { errorCode } from '#backend/vault/durable-files.ts';
import { seenFile, takenFolderName } from './read-folder.ts';

/** Makes the place for what was taken. Throws AppError NOT_WRITABLE with the watched folder's name. */
export async function makeTakenFolder(folder: string): Promise<void> {
  try {
    await mkdir(path.join(folder, takenFolderName), { recursive: true });
  } catch (error) {
    throw new AppError('NOT_WRITABLE', { name: path.basename(folder) }, { cause: error });
  }
}

/**
 * Puts an original beside those that were taken, over none of them. One that is not what was seen any more is left for the
 * next look: what was written since has come in nowhere. Throws AppError ORIGINAL_NOT_MOVED; it stays where it is then.
 */
export async function moveAway(folder: string, file: SeenFile): Promise<void> {
  const { name } = file;
  const source = path.join(folder, name);
  try {
    await makeTakenFolder(folder);
    const target = await freePath(path.join(folder, takenFolderName), name);
    const now = await seenFile(source);
    if (now !== null && isSameFile(now, file)) await rename(source, target);
  } catch (error) {
    throw new AppError('ORIGINAL_NOT_MOVED', { name, folder: takenFolderName }, { cause: error });
  }
}

/** Only what is surely not there is free: a rename would write over it. */
async function freePath(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = path.parse(name);
  for (let no = 1; ; no += 1) {
    const file = path.join(folder, no === 1 ? name : `${stem} (${no})${ext}`);
    const found = await lstat(file).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    });
    if (found === null) return file;
  }
}
