import { compareDates } from './calendar-date.ts';
import type { RulePackFault } from './rule-pack-faults.ts';
import { documentRules, leavesOf } from './rule-pack-leaves.ts';
import type { Placed } from './source-faults.ts';
import type { DocumentRule, FeeRule, RulePack } from './rule-pack.ts';

/**
 * Pairs of rules that say different things of one matter, unless a conflict of the pack names them both; and
 * conflicts that name a place which is not there.
 */
export function contradictions(pack: RulePack): RulePackFault[] {
  const places = new Set(leavesOf(pack).map(([at]) => at));
  const nowhere = pack.conflicts.flatMap(({ id, places: named }) =>
    named
      .filter((place) => !places.has(place))
      .map((): RulePackFault => ({ code: 'unknown_place', at: `conflicts.${id}` })),
  );
  const unsaid = [...feePairs(pack), ...paperPairs(pack), ...nameRulePairs(pack), ...planPairs(pack)].filter(
    (pair) => !pack.conflicts.some((conflict) => pair.every((place) => conflict.places.includes(place))),
  );
  return [...nowhere, ...unsaid.map(([at]): RulePackFault => ({ code: 'contradiction', at }))];
}

type Pair = readonly [first: string, second: string];

/** Two fees for one entity type on one day, of different amounts; a variant is another fee by its nature. */
function feePairs({ fees }: RulePack): Pair[] {
  return fees.flatMap((fee, index) =>
    fees.slice(index + 1).flatMap((other, offset): Pair[] => {
      const sharesType = fee.entityTypes.some((type) => other.entityTypes.includes(type));
      if (fee.variant?.id !== other.variant?.id) return [];
      if (!sharesType || !overlaps(fee, other) || fee.amountFen === other.amountFen) return [];
      return [[`fees.${index}`, `fees.${index + 1 + offset}`]];
    }),
  );
}

const overlaps = (a: FeeRule, b: FeeRule): boolean =>
  (a.from === null || b.to === null || compareDates(a.from, b.to) <= 0) &&
  (b.from === null || a.to === null || compareDates(b.from, a.to) <= 0);

/** One paper, known by its id, that is something else for another entity type. */
function paperPairs(pack: RulePack): Pair[] {
  const firstOf = new Map<string, Placed<DocumentRule>>();
  return documentRules(pack).flatMap((placed): Pair[] => {
    const [at, rule] = placed;
    const known = firstOf.get(rule.id);
    if (known === undefined) firstOf.set(rule.id, placed);
    return known === undefined || paperOf(known[1]) === paperOf(rule) ? [] : [[known[0], at]];
  });
}

/** What makes a paper the same paper; whether it is needed and when may differ by entity type. */
const paperOf = ({ accepts, holder, uploadProfileId }: DocumentRule): string =>
  JSON.stringify([accepts.toSorted(), holder, uploadProfileId]);

/** A name that is advised may not be longer than the longest that is allowed, nor shorter than the shortest. */
function nameRulePairs({ nameRules }: RulePack): Pair[] {
  if (nameRules === null) return [];
  const { length, advised } = nameRules;
  if (advised === undefined) return [];
  const fits = length.minUnits <= advised.minUnits && advised.minUnits <= length.maxUnits;
  return fits ? [] : [['nameRules.length', 'nameRules.advised']];
}

/** The firm's plan asks for papers before it hands them in, and hands in nothing before the window is open. */
function planPairs({ validity }: RulePack): Pair[] {
  if (validity === null) return [];
  const { window, plan } = validity;
  const fits = plan.submitDaysBefore <= window.daysBefore && plan.submitDaysBefore <= plan.askDaysBefore;
  return fits ? [] : [['validity.window', 'validity.plan']];
}
