import type { Touches } from '#shared/contract/renewal.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { lists as enLists } from '#shared/words/en/lists.ts';
import { vocabulary as enVocabulary } from '#shared/words/en/vocabulary.ts';
import { lists as zhLists } from '#shared/words/zh-cn/lists.ts';
import { vocabulary as zhVocabulary } from '#shared/words/zh-cn/vocabulary.ts';
import { exchangeDocument } from '#backend/applications/attach.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { documentsById } from '#backend/documents/service.ts';
import { actingConsultantId, readSettings } from '#backend/settings/service.ts';
import { licenceOf } from './queries.ts';
import { touchesOf } from './touches.ts';

interface Renewal {
  readonly id: string;
  readonly by?: string | undefined;
  /** The day of the tasks; null makes none. */
  readonly dueOn: CalendarDate | null;
}

/**
 * Puts the new paper in the place of the old one wherever that is still open, brings the client's fields up to it, and
 * makes the work that follows, in one change. Throws AppError as `touchesOf` does.
 */
export function replacePaper(backend: Backend, { id, by = id, dueOn }: Renewal) {
  const { changeId, result } = backend.changes.record('documents.replace', (change) => {
    const touches = touchesOf(backend, id, by);
    const replaced = touches.uses.filter(({ fate }) => fate === 'replaced');
    for (const { itemId } of replaced) exchangeDocument(change, backend, itemId, { from: id, to: by });
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

interface NewWork {
  readonly clientId: string;
  readonly touches: Touches;
  readonly dueOn: CalendarDate;
}

/** A task for each account whose platform has to be told; it falls to whoever is at this computer, else to the client's. */
function makeTasks(backend: Backend, change: Change, { clientId, touches, dueOn }: NewWork): number {
  const { db } = backend;
  const consultant = actingConsultantId(db) ?? licenceOf(db, clientId)?.consultant_id ?? null;
  const told = touches.accounts.filter(({ isToTell }) => isToTell);
  for (const account of told)
    change.insert('tasks', {
      client_id: clientId,
      consultant_id: consultant,
      title: taskTitle(backend, touches, account),
      due_on: dueOn,
    });
  return told.length;
}

function taskTitle(
  backend: Backend,
  { renewed }: Touches,
  { platform, name }: Touches['accounts'][number],
): string {
  const isChinese = readSettings(backend).language === 'zh-CN';
  const [lists, vocabulary] = isChinese ? [zhLists, zhVocabulary] : [enLists, enVocabulary];
  return lists.renewalTask
    .replace('{platform}', () => vocabulary.platform[platform])
    .replace('{account}', () => name)
    .replace('{paper}', () => vocabulary.documentKind[renewed.kind]);
}
