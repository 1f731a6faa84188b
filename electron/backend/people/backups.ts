import fs from 'node:fs';
import path from 'node:path';
import type { StayReason } from '#shared/domain/erasure.ts';
import type { Backend } from '#backend/backend.ts';
import { takenFolderName } from '#backend/intake/folder/read-folder.ts';
import { watchedFolderOf } from '#backend/settings/service.ts';
import { finishedBackups } from './queries.ts';

/** Backups that this computer has made and that are still there, or lie where nobody can look now: they hold what they held. */
export function backupsHolding({ db }: Pick<Backend, 'db'>) {
  return finishedBackups(db)
    .filter(({ id, folder }) => fs.existsSync(path.join(folder, id)) || !fs.existsSync(folder))
    .map(({ id, folder, started_at_ms: atMs }) => ({ name: id, folder: path.basename(folder), atMs }));
}

/** Other copies of what the firm has or had that the program has made, or moved, and that are still there. */
export function copiesElsewhere({
  db,
  dataFolder,
}: Pick<Backend, 'db' | 'dataFolder'>): { name: string; reason: StayReason }[] {
  const { path: watched } = watchedFolderOf(db);
  const hasTaken = watched !== null && namesIn(path.join(watched, takenFolderName)).length > 0;
  return [
    ...namesIn(path.join(dataFolder, 'set-aside')).map((name) => ({
      name: path.join('set-aside', name),
      reason: 'set_aside' as const,
    })),
    ...(hasTaken
      ? [{ name: path.join(path.basename(watched), takenFolderName), reason: 'taken_folder' as const }]
      : []),
  ];
}

/** None of a folder that is not there or can't be read. */
function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}
