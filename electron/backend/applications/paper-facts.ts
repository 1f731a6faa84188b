import type { DocumentRow } from '#shared/contract/documents.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { PaperFacts } from '#shared/domain/pre-check-facts.ts';

/** A paper as the rules look at it. */
export const paperFacts = (row: DocumentRow): PaperFacts => ({
  documentId: row.id,
  kind: row.kind,
  title: row.title,
  ...(row.remark !== null && { remark: row.remark }),
  stated: row.stated,
  receivedOn: dateOfInstant(Math.max(row.createdAtMs, ...row.current.map(({ createdAtMs }) => createdAtMs))),
  ...(row.contactId !== null && { contactId: row.contactId }),
  ...(row.validUntil !== null && { validUntil: row.validUntil }),
  files: row.current.map(({ part, mediaType, sizeBytes, widthPx, heightPx }) => ({
    part,
    mediaType,
    sizeBytes,
    ...(widthPx !== null && { widthPx }),
    ...(heightPx !== null && { heightPx }),
  })),
});
