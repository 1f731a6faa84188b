import type { DocumentRow } from '#shared/contract/documents.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { TouchedAccount, TouchedUse, Touches } from '#shared/contract/renewal.ts';
import type { ValidUntil } from '#shared/contract/values.ts';
import { isClosed } from '#shared/domain/application.ts';
import { compareDates, dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { subjectDocumentKinds } from '#shared/domain/document-kind.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { usesOfPaper } from '#backend/applications/uses-of-paper.ts';
import type { Backend } from '#backend/backend.ts';
import { documentsById, listDocumentsOfClient } from '#backend/documents/service.ts';
import * as queries from './queries.ts';

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
    candidates: listDocumentsOfClient(backend, old.clientId)
      .filter((paper) => paper.id !== id && paper.kind === old.kind && paper.contactId === old.contactId)
      .filter((paper) => comesAfter(paper, old))
      .toSorted((a, b) => b.createdAtMs - a.createdAtMs)
      .map(paperOf),
    uses,
    accounts,
    platforms: [...new Set(accounts.map(({ platform }) => platform))],
    fields: touchedFields(backend, old, renewed),
  };
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
  if ((laterBy(renewed, old) ?? 0) < 0) throw new AppError('RENEWAL_UNFIT', { differs: 'end' });
  return [old, renewed];
}

/** It ends later; where that can't be told it came in on a later day, or on the same: two of one day may come in any order. */
export function comesAfter(paper: DocumentRow, old: DocumentRow): boolean {
  const later = laterBy(paper, old) ?? 0;
  return later === 0 ? compareDates(cameInOn(paper), cameInOn(old)) !== -1 : later > 0;
}

const cameInOn = ({ createdAtMs }: DocumentRow): CalendarDate => dateOfInstant(createdAtMs);

/** Over 0 where the paper ends after the old one, under 0 where before; null where an end is not known. */
function laterBy({ validUntil: end }: DocumentRow, { validUntil: oldEnd }: DocumentRow): number | null {
  if (end === null || oldEnd === null) return null;
  if (end === oldEnd) return 0;
  if (end === 'forever') return 1;
  return oldEnd === 'forever' || end < oldEnd ? -1 : 1;
}

const paperOf = ({ id, title, kind, validUntil }: DocumentRow) => ({ id, title, kind, validUntil });

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
  const brought = new Set(uses.filter(({ fate }) => fate !== 'stays').map(({ accountId }) => accountId));
  return queries
    .accountsAmong(backend.db, [...used], isOfSubject(old.kind) ? old.clientId : null)
    .map(({ id, name, platform, certified_until_on: certifiedUntilOn, is_endless: isEndless }) => {
      const isCertified = certifiedUntilOn === null ? isEndless === 1 : certifiedUntilOn >= today;
      return { id, name, platform, certifiedUntilOn, isToTell: isCertified && !brought.has(id) };
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
