import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';

/** What can be read of a kept file: its own bytes, or a picture made of them that can be made again. */
export type VaultForm = 'file' | 'thumbnail';

export interface StoredFile {
  /** 64 lower-case hex characters: the file's identity. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

const hashPattern = /^[0-9a-f]{64}$/;

export const isSha256 = (text: string): boolean => hashPattern.test(text);

/** Where a file lies below `root`. Only a true hash makes a path, so that no input can point outside. */
export function hashPath(root: string, sha256: string): string {
  if (!isSha256(sha256)) throw new AppError('NOT_FOUND', { what: 'file', id: sha256.slice(0, 64) });
  return path.join(root, sha256.slice(0, 2), sha256);
}
