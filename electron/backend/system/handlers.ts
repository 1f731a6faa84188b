import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { watchChanges } from './announcements.ts';
import { readInfo, verifyAll } from './service.ts';

export const systemHandlers = (os: Implementer, backend: Backend) => ({
  info: os.system.info.handler(() => readInfo(backend)),
  changes: os.system.changes.handler(({ signal }) => watchChanges(backend, signal)),
  verify: os.system.verify.handler(({ signal }) => verifyAll(backend, signal)),
});
