import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { FileUse } from '#shared/contract/backend-messages.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ChosenFile } from '#shared/contract/shell.ts';

/** Tokens for files that the user chose. A page holds only the token; the backend and we know the path behind it. */
export interface FileGrants {
  /** For a file that is there, to be read; null for a folder or anything else that is not a file. */
  grantFile(file: string): Promise<ChosenFile | null>;
  /** For what was dropped, to be read: a file, or a folder with all that is in it. */
  grantDropped(path: string): Promise<ChosenFile | null>;
  /** For a folder that is there, to be read. */
  grantFolder(folder: string): Promise<ChosenFile>;
  /** For a folder or a file that will be written. */
  grantTarget(target: string): Promise<ChosenFile>;
  /** Throws AppError FILE_TOKEN_UNKNOWN, also for what may be read and is to be written. */
  pathOf(token: string, use: FileUse): string;
  /** Says every grant again, to a backend that was started anew. */
  repeat(): void;
}

/** Resolves once the backend knows: a page's call comes to it on another way and may be there before. */
type Tell = (token: string, path: string, use: FileUse) => Promise<void>;

export function createFileGrants(tell: Tell): FileGrants {
  const granted = new Map<string, { readonly file: string; readonly use: FileUse }>();
  const grant = async (file: string, use: FileUse, sizeBytes = 0): Promise<ChosenFile> => {
    const token = randomUUID();
    granted.set(token, { file, use });
    await tell(token, file, use);
    return { token, name: path.basename(file), sizeBytes };
  };
  return {
    async grantFile(file) {
      const stats = await fs.stat(file).catch(() => null);
      return stats?.isFile() === true ? grant(file, 'read', stats.size) : null;
    },
    async grantDropped(dropped) {
      const stats = await fs.stat(dropped).catch(() => null);
      if (stats === null || !(stats.isFile() || stats.isDirectory())) return null;
      return grant(dropped, 'read', stats.isFile() ? stats.size : 0);
    },
    grantFolder: (folder) => grant(folder, 'read'),
    grantTarget: (target) => grant(target, 'write'),
    pathOf(token, use) {
      const known = granted.get(token);
      if (known === undefined || (use === 'write' && known.use === 'read'))
        throw new AppError('FILE_TOKEN_UNKNOWN', {});
      return known.file;
    },
    repeat: () => granted.forEach(({ file, use }, token) => void tell(token, file, use)),
  };
}
