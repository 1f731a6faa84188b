import { applicationKinds, stages } from '#shared/domain/application.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { Backend } from '#backend/backend.ts';
import { nameOrder } from '../name-order.ts';
import {
  applicationsOfClients,
  consultantsAmong,
  insertApplicationSummaries,
  setConsultantOrder,
} from './queries.ts';

/** Sorts behind every name. */
const nobody = '\u{10ffff}';
const closed = -1;

/**
 * Writes the summary rows of the applications of some clients, each client named with what its name is sorted by.
 * `missing` counts the papers that hold each of those under way back.
 */
export function summariseApplications(
  { db }: Pick<Backend, 'db'>,
  clientOrders: ReadonlyMap<string, string>,
  missing: ReadonlyMap<string, number>,
): void {
  const orderOf = nameOrders();
  const inputs = applicationsOfClients(db, [...clientOrders.keys()]).map((application) => ({
    applicationId: application.id,
    clientOrder: clientOrders.get(application.client_id) ?? '',
    consultantOrder: application.consultant_name === null ? nobody : orderOf(application.consultant_name),
    platform: platforms.indexOf(application.platform),
    kind: applicationKinds.indexOf(application.kind),
    stage: stages.indexOf(application.stage),
    missing: missing.get(application.id) ?? closed,
  }));
  insertApplicationSummaries(db, inputs);
}

/** A consultant was given another name: what is in their charge is sorted by it. */
export function followNames({ db }: Pick<Backend, 'db'>, consultantIds: readonly string[]): void {
  for (const { id, name } of consultantsAmong(db, consultantIds)) setConsultantOrder(db, id, nameOrder(name));
}

/** Each name is read once. */
function nameOrders(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const order = known.get(name) ?? nameOrder(name);
    known.set(name, order);
    return order;
  };
}
