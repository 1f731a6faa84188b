import { AppError } from '#shared/contract/errors.ts';
import { attachPermit } from '#backend/applications/attach.ts';
import type { Backend } from '#backend/backend.ts';
import { refuseStale } from '#backend/stale-save.ts';
import { findDocument, isContactOf } from './queries.ts';
import { columnsOf, fieldsOf } from './rows.ts';
import type { DocumentFields } from './rows.ts';

/**
 * Writes the changed fields of a paper. Throws AppError NOT_FOUND (the paper, or a person who is none of the
 * client's) or STALE.
 */
export function updateDocument(
  backend: Backend,
  id: string,
  base: Partial<DocumentFields>,
  changes: Partial<DocumentFields>,
): { changeId: string | null } {
  const { changeId } = backend.changes.record('documents.update', (change) => {
    const record = findDocument(backend.db, id);
    if (record === undefined) throw new AppError('NOT_FOUND', { what: 'documents', id });
    refuseStale(fieldsOf(record), base, changes);
    const { contactId } = changes;
    if (typeof contactId === 'string' && !isContactOf(backend.db, record.client_id, contactId)) {
      throw new AppError('NOT_FOUND', { what: 'contacts', id: contactId });
    }
    change.update('documents', id, columnsOf(changes));
    // Its name and kind say which permit it is.
    if (changes.title !== undefined || changes.kind !== undefined) attachPermit(backend, change, id);
  });
  return { changeId };
}
