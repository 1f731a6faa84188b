import fs from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import { densities, languages, startPages, themes } from '#shared/contract/settings.ts';
import type { settingsChange, SettingsValues } from '#shared/contract/settings.ts';
import { usualZoom, zoomSteps } from '#shared/domain/zoom.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import { announce } from '#backend/system/announcements.ts';
import {
  actingConsultant,
  deleteLocalSetting,
  everyConsultant,
  isLiveConsultant,
  localSetting,
  putLocalSetting,
  settingRow,
  sharedSetting,
} from './queries.ts';

/** What belongs to this computer alone. It is in no history, and a restored or copied file may bring other values. */
export type LocalKey =
  | 'language'
  | 'theme'
  | 'density'
  | 'zoom_percent'
  | 'start_page'
  | 'consultant_id'
  | 'backup_folder'
  | 'backup_daily'
  | 'backup_at_close'
  | 'backup_keep'
  | 'reminders_enabled'
  | 'watched_folder'
  | 'watched_folder_on';

/** What belongs to the firm: shared rows, with history and undo. */
type SharedKey = 'firm.name' | 'firm.phone' | 'firm.address';

export type SettingsChange = z.infer<typeof settingsChange>;

/** How many daily backups are kept unless the firm says otherwise. */
const defaultBackupKeep = 14;

/** A setting of this computer as the text that was written; null when it was never set. */
export function readLocal(db: Db, key: LocalKey): string | null {
  return localSetting(db, key) ?? null;
}

/** Writes a setting of this computer; null takes it back to its default. */
function writeLocal(db: Db, key: LocalKey, value: string | null): void {
  if (value === null) deleteLocalSetting(db, key);
  else putLocalSetting(db, key, value);
}

/** Id of the consultant at this computer; null when nobody was chosen or that person has left. */
export function actingConsultantId(db: Db): string | null {
  return actingConsultant(db, 'consultant_id' satisfies LocalKey)?.id ?? null;
}

/** Whom a list's filter means: `me` is whoever works at this computer, and nobody at all while that is not known. */
export function meantConsultants<Ids extends readonly string[] | undefined>(
  db: Db,
  ids: Ids,
): string[] | Ids {
  if (ids?.includes('me') !== true) return ids;
  const me = actingConsultantId(db);
  return ids.flatMap((id) => (id === 'me' ? (me ?? []) : id));
}

/** Everybody who is or was a consultant of the firm, in no order. */
export const consultantNames = (db: Db): { readonly id: string; readonly name: string }[] =>
  everyConsultant(db);

/** Throws AppError NOT_FOUND for whoever is no consultant of the firm. Asked at every row of an import: it counts nothing. */
export function requireConsultant({ db }: Pick<Backend, 'db'>, id: string): void {
  if (!isLiveConsultant(db, id)) throw new AppError('NOT_FOUND', { what: 'consultants', id });
}

/** Full path of the folder for backups. It stays in the backend: callers outside get its last part only. */
export function backupFolderPath(backend: Pick<Backend, 'db' | 'dataFolder'>): string {
  return readLocal(backend.db, 'backup_folder') ?? defaultBackupFolder(backend.dataFolder);
}

export const defaultBackupFolder = (dataFolder: string): string => path.join(dataFolder, 'backups');

/** The folder that the intake tray takes files from, full path; null while none is chosen. On once it is chosen. */
export const watchedFolderOf = (db: Db): { readonly path: string | null; readonly isOn: boolean } => ({
  path: readLocal(db, 'watched_folder'),
  isOn: isOn(readLocal(db, 'watched_folder_on')),
});

/** Every setting with its default filled in. */
export function readSettings(backend: Pick<Backend, 'db' | 'dataFolder'>): SettingsValues {
  const { db } = backend;
  const shared = (key: SharedKey) => sharedSetting(db, key) ?? '';
  const watched = watchedFolderOf(db);
  return {
    firmName: shared('firm.name'),
    firmPhone: shared('firm.phone') || null,
    firmAddress: shared('firm.address') || null,
    language: oneOf(languages, readLocal(db, 'language'), 'zh-CN'),
    theme: oneOf(themes, readLocal(db, 'theme'), 'system'),
    density: oneOf(densities, readLocal(db, 'density'), 'compact'),
    zoomPercent: zoomSteps.find((step) => String(step) === readLocal(db, 'zoom_percent')) ?? usualZoom,
    startPage: oneOf(startPages, readLocal(db, 'start_page'), 'last'),
    consultantId: actingConsultantId(db),
    backupFolderName: path.basename(backupFolderPath(backend)),
    backupFolderIsDefault: readLocal(db, 'backup_folder') === null,
    backupDaily: isOn(readLocal(db, 'backup_daily')),
    backupAtClose: isOn(readLocal(db, 'backup_at_close')),
    backupKeep: Number(readLocal(db, 'backup_keep') ?? defaultBackupKeep),
    remindersEnabled: isOn(readLocal(db, 'reminders_enabled')),
    watchedFolderName: watched.path === null ? null : path.basename(watched.path),
    watchedFolderOn: watched.isOn,
  };
}

