import { AppError } from '#shared/contract/errors.ts';
import { numberFieldOf, statedFieldsOf, statedValuesOf, storedForm } from '#shared/domain/stated-value.ts';
import type { StatedField } from '#shared/domain/stated-value.ts';
import type { Backend } from '#backend/backend.ts';
import { textColumn } from '#backend/columns.ts';
import type { Change } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import { refuseStale } from '#backend/stale-save.ts';
import { findDocument, findStated, statedOf } from './queries.ts';
import type { DocumentRecord } from './queries.ts';

/** Text by field; null where the paper states nothing. */
type Values = Partial<Record<StatedField, string | null>>;

/**
 * Writes what a paper says, all in one change; a field that is left out stays as it is. The number of a licence, an ID
 * card or an account proof is the paper's own number and is kept there alone. Throws AppError NOT_FOUND (the paper),
 * FIELD_UNKNOWN (its kind does not print it) or STALE.
 */
export function setStated(
  backend: Backend,
  documentId: string,
  base: Values,
  values: Values,
): { changeId: string | null } {
  const { changeId } = backend.changes.record('documents.setStated', (change) => {
    const record = findDocument(backend.db, documentId);
    if (record === undefined) throw new AppError('NOT_FOUND', { what: 'documents', id: documentId });
    refuseStale(present(backend.db, record), base, storedValues(record, values));
    writeStated(backend.db, change, record, values);
  });
  return { changeId };
}

/** Writes what a paper says as a part of a change. Throws AppError FIELD_UNKNOWN. */
export function writeStated(db: Db, change: Change, record: DocumentRecord, values: Values): void {
  for (const [field, value] of Object.entries(storedValues(record, values)) as [
    StatedField,
    string | null,
  ][]) {
    if (field === numberFieldOf(record.kind)) change.update('documents', record.id, { number: value });
    else writeValue(db, change, { documentId: record.id, field, value });
  }
}

function storedValues({ kind }: DocumentRecord, values: Values): Values {
  const fields: readonly string[] = statedFieldsOf(kind);
  const entries = (Object.entries(values) as [StatedField, string | null][]).map(([field, text]) => {
    if (!fields.includes(field)) throw new AppError('FIELD_UNKNOWN', { field, known: [...fields] });
    return [field, textColumn(storedForm(field, text ?? ''))] as const;
  });
  return Object.fromEntries(entries);
}

/** Every field that the paper's kind prints, null where nothing is stated. */
function present(db: Db, { id, kind, number }: DocumentRecord): Values {
  const stated = statedValuesOf(kind, number, statedOf(db, [id]).get(id) ?? new Map());
  return Object.fromEntries(statedFieldsOf(kind).map((field) => [field, stated[field] ?? null]));
}

interface StatedRow {
  readonly documentId: string;
  readonly field: StatedField;
  readonly value: string | null;
}

/** A row stands for the pair of paper and field, so that a field that is stated again is the same row. */
function writeValue(db: Db, change: Change, { documentId, field, value }: StatedRow): void {
  const id = `${documentId}.${field}`;
  const known = findStated(db, id);
  if (value === null) {
    if (known !== undefined) change.remove('stated_values', id);
    return;
  }
  if (known === undefined) {
    change.insert('stated_values', { id, document_id: documentId, field, value });
    return;
  }
  if (known.deleted_at_ms !== null) change.restore('stated_values', id);
  change.update('stated_values', id, { value });
}
