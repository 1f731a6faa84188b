import type { Backend } from '#backend/backend.ts';
import { missingByApplication } from '#backend/applications/service.ts';
import type { Touched } from '#backend/db/change.ts';
import { deleteAccountSummaries, deleteAllAccountSummaries } from './accounts/queries.ts';
import { summariseAccounts } from './accounts/service.ts';
import { deleteAllApplicationSummaries, deleteApplicationSummaries } from './applications/queries.ts';
import { followNames, summariseApplications } from './applications/service.ts';
import { nameOrder } from './name-order.ts';
import { allClients, clientsAmong, deleteAllSummaries, deleteSummaries, insertSummaries } from './queries.ts';
import type { ClientName } from './queries.ts';

/** Clients at a time: large enough for few statements, small enough for the lists in between. */
const batch = 500;

/**
 * Writes the summary rows of the touched clients, of their accounts and of their applications anew: counts, ends, next duty,
 * money owed. Reads the obligations, so these are derived first.
 */
export function deriveSummaries(backend: Backend, touched: readonly Touched[]): void {
  followNames(
    backend,
    touched.flatMap(({ table, id }) => (table === 'consultants' ? [id] : [])),
  );
  const clientIds = new Set(touched.flatMap(({ clientId }) => (clientId === null ? [] : [clientId])));
  if (clientIds.size === 0) return;
  deleteSummaries(backend.db, [...clientIds]);
  deleteAccountSummaries(backend.db, [...clientIds]);
  deleteApplicationSummaries(backend.db, [...clientIds]);
  summarise(backend, clientsAmong(backend.db, [...clientIds]));
}

/** Writes all summary rows anew, e.g. after a change of the rules. */
export function recomputeAllSummaries(backend: Backend): void {
  const { db } = backend;
  db.transaction(() => {
    deleteAllSummaries(db);
    deleteAllAccountSummaries(db);
    deleteAllApplicationSummaries(db);
    summarise(backend, allClients(db));
  }).immediate();
}

function summarise(backend: Backend, clients: readonly ClientName[]): void {
  for (let start = 0; start < clients.length; start += batch) {
    const some = clients.slice(start, start + batch);
    const missing = missingByApplication(
      backend,
      some.map(({ id }) => id),
    );
    const orders = new Map(some.map(({ id, name }) => [id, nameOrder(name)]));
    const inputs = [...orders].map(([id, order]) => {
      return { clientId: id, nameOrder: order, missing: sum(missing.get(id)) };
    });
    insertSummaries(backend.db, inputs);
    summariseAccounts(backend, orders);
    summariseApplications(backend, orders, new Map([...missing.values()].flatMap((of) => [...of])));
  }
}

const sum = (counts: ReadonlyMap<string, number> = new Map()): number =>
  [...counts.values()].reduce((total, count) => total + count, 0);
