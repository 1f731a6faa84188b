import { useCallback } from 'react';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

/** What a long work counts: rows of a sheet or a list, else the things themselves; `records` are rows of the database. */
export type ProgressUnit = 'rows' | 'clients' | 'accounts' | 'applications' | 'files' | 'records';

/** How far a long work is, with the unit in which it counts. */
export function useProgressFigures(): (unit: ProgressUnit, done: number, total: number) => string {
  const t = useT();
  const format = useFormat();
  return useCallback(
    (unit, done, total) =>
      t(`components.job.figures.${unit}`, { done: format.count(done), total: format.count(total) }),
    [t, format],
  );
}
