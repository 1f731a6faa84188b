import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { checkRestore, listTrash, restoreFromTrash } from './service.ts';

export const trashHandlers = (os: Implementer, backend: Backend) => ({
  list: os.trash.list.handler(({ input }) => listTrash(backend, input)),
  check: os.trash.check.handler(({ input }) => checkRestore(backend, input.changeIds)),
  restore: os.trash.restore.handler(({ input }) => restoreFromTrash(backend, input.changeIds)),
});
