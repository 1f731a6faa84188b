import type { Backend } from '#backend/backend.ts';
import { missingByApplication } from '#backend/applications/service.ts';
import type { Touched } from '#backend/db/change.ts';
import * as ofAccounts from './accounts/queries.ts';
import { summariseAccounts } from './accounts/service.ts';
import * as ofApplications from './applications/queries.ts';
import { summariseApplications } from './applications/service.ts';
import { nameOrder, textOrder, textOrders } from './name-order.ts';
import * as ofClients from './queries.ts';
import type { ClientToSummarise, SummaryInput } from './queries.ts';

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
  ofClients.deleteSummaries(backend.db, [...clientIds]);
  ofAccounts.deleteAccountSummaries(backend.db, [...clientIds]);
  ofApplications.deleteApplicationSummaries(backend.db, [...clientIds]);
  summarise(backend, ofClients.clientsAmong(backend.db, [...clientIds]));
}

/** A consultant was given another name: what is in their charge is sorted by it. */
function followNames({ db }: Pick<Backend, 'db'>, consultantIds: readonly string[]): void {
  for (const { id, name } of ofClients.consultantsAmong(db, consultantIds))
    for (const rows of [ofClients, ofAccounts, ofApplications])
      rows.setConsultantOrder(db, id, textOrder(name));
}

/** Writes all summary rows anew, e.g. after a change of the rules. */
export function recomputeAllSummaries(backend: Backend): void {
  const { db } = backend;
  db.transaction(() => {
    ofClients.deleteAllSummaries(db);
    ofAccounts.deleteAllAccountSummaries(db);
    ofApplications.deleteAllApplicationSummaries(db);
    summarise(backend, ofClients.allClients(db));
  }).immediate();
}

function summarise(backend: Backend, clients: readonly ClientToSummarise[]): void {
  const orderOf = textOrders();
  for (let start = 0; start < clients.length; start += batch) {
    const some = clients.slice(start, start + batch);
    const missing = missingByApplication(
      backend,
      some.map(({ id }) => id),
    );
    const orders = new Map(some.map(({ id, name }) => [id, nameOrder(name)]));
    const inputs = some.map((client): SummaryInput => ({
      clientId: client.id,
      nameOrder: orders.get(client.id) ?? '',
      consultantOrder: orderOf(client.consultant_name),
      legalOrder: orderOf(client.legal_representative),
      addressOrder: orderOf(client.address),
      remarkOrder: orderOf(client.remark),
      missing: sum(missing.get(client.id)),
    }));
    ofClients.insertSummaries(backend.db, inputs);
    summariseAccounts(backend, orders);
    summariseApplications(backend, orders, new Map([...missing.values()].flatMap((of) => [...of])));
  }
}

const sum = (counts: ReadonlyMap<string, number> = new Map()): number =>
  [...counts.values()].reduce((total, count) => total + count, 0);
