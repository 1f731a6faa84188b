import { lapsingClocks } from './lapse.ts';
import { clockOfStage, isReview } from './order-path.ts';
import type { RulePackFault } from './rule-pack-faults.ts';
import type { ClockId, ClockRule, RulePack } from './rule-pack.ts';

/** A path that an order could not go, stages of it that nothing is said of, clocks that could never run. */
export function pathFaults(pack: RulePack): RulePackFault[] {
  const { path } = pack;
  const hasReview = path.some(isReview);
  const open = ['collecting', ...path, ...(hasReview ? (['returned'] as const) : [])] as const;
  const missing = open.filter((stage) => !pack.stages.some((rule) => rule.stage === stage));
  const used: readonly ClockId[] = [
    ...path.map((stage) => clockOfStage(stage)),
    ...(hasReview ? ['refill' as const] : []),
  ];
  const broken = pack.clocks.filter((clock) => !used.includes(clock.id) || !isLapsePossible(pack, clock));
  return [
    ...(isPassable(pack) ? [] : [{ code: 'path_broken', at: 'path' } as const]),
    ...missing.map((at): RulePackFault => ({ code: 'stage_missing', at })),
    ...broken.map(({ id }): RulePackFault => ({ code: 'path_broken', at: `clocks.${id}` })),
  ];
}

/**
 * A first look comes before the review. The fee is paid just before the review whose attempt it is charged for; only a
 * review grants a term.
 */
function isPassable({ path, validity }: RulePack): boolean {
  const paidAt = path.indexOf('awaiting_payment');
  const next = path[paidAt + 1];
  const isPaymentPlaced = paidAt === -1 || (next !== undefined && isReview(next));
  const isTermGranted = validity === null || path.at(-1) === 'in_review';
  const [first, second] = [path.indexOf('pre_review'), path.indexOf('in_review')];
  const isLookFirst = first === -1 || second === -1 || first < second;
  return isPaymentPlaced && isTermGranted && isLookFirst;
}

/**
 * A lapse sends back only what was looked at before, with a return reason that says so; from there an order can't begin
 * anew, as its attempts and what was paid would be forgotten.
 */
function isLapsePossible({ path, returnReasons }: RulePack, { id, onExpiry }: ClockRule): boolean {
  const at = path.findIndex((stage) => clockOfStage(stage) === id);
  if (!lapsingClocks.some((clock) => clock === id)) return onExpiry !== 'back_to_collecting';
  const wasLookedAt = path.slice(0, at).some(isReview);
  switch (onExpiry) {
    case 'returned':
      return wasLookedAt && returnReasons.some(({ code }) => code === `${id}_lapsed`);
    case 'back_to_collecting':
      return !wasLookedAt;
    case 'failed':
    case 'none':
      return true;
  }
}

/** What a pack leaves out it must say to be unknown; what it holds it may not call unknown. */
export function unknownFaults(pack: RulePack): RulePackFault[] {
  const { path, clocks, unknowns, statements } = pack;
  const hasReview = path.some(isReview);
  const hasClock = (id: ClockId) => clocks.some((clock) => clock.id === id);
  const matters: readonly (readonly [id: string, isHeld: boolean])[] = [
    ['fee', pack.fees.length > 0],
    ['validity', pack.validity !== null || statements.some(({ id }) => id === 'validity')],
    ...(hasReview
      ? ([
          ['refills', pack.refills !== null],
          ['withdrawal', pack.withdrawal !== null],
          ['clock.refill', hasClock('refill')],
        ] as const)
      : []),
    ...path.map((stage) => [`clock.${clockOfStage(stage)}`, hasClock(clockOfStage(stage))] as const),
  ];
  return matters
    .filter(([id, isHeld]) => unknowns.some((unknown) => unknown.id === id) === isHeld)
    .map(([id]) => ({ code: 'not_known_and_not_said', at: `unknowns.${id}` }));
}
