import type {
  ApplicationItem,
  ApplicationDetails,
  ApplicationRow,
  ApplicationStep,
} from '#shared/contract/applications.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import { isAboutCategory, isClosed } from '#shared/domain/application.ts';
import type { ApplicationKind } from '#shared/domain/application.ts';
import { dateOfInstant, yearOf } from '#shared/domain/calendar-date.ts';
import { checklistCounts } from '#shared/domain/checklist-state.ts';
import { railPlaceOf } from '#shared/domain/stage-rail.ts';
import { refillNo } from '#shared/domain/stages.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { obligationsOfApplications } from '#backend/obligations/service.ts';
import { notCovered } from './not-covered.ts';
import { newestPackFor } from '#backend/rules/newest.ts';
import { keepNewestCategories, keepPack } from '#backend/rules/keep.ts';
import { attachPapersOnFile } from './attach.ts';
import { categorySummary, knownCategory } from './category-checklist.ts';
import { itemIdOf, readChecklists, requirementStates, requirementsOf } from './checklist.ts';
import { judgedChecklists } from './judged-checklist.ts';
import { readDetails } from './details.ts';
import { packOfApplication } from './pack-of.ts';
import { progressOf } from './progress.ts';
import * as queries from './queries.ts';
import type { ApplicationRecord } from './queries.ts';
import { doubtsAbout } from './doubts.ts';
import { removeApplication } from './remove.ts';
import { recordStep } from './step.ts';

/** All applications of one client, newest first, their checklists as the pre-check sees them. */
export function listApplicationsOfClient(backend: Backend, clientId: string): ApplicationRow[] {
  const records = queries.applicationsOfClient(backend.db, clientId);
  return applicationRowsOf(backend, records, judgedChecklists(backend, records));
}

/** The checklists of all applications of one client, by application. */
export const checklistsOfClient = (
  backend: Backend,
  clientId: string,
): ReadonlyMap<string, readonly ApplicationItem[]> =>
  readChecklists(backend, queries.applicationsOfClient(backend.db, clientId));

/** Rows of the list, in the order of the records. */
export function applicationRowsOf(
  backend: Backend,
  records: readonly ApplicationRecord[],
  checklists: ReadonlyMap<string, readonly ApplicationItem[]> = readChecklists(backend, records),
): ApplicationRow[] {
  const ids = records.map(({ id }) => id);
  const attempts = queries.attemptsOf(backend.db, ids);
  const obligations = obligationsOfApplications(backend, ids);
  return records.map((record) => {
    const progress = progressOf(
      record,
      attempts.filter((attempt) => attempt.application_id === record.id),
    );
    const counts = checklistCounts(requirementStates(checklists.get(record.id) ?? []));
    return {
      id: record.id,
      number: record.number,
      clientId: record.client_id,
      clientName: record.client_name,
      accountId: record.account_id,
      accountName: record.account_name,
      platform: record.platform,
      kind: record.kind,
      category: categorySummary(backend, record),
      stage: record.stage,
      stageSinceAtMs: record.stage_since_at_ms,
      openedAtMs: record.opened_at_ms,
      refillNo: record.stage === 'returned' ? refillNo(progress) : null,
      rail: railPlaceOf(record.stage, packOfApplication(backend, record).pack),
      consultantName: record.consultant_name,
      missingCount: counts.open,
      itemCount: counts.total,
      clock: clockOf(obligations.filter((obligation) => obligation.applicationId === record.id)),
    };
  });
}

/** The running clock of an application, else what it waits for; its fees have a place of their own. */
function clockOf(obligations: readonly ObligationRow[]): ObligationRow | null {
  const clock = obligations.find(({ kind }) => kind.startsWith('clock_'));
  return clock ?? obligations.find(({ kind }) => kind === 'collecting') ?? null;
}

/** Required items that still hold the submission back, of each open application, by client. */
export function missingByApplication(
  backend: Backend,
  clientIds: readonly string[],
): Map<string, Map<string, number>> {
  const records = clientIds.flatMap((id) => queries.applicationsOfClient(backend.db, id));
  const open = records.filter((record) => !isClosed(record.stage));
  const checklists = readChecklists(backend, open);
  const counts = new Map<string, Map<string, number>>();
  for (const { id, client_id: clientId } of open) {
    const own = counts.get(clientId) ?? new Map<string, number>();
    counts.set(clientId, own.set(id, checklistCounts(requirementStates(checklists.get(id) ?? [])).open));
  }
  return counts;
}

/** Everything of one application. Throws AppError NOT_FOUND. */
export function getApplication(backend: Backend, id: string): ApplicationDetails {
  return readDetails(backend, required(backend, id));
}

