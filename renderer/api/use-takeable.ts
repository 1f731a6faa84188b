import { useQuery } from '@tanstack/react-query';
import { useApi } from './api.tsx';

const none: ReadonlySet<string> = new Set();

/** Which of the changes that are shown can be taken back now, each alone. */
export function useTakeable(changeIds: readonly string[]): ReadonlySet<string> {
  const { query } = useApi();
  const { data } = useQuery({
    ...query.history.takeable.queryOptions({ input: { changeIds: [...changeIds] } }),
    enabled: changeIds.length > 0,
    placeholderData: (previous) => previous,
    // It follows from the changes alone.
    meta: { onChangeOnly: true },
  });
  return data === undefined ? none : new Set(data);
}
