import type { Finding } from '#shared/domain/pre-check.ts';

/** One row of the pre-check: one finding, or several papers of which the same is said on the same word. */
export type FindingGroup = { readonly first: Finding; readonly all: readonly Finding[] };

/** Papers that only lack the same thing are named together; everything else has a row of its own, in the order of the findings. */
export function findingGroups(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = groupKey(finding);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].map((all) => ({ first: all[0], all })).toSorted(byUrgency);
}

/** Once it is too late to hand in again, that is said before all that would otherwise be mended. */
const byUrgency = (a: FindingGroup, b: FindingGroup): number =>
  Number(b.first.check === 'refill_window_over') - Number(a.first.check === 'refill_window_over');

function groupKey({ key, check, level, place, tag, source, asOf, found }: Finding): string {
  const isWholeItem = place.at === 'item' && place.documentId === undefined;
  return isWholeItem ? [check, level, tag, source.join(), asOf, found ?? ''].join(' ') : key;
}
