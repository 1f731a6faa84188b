import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { createAccount, trashAccount, updateAccount } from './service.ts';

export const accountHandlers = (os: Implementer, backend: Backend) => ({
  create: os.accounts.create.handler(({ input }) => createAccount(backend, input.clientId, input.account)),
  update: os.accounts.update.handler(({ input }) => updateAccount(backend, input.id, input)),
  trash: os.accounts.trash.handler(({ input }) => trashAccount(backend, input.id)),
});
