import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { accountHandlers } from './account-handlers.ts';
import {
  assignApplications,
  checkStep,
  lookAtApplications,
  toPrint,
  stepApplications,
  trashApplications,
} from './applications.ts';
import { writeClientCells } from './cells.ts';
import { lookAtClients, toPrintOfClients, trashClients, writeClients } from './clients.ts';

export const bulkHandlers = (os: Implementer, backend: Backend) => ({
  ...accountHandlers(os, backend),
  lookAtClients: os.bulk.lookAtClients.handler(({ input }) => lookAtClients(backend, input)),
  writeClients: os.bulk.writeClients.handler(({ input, signal }) => writeClients(backend, input, signal)),
  writeClientCells: os.bulk.writeClientCells.handler(({ input, signal }) =>
    writeClientCells(backend, input, signal),
  ),
  trashClients: os.bulk.trashClients.handler(({ input, signal }) => trashClients(backend, input, signal)),
  toPrintOfClients: os.bulk.toPrintOfClients.handler(({ input }) => toPrintOfClients(backend, input)),
  lookAtApplications: os.bulk.lookAtApplications.handler(({ input }) => lookAtApplications(backend, input)),
  toPrint: os.bulk.toPrint.handler(({ input }) => toPrint(backend, input)),
  assignApplications: os.bulk.assignApplications.handler(({ input, signal }) =>
    assignApplications(backend, input, signal),
  ),
  checkStep: os.bulk.checkStep.handler(({ input, signal }) => checkStep(backend, input, signal)),
  stepApplications: os.bulk.stepApplications.handler(({ input, signal }) =>
    stepApplications(backend, input, signal),
  ),
  trashApplications: os.bulk.trashApplications.handler(({ input, signal }) =>
    trashApplications(backend, input, signal),
  ),
});
