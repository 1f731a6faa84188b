import { AppError } from '#shared/contract/errors.ts';
import type { ValidUntil } from '#shared/contract/values.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { Backend } from '#backend/backend.ts';
import { flagColumn } from '#backend/columns.ts';
import type { Row } from '#backend/db/change.ts';
import { validUntilColumns } from '#backend/documents/rows.ts';
import { refuseStale } from '#backend/stale-save.ts';
import * as queries from './queries.ts';

/** What a piece is to become. */
export type TrayFields = {
  readonly clientId: string | null;
  readonly documentId: string | null;
  readonly itemId: string | null;
  readonly kind: DocumentKind | null;
  readonly title: string;
  readonly validUntil: ValidUntil;
  readonly isSeen: boolean;
};

export interface TraySave {
  readonly ids: readonly string[];
  readonly base: Partial<TrayFields>;
  readonly changes: Partial<TrayFields>;
}

/**
 * Writes what pieces are to become. Another client or kind lets go of the paper and the item that were chosen before,
 * unless they are chosen with it. Throws AppError NOT_FOUND, STALE.
 */
export function describePapers(backend: Backend, { ids, base, changes }: TraySave) {
  const { changeId } = backend.changes.record('intake.describe', (change) => {
    const papers = queries.papersInTray(backend.db);
    refuseUnknown(backend, changes);
    for (const id of ids) {
      const paper = papers.find((each) => each.id === id);
      if (paper === undefined) throw new AppError('NOT_FOUND', { what: 'intake_papers', id });
      refuseStale(fieldsOf(paper), base, changes);
      change.update('intake_papers', id, columnsOf(changes));
    }
  });
  return { changeId };
}

function refuseUnknown(backend: Backend, { clientId, documentId }: Partial<TrayFields>): void {
  if (typeof clientId === 'string' && !queries.isLive(backend.db, 'clients', clientId))
    throw new AppError('NOT_FOUND', { what: 'clients', id: clientId });
  if (typeof documentId === 'string' && !queries.isLive(backend.db, 'documents', documentId))
    throw new AppError('NOT_FOUND', { what: 'documents', id: documentId });
}

const fieldsOf = (paper: queries.PaperRecord): TrayFields => ({
  clientId: paper.client_id,
  documentId: paper.document_id,
  itemId: paper.item_id,
  kind: paper.kind,
  title: paper.title,
  validUntil: paper.valid_forever === 1 ? 'forever' : paper.valid_until_on,
  isSeen: paper.is_seen === 1,
});

function columnsOf(changes: Partial<TrayFields>): Row {
  const { clientId, documentId, itemId, kind, title, validUntil, isSeen } = changes;
  const isElsewhere = clientId !== undefined || kind !== undefined;
  return {
    ...(isElsewhere && { document_id: null, item_id: null }),
    ...(clientId !== undefined && { client_id: clientId }),
    ...(documentId !== undefined && { document_id: documentId }),
    ...(itemId !== undefined && { item_id: itemId }),
    ...(kind !== undefined && { kind }),
    ...(title !== undefined && { title }),
    ...(validUntil !== undefined && validUntilColumns(validUntil)),
    ...(isSeen !== undefined && { is_seen: flagColumn(isSeen) }),
  };
}
