import fs from 'node:fs';
import path from 'node:path';
import type { Backend } from '#backend/backend.ts';
import { readSettings } from '#backend/settings/service.ts';
import { isSha256 } from '#backend/vault/layout.ts';
import { listFolder, readFileList } from './manifest.ts';
import { isBackupName, partialFolder, poolFolder } from './place.ts';
import { finishedIn } from './queries.ts';

/**
 * Keeps the newest backups, as many as the settings say, of those that this computer has made in the folder, and
 * then the files that some backup in the folder still names.
 */
export function pruneBackups(backend: Backend, root: string): void {
  const keep = Math.max(1, readSettings(backend).backupKeep);
  const own = finishedIn(backend.db, root);
  const present = new Map(listFolder(root).map((found) => [found.place.name, found.place]));
  for (const name of own.filter((known) => present.has(known)).slice(keep)) {
    const place = present.get(name);
    if (place === undefined) continue;
    // Out of the list first: a removal that is cut off must not leave something that looks like a backup.
    fs.renameSync(place.folder, partialFolder(place));
    fs.rmSync(partialFolder(place), { recursive: true, force: true });
  }
  prunePool(root);
}

function prunePool(root: string): void {
  const named = namedFiles(root);
  if (named === undefined) return;
  const pool = poolFolder(root);
  // File managers leave files of their own beside the shelves.
  const shelves = fs.existsSync(pool)
    ? fs.readdirSync(pool).filter((name) => /^[0-9a-f]{2}$/.test(name))
    : [];
  for (const shelf of shelves) {
    for (const name of fs.readdirSync(path.join(pool, shelf))) {
      if (isSha256(name) && !named.has(name)) fs.rmSync(path.join(pool, shelf, name), { force: true });
    }
  }
}

/** Undefined when some backup does not say which files it needs: then none may go. */
function namedFiles(root: string): ReadonlySet<string> | undefined {
  const found = listFolder(root);
  if (found.length !== fs.readdirSync(root).filter(isBackupName).length) return undefined;
  const named = new Set<string>();
  for (const { place, manifest } of found) {
    const files = readFileList(place, manifest);
    if (files === undefined) return undefined;
    for (const file of files) named.add(file.sha256);
  }
  return named;
}
