import { useCallback } from 'react';
import { actionWords } from '#shared/words/action-words.ts';
import { useT } from '#renderer/i18n/use-t.ts';

/** What a change did in words, by its action; one without words keeps its name. */
export function useActionWords(): (action: string) => string {
  const t = useT();
  return useCallback((action) => actionWords(t('actions', { returnObjects: true }), action) ?? action, [t]);
}