export interface NewApplication {
  readonly accountId: string;
  readonly kind: ApplicationKind;
  /** Of a category permit: the category's id in the platform's list. */
  readonly category?: string | undefined;
  /** For cases taken over from elsewhere; else now. */
  readonly openedAtMs?: number | undefined;
}

/**
 * Opens an application with the checklist of the newest rule pack for the client's entity type; papers that the firm
 * already holds are attached where they fit. Throws AppError NOT_FOUND, ACCOUNT_KIND_UNFIT, RULES_NOT_COVERED, CATEGORY_UNKNOWN, or
 * ACTION_NOT_ALLOWED when the account has one of the same kind, and of the same category, under way.
 */
export function createApplication(backend: Backend, input: NewApplication) {
  const { changeId, result } = backend.changes.record('applications.create', (change) =>
    openApplication(backend, change, input),
  );
  return { changeId, ...result };
}

function openApplication(
  backend: Backend,
  change: Change,
  { accountId, kind, category: wanted, openedAtMs = change.atMs }: NewApplication,
) {
  const { db } = backend;
  const account = queries.findAccount(db, accountId);
  if (account === undefined) throw new AppError('NOT_FOUND', { what: 'accounts', id: accountId });
  const client = queries.findClient(db, account.client_id);
  if (client === undefined) throw new AppError('NOT_FOUND', { what: 'clients', id: account.client_id });
  const loaded = newestPackFor(backend.rules.all, account, kind, client.entity_type);
  if (loaded === undefined) throw notCovered(backend, account, kind, client.entity_type);
  const category = isAboutCategory(kind) ? knownCategory(backend, account, wanted) : null;
  const running = queries.openApplicationOfAccount(db, { accountId, kind, category });
  if (running !== undefined) {
    throw new AppError('ACTION_NOT_ALLOWED', {
      action: 'create',
      stage: running.number,
      reason: 'already_open',
    });
  }
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
  const record = required(backend, id);
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

/** E.g. A-2026-A0012: the seat's letter keeps two seats from making the same number. */
export function nextNumber(backend: Backend, openedAtMs: number): string {
  const year = yearOf(dateOfInstant(openedAtMs));
  const prefix = `A-${year}-${queries.seatLetter(backend.db)}`;
  const last = queries.lastNumber(backend.db, prefix);
  const running = last === undefined ? 1 : Number(last.slice(prefix.length)) + 1;
  return `${prefix}${String(running).padStart(5, '0')}`;
}

/**
 * Records what happened to an application, and says what was doubtful about it beforehand. Throws AppError NOT_FOUND, or ACTION_NOT_ALLOWED with the reason when the
 * rules do not let it happen at this stage.
 */
export function stepApplication(backend: Backend, id: string, step: ApplicationStep) {
  const { changeId, result: doubts } = backend.changes.record(`applications.${step.kind}`, (change) => {
    const doubtful = doubtsAbout(backend, required(backend, id), step);
    takeStep(backend, change, id, step);
    return doubtful;
  });
  return { changeId, doubts };
}

/** Records a step within a larger change. Throws AppError NOT_FOUND, ACTION_NOT_ALLOWED. */
function takeStep(backend: Backend, change: Change, id: string, step: ApplicationStep): void {
  recordStep(backend, change, required(backend, id), step);
}

/** What is doubtful about a step before it is recorded. Throws AppError NOT_FOUND. */
export function stepDoubtsFor(backend: Backend, id: string, step: ApplicationStep) {
  return { doubts: doubtsAbout(backend, required(backend, id), step) };
}

/** Throws AppError NOT_FOUND. */
export function setApplicationRemark(backend: Backend, id: string, remark: string | null) {
  const { changeId } = backend.changes.record('applications.remark', (change) => {
    required(backend, id);
    change.update('applications', id, { remark });
  });
  return { changeId };
}

/** Moves an application to the trash with its items, links, attempts and calls; its papers stay with the client. */
export function trashApplication(backend: Backend, id: string) {
  const { changeId } = backend.changes.record('applications.trash', (change) =>
    dropApplication(backend, change, id),
  );
  return { changeId };
}

/** As `trashApplication`, within a larger change. */
export function dropApplication(backend: Backend, change: Change, id: string): void {
  required(backend, id);
  removeApplication(backend, change, id);
}

function required(backend: Backend, id: string): ApplicationRecord {
  const record = queries.findApplication(backend.db, id);
  if (record === undefined) throw new AppError('NOT_FOUND', { what: 'applications', id });
  return record;
}
