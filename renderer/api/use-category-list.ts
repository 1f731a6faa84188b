import { useQuery } from '@tanstack/react-query';
import type { AccountFields } from '#shared/contract/accounts.ts';
import type { CategoryPack } from '#shared/domain/category-pack.ts';
import { useApi } from '#renderer/api/api.tsx';

interface Place {
  /** Undefined where it is none for sure. */
  readonly platform: AccountFields['platform'] | undefined;
  readonly kind: AccountFields['kind'] | undefined;
}

/** The list of the categories that such an account may have; undefined while it is read and where there is none. */
export function useCategoryList({ platform, kind }: Place): CategoryPack | undefined {
  const { query } = useApi();
  const loaded = useQuery(query.rules.categories.queryOptions());
  return loaded.data
    ?.map(({ pack }) => pack)
    .find((pack) => pack.platform === platform && pack.accountKinds.some((each) => each === kind));
}
