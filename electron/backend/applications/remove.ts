import { removeAftercare } from '#backend/aftercare/service.ts';
import type { Backend } from '#backend/backend.ts';
import { trashCallsOf } from '#backend/calls/service.ts';
import type { Change } from '#backend/db/change.ts';
import { trashLedgerOf } from '#backend/ledger/service.ts';
import { trashNotesOf } from '#backend/notes/service.ts';
import * as queries from './queries.ts';

/** Moves an application to the trash within a larger change, with all that is its own. */
export function removeApplication(backend: Backend, change: Change, id: string): void {
  const { db } = backend;
  const items = queries.itemsOf(db, [id]);
  for (const link of queries.itemDocumentsOf(
    db,
    items.map((item) => item.id),
  ))
    change.remove('item_documents', link.id);
  for (const item of items) change.remove('items', item.id);
  trashLedgerOf(backend, change, id);
  for (const attempt of queries.attemptsOf(db, [id])) change.remove('attempts', attempt.id);
  removeAftercare(backend, change, id);
  for (const judgement of queries.judgementsOf(db, id)) change.remove('judgements', judgement.id);
  trashCallsOf(backend, change, id);
  trashNotesOf(backend, change, id);
  change.remove('applications', id);
}
