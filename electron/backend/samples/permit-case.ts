import { createApplication, stepApplication } from '#backend/applications/service.ts';
import type { Backend } from '#backend/backend.ts';
import type { ApplicationStep } from '#shared/contract/applications.ts';
import type { Firm } from './firm.ts';
import type { Random } from './random.ts';

const dayMs = 24 * 3_600_000;

/** Categories that small firms add, by their ids in the platform's list. */
const categoryIds = [
  'catering.place',
  'shop.food',
  'shop.books',
  'logistics.courier',
  'travel.lodging',
  'life.vet',
  'tools.weather',
] as const;

type StepAt = (atMs: number) => ApplicationStep;

const submit: StepAt = (atMs) => ({ kind: 'submit', atMs });
const back: StepAt = (atMs) => ({
  kind: 'return',
  reasonCode: 'permit_missing',
  reasonText: '资质与类目不符',
  atMs,
});
const pass: StepAt = (atMs) => ({ kind: 'pass', atMs });

/** How far such an order has come, the commonest more than once. */
const courses = [[], [], [submit], [submit, back], [submit, pass]] as const satisfies readonly StepAt[][];

/** Opens an order for a category of a mini program and carries it some way; tells whether there was one to open. */
export function addPermitCase(
  backend: Backend,
  random: Random,
  { entityType }: Firm,
  accountId: string,
): boolean {
  // Individuals have hardly a category to add, and overseas subjects another list.
  if (entityType === 'individual' || entityType === 'overseas') return false;
  const openedAtMs = backend.clock.nowMs() - (5 + random.below(30)) * dayMs;
  const category = random.pick(categoryIds);
  const { id } = createApplication(backend, { accountId, kind: 'category_permit', category, openedAtMs });
  const steps: readonly StepAt[] = random.pick(courses);
  for (const [index, step] of steps.entries()) {
    stepApplication(backend, id, step(openedAtMs + (index + 1) * dayMs));
  }
  return true;
}
