import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import {
  exportAccounts,
  exportApplications,
  exportClients,
  exportDestroyed,
  exportDocuments,
  exportFirm,
  exportHandOuts,
} from './service.ts';

export const exportHandlers = (os: Implementer, backend: Backend) => ({
  clients: os.exports.clients.handler(({ input, signal }) => exportClients(backend, input, signal)),
  accounts: os.exports.accounts.handler(({ input, signal }) => exportAccounts(backend, input, signal)),
  applications: os.exports.applications.handler(({ input, signal }) =>
    exportApplications(backend, input, signal),
  ),
  documents: os.exports.documents.handler(({ input, signal }) => exportDocuments(backend, input, signal)),
  destroyed: os.exports.destroyed.handler(({ input, signal }) => exportDestroyed(backend, input, signal)),
  handOuts: os.exports.handOuts.handler(({ input, signal }) => exportHandOuts(backend, input, signal)),
  firm: os.exports.firm.handler(({ input, signal }) => exportFirm(backend, input, signal)),
});
