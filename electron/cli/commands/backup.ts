import fs from 'node:fs';
import path from 'node:path';
import { createBackup } from '#backend/backups/create.ts';
import { backupFolderPath } from '#backend/settings/service.ts';
import { fileSystemError } from '#backend/vault/durable-files.ts';
import type { Command } from '../command.ts';
import { noArgument } from '../command-arguments.ts';
import { withSession } from '../session.ts';

export const backup: Command = async (args, options) => {
  const { to } = noArgument(args, { to: { type: 'string' } });
  return withSession(options, async ({ backend }) => {
    const folder = to === undefined ? backupFolderPath(backend) : madeFolder(path.resolve(to));
    for await (const step of createBackup(backend, { reason: 'manual', folder })) {
      if (step.kind === 'done') return { output: { folder, ...step.backup } };
    }
    throw new Error('the backup ended without a result');
  });
};

function madeFolder(folder: string): string {
  try {
    fs.mkdirSync(folder, { recursive: true });
    return folder;
  } catch (error) {
    throw fileSystemError(error, path.basename(folder));
  }
}
