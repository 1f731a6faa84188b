import { useCallback, useState } from 'react';
import type { RestoreObstacle } from '#shared/contract/trash.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useT } from '#renderer/i18n/use-t.ts';

export interface Obstacles {
  /** What was to come back. */
  readonly changeIds: readonly string[];
  readonly obstacles: readonly RestoreObstacle[];
}

/** Restores entries, or asks what to do about what keeps them from coming back. */
export function useRestore(onRestored: () => void) {
  const t = useT();
  const { backend } = useApi();
  const { report } = useFailures();
  const act = useAction();
  const [asked, setAsked] = useState<Obstacles | null>(null);
  const restore = useCallback(
    async (changeIds: readonly string[]): Promise<void> => {
      try {
        const obstacles = await backend.trash.check({ changeIds: [...changeIds] });
        if (obstacles.length > 0) {
          setAsked({ changeIds, obstacles });
          return;
        }
        setAsked(null);
        const done = await act(
          () => backend.trash.restore({ changeIds: [...changeIds] }),
          t('trash.restored', { count: changeIds.length }),
        );
        if (done !== undefined) onRestored();
      } catch (error) {
        setAsked(null);
        report(error);
      }
    },
    [act, backend, onRestored, report, t],
  );
  return {
    restore: (changeIds: readonly string[]): void => void restore(changeIds),
    obstacles: asked,
    leave: (): void => setAsked(null),
  };
}
