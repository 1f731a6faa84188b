import type { DocumentRow } from '#shared/contract/documents.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { TouchedAccount, TouchedUse, Touches } from '#shared/contract/renewal.ts';
import type { ValidUntil } from '#shared/contract/values.ts';
import { isClosed } from '#shared/domain/application.ts';
import { subjectDocumentKinds } from '#shared/domain/document-kind.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { compareEnds } from '#shared/domain/paper-age.ts';
import { usesOfPaper } from '#backend/applications/uses-of-paper.ts';
import type { Backend } from '#backend/backend.ts';
import { documentsById, listDocumentsOfClient } from '#backend/documents/service.ts';
import { comesAfter } from './age.ts';
import { checkPaper } from './check.ts';
import * as queries from './queries.ts';
import { taskTitles } from './task-title.ts';

export const isOfSubject = (kind: DocumentKind): boolean =>
  (subjectDocumentKinds as readonly DocumentKind[]).includes(kind);

/**
 * Everything that a renewed paper touches, and what becomes of it when `by` takes its place, or when it has a new version
 * itself. Throws AppError NOT_FOUND, RENEWAL_UNFIT.
 */
export function touchesOf(backend: Backend, id: string, by: string = id): Touches {
  const [old, renewed] = pairOf(backend, id, by);
  const uses = touchedUses(backend, id, by !== id);
  const accounts = touchedAccounts(backend, old, uses);
  return {
    old: paperOf(old),
    renewed: paperOf(renewed),
    isReplaced: old.replacedBy?.id === by,
    check: checkPaper(backend, renewed, old),
    candidates: candidatesOf(backend, old, uses),
    uses,
    accounts,
    platforms: [...new Set(accounts.map(({ platform }) => platform))],
    fields: touchedFields(backend, old, renewed),
  };
}

function candidatesOf(
  backend: Backend,
  old: DocumentRow,
  uses: readonly TouchedUse[],
): Touches['candidates'] {
  // What has been replaced wherever it was open waits for nothing; what is renewed then is the one in its place.
  if (old.replacedBy !== null && uses.every(({ fate }) => fate === 'stays')) return [];
  return listDocumentsOfClient(backend, old.clientId)
    .filter((paper) => paper.id !== old.id && paper.kind === old.kind && paper.contactId === old.contactId)
    .filter((paper) => paper.replacedBy === null)
    .filter((paper) => comesAfter(backend, paper, old))
    .toSorted((a, b) => b.createdAtMs - a.createdAtMs)
    .map(paperOf);
}

function pairOf(backend: Backend, id: string, by: string): readonly [DocumentRow, DocumentRow] {
  const found = documentsById(backend, [id, by]);
  const old = found.get(id);
  const renewed = found.get(by);
  if (old === undefined) throw new AppError('NOT_FOUND', { what: 'documents', id });
  if (renewed === undefined) throw new AppError('NOT_FOUND', { what: 'documents', id: by });
  if (old.clientId !== renewed.clientId) throw new AppError('RENEWAL_UNFIT', { differs: 'client' });
  if (old.kind !== renewed.kind) throw new AppError('RENEWAL_UNFIT', { differs: 'kind' });
  if (old.contactId !== renewed.contactId && renewed.contactId !== null)
    throw new AppError('RENEWAL_UNFIT', { differs: 'person' });
  if (compareEnds(renewed.validUntil, old.validUntil) < 0)
    throw new AppError('RENEWAL_UNFIT', { differs: 'end' });
  return [old, renewed];
}

export const paperOf = ({ id, title, kind, validUntil }: DocumentRow) => ({ id, title, kind, validUntil });

function touchedUses(backend: Backend, id: string, isReplaced: boolean): TouchedUse[] {
  const uses = usesOfPaper(backend, id);
  const accounts = queries.accountOf(
    backend.db,
    uses.map(({ applicationId }) => applicationId),
  );
  return uses.map((use) => ({
    ...use,
    accountId: accounts.get(use.applicationId) ?? '',
    fate: isClosed(use.stage) ? 'stays' : isReplaced ? 'replaced' : 'follows',
  }));
}

/** Those that it was used for; of a paper that says who the client is all of them. */
function touchedAccounts(backend: Backend, old: DocumentRow, uses: readonly TouchedUse[]): TouchedAccount[] {
  const today = backend.clock.today();
  const used = new Set(uses.map(({ accountId }) => accountId));
  const tasks = queries.openTaskTitles(backend.db, old.clientId);
  const brought = new Set(uses.filter(({ fate }) => fate !== 'stays').map(({ accountId }) => accountId));
  return queries
    .accountsAmong(backend.db, [...used], isOfSubject(old.kind) ? old.clientId : null)
    .map(({ id, name, platform, certified_until_on: certifiedUntilOn, is_endless: isEndless }) => {
      const isCertified = certifiedUntilOn === null ? isEndless === 1 : certifiedUntilOn >= today;
      const hasTask = taskTitles({ platform, name }, old.kind).some((title) => tasks.has(title));
      const isToTell = isCertified && !brought.has(id) && !hasTask;
      return { id, name, platform, certifiedUntilOn, isToTell, hasTask };
    });
}

/**
 * The end of the licence among the client's facts, where it is what the old paper says, or nothing; what was entered
 * otherwise is left to whoever did so. A new version of the same paper says what it says now.
 */
function touchedFields(backend: Backend, old: DocumentRow, renewed: DocumentRow): Touches['fields'] {
  if (old.kind !== 'business_licence' || renewed.validUntil === null) return [];
  const licence = queries.licenceOf(backend.db, old.clientId);
  if (licence === undefined) return [];
  const before: ValidUntil = licence.licence_forever === 1 ? 'forever' : licence.licence_until_on;
  const isOurs = before === null || before === old.validUntil || old.id === renewed.id;
  if (!isOurs || before === renewed.validUntil) return [];
  return [{ field: 'licenceUntil', before, after: renewed.validUntil }];
}
