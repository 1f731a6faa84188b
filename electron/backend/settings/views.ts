import { clientFilter } from '#shared/contract/clients.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import { countClients } from '#backend/clients/service.ts';
import { listViewRecords, liveView, viewNamed } from './queries.ts';

type Screen = 'clients';

export interface ViewRow {
  readonly id: string;
  readonly name: string;
  readonly filter: string;
}

/** The views of a screen, oldest first. */
export function listViews({ db }: Pick<Backend, 'db'>, screen: Screen): ViewRow[] {
  return listViewRecords(db, screen).map(({ id, name, filter }) => ({ id, name, filter }));
}

/** The number of rows that a view shows today. Throws AppError NOT_FOUND. */
export function countView(backend: Backend, id: string): { total: number } {
  return { total: totalOf(backend, requireView(backend, id).filter) };
}

export interface NewView {
  readonly id: string | null;
  readonly screen: Screen;
  readonly name: string;
  /** A `ClientFilter` as JSON. */
  readonly filter: string;
}

/** Writes a view, a new one when `id` is null. Throws AppError: NOT_FOUND, DUPLICATE_NAME. */
export function saveView(
  backend: Backend,
  { id, screen, name, filter }: NewView,
): { changeId: string | null; id: string } {
  const { changeId, result } = backend.changes.record('views.save', (change) => {
    if (id !== null) requireView(backend, id);
    const named = viewNamed(backend.db, screen, name);
    if (named !== undefined && named.id !== id) throw new AppError('DUPLICATE_NAME', { name });
    // The moment it was made is its place: two computers never have to agree on a next number.
    if (id === null) return change.insert('saved_views', { screen, name, filter, position: change.atMs });
    change.update('saved_views', id, { name, filter });
    return id;
  });
  return { changeId, id: result };
}

/** Throws AppError NOT_FOUND. */
export function removeView(backend: Backend, id: string): { changeId: string | null } {
  const { changeId } = backend.changes.record('views.remove', (change) => {
    requireView(backend, id);
    change.remove('saved_views', id);
  });
  return { changeId };
}

function requireView(backend: Backend, id: string): ViewRow {
  const view = liveView(backend.db, id);
  if (view === undefined) throw new AppError('NOT_FOUND', { what: 'saved_views', id });
  return view;
}

/** A filter that can't be read, e.g. of a later program, shows nothing rather than everything. */
function totalOf(backend: Backend, filter: string): number {
  const read = clientFilter.safeParse(parseJson(filter));
  return read.success ? countClients(backend, read.data) : 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
