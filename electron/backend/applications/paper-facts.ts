import type { DocumentRow } from '#shared/contract/documents.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { optionalField } from '#shared/domain/optional-field.ts';
import type { PaperFacts } from '#shared/domain/pre-check-facts.ts';
import type { PictureFaults } from '#backend/documents/quality/faults.ts';

/** When the newest of a paper's files came. */
const receivedAtMs = ({ createdAtMs, current }: DocumentRow): number =>
  Math.max(createdAtMs, ...current.map((file) => file.createdAtMs));

/** A paper as the rules look at it, `faults` being what is wrong with the pictures of its files, by version. */
export const paperFacts = (row: DocumentRow, faults?: PictureFaults): PaperFacts => ({
  documentId: row.id,
  kind: row.kind,
  title: row.title,
  ...(row.remark !== null && { remark: row.remark }),
  stated: row.stated,
  receivedOn: dateOfInstant(receivedAtMs(row)),
  receivedAtMs: receivedAtMs(row),
  ...(row.contactId !== null && { contactId: row.contactId }),
  ...(row.validUntil !== null && { validUntil: row.validUntil }),
  files: row.current.map(({ id, part, mediaType, sizeBytes, widthPx, heightPx, isGrey }) => ({
    part,
    mediaType,
    sizeBytes,
    ...(widthPx !== null && { widthPx }),
    ...(heightPx !== null && { heightPx }),
    ...(isGrey !== null && { isGrey }),
    ...optionalField('pictureFaults', faults?.get(id)),
  })),
});
