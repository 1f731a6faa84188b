import type { ClientDetails } from '#shared/contract/clients.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import { joinPair, linkId } from './links.ts';
import { clientById, isLiveRelation, relationsOf } from './queries.ts';

export type Relation = ClientDetails['relations'][number];
type RelationKind = Relation['kind'];

export interface RelationInput {
  readonly clientId: string;
  readonly otherClientId: string;
  /** What the other client is to this one. */
  readonly kind: RelationKind;
}

/** The relations of a client from both sides, each said from this client's side. */
export function listRelations(backend: Pick<Backend, 'db'>, clientId: string): Relation[] {
  return relationsOf(backend.db, clientId).map((record) => ({
    id: record.id,
    clientId: record.other_id,
    name: record.other_name,
    kind: record.inverse === 1 ? seenFromOther(record.kind) : record.kind,
  }));
}

/**
 * Says what another client is to this one; saying it twice, or once from each side, makes one relation.
 * Throws AppError: NOT_FOUND, ACTION_NOT_ALLOWED when both are the same client.
 */
export function saveRelation(backend: Backend, { clientId, otherClientId, kind }: RelationInput) {
  const { changeId, result } = backend.changes.record('clients.saveRelation', (change) => {
    if (clientId === otherClientId) {
      throw new AppError('ACTION_NOT_ALLOWED', { action: 'relate', stage: '', reason: 'same_client' });
    }
    for (const id of [clientId, otherClientId]) {
      const isLive = clientById(backend.db, id)?.deleted_at_ms === null;
      if (!isLive) throw new AppError('NOT_FOUND', { what: 'clients', id });
    }
    const known = listRelations(backend, clientId).find(
      (relation) => relation.clientId === otherClientId && relation.kind === kind,
    );
    if (known !== undefined) return known.id;
    const id = linkId(clientId, otherClientId, kind);
    return joinPair(backend.db, change, 'client_relations', {
      id,
      client_id: clientId,
      other_client_id: otherClientId,
      kind,
    });
  });
  return { changeId, id: result };
}

/** Throws AppError NOT_FOUND. */
export function removeRelation(backend: Backend, id: string) {
  const { changeId } = backend.changes.record('clients.removeRelation', (change) => {
    if (!isLiveRelation(backend.db, id)) throw new AppError('NOT_FOUND', { what: 'client_relations', id });
    change.remove('client_relations', id);
  });
  return { changeId };
}

/** A relation read from its other end. Whose shareholder or trademark owner one is has no word of its own. */
export function seenFromOther(kind: RelationKind): RelationKind {
  switch (kind) {
    case 'parent':
      return 'subsidiary';
    case 'subsidiary':
      return 'parent';
    case 'same_legal_representative':
    case 'franchise':
    case 'other':
      return kind;
    case 'shareholder':
    case 'trademark_owner':
      return 'other';
  }
}
