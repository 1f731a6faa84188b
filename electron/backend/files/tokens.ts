import { randomUUID } from 'node:crypto';
import { AppError } from '#shared/contract/errors.ts';

/** The renderer never names a path: it holds a token, and only this table knows the file behind it. */
export interface FileTokens {
  grant(path: string, token?: string): string;
  /** Throws AppError FILE_TOKEN_UNKNOWN. */
  resolve(token: string): string;
}

export function createFileTokens(): FileTokens {
  const paths = new Map<string, string>();
  return {
    grant(path, token = randomUUID()) {
      paths.set(token, path);
      return token;
    },
    resolve(token) {
      const path = paths.get(token);
      if (path === undefined) throw new AppError('FILE_TOKEN_UNKNOWN', {});
      return path;
    },
  };
}
