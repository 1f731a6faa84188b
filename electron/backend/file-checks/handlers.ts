import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { checkAgain, listFaults, readHealth, removeOrphans, repairFiles } from './service.ts';

export const fileCheckHandlers = (os: Implementer, backend: Backend) => ({
  health: os.fileChecks.health.handler(() => readHealth(backend)),
  faults: os.fileChecks.faults.handler(() => listFaults(backend)),
  check: os.fileChecks.check.handler(({ input, signal }) => checkAgain(backend, input.sha256s, signal)),
  repair: os.fileChecks.repair.handler(({ input, signal }) => repairFiles(backend, input.sha256s, signal)),
  removeOrphans: os.fileChecks.removeOrphans.handler(({ input }) => removeOrphans(backend, input.sha256s)),
});