/**
 * Writes the settings that `change` names: those of the firm as one recorded change, those of this computer beside
 * it. `changeId` is null when nothing of the firm's was different.
 * Throws AppError: NOT_FOUND (consultant), FILE_TOKEN_UNKNOWN, NOT_WRITABLE (backup or watched folder), FOLDER_IS_OWN
 * (the watched folder holds our data or lies in it); nothing is written then.
 */
export function changeSettings(backend: Backend, change: SettingsChange): { changeId: string | null } {
  const local = localWrites(backend, change);
  const { changeId } = backend.changes.record('settings.set', (recorded) => {
    for (const [key, value] of sharedWrites(change)) putShared(backend.db, recorded, key, value);
    for (const [key, value] of local) writeLocal(backend.db, key, value);
  });
  if (local.length > 0) announce(backend, ['local_settings']);
  return { changeId };
}

function sharedWrites(change: SettingsChange): [SharedKey, string][] {
  const writes: [SharedKey, string | null | undefined][] = [
    ['firm.name', change.firmName],
    ['firm.phone', change.firmPhone],
    ['firm.address', change.firmAddress],
  ];
  return writes.flatMap(([key, value]) => (value === undefined ? [] : [[key, value ?? '']]));
}

function putShared(db: Db, change: Change, key: SharedKey, value: string): void {
  const row = settingRow(db, key);
  if (row === undefined) {
    if (value !== '') change.insert('settings', { id: key, value });
    return;
  }
  if (row.deleted_at_ms !== null) change.restore('settings', key);
  change.update('settings', key, { value });
}

function localWrites(backend: Backend, change: SettingsChange): [LocalKey, string | null][] {
  const { consultantId, backupFolder, watchedFolder } = change;
  if (typeof consultantId === 'string') requireConsultant(backend, consultantId);
  const text = (value: string | number | boolean | undefined) =>
    value === undefined ? undefined : String(value);
  const writes: [LocalKey, string | null | undefined][] = [
    ['language', change.language],
    ['theme', change.theme],
    ['density', change.density],
    ['zoom_percent', text(change.zoomPercent)],
    ['start_page', change.startPage],
    ['consultant_id', consultantId],
    ['backup_daily', text(change.backupDaily)],
    ['backup_at_close', text(change.backupAtClose)],
    ['backup_keep', text(change.backupKeep)],
    ['reminders_enabled', text(change.remindersEnabled)],
    ['watched_folder_on', text(change.watchedFolderOn)],
    [
      'watched_folder',
      typeof watchedFolder === 'string'
        ? strangeFolder(backend, writableFolder(backend, watchedFolder))
        : watchedFolder,
    ],
    [
      'backup_folder',
      typeof backupFolder === 'string' ? writableFolder(backend, backupFolder) : backupFolder,
    ],
  ];
  return writes.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
}

function writableFolder(backend: Backend, token: string): string {
  const folder = backend.tokens.resolve(token, 'write');
  try {
    if (!fs.statSync(folder).isDirectory()) throw new Error('not a folder');
    fs.accessSync(folder, fs.constants.W_OK);
  } catch (error) {
    throw new AppError('NOT_WRITABLE', { name: path.basename(folder) }, { cause: error });
  }
  return folder;
}

/** What is watched is emptied file by file: that must not befall our own data and backups. */
function strangeFolder(backend: Backend, folder: string): string {
  const real = fs.realpathSync(folder);
  const own = [backend.dataFolder, backupFolderPath(backend)].filter((each) => fs.existsSync(each));
  const isWithin = (inner: string, outer: string): boolean => {
    const way = path.relative(outer, inner);
    return way === '' || (!way.startsWith('..') && !path.isAbsolute(way));
  };
  const isOwn = own
    .map((each) => fs.realpathSync(each))
    .some((each) => isWithin(real, each) || isWithin(each, real));
  if (isOwn) throw new AppError('FOLDER_IS_OWN', { name: path.basename(folder) });
  return folder;
}

function oneOf<T extends string>(values: readonly T[], value: string | null, otherwise: T): T {
  return values.find((known) => known === value) ?? otherwise;
}

const isOn = (value: string | null): boolean => value !== 'false';
