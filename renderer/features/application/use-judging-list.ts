import { useQuery } from '@tanstack/react-query';
import type { CategoryPack } from '#shared/domain/category-pack.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useCase } from './case-context.tsx';

/** The list of categories that the application is judged by, read only where it is needed; undefined until it is there. */
export function useJudgingList(isNeeded: boolean): CategoryPack | undefined {
  const { query } = useApi();
  const { preCheck } = useCase();
  const sha256 = preCheck.categoryList?.sha256 ?? '';
  const loaded = useQuery({
    ...query.rules.categoryList.queryOptions({ input: { sha256 } }),
    enabled: isNeeded && sha256 !== '',
  });
  return loaded.data?.pack;
}
