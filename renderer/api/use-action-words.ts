import { useCallback } from 'react';
import type { Reverted } from '#shared/contract/history.ts';
import { actionWords } from '#shared/words/action-words.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

/** What a change did in words, by its action; one without words keeps its name. */
export function useActionWords(): (action: string) => string {
  const t = useT();
  return useCallback((action) => actionWords(t('actions', { returnObjects: true }), action) ?? action, [t]);
}

/** What was taken back or done again, and of whom: a change of one field is named by it. */
export function useRevertedWords(): (reverted: Reverted) => string {
  const t = useT();
  const format = useFormat();
  const wordsOf = useActionWords();
  return useCallback(
    ({ action: name, about }) => {
      const field = fieldIn(about.fields, t('client.history.field', { returnObjects: true }));
      const action = field === undefined ? wordsOf(name) : t('components.action.changedField', { field });
      if (about.name === null) return action;
      return about.clients > 1
        ? t('components.action.ofMany', { action, name: about.name, n: format.count(about.clients) })
        : t('components.action.of', { action, name: about.name });
    },
    [t, format, wordsOf],
  );
}

/** The one that has a word; what is worked out of it, such as the key of a name, has none. */
function fieldIn(fields: readonly string[], words: Readonly<Record<string, string>>): string | undefined {
  const [first, ...others] = fields.flatMap((field) => words[field] ?? []);
  return others.length === 0 ? first : undefined;
}
