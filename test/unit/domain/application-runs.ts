import fc from 'fast-check';
import { addDays, dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { PathStage } from '#shared/domain/application.ts';
import { isReview } from '#shared/domain/order-path.ts';
import type { ClockEnd, ClockRule, RulePack } from '#shared/domain/rule-pack.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { ApplicationAction, ApplicationProgress } from '#shared/domain/stages.ts';
import { applicationActionKinds, applyAction, openApplication } from '#shared/domain/stages.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';

/** Packs with every way that a linter lets pass: any order of stages, with and without limits, terms and fees. */
export const anyPack: fc.Arbitrary<RulePack> = fc
  .record({
    stages: fc.shuffledSubarray(
      ['awaiting_authorisation', 'pre_review', 'awaiting_confirmation', 'in_review'] as const,
      {
        minLength: 1,
      },
    ),
    isPaid: fc.boolean(),
    limitsRefills: fc.boolean(),
    hasTerm: fc.boolean(),
    inReview: fc.boolean(),
    lapse: fc.constantFrom<ClockEnd>('back_to_collecting', 'returned', 'failed', 'none'),
  })
  .map(({ stages, isPaid, limitsRefills, hasTerm, inReview, lapse }) => {
    const firstLook = stages.indexOf('pre_review');
    const lookedAt = stages.indexOf('in_review');
    if (lookedAt !== -1 && firstLook > lookedAt) {
      [stages[firstLook], stages[lookedAt]] = ['in_review', 'pre_review'];
    }
    const review = stages.findIndex(isReview);
    const path: PathStage[] =
      isPaid && review !== -1
        ? [...stages.slice(0, review), 'awaiting_payment', ...stages.slice(review)]
        : stages;
    const [clock] = certificationPack.clocks;
    const { refills, validity, withdrawal } = certificationPack;
    return {
      ...certificationPack,
      path,
      refills: limitsRefills ? refills : null,
      validity: hasTerm && path.at(-1) === 'in_review' ? validity : null,
      withdrawal: withdrawal && { ...withdrawal, inReview },
      clocks: clock
        ? [
            ...certificationPack.clocks.map((each) => lapsingIn(path, each, lapse)),
            { ...clock, id: 'pre_review', startsAt: 'handed_in', onExpiry: 'none' },
            {
              ...clock,
              id: 'confirmation',
              startsAt: 'handed_in',
              onExpiry: lapseOn(path, 'awaiting_confirmation', lapse),
            },
          ]
        : [],
    } satisfies RulePack;
  });

/** Only what was looked at before can be sent back, and only what was not can begin anew. */
function lapseOn(path: readonly PathStage[], stage: PathStage, lapse: ClockEnd): ClockEnd {
  const wasLookedAt = path.slice(0, path.indexOf(stage)).some(isReview);
  if (lapse === 'returned' && !wasLookedAt) return 'failed';
  return lapse === 'back_to_collecting' && wasLookedAt ? 'none' : lapse;
}

/** The clocks of the authorisation and the payment end as the pack's confirmation does. */
function lapsingIn(path: readonly PathStage[], clock: ClockRule, lapse: ClockEnd): ClockRule {
  if (clock.id === 'authorisation') {
    return { ...clock, onExpiry: lapseOn(path, 'awaiting_authorisation', lapse) };
  }
  return clock.id === 'payment' ? { ...clock, onExpiry: lapseOn(path, 'awaiting_payment', lapse) } : clock;
}

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
    case 'pre_approve':
    case 'confirm':
    case 'confirmation_lapsed':
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
        fc.constantFrom<ActionKind>(
          'submit',
          'authorise',
          'pay',
          'pre_approve',
          'confirm',
          'return',
          'resubmit',
        ),
      ),
      waitMs: fc.oneof(fc.constant(0), fc.integer({ min: -HOUR_MS, max: 40 * 24 * HOUR_MS })),
    }),
    { maxLength: 40 },
  ),
});

/** Every state that a run goes through; refused actions leave it where it is. */
export function runOf(
  run: Run,
  pack: RulePack = certificationPack,
): { readonly states: readonly ApplicationProgress[]; readonly final: ApplicationProgress } {
  let final = openApplication('first_certification', run.entityType, run.openedAtMs);
  const states = [final];
  for (const { kind, waitMs } of run.steps) {
    const result = applyAction(final, actionAt(kind, final.stageSinceAtMs + waitMs), pack);
    if (result.ok) {
      final = result.progress;
      states.push(final);
    }
  }
  return { states, final };
}
