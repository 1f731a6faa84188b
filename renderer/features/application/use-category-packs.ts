import { useQuery } from '@tanstack/react-query';
import type { CategoryPack } from '#shared/domain/category-pack.ts';
import { useApi } from '#renderer/api/api.tsx';

/** The platforms' lists of categories, read only where they are needed; empty until they are there. */
export function useCategoryPacks(isNeeded: boolean): readonly CategoryPack[] {
  const { query } = useApi();
  const loaded = useQuery({ ...query.rules.categories.queryOptions(), enabled: isNeeded });
  return loaded.data?.map(({ pack }) => pack) ?? [];
}
