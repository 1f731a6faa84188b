import fs from 'node:fs';
import path from 'node:path';
import { setImmediate as otherCalls } from 'node:timers/promises';
import type { BackupRow } from '#shared/contract/backups.ts';
import { AppError, isAppError } from '#shared/contract/errors.ts';
import { databaseFile } from '#backend/backend.ts';
import type { Backend } from '#backend/backend.ts';
import { fileJobs } from '#backend/jobs/file-jobs.ts';
import type { DatabaseFacts } from '#backend/jobs/file-jobs.ts';
import { backupFolderPath, defaultBackupFolder } from '#backend/settings/service.ts';
import { announce } from '#backend/system/announcements.ts';
import { errorCode, fileSystemError, syncFolder } from '#backend/vault/durable-files.ts';
import type { StoredFile } from '#backend/vault/layout.ts';
import { rowOf, writeManifest } from './manifest.ts';
import { databaseName, freePlace, partialFolder, poolFolder, poolPath, removePartials } from './place.ts';
import type { BackupPlace, BackupReason } from './place.ts';
import { pruneBackups } from './prune.ts';
import { failBackup, finishBackup, insertBackup } from './queries.ts';

export type BackupProgress =
  | {
      readonly kind: 'copying';
      readonly what: 'database' | 'files';
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'done'; readonly backup: BackupRow };

export interface NewBackup {
  readonly reason: Extract<BackupReason, 'manual' | 'daily' | 'close'>;
  /** Another folder than the one of the settings; it must exist. */
  readonly folder?: string;
  readonly signal?: AbortSignal | undefined;
}

/** A step is told after so many files. */
const filesPerStep = 25;
const turns = new WeakMap<Backend, Promise<void>>();

/**
 * Makes a backup: the database first, in one consistent state, then the files that this state names; files are only
 * ever added, so that they still fit. Nothing shows under the backup's name before all of it is on the disk.
 * Throws AppError DISK_FULL, NOT_WRITABLE, DATABASE_DAMAGED, CANCELLED; no half backup is left then.
 */
export async function* createBackup(backend: Backend, input: NewBackup): AsyncGenerator<BackupProgress> {
  const endTurn = await takeTurn(backend);
  try {
    yield* recorded(backend, input);
  } finally {
    endTurn();
  }
}

/** Two backups at once would remove each other's unfinished folders. */
async function takeTurn(backend: Backend): Promise<() => void> {
  const before = turns.get(backend);
  const { promise, resolve } = withResolvers();
  turns.set(
    backend,
    Promise.all([before, promise]).then(() => undefined),
  );
  await before;
  return resolve;
}

function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

async function* recorded(
  backend: Backend,
  { reason, folder, signal }: NewBackup,
): AsyncGenerator<BackupProgress> {
  const { db, clock } = backend;
  const root = folder ?? backupFolderPath(backend);
  prepareRoot(root, backend.dataFolder);
  const startedAtMs = clock.nowMs();
  const place = freePlace(root, startedAtMs, reason);
  insertBackup(db, { id: place.name, folder: root, reason, started_at_ms: startedAtMs });
  let outcome = 'CANCELLED';
  try {
    yield* make(backend, place, { reason, atMs: startedAtMs, signal });
    outcome = '';
  } catch (error) {
    const known = fileSystemError(error, path.basename(root));
    outcome = isAppError(known) ? known.code : 'INTERNAL';
    throw known;
  } finally {
    // Also reached when the caller walks away in the middle.
    fs.rmSync(partialFolder(place), { recursive: true, force: true });
    if (outcome !== '') failBackup(db, place.name, outcome);
    announce(backend, ['backups']);
  }
}

function prepareRoot(root: string, dataFolder: string): void {
  try {
    if (root === defaultBackupFolder(dataFolder)) fs.mkdirSync(root, { recursive: true });
    removePartials(root);
  } catch (error) {
    // A folder on a disk that is not there must not be made anew on this one.
    const name = path.basename(root);
    if (errorCode(error) !== 'ENOENT') throw fileSystemError(error, name);
    throw new AppError('NOT_WRITABLE', { name }, { cause: error });
  }
}

