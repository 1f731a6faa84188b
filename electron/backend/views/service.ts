import { AppError } from '#shared/contract/errors.ts';
import { viewSchemas, viewScreens } from '#shared/contract/views.ts';
import type { ViewRow, ViewScreen } from '#shared/contract/views.ts';
import { countAccounts } from '#backend/accounts/table/table.ts';
import { countApplications } from '#backend/applications/table/table.ts';
import type { Backend } from '#backend/backend.ts';
import { countClients } from '#backend/clients/service.ts';
import type { Change } from '#backend/db/change.ts';
import { listViewRecords, liveView, viewNamed } from './queries.ts';
import type { ViewRecord } from './queries.ts';

/** The views of a screen, or of all, in their order. */
export function listViews({ db }: Pick<Backend, 'db'>, screen?: ViewScreen): ViewRow[] {
  const screens = screen === undefined ? viewScreens : [screen];
  return screens.flatMap((one) => listViewRecords(db, one)).map(rowOf);
}

const rowOf = ({ id, screen, name, filter, is_pinned }: ViewRecord): ViewRow => ({
  id,
  screen,
  name,
  filter,
  isPinned: is_pinned === 1,
});

/** The number of rows that a view shows today. Throws AppError NOT_FOUND. */
export function countView(backend: Backend, id: string): { total: number } {
  return { total: totalOf(backend, requireView(backend, id)) };
}

export interface NewView {
  readonly id: string | null;
  readonly screen: ViewScreen;
  readonly name: string;
  /** What it shows, as JSON of its screen's schema. */
  readonly filter: string;
}

/** Writes a view, a new one when `id` is null. Throws AppError: NOT_FOUND (of another screen too), DUPLICATE_NAME, VIEW_UNREADABLE. */
export function saveView(
  backend: Backend,
  { id, screen, name, filter }: NewView,
): { changeId: string | null; id: string } {
  const { changeId, result } = backend.changes.record('views.save', (change) => {
    if (id !== null && requireView(backend, id).screen !== screen)
      throw new AppError('NOT_FOUND', { what: 'saved_views', id });
    requireReadable(backend, screen, { name, filter });
    const named = viewNamed(backend.db, screen, name);
    if (named !== undefined && named.id !== id) throw new AppError('DUPLICATE_NAME', { name });
    if (id === null) return insertView(backend, change, { screen, name, filter });
    change.update('saved_views', id, { name, filter });
    return id;
  });
  return { changeId, id: result };
}

/** What is said anew must be readable; what a view of the screen says already, e.g. of a later program, is left as it is. */
function requireReadable(
  { db }: Pick<Backend, 'db'>,
  screen: ViewScreen,
  { name, filter }: Pick<NewView, 'name' | 'filter'>,
): void {
  if (viewSchemas[screen].safeParse(parseJson(filter)).success) return;
  if (listViewRecords(db, screen).some((view) => view.filter === filter)) return;
  throw new AppError('VIEW_UNREADABLE', { name });
}

/** Stands behind all views of its screen. */
export function insertView(
  { db }: Pick<Backend, 'db'>,
  change: Change,
  { isPinned = true, ...fields }: Omit<NewView, 'id'> & { readonly isPinned?: boolean },
): string {
  const last = listViewRecords(db, fields.screen).at(-1)?.position ?? 0;
  const position = Math.max(change.atMs, last + 1);
  return change.insert('saved_views', { ...fields, position, is_pinned: isPinned ? 1 : 0 });
}

/** Adds several views in one change; names that are taken are passed over. Throws AppError VIEW_UNREADABLE. */
export function addViews(
  backend: Backend,
  screen: ViewScreen,
  views: readonly Pick<NewView, 'name' | 'filter'>[],
): { changeId: string | null; added: number } {
  const { changeId, result } = backend.changes.record('views.add', (change) => {
    const free = views.filter(({ name }) => viewNamed(backend.db, screen, name) === undefined);
    for (const view of free) {
      requireReadable(backend, screen, view);
      insertView(backend, change, { screen, ...view });
    }
    return free.length;
  });
  return { changeId, added: result };
}

/** Puts a view into the side bar, or takes it out. Throws AppError NOT_FOUND. */
export function pinView(backend: Backend, id: string, isPinned: boolean): { changeId: string | null } {
  const { changeId } = backend.changes.record(isPinned ? 'views.pin' : 'views.unpin', (change) => {
    requireView(backend, id);
    change.update('saved_views', id, { is_pinned: isPinned ? 1 : 0 });
  });
  return { changeId };
}

/** Puts a view before another one of its screen, or behind all. Throws AppError NOT_FOUND. */
export function moveView(backend: Backend, id: string, beforeId: string | null): { changeId: string | null } {
  const { changeId } = backend.changes.record('views.move', (change) => {
    const view = requireView(backend, id);
    if (beforeId === id) return;
    const others = listViewRecords(backend.db, view.screen).filter((other) => other.id !== id);
    const at = beforeId === null ? others.length : others.findIndex((other) => other.id === beforeId);
    if (at < 0) throw new AppError('NOT_FOUND', { what: 'saved_views', id: beforeId ?? '' });
    for (const place of placesFor(others.toSpliced(at, 0, view), at))
      change.update('saved_views', place.id, { position: place.position });
  });
  return { changeId };
}

type Place = Pick<ViewRecord, 'id' | 'position'>;

/** New places so that the views stand as listed: one for the view at `at`, or for all where there is none between its neighbours. */
function placesFor(views: readonly Place[], at: number): readonly Place[] {
  const { id } = views[at] ?? { id: '' };
  const before = views[at - 1]?.position;
  const after = views[at + 1]?.position;
  if (before === undefined || after === undefined)
    return [{ id, position: before === undefined ? (after ?? 0) - 1 : before + 1 }];
  const position = (before + after) / 2;
  if (before < position && position < after) return [{ id, position }];
  const first = views[0]?.position ?? 0;
  return views.map((view, index) => ({ id: view.id, position: first + index }));
}

/** Throws AppError NOT_FOUND. */
export function removeView(backend: Backend, id: string): { changeId: string | null } {
  const { changeId } = backend.changes.record('views.remove', (change) => {
    requireView(backend, id);
    change.remove('saved_views', id);
  });
  return { changeId };
}

/** Throws AppError NOT_FOUND. */
export function requireView(backend: Pick<Backend, 'db'>, id: string): ViewRecord {
  const view = liveView(backend.db, id);
  if (view === undefined) throw new AppError('NOT_FOUND', { what: 'saved_views', id });
  return view;
}

/** A filter that can't be read, e.g. of a later program, shows nothing rather than everything. */
function totalOf(backend: Backend, { screen, filter: text }: ViewRecord): number {
  const view: unknown = parseJson(text);
  switch (screen) {
    case 'clients': {
      const read = viewSchemas.clients.safeParse(view);
      return read.success ? countClients(backend, read.data) : 0;
    }
    case 'accounts': {
      const read = viewSchemas.accounts.safeParse(view);
      return read.success ? countAccounts(backend, read.data) : 0;
    }
    case 'applications': {
      const read = viewSchemas.applications.safeParse(view);
      return read.success ? countApplications(backend, read.data) : 0;
    }
  }
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
