import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { BackupProblem, BackupRow } from '#shared/contract/backups.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { Backend } from '#backend/backend.ts';
import { fileJobs } from '#backend/jobs/file-jobs.ts';
import { backupFolderPath, readSettings } from '#backend/settings/service.ts';
import { listFolder, rowOf } from './manifest.ts';
import { placeOf, rootOf } from './place.ts';
import type { BackupPlace } from './place.ts';
import { newestAttempt, newestFinished } from './queries.ts';
import { requestRestore } from './restore.ts';
import { writeUpgradeBackup } from './upgrade.ts';
import type { UpgradeBackup } from './upgrade.ts';
import { verifyPlace } from './verify.ts';

/** The finished backups of a folder (that of the settings when none is given), newest first. */
export function listBackups(backend: Backend, folder?: string): BackupRow[] {
  return listFolder(folderOf(backend, folder)).map(({ place, manifest }) => rowOf(place, manifest));
}

/**
 * Reads a backup whole; empty when it is good. `file_absent` names a file that was lost before the backup was made.
 * Throws AppError NOT_FOUND, CANCELLED.
 */
export function verifyBackup(
  backend: Backend,
  { name, folder }: { readonly name: string; readonly folder?: string | undefined },
  signal?: AbortSignal,
): Promise<BackupProblem[]> {
  return verify(backend, placeOf(folderOf(backend, folder), name), signal);
}

/**
 * Has a backup put in place at the next start, after reading it whole. Returns the name of the folder that will take
 * the present data. Throws AppError NOT_FOUND, BACKUP_DAMAGED, DATABASE_NEWER, NOT_WRITABLE, DISK_FULL.
 */
export async function restoreBackup(
  backend: Backend,
  { name, folder }: { readonly name: string; readonly folder?: string | undefined },
  signal?: AbortSignal,
): Promise<{ setAside: string }> {
  const place = placeOf(folderOf(backend, folder), name);
  refuseDamaged(place, await verify(backend, place, signal));
  return { setAside: requestRestore(backend.dataFolder, place, backend.clock.nowMs()) };
}

/** A file that was lost before the backup was made is no fault of the backup. Throws AppError BACKUP_DAMAGED. */
export function refuseDamaged({ name }: BackupPlace, problems: readonly BackupProblem[]): void {
  const fault = problems.find(({ code }) => code !== 'file_absent');
  if (fault !== undefined)
    throw new AppError('BACKUP_DAMAGED', { name, detail: `${fault.code} ${fault.subject}` });
}

/** 'daily' when the daily backup is switched on and none was finished or tried today. */
export function backupDue(backend: Backend): 'daily' | null {
  if (!readSettings(backend).backupDaily) return null;
  const today = backend.clock.today();
  const times = [newestFinished(backend.db)?.finished_at_ms, newestAttempt(backend.db, 'daily')];
  return times.some((atMs) => atMs !== undefined && dateOfInstant(atMs) === today) ? null : 'daily';
}

export interface LastBackup {
  readonly atMs: number;
  readonly clientCount: number;
  readonly fileCount: number;
}

/** The newest backup that was finished, by this computer's own record; null when there is none. */
export function lastBackup(backend: Pick<Backend, 'db'>): LastBackup | null {
  const found = newestFinished(backend.db);
  if (found === undefined) return null;
  return { atMs: found.finished_at_ms, clientCount: found.client_count, fileCount: found.file_count };
}

/** See `writeUpgradeBackup`; in the form in which the opening of the database calls it. */
export function beforeUpgradeBackup(upgrade: UpgradeBackup): void {
  writeUpgradeBackup(upgrade);
}

const verify = (backend: Backend, place: BackupPlace, signal: AbortSignal | undefined) =>
  verifyPlace(
    place,
    (file, stop) => fileJobs(backend).run('checkDatabase', { file }, { signal: stop }),
    signal,
  );

const folderOf = (backend: Backend, folder: string | undefined): string =>
  folder === undefined ? backupFolderPath(backend) : rootOf(path.resolve(folder));
