import type { ClientFields } from '#shared/contract/clients.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { MergeNote, MergePreview, MovedCounts } from '#shared/contract/merging.ts';
import { joinedRemarks, suggestedTakes, takenFacts } from '#shared/domain/client-merge.ts';
import type { MergeField } from '#shared/domain/client-merge.ts';
import { seenFromOther } from '#shared/domain/client-relation.ts';
import type { RelationKind } from '#shared/domain/client-relation.ts';
import { nameKey } from '#shared/domain/name-key.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change, Row } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import { refuseStale } from '#backend/stale-save.ts';
import { fieldsOf } from '../fields.ts';
import { joinPair, linkId } from '../links.ts';
import { clientById, rowsOfClient } from '../queries.ts';
import type { ClientRecord } from '../queries.ts';
import { listRelations } from '../relations.ts';
import { changeClient } from '../service.ts';
import { mergePeople } from './people.ts';
import type { MergedClients } from './people.ts';
import { followingTables, missingBankDetails, planMerge } from './plan.ts';
import type { MergePlan } from './plan.ts';
import { allRowIds, liveRows } from './queries.ts';
import type { LiveRow } from './queries.ts';

/** What a merge would do. Throws AppError: NOT_FOUND, ACTION_NOT_ALLOWED (the same client twice, one in the trash). */
export function previewMerge({ db }: Pick<Backend, 'db'>, clients: MergedClients): MergePreview {
  const { kept, other } = mergeable(db, clients);
  const plan = planMerge(db, clients);
  return {
    kept: sideOf(kept),
    other: sideOf(other),
    suggested: suggestedTakes(fieldsOf(kept), fieldsOf(other)),
    moved: plan.moved,
    notes: [...plan.notes],
  };
}

export interface MergeInput extends MergedClients {
  /** Fields whose value is the other client's. */
  readonly take: readonly MergeField[];
  /** Both remarks are kept, one below the other. */
  readonly joinRemarks: boolean;
  /** The values from which the user chose. */
  readonly seen?: { readonly kept: Partial<ClientFields>; readonly other: Partial<ClientFields> } | undefined;
}

export interface MergeResult {
  readonly changeId: string | null;
  readonly moved: MovedCounts;
  readonly notes: MergeNote[];
}

/**
 * Puts a client into another, as one change: what belongs to it follows, also what of it is in the trash, and it goes
 * to the trash itself. Names and codes that are given up stay with the kept client as former ones, so that they are
 * found. Throws AppError: NOT_FOUND, ACTION_NOT_ALLOWED (the same client twice, one in the trash), STALE (a value is
 * not the one that was seen), CREDIT_CODE_NOTE_NEEDED (the code does not fit the entity type chosen),
 * DUPLICATE_CREDIT_CODE.
 */
export function mergeClients(backend: Backend, input: MergeInput): MergeResult {
  const { db } = backend;
  const { changeId, result } = backend.changes.record('clients.merge', (change) => {
    const { kept, other } = mergeable(db, input);
    const facts = { kept: fieldsOf(kept), other: fieldsOf(other) };
    const changes = changesOf(facts, input);
    refuseStale(facts.kept, input.seen?.kept ?? {}, changes);
    refuseStale(facts.other, input.seen?.other ?? {}, chosen(input));
    const plan = planMerge(db, input);
    moveRows(backend, change, input, plan);
    // What is left are links that the kept client has as well. Its code is free once the other is in the trash.
    for (const row of rowsOfClient(db, input.otherId)) change.remove(row.row_table, row.row_id);
    change.remove('clients', input.otherId);
    changeClient(backend, change, input.keptId, { base: {}, changes });
    keepFormer(backend, change, input, facts);
    return { moved: plan.moved, notes: [...plan.notes] };
  });
  return { changeId, ...result };
}

function mergeable(db: Db, { keptId, otherId }: MergedClients) {
  const [kept, other] = [keptId, otherId].map((id) => {
    const record = clientById(db, id);
    if (record === undefined) throw new AppError('NOT_FOUND', { what: 'clients', id });
    return record;
  });
  if (kept === undefined || other === undefined) throw new Error('two clients were asked for');
  if (kept.id === other.id) throw refusal('same_client');
  if (kept.deleted_at_ms !== null || other.deleted_at_ms !== null) throw refusal('in_trash');
  return { kept, other };
}

const refusal = (reason: 'same_client' | 'in_trash') =>
  new AppError('ACTION_NOT_ALLOWED', { action: 'merge', stage: '', reason });

