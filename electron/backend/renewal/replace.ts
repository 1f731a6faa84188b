import { AppError } from '#shared/contract/errors.ts';
import type { Touches } from '#shared/contract/renewal.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { isContradicted } from '#shared/domain/paper-differences.ts';
import { exchangeDocument } from '#backend/applications/attach.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { documentsById } from '#backend/documents/service.ts';
import { actingConsultantId, readSettings } from '#backend/settings/service.ts';
import { licenceOf } from './queries.ts';
import { taskTitle } from './task-title.ts';
import { touchesOf } from './touches.ts';

interface Renewal {
  readonly id: string;
  readonly by?: string | undefined;
  /** The day of the tasks; null makes none. */
  readonly dueOn: CalendarDate | null;
  /** Also one that is another's by what it says. */
  readonly sure: boolean;
}

/**
 * Puts the new paper in the place of the old one wherever that is still open, notes that it has done so, brings the
 * client's fields up to it, and makes the work that follows, in one change. Throws AppError RENEWAL_CONTRADICTED, and as
 * `touchesOf` does.
 */
export function replacePaper(backend: Backend, { id, by = id, dueOn, sure }: Renewal) {
  const { changeId, result } = backend.changes.record('documents.replace', (change) => {
    const touches = touchesOf(backend, id, by);
    if (!sure) refuseContradicted(touches);
    const replaced = touches.uses.filter(({ fate }) => fate === 'replaced');
    for (const { itemId } of replaced) exchangeDocument(change, backend, itemId, { from: id, to: by });
    if (by !== id && !touches.isReplaced) noteReplaced(backend, change, { id, by });
    const clientId = documentsById(backend, [id]).get(id)?.clientId ?? '';
    for (const { after } of touches.fields)
      change.update('clients', clientId, {
        licence_until_on: after === 'forever' ? null : after,
        licence_forever: after === 'forever' ? 1 : 0,
      });
    const taskCount = dueOn === null ? 0 : makeTasks(backend, change, { clientId, touches, dueOn });
    return { replacedCount: replaced.length, fieldCount: touches.fields.length, taskCount };
  });
  return { changeId, ...result };
}

function refuseContradicted({ check: { differences } }: Touches): void {
  if (!isContradicted(differences)) return;
  const fields = differences.flatMap(({ field, weight }) => (weight === 'conflict' ? [field] : []));
  throw new AppError('RENEWAL_CONTRADICTED', { count: fields.length, fields });
}

/** What takes a place is in use itself, so that no paper comes to be replaced by itself in the end. */
function noteReplaced(
  { clock }: Backend,
  change: Change,
  { id, by }: { readonly id: string; readonly by: string },
): void {
  change.update('documents', id, { replaced_by_id: by, replaced_on: clock.today() });
  change.update('documents', by, { replaced_by_id: null, replaced_on: null });
}

interface NewWork {
  readonly clientId: string;
  readonly touches: Touches;
  readonly dueOn: CalendarDate;
}

/** A task for each account whose platform has to be told; it falls to whoever is at this computer, else to the client's. */
function makeTasks(backend: Backend, change: Change, { clientId, touches, dueOn }: NewWork): number {
  const { db } = backend;
  const consultant = actingConsultantId(db) ?? licenceOf(db, clientId)?.consultant_id ?? null;
  const { language } = readSettings(backend);
  const told = touches.accounts.filter(({ isToTell }) => isToTell);
  for (const account of told)
    change.insert('tasks', {
      client_id: clientId,
      consultant_id: consultant,
      title: taskTitle(account, touches.renewed.kind, language),
      due_on: dueOn,
    });
  return told.length;
}
