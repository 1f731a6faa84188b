import type { CalendarDate } from './calendar-date.ts';
import { compareDates } from './calendar-date.ts';
import type { Provenance, RuleSource } from './rule-pack.ts';

export type SourceFaultCode =
  'unknown_source' | 'unused_source' | 'official_without_official_source' | 'known_after_pack_date';

/** A fact whose word does not stand on the file's sources; `at` names the place. */
export type SourceFault = { readonly code: SourceFaultCode; readonly at: string };

/** A value of a rule file with its place. */
export type Placed<T> = readonly [at: string, value: T];

/** A file of rules with its date and the sources that its leaves name. */
export type SourcedFile = { readonly asOf: CalendarDate; readonly sources: readonly RuleSource[] };

/** Every leaf that names no known source, claims more than its source, or is younger than the file; unused sources. */
export function sourceFaults(file: SourcedFile, leaves: readonly Placed<Provenance>[]): SourceFault[] {
  const used = new Set(leaves.flatMap(([, leaf]) => leaf.source));
  return [
    ...leaves.flatMap(([at, leaf]) => leafFaults(file, at, leaf)),
    ...file.sources
      .filter(({ code }) => !used.has(code))
      .map(({ code }): SourceFault => ({ code: 'unused_source', at: `sources.${code}` })),
  ];
}

function leafFaults(file: SourcedFile, at: string, leaf: Provenance): SourceFault[] {
  const known = leaf.source.map((code) => file.sources.find((source) => source.code === code));
  const faults: SourceFault[] = [];
  if (known.includes(undefined) || known.length === 0) faults.push({ code: 'unknown_source', at });
  if (leaf.tag === 'V' && !known.some((source) => source?.publisher === 'official')) {
    faults.push({ code: 'official_without_official_source', at });
  }
  if (compareDates(leaf.asOf, file.asOf) > 0) faults.push({ code: 'known_after_pack_date', at });
  return faults;
}
