import { AppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import { refuseStale } from '#backend/stale-save.ts';
import { ensureItem } from './attach.ts';
import { findApplication, findItem } from './queries.ts';

export interface RemarkSave {
  /** What stood there when the writing began; undefined compares nothing. */
  readonly base?: string | null | undefined;
  readonly remark: string | null;
}

/** The firm's remark on an application. Throws AppError: NOT_FOUND, STALE. */
export function setApplicationRemark(backend: Backend, id: string, save: RemarkSave) {
  const { changeId } = backend.changes.record('applications.remark', (change) => {
    const stored = findApplication(backend.db, id);
    if (stored === undefined) throw new AppError('NOT_FOUND', { what: 'applications', id });
    refuseStaleRemark(stored, save);
    change.update('applications', id, { remark: save.remark });
  });
  return { changeId };
}

/** A remark on one paper of a checklist. Throws AppError: NOT_FOUND, STALE. */
export function setItemRemark(backend: Backend, itemId: string, save: RemarkSave) {
  const { changeId } = backend.changes.record('items.remark', (change) => {
    ensureItem(change, backend, itemId);
    refuseStaleRemark({ remark: findItem(backend.db, itemId)?.remark ?? null }, save);
    change.update('items', itemId, { remark: save.remark });
  });
  return { changeId };
}

const refuseStaleRemark = (
  { remark: stored }: { readonly remark: string | null },
  { base, remark }: RemarkSave,
): void => refuseStale({ remark: stored }, base === undefined ? {} : { remark: base }, { remark });
