import type { ApplicationRow } from '#shared/contract/application-pages.ts';
import type { ApplicationItem, ApplicationDetails, ApplicationStep } from '#shared/contract/applications.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import { isClosed } from '#shared/domain/application.ts';
import { checklistCounts } from '#shared/domain/checklist-state.ts';
import { railPlaceOf } from '#shared/domain/stage-rail.ts';
import { refillNo } from '#shared/domain/stages.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { obligationsOfApplications } from '#backend/obligations/service.ts';
import { categorySummary } from './category-checklist.ts';
import { readChecklists, requirementStates } from './checklist.ts';
import { judgedChecklists } from './judged-checklist.ts';
import { readDetails } from './details.ts';
import { openApplication } from './opening.ts';
import type { NewApplication } from './opening.ts';
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

/**
 * Opens an application with the checklist of the newest rule pack for the client's entity type; papers that the firm
 * already holds are attached where they fit. Throws what `openApplication` throws.
 */
export function createApplication(backend: Backend, input: NewApplication) {
  const { changeId, result } = backend.changes.record('applications.create', (change) =>
    openApplication(backend, change, input),
  );
  return { changeId, ...result };
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
