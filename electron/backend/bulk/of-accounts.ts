import type { ApplicationsLook, ClientsLook, ToPrint } from '#shared/contract/bulk.ts';
import { readOrders } from '#backend/accounts/table/table.ts';
import { toPrintOf } from '#backend/applications/many.ts';
import type { Backend } from '#backend/backend.ts';
import { readAccounts } from './accounts.ts';
import { checkStepOf, lookAtThese, stepAllOf } from './applications.ts';
import { lookAtClients, writeClients } from './clients.ts';
import type { Input } from './input.ts';

type Chosen = Input<'lookAtAccounts'>;

/** What names the checklists of the applications under way of the accounts that are meant. */
export const toPrintOfAccounts = (backend: Backend, chosen: Chosen): ToPrint =>
  toPrintOf(backend, underWay(backend, chosen));

/** What the clients of the accounts that are meant have in common. */
export const lookAtClientsOfAccounts = (backend: Backend, chosen: Chosen): ClientsLook =>
  lookAtClients(backend, clientsOf(backend, chosen));

/** Writes the same to all clients of the accounts that are meant. Throws what `writeClients` throws. */
export const writeClientsOfAccounts = (
  backend: Backend,
  { filter, rows, ...written }: Input<'writeClientsOfAccounts'>,
  signal?: AbortSignal,
) => writeClients(backend, { ...clientsOf(backend, { filter, rows }), ...written }, signal);

/** The same accounts as a choice of clients; a client of several of them is meant but once. */
function clientsOf(backend: Backend, chosen: Chosen) {
  const ids = new Set(readAccounts(backend, chosen).map(({ client_id: clientId }) => clientId));
  return { filter: {}, rows: { ids: [...ids], except: [] } };
}

/** As `lookAtApplications`, of those under way of the accounts that are meant. */
export const lookAtApplicationsOfAccounts = (backend: Backend, chosen: Chosen): ApplicationsLook =>
  lookAtThese(backend, underWay(backend, chosen));

/** As `checkStep`, of the same. */
export const checkStepOfAccounts = (
  backend: Backend,
  { step, without, ...chosen }: Input<'checkStepOfAccounts'>,
  signal?: AbortSignal,
) => checkStepOf(backend, { ids: underWay(backend, chosen, without), step }, signal);

/** As `stepApplications`, of the same. */
export const stepApplicationsOfAccounts = (
  backend: Backend,
  { step, without, ...chosen }: Input<'stepApplicationsOfAccounts'>,
  signal?: AbortSignal,
) => stepAllOf(backend, { ids: underWay(backend, chosen, without), step }, signal);

function underWay(backend: Backend, { filter, rows }: Chosen, without: readonly string[] = []): string[] {
  const left = new Set(without);
  return readOrders(backend, { ...filter, rows }).filter((id) => !left.has(id));
}
