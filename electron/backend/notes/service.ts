import { AppError } from '#shared/contract/errors.ts';
import type { NoteRow } from '#shared/contract/notes.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import { cursorOf, pageKeyOf } from '#backend/page-cursor.ts';
import { actingConsultantId } from '#backend/settings/service.ts';
import { refuseStale } from '#backend/stale-save.ts';
import * as queries from './queries.ts';
import type { NoteRecord, NotesOf } from './queries.ts';

interface ListInput extends NotesOf {
  readonly after: string | null;
  readonly through: string | null;
  readonly limit: number;
}

export interface NotesPage {
  readonly rows: NoteRow[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/**
 * Notes of a client with those of its applications, or of one application, the latest first. Throws AppError NOT_FOUND
 * for a cursor that is not ours.
 */
export function listNotes(
  { db }: Pick<Backend, 'db'>,
  { after, through, limit, ...of }: ListInput,
): NotesPage {
  const place = through === null ? undefined : queries.placeOfNote(db, of, through);
  const wanted = after === null ? Math.max(limit, (place ?? 0) + 1) : limit;
  const key = after === null ? undefined : pageKeyOf(after);
  const found = queries.pageOfNotes(db, of, { after: key, limit: wanted + 1 });
  const page = found.slice(0, wanted);
  const last = page.at(-1);
  const hasMore = found.length > wanted && last !== undefined;
  return {
    rows: page.map(rowOf),
    nextCursor: hasMore ? cursorOf({ value: last.noted_at_ms, id: last.id }) : null,
    total: queries.countNotes(db, of),
  };
}

/** Of a client, with those of its applications. */
export const noteCountOf = ({ db }: Pick<Backend, 'db'>, clientId: string): number =>
  queries.countNotes(db, { clientId, applicationId: null });

const rowOf = (record: NoteRecord): NoteRow => ({
  id: record.id,
  applicationId: record.application_id,
  accountName: record.account_name,
  applicationNumber: record.application_number,
  consultantName: record.consultant_name,
  notedAtMs: record.noted_at_ms,
  text: record.text,
});

export interface NewNote extends NotesOf {
  readonly text: string;
  /** Left out, it is of now. */
  readonly notedAtMs?: number | undefined;
}

/**
 * Notes something about a client or one of its applications, by who sits at this computer. Throws AppError NOT_FOUND,
 * or ACTION_NOT_ALLOWED for a moment that has not come yet.
 */
export function addNote(backend: Backend, { text, notedAtMs, clientId, applicationId }: NewNote) {
  const { db } = backend;
  const { changeId, result } = backend.changes.record('notes.add', (change) => {
    if (!queries.isOwner(db, { clientId, applicationId })) throw missingOwner(clientId, applicationId);
    const atMs = notedAtMs ?? change.atMs;
    refuseFuture(change, atMs);
    return change.insert('notes', {
      client_id: clientId,
      application_id: applicationId,
      consultant_id: actingConsultantId(db),
      noted_at_ms: atMs,
      text,
    });
  });
  return { changeId, id: result };
}

interface NoteFields {
  readonly text: string;
  readonly notedAtMs: number;
}

export interface NoteSave {
  readonly id: string;
  readonly base: Partial<NoteFields>;
  readonly changes: Partial<NoteFields>;
}

/** Writes a note anew. Throws AppError: NOT_FOUND, STALE, ACTION_NOT_ALLOWED for a moment that has not come yet. */
export function updateNote(backend: Backend, { id, base, changes }: NoteSave) {
  const { changeId } = backend.changes.record('notes.update', (change) => {
    const { text, noted_at_ms: notedAtMs } = requireNote(backend.db, id);
    refuseStale({ text, notedAtMs }, base, changes);
    if (changes.notedAtMs !== undefined) refuseFuture(change, changes.notedAtMs);
    change.update('notes', id, {
      text: changes.text ?? text,
      noted_at_ms: changes.notedAtMs ?? notedAtMs,
    });
  });
  return { changeId };
}

/** Throws AppError NOT_FOUND. */
export function trashNote(backend: Backend, id: string) {
  const { changeId } = backend.changes.record('notes.trash', (change) => {
    requireNote(backend.db, id);
    change.remove('notes', id);
  });
  return { changeId };
}

/** Within the change that moves their application to the trash. */
export function trashNotesOf({ db }: Pick<Backend, 'db'>, change: Change, applicationId: string): void {
  for (const id of queries.noteIdsOf(db, applicationId)) change.remove('notes', id);
}

function requireNote(db: Db, id: string): NoteRecord {
  const note = queries.liveNote(db, id);
  if (note === undefined) throw new AppError('NOT_FOUND', { what: 'notes', id });
  return note;
}

function refuseFuture(change: Change, atMs: number): void {
  if (atMs > change.atMs)
    throw new AppError('ACTION_NOT_ALLOWED', { action: 'note', stage: '', reason: 'in_future' });
}

const missingOwner = (clientId: string, applicationId: string | null) =>
  applicationId === null
    ? new AppError('NOT_FOUND', { what: 'clients', id: clientId })
    : new AppError('NOT_FOUND', { what: 'applications', id: applicationId });
