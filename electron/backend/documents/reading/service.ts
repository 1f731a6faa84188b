import type { ReadFieldRow, Reading } from '#shared/contract/reading.ts';
import { AppError } from '#shared/contract/errors.ts';
import { documentFields } from '#shared/contract/documents.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { readFields } from '#shared/domain/paper-fields.ts';
import { guessKind } from '#shared/domain/paper-kind-guess.ts';
import { agreementOf, targetOf } from '#shared/domain/read-agreement.ts';
import type { PaperOnFile } from '#shared/domain/read-agreement.ts';
import { readFieldNames } from '#shared/domain/read-field.ts';
import type { ReadFieldName } from '#shared/domain/read-field.ts';
import type { RecordedFacts } from '#shared/domain/stated-record.ts';
import type { StatedField } from '#shared/domain/stated-value.ts';
import { turnedBack } from '#shared/domain/text-box.ts';
import type { Backend } from '#backend/backend.ts';
import { recordedFactsOf } from '#backend/clients/recorded-facts.ts';
import { findDocument } from '#backend/documents/queries.ts';
import type { DocumentRecord } from '#backend/documents/queries.ts';
import { columnsOf } from '#backend/documents/rows.ts';
import type { DocumentFields } from '#backend/documents/rows.ts';
import { getDocument } from '#backend/documents/service.ts';
import { writeStated } from '#backend/documents/stated.ts';
import { findText } from '#backend/documents/texts/queries.ts';
import { announce } from '#backend/system/announcements.ts';
import { isBeingRead, readFile } from './read-file.ts';
import * as queries from './queries.ts';

/**
 * What was read off one version of a paper, with how far it agrees with what is known; with `now` it is read at once where
 * nobody has. Throws AppError NOT_FOUND (the version, or its file), CANCELLED.
 */
export async function readingOfVersion(
  backend: Backend,
  { versionId, now }: { readonly versionId: string; readonly now: boolean },
  signal?: AbortSignal,
): Promise<Reading> {
  const version = queries.findVersion(backend.db, versionId);
  if (version === undefined) throw new AppError('NOT_FOUND', { what: 'document_versions', id: versionId });
  if (now && (!isTried(backend, version.sha256) || isBeingRead(backend, version.sha256))) {
    await readFile(backend, version, signal);
    announce(backend, ['file_texts']);
  }
  return readingOf(backend, version);
}

const isTried = ({ db }: Backend, sha256: string): boolean => findText(db, sha256, 'ocr') !== undefined;

function readingOf(backend: Backend, version: queries.VersionOfPaper): Reading {
  const { db } = backend;
  const { sha256, document_id: documentId } = version;
  const text = isBeingRead(backend, sha256) ? undefined : findText(db, sha256, 'ocr');
  if (text === undefined) return { state: 'waiting' };
  if (text.fault !== null) return { state: 'unreadable', fault: text.fault };
  const { paper, recorded } = knownOf(backend, documentId);
  const pages = queries.pagesOfFile(db, sha256);
  return {
    state: 'read',
    pages: pages.map(pageRowOf),
    fields: pages.flatMap((page) => fieldsOf(page, paper, recorded)).filter(isFirstOfItsName),
  };
}

/** A field that stands on two pages of one file is taken from the first. */
const isFirstOfItsName = ({ field }: ReadFieldRow, index: number, all: readonly ReadFieldRow[]): boolean =>
  all.findIndex((other) => other.field === field) === index;

function pageRowOf(page: queries.KeptPage) {
  const isOnItsSide = page.turn === 90 || page.turn === 270;
  return {
    pageNo: page.pageNo,
    turn: page.turn,
    widthPx: isOnItsSide ? page.heightPx : page.widthPx,
    heightPx: isOnItsSide ? page.widthPx : page.heightPx,
    lines: page.lines.map((line) => ({ ...line, box: onPage(line.box, page) })),
    guess: guessKind(page.lines) ?? null,
    fault: page.fault,
  };
}

