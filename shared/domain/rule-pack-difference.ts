import { leavesOf } from './rule-pack-leaves.ts';
import type { Placed } from './source-faults.ts';
import { isSameValue, sayingOf } from './same-value.ts';
import type { FeeRule, Provenance, RulePack } from './rule-pack.ts';

export const differenceKinds = ['added', 'removed', 'changed', 'sourced'] as const;
/** `changed`: the rule says something else; `sourced`: it says the same on other or newer word. */
export type DifferenceKind = (typeof differenceKinds)[number];

/** One leaf in which two versions of a rule file differ; the place is the same in both. */
type LeafDifference<Leaf> = {
  readonly place: string;
  readonly kind: DifferenceKind;
  readonly before?: Leaf;
  readonly after?: Leaf;
};

/** One rule in which two versions of a pack differ; the place is e.g. `clocks.review`. */
export type PackDifference = LeafDifference<Provenance>;

/** Every rule that one version of a pack has and the other has not or has otherwise, by place. */
export const packDifferences = (before: RulePack, after: RulePack): PackDifference[] =>
  differencesBetween(comparable(before), comparable(after));

/** Every leaf that one has and the other has not or has otherwise, by place. */
export function differencesBetween<Leaf extends Provenance>(
  old: ReadonlyMap<string, Leaf>,
  fresh: ReadonlyMap<string, Leaf>,
): LeafDifference<Leaf>[] {
  const places = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return places.flatMap((place): LeafDifference<Leaf>[] => {
    const [was, is] = [old.get(place), fresh.get(place)];
    if (was === undefined) return is === undefined ? [] : [{ place, kind: 'added', after: is }];
    if (is === undefined) return [{ place, kind: 'removed', before: was }];
    if (!isSameValue(sayingOf(was), sayingOf(is)))
      return [{ place, kind: 'changed', before: was, after: is }];
    if (isSameValue(was, is)) return [];
    return [{ place, kind: 'sourced', before: was, after: is }];
  });
}

/** The leaves by a place that does not depend on their order: fees stand under each entity type. */
function comparable(pack: RulePack): Map<string, Provenance> {
  const fees = pack.fees.flatMap((fee) => feesByType(fee));
  const others = leavesOf(pack).filter(([at]) => !at.startsWith('fees.'));
  return new Map([...others, ...fees]);
}

const feesByType = (fee: FeeRule): Placed<Provenance>[] =>
  fee.entityTypes.map((type) => {
    const period = fee.from === null && fee.to === null ? '' : `.${fee.from ?? ''}-${fee.to ?? ''}`;
    const variant = fee.variant === undefined ? '' : `.${fee.variant.id}`;
    return [`fees.${type}${period}${variant}`, { ...fee, entityTypes: [type] }];
  });