interface Making {
  readonly reason: BackupReason;
  readonly atMs: number;
  readonly signal: AbortSignal | undefined;
}

async function* make(
  backend: Backend,
  place: BackupPlace,
  { reason, atMs, signal }: Making,
): AsyncGenerator<BackupProgress> {
  const partial = partialFolder(place);
  fs.mkdirSync(partial, { recursive: true });
  yield { kind: 'copying', what: 'database', done: 0, total: 1 };
  const facts = await copyDatabase(backend, path.join(partial, databaseName), signal);
  yield { kind: 'copying', what: 'database', done: 1, total: 1 };
  const absent = yield* copyFiles(backend, place.root, facts.files, path.join(partial, 'incoming'), signal);
  const files = facts.files.filter(({ sha256 }) => !absent.includes(sha256));
  const { name } = place;
  const { clientCount, schemaVersion, sha256, sizeBytes } = facts;
  const manifest = writeManifest(
    partial,
    {
      ...{ name, atMs, reason, appVersion: backend.version, schemaVersion, scope: 'whole', clientCount },
      database: { sha256, sizeBytes },
      absent,
    },
    files,
  );
  fs.renameSync(partial, place.folder);
  syncFolder(place.root);
  const backup = rowOf(place, manifest);
  finishBackup(backend.db, {
    id: name,
    finished_at_ms: backend.clock.nowMs(),
    database_sha256: sha256,
    client_count: clientCount,
    file_count: files.length,
    size_bytes: backup.sizeBytes,
  });
  pruneBackups(backend, place.root);
  yield { kind: 'done', backup };
}

async function copyDatabase(
  backend: Backend,
  target: string,
  signal: AbortSignal | undefined,
): Promise<DatabaseFacts> {
  const file = databaseFile(backend.dataFolder);
  const facts = await fileJobs(backend).run('snapshot', { file, target }, { signal });
  const fault = facts.faults[0];
  if (fault !== undefined) throw new AppError('DATABASE_DAMAGED', { name: databaseName, detail: fault });
  return facts;
}

/** Copies the files that the shared folder lacks. Returns those that the vault itself has no good copy of. */
async function* copyFiles(
  backend: Backend,
  root: string,
  files: readonly StoredFile[],
  temporary: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<BackupProgress, string[]> {
  const absent: string[] = [];
  const shelves = new Set<string>();
  for (const [index, file] of files.entries()) {
    if (index % filesPerStep === 0) {
      yield { kind: 'copying', what: 'files', done: index, total: files.length };
      // Where nothing has to be copied nothing waits: other calls must get their turn all the same.
      await otherCalls();
    }
    if (signal?.aborted === true) throw new AppError('CANCELLED', {});
    const target = poolPath(root, file.sha256);
    if (fs.statSync(target, { throwIfNoEntry: false })?.size === file.sizeBytes) continue;
    if (await copyFile(backend, file, temporary, target, signal)) shelves.add(path.dirname(target));
    else absent.push(file.sha256);
  }
  for (const shelf of shelves) syncFolder(shelf);
  // Shelves that are new themselves.
  if (shelves.size > 0) for (const folder of [poolFolder(root), root]) syncFolder(folder);
  yield { kind: 'copying', what: 'files', done: files.length, total: files.length };
  return absent;
}

async function copyFile(
  backend: Backend,
  { sha256 }: StoredFile,
  temporary: string,
  target: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  try {
    const copied = await backend.vault.copyTo(sha256, temporary, { signal });
    if (copied.sha256 !== sha256) return false;
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.renameSync(temporary, target);
    return true;
  } catch (error) {
    // One lost scan must not keep everything else from being saved; the manifest names it.
    if (isAppError(error) && (error.code === 'NOT_FOUND' || error.code === 'FILE_UNREADABLE')) return false;
    throw error;
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}
