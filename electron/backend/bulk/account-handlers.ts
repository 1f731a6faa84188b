import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { lookAtAccountFields, lookAtAccounts, trashAccounts, writeAccounts } from './accounts.ts';
import { writeAccountCells } from './cells.ts';
import {
  checkStepOfAccounts,
  lookAtApplicationsOfAccounts,
  lookAtClientsOfAccounts,
  stepApplicationsOfAccounts,
  toPrintOfAccounts,
  writeClientsOfAccounts,
} from './of-accounts.ts';
import { checkStart, startApplications } from './start.ts';

/** Changes of many accounts, and of what belongs to them. */
export const accountHandlers = ({ bulk }: Implementer, backend: Backend) => ({
  lookAtAccounts: bulk.lookAtAccounts.handler(({ input }) => lookAtAccounts(backend, input)),
  lookAtAccountFields: bulk.lookAtAccountFields.handler(({ input }) => lookAtAccountFields(backend, input)),
  writeAccountCells: bulk.writeAccountCells.handler(({ input, signal }) =>
    writeAccountCells(backend, input, signal),
  ),
  writeAccounts: bulk.writeAccounts.handler(({ input, signal }) => writeAccounts(backend, input, signal)),
  trashAccounts: bulk.trashAccounts.handler(({ input, signal }) => trashAccounts(backend, input, signal)),
  lookAtClientsOfAccounts: bulk.lookAtClientsOfAccounts.handler(({ input }) =>
    lookAtClientsOfAccounts(backend, input),
  ),
  writeClientsOfAccounts: bulk.writeClientsOfAccounts.handler(({ input, signal }) =>
    writeClientsOfAccounts(backend, input, signal),
  ),
  toPrintOfAccounts: bulk.toPrintOfAccounts.handler(({ input }) => toPrintOfAccounts(backend, input)),
  lookAtApplicationsOfAccounts: bulk.lookAtApplicationsOfAccounts.handler(({ input }) =>
    lookAtApplicationsOfAccounts(backend, input),
  ),
  checkStepOfAccounts: bulk.checkStepOfAccounts.handler(({ input, signal }) =>
    checkStepOfAccounts(backend, input, signal),
  ),
  stepApplicationsOfAccounts: bulk.stepApplicationsOfAccounts.handler(({ input, signal }) =>
    stepApplicationsOfAccounts(backend, input, signal),
  ),
  checkStart: bulk.checkStart.handler(({ input, signal }) => checkStart(backend, input, signal)),
  startApplications: bulk.startApplications.handler(({ input, signal }) =>
    startApplications(backend, input, signal),
  ),
});
