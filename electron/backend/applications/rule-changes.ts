import { AppError } from '#shared/contract/errors.ts';
import type { RefusalReason } from '#shared/contract/refusal.ts';
import { isClosed } from '#shared/domain/application.ts';
import { leadsThrough } from '#shared/domain/order-path.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import type { LoadedPack } from '#backend/rules/library.ts';
import { isListFor } from '#backend/rules/categories.ts';
import type { LoadedCategoryPack } from '#backend/rules/categories.ts';
import { keepCategories, keepPack } from '#backend/rules/keep.ts';
import { attachPapersOnFile } from './attach.ts';
import { applicationRequirements, itemIdOf } from './checklist.ts';
import { packOfApplication } from './pack-of.ts';
import { findAccount, findApplication, hasItemRow, itemsOf } from './queries.ts';
import type { ApplicationRecord } from './queries.ts';

/**
 * Moves open applications to another version of their rules: new papers join the checklist with what is on file; those
 * no longer asked for leave it and stay with the client. Throws AppError NOT_FOUND, RULES_NOT_COVERED when the version
 * does not cover a case, ACTION_NOT_ALLOWED when it is closed, goes by another pack, or stands where the version does
 * not lead.
 */
export function moveApplications(
  backend: Backend,
  change: Change,
  loaded: LoadedPack,
  applicationIds: readonly string[],
): void {
  const { pack, sha256 } = loaded;
  keepPack(backend, change, loaded);
  for (const id of applicationIds) {
    const before = findApplication(backend.db, id);
    if (before === undefined) throw new AppError('NOT_FOUND', { what: 'applications', id });
    refuseMove(before, pack);
    change.update('applications', id, { rule_pack_version: pack.version, rule_pack_sha256: sha256 });
    joinNewPapers(backend, change, before, pack);
  }
}

function refuseMove(
  { entity_type: entityType, kind, stage, rule_pack_id }: ApplicationRecord,
  pack: RulePack,
): void {
  const refused = (reason: RefusalReason) =>
    new AppError('ACTION_NOT_ALLOWED', { action: 'move', stage, reason });
  if (isClosed(stage)) throw refused('closed');
  if (rule_pack_id !== pack.id) throw refused('other_pack');
  if (!leadsThrough(pack, stage)) throw refused('stage_gone');
  if (!pack.coveredEntityTypes.includes(entityType) || !pack.applicationKinds.includes(kind)) {
    throw new AppError('RULES_NOT_COVERED', { entityType, kind });
  }
}

/**
 * Moves open applications to another version of their list of categories. Throws AppError NOT_FOUND, or
 * ACTION_NOT_ALLOWED when one is closed or its account is none of the list's.
 */
export function moveToCategories(
  backend: Backend,
  change: Change,
  list: LoadedCategoryPack,
  applicationIds: readonly string[],
): void {
  keepCategories(backend, change, list);
  for (const id of applicationIds) {
    const before = findApplication(backend.db, id);
    if (before === undefined) throw new AppError('NOT_FOUND', { what: 'applications', id });
    const { stage } = before;
    const refused = (reason: RefusalReason) =>
      new AppError('ACTION_NOT_ALLOWED', { action: 'move', stage, reason });
    if (isClosed(stage)) throw refused('closed');
    const account = findAccount(backend.db, before.account_id);
    if (account === undefined || !isListFor(list.pack, account)) throw refused('other_list');
    change.update('applications', id, { category_pack_sha256: list.sha256 });
    const record = { ...before, category_pack_sha256: list.sha256 };
    joinNewPapers(backend, change, record, packOfApplication(backend, record).pack);
  }
}

/** The given applications ask at once for what their rules have come to ask for. */
export function askForNewPapers(backend: Backend, change: Change, applicationIds: readonly string[]): void {
  for (const id of applicationIds) {
    const record = findApplication(backend.db, id);
    if (record) joinNewPapers(backend, change, record, packOfApplication(backend, record).pack);
  }
}

/** Papers that the rules have come to ask for join the checklist, with what is on file. */
function joinNewPapers(backend: Backend, change: Change, record: ApplicationRecord, pack: RulePack): void {
  const known = new Set(itemsOf(backend.db, [record.id]).map(({ requirement_id }) => requirement_id));
  const fresh = applicationRequirements(backend, record, pack).filter(
    ({ requirementId }) => !known.has(requirementId),
  );
  for (const { requirementId, position } of fresh) {
    const id = itemIdOf(record.id, requirementId);
    if (hasItemRow(backend.db, id)) change.restore('items', id);
    else change.insert('items', { id, application_id: record.id, requirement_id: requirementId, position });
  }
  if (fresh.length > 0) attachPapersOnFile(backend, change, record, fresh);
}
