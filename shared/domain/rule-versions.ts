import { compareVersions } from './rule-pack-lookup.ts';

/** A version of a rule file, and the file itself by its hash (SHA-256, hex). */
export type RuleVersion = { readonly version: string; readonly sha256: string };

export const versionStandings = ['new_pack', 'newer', 'older', 'same_version', 'known'] as const;
/**
 * How a file stands to those in use. `known`: this very file is there already; `same_version`: another file calls itself
 * the same.
 */
export type VersionStanding = (typeof versionStandings)[number];

/** How a version stands to the others of its series. */
export function standingAmong(series: readonly RuleVersion[], fresh: RuleVersion): VersionStanding {
  if (series.some(({ sha256 }) => sha256 === fresh.sha256)) return 'known';
  const orders = series.map(({ version }) => compareVersions(version, fresh.version));
  if (orders.length === 0) return 'new_pack';
  if (orders.includes(0)) return 'same_version';
  return orders.every((order) => order < 0) ? 'newer' : 'older';
}
