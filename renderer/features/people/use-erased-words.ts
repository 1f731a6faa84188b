import { useCallback } from 'react';
import type { Erasure } from '#shared/contract/people.ts';
import { useT } from '#renderer/i18n/use-t.ts';

/** How much an erasure took: records, papers, files, contents of the history. */
export function useErasedWords(): (erasure: Erasure) => string {
  const t = useT();
  return useCallback(
    ({ rowCount, paperCount, fileCount, eventCount }) =>
      [
        t('people.erasure.rows', { count: rowCount }),
        paperCount > 0 ? t('people.erasure.papers', { count: paperCount }) : null,
        fileCount > 0 ? t('people.erasure.files', { count: fileCount }) : null,
        eventCount > 0 ? t('people.erasure.events', { count: eventCount }) : null,
      ]
        .filter((words) => words !== null)
        .join(t('people.and')),
    [t],
  );
}
