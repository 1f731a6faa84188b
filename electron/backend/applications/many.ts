import type { ApplicationStep } from '#shared/contract/applications.ts';
import { bulkSteps } from '#shared/contract/bulk.ts';
import { printedAtMost } from '#shared/contract/shell.ts';
import type { ApplicationsLook, BulkStep, StepCheck, ToPrint } from '#shared/contract/bulk.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Working } from '#shared/contract/work.ts';
import { stages } from '#shared/domain/application.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { commonValue } from '#shared/domain/common-value.ts';
import { proposedCertificationEnd } from '#shared/domain/rule-pack-lookup.ts';
import { allowedActions } from '#shared/domain/stages.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { turnToOthers, working } from '#backend/work.ts';
import { doubtsAbout } from './doubts.ts';
import { pageFilter } from './table/filter.ts';
import type { ChosenApplications } from './table/filter.ts';
import { chosenApplications, chosenGroups } from './table/queries.ts';
import type { ChosenGroup } from './table/queries.ts';
import * as queries from './queries.ts';
import type { ApplicationRecord } from './queries.ts';
import { packOfApplication } from './pack-of.ts';
import { recordStep, refusalOf } from './step.ts';

/** The ids of the applications that are meant, newest first. */
export const chosenIds = (backend: Backend, chosen: ChosenApplications): string[] =>
  chosenApplications(backend.db, pageFilter(backend, chosen));

/** The ids of the applications under way of these clients, client by client. */
export const openIdsOfClients = ({ db }: Pick<Backend, 'db'>, clientIds: readonly string[]): string[] =>
  queries.openApplicationIdsOfClients(db, clientIds);

/** What names the checklists of these applications, as far as they are printed in one go. */
export function toPrintOf({ db }: Pick<Backend, 'db'>, ids: readonly string[]): ToPrint {
  const rows = ids.slice(0, printedAtMost).flatMap((id) => {
    const record = queries.findApplication(db, id);
    return record === undefined ? [] : [{ ...nameOf(record), kind: record.kind }];
  });
  return { rows, total: ids.length };
}

/** How many applications are meant, who is in charge of them, where they stand and which steps that allows. */
export function summaryOfChosen(
  backend: Backend,
  chosen: ChosenApplications,
): Omit<ApplicationsLook, 'gone' | 'groups'> {
  const groups = chosenGroups(backend.db, pageFilter(backend, chosen));
  const sum = (some: readonly ChosenGroup[]): number => some.reduce((total, { n }) => total + n, 0);
  const allowed = groups.map((group) => ({ group, kinds: allowedIn(backend, group) }));
  return {
    count: sum(groups),
    consultantId: commonValue(groups.map((group) => group.consultant_id)),
    stages: stages
      .map((stage) => ({ stage, count: sum(groups.filter((group) => group.stage === stage)) }))
      .filter(({ count }) => count > 0),
    steps: bulkSteps
      .map((kind) => ({
        kind,
        count: sum(allowed.filter(({ kinds }) => kinds.includes(kind)).map(({ group }) => group)),
      }))
      .filter(({ count }) => count > 0),
  };
}

function allowedIn({ rules }: Backend, group: ChosenGroup) {
  const { rule_pack_id: id, rule_pack_version: version, rule_pack_sha256: sha256, stage } = group;
  return allowedActions({ stage }, rules.get(id, version, sha256).pack);
}

/** How long applications are looked at at a stretch; a call that comes in between waits no longer than this and one. */
const sliceMs = 15;
/** So many are told by name. */
const namedAtMost = 100;

/**
 * What stands against a step of these applications: for which it is refused and, unless only that is asked, what is doubtful.
 * One that was thrown away is not counted. Throws AppError CANCELLED.
 */
export async function* checkSteps(
  backend: Backend,
  { ids, step, doubts: asksDoubts }: StepQuestion,
  signal: AbortSignal | undefined,
): AsyncGenerator<Working, StepCheck> {
  const refused: StepCheck['refused'] = [];
  const doubtful: StepCheck['doubtful'] = [];
  let endsAt = performance.now() + sliceMs;
  let count = 0;
  for (const [index, id] of ids.entries()) {
    if (performance.now() > endsAt) {
      yield working(index, ids.length);
      await turnToOthers(signal);
      endsAt = performance.now() + sliceMs;
    }
    const record = queries.findApplication(backend.db, id);
    if (record === undefined) continue;
    count += 1;
    const whole = wholeStep(backend, record, step);
    const reason = refusalOf(backend, record, whole);
    if (reason !== undefined) refused.push({ ...nameOf(record), stage: record.stage, reason });
    const doubts = reason === undefined && asksDoubts ? doubtsAbout(backend, record, whole) : [];
    if (doubts.length > 0) doubtful.push({ ...nameOf(record), doubts });
  }
  return {
    count,
    refusedIds: refused.map(({ id }) => id),
    refused: refused.slice(0, namedAtMost),
    doubtfulCount: doubtful.length,
    doubtful: doubtful.slice(0, namedAtMost),
  };
}

interface StepQuestion {
  readonly ids: readonly string[];
  readonly step: BulkStep;
  readonly doubts: boolean;
}

/** Records a step that many take, within a larger change. Throws AppError NOT_FOUND, and ACTION_NOT_ALLOWED by the rules. */
export function takeBulkStep(backend: Backend, change: Change, id: string, step: BulkStep): void {
  const record = queries.findApplication(backend.db, id);
  if (record === undefined) throw new AppError('NOT_FOUND', { what: 'applications', id });
  recordStep(backend, change, record, wholeStep(backend, record, step));
}

/** The step with what is each order's own: a pass certifies as long as the order's own rules grant. */
function wholeStep(backend: Backend, record: ApplicationRecord, step: BulkStep): ApplicationStep {
  const { kind, atMs, reasonText = '' } = step;
  const at = atMs === undefined ? {} : { atMs };
  switch (kind) {
    case 'return':
    case 'fail':
      return { kind, reasonText: reasonText.trim(), ...at };
    case 'pass': {
      const { validity } = packOfApplication(backend, record).pack;
      const passedOn = dateOfInstant(atMs ?? backend.clock.nowMs());
      return validity === null
        ? { kind, ...at }
        : { kind, certifiedUntil: proposedCertificationEnd(validity, passedOn), ...at };
    }
    default:
      return { kind, ...at };
  }
}

const nameOf = ({ id, number, client_name: clientName }: ApplicationRecord) => ({ id, number, clientName });

/** Puts an application into somebody's charge within a larger change. Throws AppError NOT_FOUND (the application). */
export function assignApplication(
  { db }: Pick<Backend, 'db'>,
  change: Change,
  id: string,
  consultantId: string | null,
): boolean {
  if (queries.findApplication(db, id) === undefined)
    throw new AppError('NOT_FOUND', { what: 'applications', id });
  return change.update('applications', id, { consultant_id: consultantId });
}
