import { AppError } from '#shared/contract/errors.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { Backend } from '#backend/backend.ts';
import type { Db } from '#backend/db/open.ts';
import { actingConsultantId } from '#backend/settings/service.ts';
import { clientOfApplication, liveClient, liveTask } from './queries.ts';

export interface NewTask {
  readonly id: string | null;
  readonly clientId: string | null;
  /** A task for an application is one for its client, also when `clientId` is left out. */
  readonly applicationId: string | null;
  readonly title: string;
  readonly dueOn: CalendarDate;
}

/**
 * Writes a task, a new one when `id` is null. It falls to the consultant at this computer, else to the client's.
 * Throws AppError NOT_FOUND (client, application or task).
 */
export function saveTask(backend: Backend, { id, clientId, applicationId, title, dueOn }: NewTask) {
  const { db } = backend;
  const { changeId, result } = backend.changes.record('tasks.save', (change) => {
    const client = clientFor(db, clientId, applicationId);
    const columns = { client_id: client?.id ?? null, application_id: applicationId, title, due_on: dueOn };
    if (id === null) {
      const consultant = actingConsultantId(db) ?? client?.consultantId ?? null;
      return change.insert('tasks', { ...columns, consultant_id: consultant });
    }
    const moves = requireTask(db, id).client_id !== columns.client_id;
    // Taken out and put back, so that the duties of the client it leaves are derived anew as well.
    if (moves) change.remove('tasks', id);
    change.update('tasks', id, columns);
    if (moves) change.restore('tasks', id);
    return id;
  });
  return { changeId, id: result };
}

/** Marks a task as done; one that is done already stays as it is. Throws AppError NOT_FOUND. */
export function finishTask(backend: Backend, id: string) {
  const { changeId } = backend.changes.record('tasks.finish', (change) => {
    if (requireTask(backend.db, id).done_at_ms === null)
      change.update('tasks', id, { done_at_ms: change.atMs });
  });
  return { changeId };
}

/** Throws AppError NOT_FOUND. */
export function trashTask(backend: Backend, id: string) {
  const { changeId } = backend.changes.record('tasks.trash', (change) => {
    requireTask(backend.db, id);
    change.remove('tasks', id);
  });
  return { changeId };
}

function requireTask(db: Db, id: string) {
  const task = liveTask(db, id);
  if (task === undefined) throw new AppError('NOT_FOUND', { what: 'tasks', id });
  return task;
}

function clientFor(db: Db, clientId: string | null, applicationId: string | null) {
  const owner = applicationId === null ? clientId : clientOfApplication(db, applicationId);
  if (owner === undefined || (applicationId !== null && clientId !== null && owner !== clientId)) {
    throw new AppError('NOT_FOUND', { what: 'applications', id: applicationId ?? '' });
  }
  if (owner === null) return undefined;
  const client = liveClient(db, owner);
  if (client === undefined) throw new AppError('NOT_FOUND', { what: 'clients', id: owner });
  return { id: owner, consultantId: client.consultant_id };
}
