import { AppError } from '#shared/contract/errors.ts';
import {
  applicationKinds,
  certificationAfter,
  insteadOfCertification,
  isAboutCategory,
  isCertifying,
} from '#shared/domain/application.ts';
import type { ApplicationKind } from '#shared/domain/application.ts';
import { dateOfInstant, yearOf } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { keepNewestCategories, keepPack } from '#backend/rules/keep.ts';
import { newestPackFor } from '#backend/rules/newest.ts';
import { attachPapersOnFile } from './attach.ts';
import { knownCategory } from './category-checklist.ts';
import { itemIdOf, requirementsOf } from './checklist.ts';
import { notCovered } from './not-covered.ts';
import * as queries from './queries.ts';

export interface NewApplication {
  readonly accountId: string;
  readonly kind: ApplicationKind;
  /** Of a category permit: the category's id in the platform's list. */
  readonly category?: string | undefined;
  /** For cases taken over from elsewhere; else now. */
  readonly openedAtMs?: number | undefined;
}

/**
 * Opens an application within a larger change. Throws AppError NOT_FOUND, ACCOUNT_KIND_UNFIT, RULES_NOT_COVERED,
 * CATEGORY_UNKNOWN, or ACTION_NOT_ALLOWED when the account has one of the same kind, and of the same category, under way.
 */
export function openApplication(backend: Backend, change: Change, input: NewApplication) {
  const { accountId, kind, openedAtMs = change.atMs } = input;
  const { account, client, loaded, category } = checkedOpening(backend, input);
  keepPack(backend, change, loaded);
  const number = nextNumber(backend, openedAtMs);
  const id = change.insert('applications', {
    number,
    client_id: client.id,
    account_id: accountId,
    kind,
    category,
    rule_pack_id: loaded.pack.id,
    rule_pack_version: loaded.pack.version,
    rule_pack_sha256: loaded.sha256,
    category_pack_sha256: keepNewestCategories(backend, change, account),
    entity_type: client.entity_type,
    consultant_id: client.consultant_id,
    stage: 'collecting',
    stage_since_at_ms: openedAtMs,
    opened_at_ms: openedAtMs,
  });
  const record = queries.findApplication(backend.db, id);
  if (record === undefined) throw new AppError('NOT_FOUND', { what: 'applications', id });
  const requirements = requirementsOf(backend, loaded.pack, record, {});
  for (const { requirementId, position } of requirements) {
    change.insert('items', {
      id: itemIdOf(id, requirementId),
      application_id: id,
      requirement_id: requirementId,
      position,
    });
  }
  attachPapersOnFile(backend, change, record, requirements);
  return { id, number };
}

/** What an application would be opened with; throws what `openApplication` would throw, and writes nothing. */
export function checkedOpening(backend: Backend, { accountId, kind, category: wanted }: NewApplication) {
  const { account, client } = ownerOf(backend, accountId);
  const loaded = newestPackFor(backend.rules.all, account, kind, client.entity_type);
  if (loaded === undefined) throw notCovered(backend, account, kind, client.entity_type);
  const category = isAboutCategory(kind) ? knownCategory(backend, account, wanted) : null;
  const running = queries.openApplicationOfAccount(backend.db, { accountId, kind, category });
  if (running !== undefined) {
    throw new AppError('ACTION_NOT_ALLOWED', {
      action: 'create',
      stage: running.number,
      reason: 'already_open',
    });
  }
  return { account, client, loaded, category };
}

/** The account and its client, as far as both are live. Throws AppError NOT_FOUND. */
function ownerOf({ db }: Pick<Backend, 'db'>, accountId: string) {
  const account = queries.findAccount(db, accountId);
  if (account === undefined) throw new AppError('NOT_FOUND', { what: 'accounts', id: accountId });
  const client = queries.findClient(db, account.client_id);
  if (client === undefined) throw new AppError('NOT_FOUND', { what: 'clients', id: account.client_id });
  return { account, client };
}

/**
 * The kind of application that an account asks for: its certification; where no rules certify such an account, as a
 * merchant's, what can be begun instead. With its name and its client's. Throws AppError NOT_FOUND.
 */
export function askedByAccount(backend: Backend, accountId: string) {
  const { account, client } = ownerOf(backend, accountId);
  const isCovered = (kind: ApplicationKind): boolean =>
    newestPackFor(backend.rules.all, account, kind, client.entity_type) !== undefined;
  const kind = certificationAfter(account.certified_until_on as CalendarDate | null);
  const named = { id: accountId, name: account.name, clientName: client.name };
  if (isCovered(kind)) return { ...named, kind };
  const offered = applicationKinds.filter((each) => !isAboutCategory(each) && isCovered(each));
  const isCertified = offered.some(isCertifying);
  return { ...named, kind: (isCertified ? undefined : insteadOfCertification(offered)) ?? kind };
}

/** Whether an order of that kind has passed for the account. */
export const hasPassed = ({ db }: Pick<Backend, 'db'>, accountId: string, kind: ApplicationKind): boolean =>
  queries.passedApplication(db, accountId, kind) !== undefined;

/** E.g. A-2026-A0012: the seat's letter keeps two seats from making the same number. */
export function nextNumber(backend: Backend, openedAtMs: number): string {
  const year = yearOf(dateOfInstant(openedAtMs));
  const prefix = `A-${year}-${queries.seatLetter(backend.db)}`;
  const last = queries.lastNumber(backend.db, prefix);
  const running = last === undefined ? 1 : Number(last.slice(prefix.length)) + 1;
  return `${prefix}${String(running).padStart(5, '0')}`;
}
