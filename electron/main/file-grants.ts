import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { ChosenFile } from '#shared/contract/shell.ts';

/** Tokens for files that the user chose. A page holds only the token; the backend and we know the path behind it. */
export interface FileGrants {
  /** For a file that is there; null for a folder or anything else that is not a file. */
  grantFile(file: string): Promise<ChosenFile | null>;
  /** For a folder, or for a file that will be written. */
  grantTarget(target: string): ChosenFile;
  /** Throws AppError FILE_TOKEN_UNKNOWN. */
  pathOf(token: string): string;
  /** Says every grant again, to a backend that was started anew. */
  repeat(): void;
}

export function createFileGrants(tell: (token: string, path: string) => void): FileGrants {
  const paths = new Map<string, string>();
  const grant = (file: string, sizeBytes: number): ChosenFile => {
    const token = randomUUID();
    paths.set(token, file);
    tell(token, file);
    return { token, name: path.basename(file), sizeBytes };
  };
  return {
    async grantFile(file) {
      const stats = await fs.stat(file).catch(() => null);
      return stats?.isFile() === true ? grant(file, stats.size) : null;
    },
    grantTarget: (target) => grant(target, 0),
    pathOf(token) {
      const file = paths.get(token);
      if (file === undefined) throw new AppError('FILE_TOKEN_UNKNOWN', {});
      return file;
    },
    repeat: () => paths.forEach((file, token) => tell(token, file)),
  };
}
