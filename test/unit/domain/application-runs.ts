import fc from 'fast-check';
import { addDays, dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { ApplicationAction, ApplicationProgress } from '#shared/domain/stages.ts';
import { applicationActionKinds, applyAction, openApplication } from '#shared/domain/stages.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';

type ActionKind = ApplicationAction['kind'];

/** A sound action of a kind at an instant. */
export function actionAt(kind: ActionKind, atMs: number): ApplicationAction {
  switch (kind) {
    case 'return':
    case 'fail':
      return { kind, atMs, reasonText: '材料不清晰' };
    case 'pass':
      return { kind, atMs, certifiedUntil: addDays(dateOfInstant(atMs), 365) };
    case 'submit':
    case 'authorise':
    case 'authorisation_lapsed':
    case 'pay':
    case 'payment_lapsed':
    case 'resubmit':
    case 'withdraw':
      return { kind, atMs };
  }
}

/** Applies actions that must all be accepted. */
export function replay(
  start: ApplicationProgress,
  actions: readonly ApplicationAction[],
): ApplicationProgress {
  return actions.reduce((progress, action) => {
    const result = applyAction(progress, action, certificationPack);
    if (!result.ok) throw new Error(`${action.kind} in ${progress.stage}: ${result.code}`);
    return result.progress;
  }, start);
}

type Run = {
  readonly entityType: EntityType;
  readonly openedAtMs: number;
  readonly steps: readonly { readonly kind: ActionKind; readonly waitMs: number }[];
};

const entityTypes: readonly EntityType[] = ['company', 'sole_trader', 'public_institution', 'government'];
const HOUR_MS = 3_600_000;

/** Actions in any order, often in a fitting one, with waits from nothing to forty days and some backwards. */
export const anyRun: fc.Arbitrary<Run> = fc.record({
  entityType: fc.constantFrom(...entityTypes),
  openedAtMs: fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2026, 11, 1) }),
  steps: fc.array(
    fc.record({
      kind: fc.oneof(
        fc.constantFrom(...applicationActionKinds),
        fc.constantFrom<ActionKind>('submit', 'authorise', 'pay', 'return', 'resubmit'),
      ),
      waitMs: fc.oneof(fc.constant(0), fc.integer({ min: -HOUR_MS, max: 40 * 24 * HOUR_MS })),
    }),
    { maxLength: 40 },
  ),
});

/** Every state that a run goes through; refused actions leave it where it is. */
export function runOf(run: Run): {
  readonly states: readonly ApplicationProgress[];
  readonly final: ApplicationProgress;
} {
  let final = openApplication('first_certification', run.entityType, run.openedAtMs);
  const states = [final];
  for (const { kind, waitMs } of run.steps) {
    const result = applyAction(final, actionAt(kind, final.stageSinceAtMs + waitMs), certificationPack);
    if (result.ok) {
      final = result.progress;
      states.push(final);
    }
  }
  return { states, final };
}
