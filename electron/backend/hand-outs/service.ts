import { AppError } from '#shared/contract/errors.ts';
import type { HandOutFilter, HandOutRow } from '#shared/contract/hand-outs.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { HandOutOutcome } from '#shared/domain/hand-out.ts';
import { markIn, withoutMark } from '#shared/domain/mark-words.ts';
import type { Backend } from '#backend/backend.ts';
import { cursorOf, pageKeyOf } from '#backend/page-cursor.ts';
import { refuseStale } from '#backend/stale-save.ts';
import * as queries from './queries.ts';
import type { HandOutRecord } from './queries.ts';

interface ListInput {
  readonly filter: HandOutFilter;
  readonly after: string | null;
  readonly skip: number;
  readonly limit: number;
}

interface HandOutsPage {
  readonly rows: HandOutRow[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** The register a page at a time, the latest first. Throws AppError NOT_FOUND for a cursor that is not ours. */
export function listHandOuts(
  { db }: Pick<Backend, 'db'>,
  { filter, after, skip, limit }: ListInput,
): HandOutsPage {
  const key = after === null ? undefined : pageKeyOf(after);
  const records = queries.pageOfHandOuts(db, filter, { after: key, skip, limit: limit + 1 });
  const page = records.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(rowOf),
    nextCursor:
      records.length > limit && last !== undefined
        ? cursorOf({ value: last.handed_at_ms, id: last.id })
        : null,
    total: queries.countHandOuts(db, filter),
  };
}

const rowOf = (record: HandOutRecord): HandOutRow => ({
  id: record.id,
  way: record.way,
  clientId: record.client_id,
  clientName: record.client_name,
  documentId: record.document_id,
  documentKind: record.document_kind,
  documentTitle: record.document_title,
  part: record.part,
  versionNo: record.version_no,
  applicationId: record.application_id,
  applicationNumber: record.application_number,
  contactId: record.contact_id,
  consultantName: record.consultant_name,
  originalSha256: record.original_sha256,
  copySha256: record.copy_sha256,
  copyName: record.copy_name,
  folderName: record.folder_name,
  sizeBytes: record.size_bytes,
  recipient: record.recipient,
  purpose: record.purpose,
  handedAtMs: record.handed_at_ms,
  outcome: record.outcome,
  outcomeOn: record.outcome_on,
  remark: record.remark,
});

const offeredAtMost = 30;

/** Recipients, purposes and words of marks that the firm has written, to be offered again. */
export function suggestionsFor({ db }: Pick<Backend, 'db'>, clientId: string | null) {
  const offered = { clientId, limit: offeredAtMost };
  return {
    recipients: queries.lastWritten(db, 'recipient', offered),
    purposes: [...new Set(queries.lastWritten(db, 'purpose', offered).map(withoutMark))],
    mark: clientId === null ? null : markFor(db, clientId),
  };
}

function markFor(db: Backend['db'], clientId: string) {
  const last = queries.lastMarked(db, clientId);
  const words = last === undefined ? null : markIn(last.purpose);
  if (last === undefined || words === null) return null;
  const { purpose, recipient, handed_at_ms: atMs, account_name: accountName } = last;
  return { words, accountName, purpose: withoutMark(purpose), recipient, date: dateOfInstant(atMs) };
}

interface SaidFields {
  readonly outcome: HandOutOutcome | null;
  readonly outcomeOn: CalendarDate | null;
  readonly remark: string | null;
}

interface NoteInput {
  readonly id: string;
  readonly base: Partial<SaidFields>;
  readonly changes: Partial<SaidFields>;
}

/** Writes what became of a copy. Throws AppError NOT_FOUND, STALE, and ACTION_NOT_ALLOWED for one that did not come about. */
export function noteHandOut(backend: Backend, { id, base, changes }: NoteInput) {
  const { changeId } = backend.changes.record('handOuts.note', (change) => {
    const entry = queries.findHandOut(backend.db, id);
    if (entry === undefined) throw new AppError('NOT_FOUND', { what: 'hand_outs', id });
    const { outcome, outcome_on: outcomeOn, remark } = entry;
    if (outcome === 'not_written' && changes.outcome !== undefined)
      throw new AppError('ACTION_NOT_ALLOWED', { action: 'note', stage: '', reason: 'not_handed_out' });
    refuseStale({ outcome, outcomeOn, remark }, base, changes);
    change.update('hand_outs', id, {
      ...(changes.outcome !== undefined && { outcome: changes.outcome }),
      ...(changes.outcomeOn !== undefined && { outcome_on: changes.outcomeOn }),
      ...(changes.remark !== undefined && { remark: changes.remark === '' ? null : changes.remark }),
    });
  });
  return { changeId };
}
