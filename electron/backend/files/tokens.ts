import { randomUUID } from 'node:crypto';
import type { FileUse } from '#shared/contract/backend-messages.ts';
import { AppError } from '#shared/contract/errors.ts';

/** The renderer never names a path: it holds a token, and only this table knows the file behind it. */
export interface FileTokens {
  grant(path: string, token?: string, use?: FileUse): string;
  /** Throws AppError FILE_TOKEN_UNKNOWN, also for a file to read that is to be written. */
  resolve(token: string, use: FileUse): string;
}

export function createFileTokens(): FileTokens {
  const granted = new Map<string, { readonly path: string; readonly use: FileUse }>();
  return {
    grant(path, token = randomUUID(), use = 'write') {
      granted.set(token, { path, use });
      return token;
    },
    resolve(token, use) {
      const known = granted.get(token);
      if (known === undefined || (use === 'write' && known.use === 'read'))
        throw new AppError('FILE_TOKEN_UNKNOWN', {});
      return known.path;
    },
  };
}
