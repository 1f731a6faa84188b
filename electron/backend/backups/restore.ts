import fs from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { schemaVersion, versionOf } from '#backend/db/migrate.ts';
import { openDatabase } from '#backend/db/open.ts';
import { replaceSeat } from '#backend/db/seat.ts';
import { fileSystemError, syncFile, syncFolder } from '#backend/vault/durable-files.ts';
import { hashPath } from '#backend/vault/layout.ts';
import { readFileList, readManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { databaseName, placeOf, poolPath, stampOf } from './place.ts';
import type { BackupPlace } from './place.ts';
import { readMarker, removeMarker, setAsideFolder, writeMarker } from './restore-marker.ts';
import type { RestoreMarker } from './restore-marker.ts';
import { hashFileSync } from './snapshot.ts';

export type RestoreOutcome =
  | { readonly state: 'none' }
  /** The data that was there lies in this folder below the data folder. */
  | { readonly state: 'restored'; readonly setAside: string }
  /** Nothing was touched: the backup could not be read or copied. */
  | { readonly state: 'refused'; readonly error: unknown };

/** Called after each step, so that a test can stop the process there. */
type AfterStep = (step: string) => void;

const stagingFolder = (dataFolder: string): string => path.join(dataFolder, 'restoring');
/** The side files go first, so that no other program finds a database with the wrong ones. */
const databaseParts = [`${databaseName}-wal`, `${databaseName}-shm`, databaseName];
const refusals = new Map<string, unknown>();

/** Why the restore at this start was refused; undefined when there was none or it went well. */
export const restoreRefusal = (dataFolder: string): unknown => refusals.get(dataFolder);

/**
 * Notes that a verified backup is to be put in place at the next start. Returns the name of the folder that will take
 * the present data. Throws AppError BACKUP_DAMAGED, DATABASE_NEWER, NOT_WRITABLE, DISK_FULL.
 */
export function requestRestore(dataFolder: string, place: BackupPlace, nowMs: number): string {
  const manifest = usableManifest(place);
  const setAside = freeSetAside(dataFolder, stampOf(nowMs));
  const { root, name } = place;
  writeMarker(dataFolder, {
    format: 1,
    step: 'prepare',
    root,
    name,
    setAside,
    withVault: manifest.scope === 'whole',
  });
  return setAside;
}

/**
 * Puts a backup in place if one is pending. It must run before the database is opened, under the data lock. What is
 * there is moved aside, never deleted; a process that dies on the way leaves a state from which the next call goes on.
 */
export function applyPendingRestore(
  dataFolder: string,
  nowMs = Date.now(),
  after: AfterStep = () => undefined,
): RestoreOutcome {
  refusals.delete(dataFolder);
  let marker: RestoreMarker | undefined;
  try {
    marker = readMarker(dataFolder);
    if (marker === undefined) return { state: 'none' };
    if (marker.step === 'prepare') marker = prepare(dataFolder, marker, nowMs, after);
  } catch (error) {
    return refuse(dataFolder, error);
  }
  // From here on the backup lies beside the data: there are only renames, and each can be done again.
  if (marker.step === 'set_aside') marker = setPresentAside(dataFolder, marker, after);
  putIn(dataFolder, marker, after);
  removeMarker(dataFolder);
  fs.rmSync(stagingFolder(dataFolder), { recursive: true, force: true });
  return { state: 'restored', setAside: marker.setAside };
}

function refuse(dataFolder: string, error: unknown): RestoreOutcome {
  const known = fileSystemError(error, path.basename(dataFolder));
  fs.rmSync(stagingFolder(dataFolder), { recursive: true, force: true });
  removeMarker(dataFolder);
  refusals.set(dataFolder, known);
  return { state: 'refused', error: known };
}

function usableManifest(place: BackupPlace): Manifest {
  const manifest = readManifest(place);
  if (manifest === undefined) throw damaged(place, 'manifest_unreadable');
  if (manifest.schemaVersion > schemaVersion) {
    throw new AppError('DATABASE_NEWER', { found: manifest.schemaVersion, supported: schemaVersion });
  }
  return manifest;
}

const damaged = ({ name }: BackupPlace, detail: string): AppError =>
  new AppError('BACKUP_DAMAGED', { name, detail });

function freeSetAside(dataFolder: string, stamp: string): string {
  for (let no = 1; ; no += 1) {
    const name = no === 1 ? stamp : `${stamp}-${no}`;
    if (!fs.existsSync(setAsideFolder(dataFolder, name))) return name;
  }
}

/** Copies the backup beside the data and checks each copy. What an earlier try has copied is copied again. */
function prepare(dataFolder: string, marker: RestoreMarker, nowMs: number, after: AfterStep): RestoreMarker {
  const place = placeOf(marker.root, marker.name);
  const manifest = usableManifest(place);
  const staging = stagingFolder(dataFolder);
  fs.rmSync(staging, { recursive: true, force: true });
  const database = path.join(staging, databaseName);
  copyVerified(place, path.join(place.folder, databaseName), database, manifest.database.sha256);
  after('database copied');
  if (marker.withVault) copyVault(place, manifest, path.join(staging, 'vault'));
  after('vault copied');
  giveNewSeat(database, nowMs);
  syncFolder(staging);
  return advance(dataFolder, marker, 'set_aside', after);
}

function copyVault(place: BackupPlace, manifest: Manifest, vault: string): void {
  const files = readFileList(place, manifest);
  if (files === undefined) throw damaged(place, 'file_list_altered');
  fs.mkdirSync(vault, { recursive: true });
  const shelves = new Set<string>();
  for (const { sha256 } of files) {
    const target = hashPath(vault, sha256);
    copyVerified(place, poolPath(place.root, sha256), target, sha256);
    shelves.add(path.dirname(target));
  }
  for (const folder of [...shelves, vault]) syncFolder(folder);
}

function copyVerified(place: BackupPlace, source: string, target: string, sha256: string): void {
  if (!fs.existsSync(source)) throw damaged(place, path.basename(source));
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.copyFileSync(source, target, fs.constants.COPYFILE_EXCL | fs.constants.COPYFILE_FICLONE);
  syncFile(target);
  if (hashFileSync(target).sha256 !== sha256) throw damaged(place, path.basename(source));
}

/** Two copies of a firm's data must never continue the same chain of events. */
function giveNewSeat(file: string, nowMs: number): void {
  const db = openDatabase({ file });
  try {
    const found = versionOf(db);
    if (found > schemaVersion) throw new AppError('DATABASE_NEWER', { found, supported: schemaVersion });
    replaceSeat(db, nowMs);
  } finally {
    db.close();
  }
}

function setPresentAside(dataFolder: string, marker: RestoreMarker, after: AfterStep): RestoreMarker {
  const aside = setAsideFolder(dataFolder, marker.setAside);
  fs.mkdirSync(aside, { recursive: true });
  for (const name of movedParts(marker)) {
    moveIfThere(path.join(dataFolder, name), path.join(aside, name));
    after(`${name} set aside`);
  }
  // Its name, and the name of the folder around it, before the marker says that the data is away.
  for (const folder of [aside, path.dirname(aside), dataFolder]) syncFolder(folder);
  return advance(dataFolder, marker, 'put_in', after);
}

function putIn(dataFolder: string, marker: RestoreMarker, after: AfterStep): void {
  for (const name of movedParts(marker).toReversed()) {
    moveIfThere(path.join(stagingFolder(dataFolder), name), path.join(dataFolder, name));
    after(`${name} put in`);
  }
  syncFolder(dataFolder);
}

const movedParts = ({ withVault }: RestoreMarker): readonly string[] =>
  withVault ? [...databaseParts, 'vault'] : databaseParts;

function moveIfThere(from: string, to: string): void {
  if (fs.existsSync(from)) fs.renameSync(from, to);
}

function advance(
  dataFolder: string,
  marker: RestoreMarker,
  step: RestoreMarker['step'],
  after: AfterStep,
): RestoreMarker {
  const next = { ...marker, step };
  writeMarker(dataFolder, next);
  after(step);
  return next;
}
