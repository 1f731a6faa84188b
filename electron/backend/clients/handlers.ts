import { setAnswer } from '#backend/answers/service.ts';
import { neededPapersOfClient } from '#backend/applications/needed.ts';
import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { findAlike } from './merging/alike.ts';
import { findDuplicates, setApart } from './merging/duplicates.ts';
import { mergeClients, previewMerge } from './merging/service.ts';
import {
  removeBankAccount,
  removeContact,
  saveBankAccount,
  saveContact,
  updateBankAccount,
  updateContact,
} from './people.ts';
import { removeRelation, saveRelation, updateRelation } from './relations.ts';
import {
  createClient,
  getClient,
  listClients,
  restoreClient,
  setTags,
  trashClient,
  updateClient,
} from './service.ts';
import { idsOfClientGroup } from './table/table.ts';
import { strategyOfClient } from './strategy.ts';

export const clientHandlers = (os: Implementer, backend: Backend) => ({
  list: os.clients.list.handler(({ input }) => listClients(backend, input)),
  idsOfGroup: os.clients.idsOfGroup.handler(({ input }) => idsOfClientGroup(backend, input)),
  get: os.clients.get.handler(({ input }) => getClient(backend, input.id)),
  strategy: os.clients.strategy.handler(({ input }) => strategyOfClient(backend, input.id)),
  neededPapers: os.clients.neededPapers.handler(({ input }) => neededPapersOfClient(backend, input.id)),
  create: os.clients.create.handler(({ input }) => createClient(backend, input)),
  update: os.clients.update.handler(({ input }) => updateClient(backend, input.id, input)),
  trash: os.clients.trash.handler(({ input }) => trashClient(backend, input.id)),
  restore: os.clients.restore.handler(({ input }) => restoreClient(backend, input.id)),
  duplicates: os.clients.duplicates.handler(({ input }) => findDuplicates(backend, input.clientId)),
  alike: os.clients.alike.handler(({ input }) => findAlike(backend, input)),
  setApart: os.clients.setApart.handler(({ input }) => setApart(backend, input.pairs, input.apart)),
  mergePreview: os.clients.mergePreview.handler(({ input }) => previewMerge(backend, input)),
  merge: os.clients.merge.handler(({ input }) => mergeClients(backend, input)),
  setAnswer: os.clients.setAnswer.handler(({ input }) => setAnswer(backend, input)),
  setTags: os.clients.setTags.handler(({ input }) => setTags(backend, input.id, input.tags)),
  saveContact: os.clients.saveContact.handler(({ input }) => saveContact(backend, input)),
  removeContact: os.clients.removeContact.handler(({ input }) => removeContact(backend, input.id)),
  updateContact: os.clients.updateContact.handler(({ input: { id, ...save } }) =>
    updateContact(backend, id, save),
  ),
  saveBankAccount: os.clients.saveBankAccount.handler(({ input }) => saveBankAccount(backend, input)),
  updateBankAccount: os.clients.updateBankAccount.handler(({ input: { id, ...save } }) =>
    updateBankAccount(backend, id, save),
  ),
  removeBankAccount: os.clients.removeBankAccount.handler(({ input }) =>
    removeBankAccount(backend, input.id),
  ),
  saveRelation: os.clients.saveRelation.handler(({ input }) => saveRelation(backend, input)),
  updateRelation: os.clients.updateRelation.handler(({ input }) => updateRelation(backend, input)),
  removeRelation: os.clients.removeRelation.handler(({ input }) => removeRelation(backend, input.id)),
});
