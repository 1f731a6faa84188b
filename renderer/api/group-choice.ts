import { useMemo } from 'react';
import type { GroupCounts } from '#shared/contract/row-groups.ts';
import type { GroupChoice } from '#renderer/components/table-groups.ts';
import { useFailures } from './failures.tsx';
import type { ListChoice } from './use-chosen-rows.ts';

type IdsOf = (key: string) => Promise<{ readonly ids: readonly string[] }>;

/** How the groups of a list are chosen as a whole: `look` tells how many rows of each are, `idsOf` of which each consists. */
export function useGroupChoice(
  choice: Pick<ListChoice, 'count' | 'filterKey'>,
  look: { readonly groups: GroupCounts } | undefined,
): (idsOf: IdsOf) => GroupChoice {
  const { report } = useFailures();
  const { count, filterKey } = choice;
  return useMemo(() => {
    const counts = count === 0 ? [] : (look?.groups ?? []);
    return (idsOf) => ({
      countOf: (key) => counts.find((group) => group.key === key)?.count ?? 0,
      idsOf: (key) => idsOrReport(() => idsOf(key), report),
      filterKey,
    });
  }, [count, filterKey, look, report]);
}

/** Undefined when the call failed, which is reported then. */
export async function idsOrReport(
  read: () => ReturnType<IdsOf>,
  report: (error: unknown) => void,
): Promise<readonly string[] | undefined> {
  try {
    return (await read()).ids;
  } catch (error) {
    report(error);
    return undefined;
  }
}
