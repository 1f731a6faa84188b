import type {
  ApartPair,
  DuplicateClient,
  DuplicateGroupRow,
  DuplicatesFound,
} from '#shared/contract/merging.ts';
import { AppError } from '#shared/contract/errors.ts';
import { duplicateGroups, pairKey } from '#shared/domain/duplicate-clients.ts';
import type { DuplicateGroup, DuplicateLink } from '#shared/domain/duplicate-clients.ts';
import type { Backend } from '#backend/backend.ts';
import { linksOfFirm } from './kept-index.ts';
import * as queries from './queries.ts';

/** More groups than that nobody looks through at once. */
const mostGroups = 200;

/** Clients that may be one body; with an id only the group of that client. Nobody in the trash is among them. */
export async function findDuplicates(backend: Backend, clientId?: string): Promise<DuplicatesFound> {
  const { db } = backend;
  const links = await linksOfFirm(backend);
  const told = new Set(queries.apartPairs(db));
  const isApart = ({ pair }: DuplicateLink): boolean => told.has(pairKey(...pair));
  const groups = duplicateGroups(links.filter((link) => !isApart(link))).filter(
    ({ clientIds }) => clientId === undefined || clientIds.includes(clientId),
  );
  const apart = links.filter(isApart).filter(({ pair }) => clientId === undefined || pair.includes(clientId));
  const shown = groups.slice(0, mostGroups);
  const ids = [...shown.flatMap(({ clientIds }) => clientIds), ...apart.flatMap(({ pair }) => pair)];
  const clients = new Map(queries.listedClients(db, ids).map((record) => [record.id, listed(record)]));
  return {
    groups: shown.map((group) => groupOf(group, clients)),
    total: groups.length,
    apart: apart.map(({ pair }): ApartPair => [named(clients, pair[0]), named(clients, pair[1])]),
  };
}

/**
 * Says of pairs of clients that they are not one, so that they are not listed again, or takes it back. Throws AppError:
 * NOT_FOUND, ACTION_NOT_ALLOWED when both are the same client.
 */
export function setApart(backend: Backend, pairs: readonly (readonly [string, string])[], apart: boolean) {
  const { db } = backend;
  const { changeId } = backend.changes.record('clients.setApart', (change) => {
    const ids = new Set(pairs.flat());
    const known = new Set(queries.listedClients(db, [...ids]).map(({ id }) => id));
    for (const [a, b] of pairs) {
      if (a === b)
        throw new AppError('ACTION_NOT_ALLOWED', { action: 'setApart', stage: '', reason: 'same_client' });
      const missing = [a, b].find((id) => !known.has(id));
      if (missing !== undefined) throw new AppError('NOT_FOUND', { what: 'clients', id: missing });
      const key = queries.apartKey(pairKey(a, b));
      const row = queries.settingState(db, key);
      if (!apart) {
        if (row !== undefined) change.remove('settings', key);
      } else if (row === undefined) change.insert('settings', { id: key, value: 'true' });
      else change.restore('settings', key);
    }
  });
  return { changeId };
}

const listed = (record: ReturnType<typeof queries.listedClients>[number]): DuplicateClient => ({
  id: record.id,
  name: record.name,
  entityType: record.entity_type,
  creditCode: record.credit_code,
  consultantName: record.consultant_name,
  serviceStatus: record.service_status,
  accountCount: record.account_count,
  applicationCount: record.application_count,
  documentCount: record.document_count,
  createdAtMs: record.created_at_ms,
});

type Clients = ReadonlyMap<string, DuplicateClient>;

const named = (clients: Clients, id: string) => ({ id, name: clients.get(id)?.name ?? '' });

function groupOf({ clientIds, links }: DuplicateGroup, clients: Clients): DuplicateGroupRow {
  const codeOf = (id: string): string => clients.get(id)?.creditCode ?? '';
  return {
    clients: clientIds.flatMap((id) => clients.get(id) ?? []).sort(fullerFirst),
    links: links.map(({ pair: [a, b], reasons }) => ({
      clientIds: [a, b],
      reasons: [...reasons],
      codesDiffer: [a, b].every((id) => codeOf(id).length === 18) && codeOf(a) !== codeOf(b),
    })),
  };
}

/** The client that holds most is the one to keep; of two alike the one with a credit code, then the older. */
function fullerFirst(a: DuplicateClient, b: DuplicateClient): number {
  return (
    b.applicationCount - a.applicationCount ||
    b.accountCount - a.accountCount ||
    b.documentCount - a.documentCount ||
    Number(b.creditCode !== null) - Number(a.creditCode !== null) ||
    a.createdAtMs - b.createdAtMs ||
    (a.id < b.id ? -1 : 1)
  );
}
