import type { ClientDetails } from '#shared/contract/clients.ts';
import { AppError } from '#shared/contract/errors.ts';
import { holderIn, seenFromOther } from '#shared/domain/client-relation.ts';
import type { RelationKind } from '#shared/domain/client-relation.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import { refuseStale } from '#backend/stale-save.ts';
import { joinPair, linkId } from './links.ts';
import { clientById, isLiveRelation, relationsOf } from './queries.ts';

export type Relation = ClientDetails['relations'][number];

interface RelationFields {
  /** What the other client is to this one. */
  readonly kind: RelationKind;
  /** In hundredths of a percent. */
  readonly shareBp: number | null;
  readonly remark: string | null;
}

export interface RelationInput {
  readonly clientId: string;
  readonly otherClientId: string;
  readonly kind: RelationKind;
  /** Left out, what was said before stays. */
  readonly shareBp?: number | null | undefined;
  readonly remark?: string | null | undefined;
}

/** The relations of a client from both sides, each said from this client's side. */
export function listRelations(backend: Pick<Backend, 'db'>, clientId: string): Relation[] {
  return relationsOf(backend.db, clientId).map((record) => ({
    id: record.id,
    clientId: record.other_id,
    name: record.other_name,
    kind: record.inverse === 1 ? seenFromOther(record.kind) : record.kind,
    shareBp: record.share_bp,
    remark: record.remark,
  }));
}

/**
 * Says what another client is to this one; saying it twice, or once from each side, makes one relation. A share is kept
 * only where one of them holds it. Throws AppError: NOT_FOUND, ACTION_NOT_ALLOWED when both are the same client.
 */
export function saveRelation(backend: Backend, { clientId, otherClientId, kind, ...said }: RelationInput) {
  const { changeId, result } = backend.changes.record('clients.saveRelation', (change) => {
    if (clientId === otherClientId) {
      throw new AppError('ACTION_NOT_ALLOWED', { action: 'relate', stage: '', reason: 'same_client' });
    }
    for (const id of [clientId, otherClientId]) {
      const isLive = clientById(backend.db, id)?.deleted_at_ms === null;
      if (!isLive) throw new AppError('NOT_FOUND', { what: 'clients', id });
    }
    const known = knownRelation(backend, { clientId, otherClientId, kind });
    const fields = {
      kind,
      shareBp: said.shareBp ?? (said.shareBp === undefined ? (known?.shareBp ?? null) : null),
      remark: said.remark ?? (said.remark === undefined ? (known?.remark ?? null) : null),
    };
    if (known === undefined) return join(backend.db, change, { clientId, otherClientId }, fields);
    change.update('client_relations', known.id, columnsOf(fields));
    return known.id;
  });
  return { changeId, id: result };
}

export interface RelationSave {
  readonly id: string;
  /** From whose side it is said. */
  readonly clientId: string;
  readonly base: Partial<RelationFields>;
  readonly changes: Partial<RelationFields>;
}

/**
 * Says a relation anew. Of another kind it is another relation; where that is known already, the two become one, which
 * keeps the share and the remark that are not said anew. Returns its id. Throws AppError: NOT_FOUND, STALE.
 */
export function updateRelation(backend: Backend, { id, clientId, base, changes }: RelationSave) {
  const { changeId, result } = backend.changes.record('clients.saveRelation', (change) => {
    const stored = listRelations(backend, clientId).find((relation) => relation.id === id);
    if (stored === undefined) throw new AppError('NOT_FOUND', { what: 'client_relations', id });
    const { kind, shareBp, remark } = stored;
    refuseStale({ kind, shareBp, remark }, base, changes);
    const next: RelationFields = { kind, shareBp, remark, ...changes };
    if (next.kind === kind) {
      change.update('client_relations', id, columnsOf(next));
      return id;
    }
    const pair = { clientId, otherClientId: stored.clientId };
    const known = knownRelation(backend, { ...pair, kind: next.kind });
    change.remove('client_relations', id);
    if (known === undefined) return join(backend.db, change, pair, next);
    const both = { ...next, shareBp: next.shareBp ?? known.shareBp, remark: next.remark ?? known.remark };
    change.update('client_relations', known.id, columnsOf(both));
    return known.id;
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

type Pair = Pick<RelationInput, 'clientId' | 'otherClientId'>;

function knownRelation(backend: Pick<Backend, 'db'>, { clientId, otherClientId, kind }: RelationInput) {
  return listRelations(backend, clientId).find(
    (relation) => relation.clientId === otherClientId && relation.kind === kind,
  );
}

const join = (db: Db, change: Change, { clientId, otherClientId }: Pair, fields: RelationFields): string =>
  joinPair(db, change, 'client_relations', {
    id: linkId(clientId, otherClientId, fields.kind),
    client_id: clientId,
    other_client_id: otherClientId,
    kind: fields.kind,
    ...columnsOf(fields),
  });

const columnsOf = ({ kind, shareBp, remark }: RelationFields) => ({
  share_bp: holderIn(kind) === null ? null : shareBp,
  remark: remark === '' ? null : remark,
});