const sideOf = (record: ClientRecord) => ({
  ...fieldsOf(record),
  id: record.id,
  consultantName: record.consultant_name,
});

interface BothFacts {
  readonly kept: ClientFields;
  readonly other: ClientFields;
}

function changesOf({ kept, other }: BothFacts, { take, joinRemarks }: MergeInput): Partial<ClientFields> {
  const remark = joinRemarks && !take.includes('remark') ? joinedRemarks(kept, other) : null;
  return { ...takenFacts(other, take), ...(remark !== null && { remark }) };
}

/** The values of the other client that were chosen, as they were seen. */
const chosen = ({ take, seen }: MergeInput): Partial<ClientFields> =>
  seen === undefined
    ? {}
    : Object.fromEntries(Object.entries(seen.other).filter(([field]) => take.some((name) => name === field)));

function moveRows(backend: Backend, change: Change, clients: MergedClients, plan: MergePlan): void {
  const { db } = backend;
  const { keptId, otherId } = clients;
  mergePeople(db, change, clients, plan.people);
  for (const joined of plan.joinedBanks) {
    change.update('bank_accounts', joined.into.id, missingBankDetails(joined));
    change.remove('bank_accounts', joined.from.id);
  }
  for (const row of plan.relations) moveRelation(backend, change, clients, row);
  for (const { tag_id: tagId } of plan.tags)
    joinPair(db, change, 'client_tags', { ...pair(keptId, String(tagId)), tag_id: tagId ?? null });
  const left = new Set(plan.joinedBanks.map(({ from }) => from.id));
  for (const row of liveRows(db, 'client_answers', otherId)) change.remove('client_answers', row.id);
  for (const { question_id: questionId, is_yes: isYes } of plan.answers)
    joinPair(db, change, 'client_answers', {
      ...pair(keptId, String(questionId)),
      question_id: questionId ?? null,
      is_yes: isYes ?? null,
    });
  for (const table of followingTables) {
    for (const id of allRowIds(db, table, otherId))
      if (!left.has(id)) change.update(table, id, { client_id: keptId });
  }
}

const pair = (clientId: string, of: string) => ({ id: linkId(clientId, of), client_id: clientId });

/** Said of the kept client, unless that is said already from either side. */
function moveRelation(
  backend: Backend,
  change: Change,
  { keptId, otherId }: MergedClients,
  row: LiveRow,
): void {
  const isOwn = row.client_id === otherId;
  const partnerId = String(isOwn ? row.other_client_id : row.client_id);
  const said = row.kind as RelationKind;
  const kind = isOwn ? said : seenFromOther(said);
  const known = listRelations(backend, keptId).find(
    (relation) => relation.clientId === partnerId && relation.kind === kind,
  );
  change.remove('client_relations', row.id);
  if (known !== undefined) {
    change.update('client_relations', known.id, {
      share_bp: known.shareBp ?? row.share_bp ?? null,
      remark: known.remark ?? row.remark ?? null,
    });
    return;
  }
  const [from, to] = isOwn ? [keptId, partnerId] : [partnerId, keptId];
  joinPair(backend.db, change, 'client_relations', {
    id: linkId(from, to, said),
    client_id: from,
    other_client_id: to,
    kind: said,
    share_bp: row.share_bp ?? null,
    remark: row.remark ?? null,
  });
}

/** The client that was put in by its name, and what the kept one was called and registered under before. */
function keepFormer(
  { db }: Pick<Backend, 'db'>,
  change: Change,
  { keptId, otherId }: MergedClients,
  { kept, other }: BothFacts,
): void {
  const now = clientById(db, keptId);
  const known = new Set(liveRows(db, 'client_identifiers', keptId).map(({ value }) => String(value)));
  const add = (kind: string, value: string | null): void => {
    if (value === null || known.has(value)) return;
    known.add(value);
    change.insert('client_identifiers', { client_id: keptId, kind, value });
  };
  joinPair(db, change, 'client_identifiers', mergedRow({ keptId, otherId }, other.name));
  known.add(other.name);
  if (now !== undefined && nameKey(now.name) !== nameKey(kept.name)) add('former_name', kept.name);
  for (const code of [kept.creditCode, other.creditCode])
    if (code !== now?.credit_code) add('former_code', code);
}

/** Says by its id which client was put into which. */
const mergedRow = ({ keptId, otherId }: MergedClients, name: string): Row & { readonly id: string } => ({
  id: linkId(keptId, otherId),
  client_id: keptId,
  kind: 'merged_client',
  value: name,
  note: otherId,
});
