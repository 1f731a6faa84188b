import type { RulePack } from './rule-pack.ts';

/**
 * The packs of other names that decide a case which this one would decide too: new cases would silently go by whichever
 * is newer. Of each name only the newest version is looked at.
 */
export const rivalPacks = (pack: RulePack, newest: readonly RulePack[]): RulePack[] =>
  newest.filter(
    (other) =>
      other.id !== pack.id &&
      other.platform === pack.platform &&
      shares(other.accountKinds, pack.accountKinds) &&
      shares(other.applicationKinds, pack.applicationKinds) &&
      shares(other.coveredEntityTypes, pack.coveredEntityTypes),
  );

const shares = <Value>(some: readonly Value[], others: readonly Value[]): boolean =>
  some.some((value) => others.includes(value));
