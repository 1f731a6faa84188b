import type { GroupCounts } from '#shared/contract/row-groups.ts';
import type { GroupChoice } from '#renderer/components/table-groups.ts';
import type { ListChoice } from './use-chosen-rows.ts';

/** How the groups of a list are chosen as a whole: `look` tells how many rows of each are, `idsOf` of which each consists. */
export function groupChoice(
  choice: ListChoice,
  look: { readonly groups: GroupCounts } | undefined,
  idsOf: (key: string) => Promise<{ readonly ids: readonly string[] }>,
): GroupChoice {
  const counts = choice.count === 0 ? [] : (look?.groups ?? []);
  return {
    countOf: (key) => counts.find((group) => group.key === key)?.count ?? 0,
    idsOf: async (key) => (await idsOf(key)).ids,
  };
}
