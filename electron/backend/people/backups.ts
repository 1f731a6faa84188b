import fs from 'node:fs';
import path from 'node:path';
import type { Backend } from '#backend/backend.ts';
import { finishedBackups } from './queries.ts';

/** Backups that this computer has made and that are still there, or lie where nobody can look now: they hold what they held. */
export function backupsHolding({ db }: Pick<Backend, 'db'>) {
  return finishedBackups(db)
    .filter(({ id, folder }) => fs.existsSync(path.join(folder, id)) || !fs.existsSync(folder))
    .map(({ id, folder, started_at_ms: atMs }) => ({ name: id, folder: path.basename(folder), atMs }));
}