/** Copied, for the contract's tuples can be written to. */
function onPage(box: Parameters<typeof turnedBack>[0], page: queries.KeptPage): ReadFieldRow['box'] {
  const [[ax, ay], [bx, by], [cx, cy], [dx, dy]] = turnedBack(box, page.turn, page);
  return [
    [ax, ay],
    [bx, by],
    [cx, cy],
    [dx, dy],
  ];
}

function fieldsOf(page: queries.KeptPage, paper: PaperOnFile, recorded: RecordedFacts): ReadFieldRow[] {
  return readFields(paper.kind, page.lines).map((read) => ({
    ...read,
    doubts: [...read.doubts],
    pageNo: page.pageNo,
    box: onPage(read.box, page),
    agreement: mutable(agreementOf(read, paper, recorded)),
    target: targetOf(paper.kind, read.field) ?? null,
  }));
}

const mutable = (agreement: ReturnType<typeof agreementOf>): ReadFieldRow['agreement'] =>
  agreement.state === 'new'
    ? agreement
    : { ...agreement, known: agreement.known.map((one) => ({ ...one, differences: [...one.differences] })) };

function knownOf(backend: Backend, documentId: string) {
  const paper = getDocument(backend, documentId);
  return { paper, recorded: recordedFactsOf(backend, paper.clientId) };
}

/** A value of a paper, as it was read or corrected. */
interface Confirmed {
  readonly field: ReadFieldName;
  readonly value: string;
}

/**
 * Writes values of a paper in one change; days have to be days. Throws AppError NOT_FOUND (the paper), FIELD_UNKNOWN (its
 * kind keeps no such value).
 */
export function confirmValues(backend: Backend, documentId: string, values: readonly Confirmed[]) {
  const { changeId } = backend.changes.record('reading.confirm', (change) => {
    const record = findDocument(backend.db, documentId);
    if (record === undefined) throw new AppError('NOT_FOUND', { what: 'documents', id: documentId });
    const { stated, columns } = placesOf(record, values);
    writeStated(backend.db, change, record, stated);
    change.update('documents', documentId, columnsOf(columns));
  });
  return { changeId };
}

function placesOf({ kind }: DocumentRecord, values: readonly Confirmed[]) {
  const stated: Partial<Record<StatedField, string>> = {};
  let columns: Partial<DocumentFields> = {};
  for (const { field, value } of values) {
    const target = targetOf(kind, field);
    if (target === undefined) throw new AppError('FIELD_UNKNOWN', { field, known: keptFields(kind) });
    if (target.kind === 'stated') stated[target.field] = value;
    else columns = { ...columns, ...documentFields.partial().parse({ [target.column]: value }) };
  }
  return { stated, columns };
}

const keptFields = (kind: DocumentKind): string[] =>
  readFieldNames.filter((field) => targetOf(kind, field) !== undefined);

/**
 * Writes all that was read off the newest files of a paper and agrees with everything that is known, in one change. What
 * is noted already is not written again. Throws AppError NOT_FOUND.
 */
export function confirmAgreeing(backend: Backend, documentId: string) {
  const { current } = getDocument(backend, documentId);
  const fields = current.flatMap(({ id }) => {
    const version = queries.findVersion(backend.db, id);
    const reading = version === undefined ? undefined : readingOf(backend, version);
    return reading?.state === 'read' ? reading.fields.filter(isSettled) : [];
  });
  const values = fields.filter(isFirstOfItsName).map(({ field, value }) => ({ field, value }));
  const { changeId } = values.length === 0 ? { changeId: null } : confirmValues(backend, documentId, values);
  return { changeId, fields: values.map(({ field }) => field) };
}

/** It has a place to be kept in, nothing is kept there yet, and all that is known agrees. */
const isSettled = ({ agreement, target }: ReadFieldRow): boolean =>
  target !== null &&
  agreement.state === 'agrees' &&
  agreement.known.every(({ source }) => source !== 'paper');
