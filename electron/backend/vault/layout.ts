import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';

/** A picture of one page, from 1, large enough to read. */
export type PageForm = `page-${number}`;

/** What can be read of a kept file: its own bytes, or a picture made of them that can be made again. */
export type VaultForm = 'file' | 'thumbnail' | PageForm;

/** The folder of the vault that a form lies in. */
export const formFolder = (form: VaultForm): readonly string[] => {
  if (form === 'file') return [];
  return form === 'thumbnail' ? ['derived', 'thumbnails'] : ['derived', 'pages', pageNoOf(form).toString()];
};

export const pageNoOf = (form: PageForm): number => Number(form.slice('page-'.length));

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
