import { withCategory } from '#shared/domain/category-recognition.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { appliedCategory } from './category-checklist.ts';
import { findAccount } from './queries.ts';
import type { ApplicationRecord } from './queries.ts';

/** The category that has passed joins the account's own text; nothing happens for other kinds of order. */
export function grantCategory(backend: Backend, change: Change, application: ApplicationRecord): void {
  const applied = appliedCategory(backend, application);
  const account = findAccount(backend.db, application.account_id);
  if (applied === undefined || account === undefined) return;
  const { category, list } = applied;
  const text = withCategory(account.category ?? '', category, list);
  if (text !== account.category) change.update('accounts', account.id, { category: text });
}
