import fs from 'node:fs';
import path from 'node:path';
import type { BackupProblem } from '#shared/contract/backups.ts';
import { AppError, isAppError } from '#shared/contract/errors.ts';
import type { DatabaseFacts } from '#backend/jobs/file-jobs.ts';
import { hashFile } from '#backend/vault/hashed-copy.ts';
import type { StoredFile } from '#backend/vault/layout.ts';
import { readFileList, readManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { databaseName, poolPath } from './place.ts';
import type { BackupPlace } from './place.ts';

/** Reads a database file; a running program lets a thread do it, the restore of a damaged one does it itself. */
export type DatabaseReader = (file: string, signal: AbortSignal | undefined) => Promise<DatabaseFacts>;

/**
 * Reads a backup whole: the copy of the database and every file against its hash.
 * Throws AppError NOT_FOUND when there is no such backup, CANCELLED.
 */
export async function verifyPlace(
  place: BackupPlace,
  readDatabase: DatabaseReader,
  signal?: AbortSignal,
): Promise<BackupProblem[]> {
  if (!fs.existsSync(place.folder)) throw new AppError('NOT_FOUND', { what: 'backup', id: place.name });
  const manifest = readManifest(place);
  if (manifest === undefined) return [{ code: 'manifest_unreadable', subject: place.name }];
  const problems = await databaseProblems(place, manifest, readDatabase, signal);
  const files = readFileList(place, manifest);
  if (files === undefined) return [...problems, { code: 'file_list_altered', subject: place.name }];
  for (const file of files) {
    const code = await fileProblem(place, file, signal);
    if (code !== undefined) problems.push({ code, subject: file.sha256 });
  }
  return [
    ...problems,
    ...manifest.absent.map((sha256) => ({ code: 'file_absent', subject: sha256 }) as const),
  ];
}

async function databaseProblems(
  place: BackupPlace,
  manifest: Manifest,
  readDatabase: DatabaseReader,
  signal: AbortSignal | undefined,
): Promise<BackupProblem[]> {
  const file = path.join(place.folder, databaseName);
  const problem = (code: BackupProblem['code']): BackupProblem[] => [{ code, subject: databaseName }];
  if (!fs.existsSync(file)) return problem('database_missing');
  try {
    const facts = await readDatabase(file, signal);
    if (facts.faults.length > 0) return problem('database_damaged');
    return facts.sha256 === manifest.database.sha256 ? [] : problem('database_altered');
  } catch (error) {
    if (isAppError(error) && error.code === 'CANCELLED') throw error;
    return problem('database_damaged');
  }
}

async function fileProblem(
  place: BackupPlace,
  { sha256, sizeBytes }: StoredFile,
  signal: AbortSignal | undefined,
): Promise<BackupProblem['code'] | undefined> {
  const file = poolPath(place.root, sha256);
  const found = fs.statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return 'file_missing';
  if (found.size !== sizeBytes) return 'file_altered';
  try {
    return (await hashFile(file, signal)).sha256 === sha256 ? undefined : 'file_altered';
  } catch (error) {
    if (isAppError(error) && error.code === 'CANCELLED') throw error;
    return 'file_altered';
  }
}
