import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { getAccount } from './details.ts';
import { createAccount, restoreAccount, trashAccount, updateAccount } from './service.ts';
import { idsOfAccountGroup, listAccounts } from './table/table.ts';

export const accountHandlers = (os: Implementer, backend: Backend) => ({
  list: os.accounts.list.handler(({ input }) => listAccounts(backend, input)),
  idsOfGroup: os.accounts.idsOfGroup.handler(({ input }) => idsOfAccountGroup(backend, input)),
  get: os.accounts.get.handler(({ input }) => getAccount(backend, input.id)),
  create: os.accounts.create.handler(({ input }) => createAccount(backend, input.clientId, input.account)),
  update: os.accounts.update.handler(({ input }) => updateAccount(backend, input.id, input)),
  trash: os.accounts.trash.handler(({ input }) => trashAccount(backend, input.id)),
  restore: os.accounts.restore.handler(({ input }) => restoreAccount(backend, input.id)),
});
