import type { ApplicationsLook, BulkOutcome, BulkStep, StepCheck, ToPrint } from '#shared/contract/bulk.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import {
  assignApplication,
  checkSteps,
  chosenIds,
  summaryOfChosen,
  takeBulkStep,
  toPrintOf,
} from '#backend/applications/many.ts';
import { countApplicationsByGroup } from '#backend/applications/table/table.ts';
import { dropApplication } from '#backend/applications/service.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { requireConsultant } from '#backend/settings/service.ts';
import { finished, silently } from '#backend/work.ts';
import type { Input } from './input.ts';
import { goneOf, rowByRow } from './row-by-row.ts';

type Chosen = Input<'lookAtApplications'>;
type Writing = AsyncGenerator<WorkStep<BulkOutcome>>;

const idsOf = (backend: Backend, { filter, rows }: Chosen): string[] =>
  chosenIds(backend, { ...filter, rows });

/** What the applications that are meant have in common, and which steps their stages allow. */
export function lookAtApplications(backend: Backend, chosen: Chosen): ApplicationsLook {
  const { filter, rows, group: by } = chosen;
  const groups = by === undefined ? [] : countApplicationsByGroup(backend, { ...filter, rows }, by);
  const gone = rows.ids === null ? [] : goneOf(rows, idsOf(backend, chosen));
  return { ...summaryOfChosen(backend, { ...filter, rows }), gone, groups };
}

/** The same of applications that are named. */
export const lookAtThese = (backend: Backend, ids: readonly string[]): ApplicationsLook => ({
  ...summaryOfChosen(backend, { rows: { ids: [...ids], except: [] } }),
  gone: [],
  groups: [],
});

/** What names the checklists of the applications that are meant. */
export const toPrint = (backend: Backend, chosen: Chosen): ToPrint =>
  toPrintOf(backend, idsOf(backend, chosen));

/** Puts all that are meant into one consultant's charge. Throws AppError NOT_FOUND (the consultant), and what `writeInParts` throws. */
export async function* assignApplications(
  backend: Backend,
  { consultantId, ...chosen }: Input<'assignApplications'>,
  signal?: AbortSignal,
): Writing {
  if (consultantId !== null) requireConsultant(backend, consultantId);
  const write = (change: Change, id: string) => assignApplication(backend, change, id, consultantId);
  yield* rowByRow(
    backend,
    { action: 'bulk.assignApplications', table: 'applications', ids: idsOf(backend, chosen), write },
    signal,
  );
}

/** Looks at a step of all that are meant beforehand. Throws AppError CANCELLED. */
export const checkStep = (
  backend: Backend,
  { step, ...chosen }: Input<'checkStep'>,
  signal?: AbortSignal,
): AsyncGenerator<WorkStep<StepCheck>> => checkStepOf(backend, { ids: idsOf(backend, chosen), step }, signal);

/** Records a step of all that are meant. Throws what `stepAllOf` throws. */
export const stepApplications = (
  backend: Backend,
  { step, ...chosen }: Input<'stepApplications'>,
  signal?: AbortSignal,
): Writing => stepAllOf(backend, { ids: idsOf(backend, chosen), step }, signal);

interface StepOfMany {
  readonly ids: readonly string[];
  readonly step: BulkStep;
}

/** As `checkStep`, of applications that are named. */
export async function* checkStepOf(
  backend: Backend,
  { ids, step }: StepOfMany,
  signal?: AbortSignal,
): AsyncGenerator<WorkStep<StepCheck>> {
  yield finished(yield* checkSteps(backend, { ids, step, doubts: true }, signal));
}

/**
 * Records a step of applications that are named. Throws AppError ACTION_NOT_ALLOWED for the first that the rules do not let,
 * and what `writeInParts` throws; nothing is recorded then.
 */
export async function* stepAllOf(backend: Backend, { ids, step }: StepOfMany, signal?: AbortSignal): Writing {
  const { refused } = await silently(checkSteps(backend, { ids, step, doubts: false }, signal));
  const [first] = refused;
  if (first !== undefined) {
    const { stage, reason } = first;
    throw new AppError('ACTION_NOT_ALLOWED', { action: step.kind, stage, reason });
  }
  const write = (change: Change, id: string): boolean => {
    takeBulkStep(backend, change, id, step);
    return true;
  };
  yield* rowByRow(
    backend,
    { action: `applications.${step.kind}`, table: 'applications', ids, write },
    signal,
  );
}

/** Moves all that are meant to the trash. Throws what `writeInParts` throws. */
export async function* trashApplications(backend: Backend, chosen: Chosen, signal?: AbortSignal): Writing {
  const ids = idsOf(backend, chosen);
  const write = (change: Change, id: string): boolean => {
    dropApplication(backend, change, id);
    return true;
  };
  yield* rowByRow(backend, { action: 'bulk.trashApplications', table: 'applications', ids, write }, signal);
}
