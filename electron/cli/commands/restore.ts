import fs from 'node:fs';
import path from 'node:path';
import { databaseFile } from '#backend/backend.ts';
import { recoverFromBackup } from '#backend/backups/recover.ts';
import { openDatabase } from '#backend/db/open.ts';
import { defaultBackupFolder, readLocal } from '#backend/settings/service.ts';
import type { Command } from '../command.ts';
import { oneArgument } from '../command-arguments.ts';
import { clockOf, owner, withSession } from '../session.ts';

/** Works also when the data that is there can't be opened. */
export const restore: Command = async (args, options) => {
  const { values, argument } = oneArgument(args, { from: { type: 'string' } }, 'the backup');
  const { dataFolder } = options;
  const isFolder = values.from === undefined && fs.existsSync(path.resolve(argument));
  const chosen = isFolder ? argument : path.join(values.from ?? usualFolder(dataFolder), argument);
  fs.mkdirSync(dataFolder, { recursive: true });
  const restored = await recoverFromBackup({ dataFolder, chosen, owner, nowMs: clockOf(options).nowMs() });
  // Opening it proves that it is in place.
  const { seatLetter, schemaVersion } = await withSession(options, ({ call }) => call.system.info());
  return { output: { ...restored, seatLetter, schemaVersion } };
};

/** The folder of the settings, as far as they can be read. */
function usualFolder(dataFolder: string): string {
  try {
    const db = openDatabase({ file: databaseFile(dataFolder), readonly: true });
    try {
      return readLocal(db, 'backup_folder') ?? defaultBackupFolder(dataFolder);
    } finally {
      db.close();
    }
  } catch {
    return defaultBackupFolder(dataFolder);
  }
}
