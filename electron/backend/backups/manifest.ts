import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { backupRow } from '#shared/contract/backups.ts';
import type { BackupRow } from '#shared/contract/backups.ts';
import { sha256 } from '#shared/contract/values.ts';
import { writeWhole } from '#backend/vault/durable-files.ts';
import { isSha256 } from '#backend/vault/layout.ts';
import type { StoredFile } from '#backend/vault/layout.ts';
import { fileListName, isBackupName, manifestName, placeOf } from './place.ts';
import type { BackupPlace } from './place.ts';

const manifestSchema = z.object({
  format: z.literal(1),
  name: z.string(),
  atMs: z.int(),
  reason: backupRow.shape.reason,
  appVersion: z.string(),
  schemaVersion: z.int(),
  /** `database`: the files were not copied, because what follows does not touch them. */
  scope: z.enum(['whole', 'database']),
  clientCount: z.int(),
  database: z.object({ sha256, sizeBytes: z.int() }),
  /** The list itself stands in a file of its own, so that this one stays small. */
  files: z.object({ count: z.int(), sizeBytes: z.int(), listSha256: sha256 }),
  /** Files that were missing or altered when the backup was made, so that no copy of them exists here. */
  absent: z.array(sha256),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Writes the list and then the manifest that vouches for it. */
export function writeManifest(
  folder: string,
  facts: Omit<Manifest, 'format' | 'files'>,
  files: readonly StoredFile[],
): Manifest {
  const list = files.map((file) => `${file.sha256} ${file.sizeBytes}\n`).join('');
  const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
  const listSha256 = createHash('sha256').update(list).digest('hex');
  const manifest: Manifest = { format: 1, ...facts, files: { count: files.length, sizeBytes, listSha256 } };
  writeWhole(path.join(folder, fileListName), list);
  writeWhole(path.join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** Undefined when there is no manifest, or none that this program understands. */
export function readManifest(place: BackupPlace): Manifest | undefined {
  try {
    const read = manifestSchema.safeParse(
      JSON.parse(fs.readFileSync(path.join(place.folder, manifestName), 'utf8')),
    );
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** The files of a backup; undefined when the list is not the one that the manifest vouches for. */
export function readFileList(place: BackupPlace, manifest: Manifest): StoredFile[] | undefined {
  let list: string;
  try {
    list = fs.readFileSync(path.join(place.folder, fileListName), 'utf8');
  } catch {
    return undefined;
  }
  if (createHash('sha256').update(list).digest('hex') !== manifest.files.listSha256) return undefined;
  return list.split('\n').flatMap((line) => {
    const [hash = '', size = ''] = line.split(' ');
    return isSha256(hash) ? [{ sha256: hash, sizeBytes: Number(size) }] : [];
  });
}

/** The finished backups of a folder, newest first; one whose manifest can't be read is not shown. */
export function listFolder(root: string): { readonly place: BackupPlace; readonly manifest: Manifest }[] {
  let names: string[];
  try {
    names = fs.readdirSync(root).filter(isBackupName);
  } catch {
    return [];
  }
  const found = names.flatMap((name) => {
    const place = placeOf(root, name);
    const manifest = readManifest(place);
    return manifest === undefined ? [] : [{ place, manifest }];
  });
  return found.sort((a, b) => b.manifest.atMs - a.manifest.atMs || (a.place.name < b.place.name ? 1 : -1));
}

/** `name` is the folder's, which the user may have renamed within the pattern. */
export function rowOf(place: BackupPlace, manifest: Manifest): BackupRow {
  return {
    name: place.name,
    atMs: manifest.atMs,
    reason: manifest.reason,
    schemaVersion: manifest.schemaVersion,
    clientCount: manifest.clientCount,
    fileCount: manifest.files.count,
    sizeBytes: manifest.database.sizeBytes + manifest.files.sizeBytes,
  };
}
