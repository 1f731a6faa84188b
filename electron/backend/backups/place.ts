import fs from 'node:fs';
import path from 'node:path';
import { backupRow } from '#shared/contract/backups.ts';
import type { BackupRow } from '#shared/contract/backups.ts';
import { AppError } from '#shared/contract/errors.ts';
import { BUSINESS_TIME_ZONE } from '#shared/domain/calendar-date.ts';
import { hashPath } from '#backend/vault/layout.ts';

export type BackupReason = BackupRow['reason'];

/** Where one backup lies: a folder of its own, and beside it the files that all backups of the folder share. */
export interface BackupPlace {
  readonly root: string;
  readonly name: string;
  readonly folder: string;
}

export const databaseName = 'certfolio.sqlite';
export const manifestName = 'manifest.json';
export const fileListName = 'files.txt';

const reasons = backupRow.shape.reason.options;
const namePattern = new RegExp(`^certfolio-\\d{8}-\\d{6}(-\\d+)?-(${reasons.join('|')})$`);

export const isBackupName = (name: string): boolean => namePattern.test(name);

/** A backup by its name. Throws AppError NOT_FOUND for a name that is none, so that no input can point outside. */
export function placeOf(root: string, name: string): BackupPlace {
  if (!isBackupName(name)) throw new AppError('NOT_FOUND', { what: 'backup', id: name });
  return { root, name, folder: path.join(root, name) };
}

/** The folder of all backups, also when one of them was chosen instead. */
export function rootOf(chosen: string): string {
  const inside = isBackupName(path.basename(chosen)) && fs.existsSync(path.join(chosen, manifestName));
  return inside ? path.dirname(chosen) : chosen;
}

/** Where the backups of a folder keep their files together. */
export const poolFolder = (root: string): string => path.join(root, 'files');
export const poolPath = (root: string, sha256: string): string => hashPath(poolFolder(root), sha256);

/** A name that is still free; its time is that of the business, to the second. */
export function freePlace(root: string, atMs: number, reason: BackupReason): BackupPlace {
  const stamp = stampOf(atMs);
  for (let no = 1; ; no += 1) {
    const name = `certfolio-${stamp}${no === 1 ? '' : `-${no}`}-${reason}`;
    const place = placeOf(root, name);
    if (!fs.existsSync(place.folder)) return place;
  }
}

/** An instant as 20260922-090000. */
export function stampOf(atMs: number): string {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone: BUSINESS_TIME_ZONE,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(atMs);
  return text.replaceAll(/[-:]/g, '').replace(' ', '-');
}

/** A backup is made under a name that no list shows, and gets its own when everything is in place. */
export const partialFolder = ({ root, name }: BackupPlace): string => path.join(root, `.${name}.partial`);

/** Removes what a process that died has left half made. */
export function removePartials(root: string): void {
  const left = fs
    .readdirSync(root)
    .filter((name) => name.endsWith('.partial') && isBackupName(name.slice(1, -8)));
  for (const name of left) fs.rmSync(path.join(root, name), { recursive: true, force: true });
}
