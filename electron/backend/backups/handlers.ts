import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { createBackup } from './create.ts';
import { listBackups, restoreBackup, verifyBackup } from './service.ts';

export const backupHandlers = (os: Implementer, backend: Backend) => {
  const folderOf = (token: string | undefined) =>
    token === undefined ? undefined : backend.tokens.resolve(token, 'read');
  return {
    list: os.backups.list.handler(({ input }) => listBackups(backend, folderOf(input.folder))),
    create: os.backups.create.handler(({ input, signal }) =>
      createBackup(backend, { reason: input.reason, signal }),
    ),
    verify: os.backups.verify.handler(async ({ input, signal }) => ({
      problems: await verifyBackup(backend, { name: input.name, folder: folderOf(input.folder) }, signal),
    })),
    restore: os.backups.restore.handler(({ input, signal }) =>
      restoreBackup(backend, { name: input.name, folder: folderOf(input.folder) }, signal),
    ),
  };
};
