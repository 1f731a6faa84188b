import { applicationKinds, stages } from '#shared/domain/application.ts';
import { numberOrder } from '#shared/domain/number-order.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { Backend } from '#backend/backend.ts';
import { textOrders } from '../name-order.ts';
import { applicationsOfClients, insertApplicationSummaries } from './queries.ts';

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
  const orderOf = textOrders();
  const inputs = applicationsOfClients(db, [...clientOrders.keys()]).map((application) => ({
    applicationId: application.id,
    clientOrder: clientOrders.get(application.client_id) ?? '',
    accountOrder: orderOf(application.account_name),
    consultantOrder: orderOf(application.consultant_name),
    numberOrder: numberOrder(application.number),
    platform: platforms.indexOf(application.platform),
    kind: applicationKinds.indexOf(application.kind),
    stage: stages.indexOf(application.stage),
    missing: missing.get(application.id) ?? closed,
  }));
  insertApplicationSummaries(db, inputs);
}
