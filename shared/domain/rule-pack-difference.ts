import { isSameSaying, isSameValue, sayingOf } from './same-value.ts';
import { packParts } from './rule-pack-parts.ts';
import type { PackPart } from './rule-pack-parts.ts';
import type { Provenance, RulePack, RuleText } from './rule-pack.ts';

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

type Fields = PackPart['fields'];

/** One thing in which two versions of a pack differ; the place is e.g. `clocks.review`. */
export type PackDifference = {
  readonly place: string;
  /** What it is called, where it has a name. */
  readonly about?: RuleText;
} & (
  | { readonly kind: 'added'; readonly after: Fields }
  | { readonly kind: 'removed'; readonly before: Fields }
  /** One field of it: what it said and says, undefined where it said or says nothing of it. */
  | {
      readonly kind: 'changed';
      readonly field: string;
      readonly before: unknown;
      readonly after: unknown;
    }
  | { readonly kind: 'sourced'; readonly before: Fields; readonly after: Fields }
);

/** Everything that one version of a pack says and the other does not or otherwise, by place, a line a field. */
export function packDifferences(before: RulePack, after: RulePack): PackDifference[] {
  const [old, fresh] = [packParts(before), packParts(after)];
  const places = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return places.flatMap((place): PackDifference[] => {
    const [was, is] = [old.get(place), fresh.get(place)];
    const { about } = is ?? was ?? {};
    const at = about === undefined ? { place } : { place, about };
    if (was === undefined) return is === undefined ? [] : [{ ...at, kind: 'added', after: is.fields }];
    if (is === undefined) return [{ ...at, kind: 'removed', before: was.fields }];
    return partDifferences(at, was.fields, is.fields);
  });
}

function partDifferences(
  at: Pick<PackDifference, 'place' | 'about'>,
  was: Fields,
  is: Fields,
): PackDifference[] {
  const fields = [...new Set([...Object.keys(sayingOf(was)), ...Object.keys(sayingOf(is))])];
  const changed = fields
    .filter((field) => !isSameValue(comparedBy(was[field]), comparedBy(is[field])))
    .map((field): PackDifference => ({
      ...at,
      kind: 'changed',
      field,
      before: was[field],
      after: is[field],
    }));
  // A newer date alone goes without saying where the rule says something else.
  const isOnOtherWord = changed.length === 0 ? !isSameValue(wordOf(was), wordOf(is)) : isMoved(was, is);
  return isOnOtherWord ? [...changed, { ...at, kind: 'sourced', before: was, after: is }] : changed;
}

/** Papers that belong together are compared by which they are, not by their titles: those are fields of their own. */
const comparedBy = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'ids' in value ? value.ids : value;

const wordOf = ({ tag, source, asOf }: Fields) => [tag, source, asOf];

const isMoved = (was: Fields, is: Fields): boolean =>
  !isSameValue([was.tag, was.source], [is.tag, is.source]);

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
    if (!isSameSaying(was, is)) return [{ place, kind: 'changed', before: was, after: is }];
    if (isSameValue(was, is)) return [];
    return [{ place, kind: 'sourced', before: was, after: is }];
  });
}
