import type { itemDecisions } from '#shared/contract/applications.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { attachDocument, detachDocument, ensureItem } from './attach.ts';

type Decision = (typeof itemDecisions)[number];

/** Attaches a paper of the client to an item. Throws AppError NOT_FOUND. */
export function attachToItem(backend: Backend, itemId: string, documentId: string) {
  const { changeId } = backend.changes.record('items.attach', (change) =>
    attachDocument(change, backend, itemId, documentId),
  );
  return { changeId };
}

export function detachFromItem(backend: Backend, itemId: string, documentId: string) {
  const { changeId } = backend.changes.record('items.detach', (change) =>
    detachDocument(change, itemId, documentId),
  );
  return { changeId };
}

/** The firm's own word on an item; `reason` is kept with a refusal only. Throws AppError NOT_FOUND. */
export function decideItem(
  backend: Backend,
  itemId: string,
  decision: Decision | null,
  reason: string | null,
) {
  const { changeId } = backend.changes.record('items.decide', (change) =>
    decideOn(change, backend, itemId, decision, reason),
  );
  return { changeId };
}

/** As part of a change. Throws AppError NOT_FOUND. */
export function decideOn(
  change: Change,
  backend: Backend,
  itemId: string,
  decision: Decision | null,
  reason: string | null = null,
): void {
  ensureItem(change, backend, itemId);
  change.update('items', itemId, { decision, reject_reason: decision === 'rejected' ? reason : null });
}
