import Database from 'better-sqlite3';
import fs from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';

export type Db = Database.Database;

export interface OpenOptions {
  readonly file: string;
  readonly readonly?: boolean;
}

/**
 * So many pages (16 MB) are written ahead before they are brought to their place in the file, for which the disk is waited
 * for: many rows in a row write the same pages again and again.
 */
const pagesAhead = 4000;

/**
 * The only place that opens a database: pragmas, and one day the key, are set here and nowhere else.
 * Throws AppError: DATABASE_IN_USE, DATABASE_READ_ONLY, DATABASE_DAMAGED, DISK_FULL, NOT_WRITABLE.
 */
export function openDatabase({ file, readonly = false }: OpenOptions): Db {
  try {
    const db = new Database(file, { readonly, fileMustExist: readonly, timeout: 5000 });
    try {
      if (!readonly) refuseReadOnlyFile(file);
      db.pragma('foreign_keys = ON');
      if (!readonly) db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.pragma(`wal_autocheckpoint = ${pagesAhead}`);
      db.pragma('trusted_schema = OFF');
      db.pragma('user_version'); // reads the header, so that a foreign or damaged file is refused here
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    throw databaseError(error, file);
  }
}

/**
 * Commits without waiting for the disk, which takes longer than the rows of a part do where other programs write too. What
 * is committed stays in order, so that a power cut can take the last of it alone; the next commit of the usual kind makes all
 * of it last. For what is taken back unless such a commit follows.
 */
export function committedInPassing<T>(db: Db, commit: () => T): T {
  db.pragma('synchronous = NORMAL');
  try {
    return commit();
  } finally {
    db.pragma('synchronous = FULL');
  }
}

/** Root and some file systems let SQLite open a file that is marked read-only, and fail only at the first write. */
function refuseReadOnlyFile(file: string): void {
  const mode = fs.statSync(file).mode;
  if ((mode & 0o222) === 0) throw new AppError('DATABASE_READ_ONLY', { name: path.basename(file) });
}

const sqliteCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What SQLite and the file system say, as one of our codes; anything unknown is passed on as it is. */
export function databaseError(error: unknown, file: string): unknown {
  if (error instanceof AppError) return error;
  const name = path.basename(file);
  const code = sqliteCode(error);
  const detail = error instanceof Error ? error.message : String(error);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new AppError('DATABASE_IN_USE', { owner: name }, { cause: error });
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') {
    return new AppError('DATABASE_READ_ONLY', { name }, { cause: error });
  }
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) {
    return new AppError('DATABASE_DAMAGED', { name, detail }, { cause: error });
  }
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC')
    return new AppError('DISK_FULL', {}, { cause: error });
  if (code.startsWith('SQLITE_CANTOPEN') || code === 'EACCES' || code === 'EPERM') {
    return new AppError('NOT_WRITABLE', { name }, { cause: error });
  }
  return error;
}
