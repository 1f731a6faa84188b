import { useCallback } from 'react';
import type { ApplicationKind } from '#shared/domain/application.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';

interface Order {
  readonly kind: ApplicationKind;
  readonly category: { readonly path: RuleText } | null;
}

/** What an order is for, in words: its kind, and the category where it is about one. */
export function useOrderWords(): (order: Order) => string {
  const t = useT();
  const say = useRuleText();
  return useCallback(
    ({ kind, category }) => {
      const word = t(`vocabulary.applicationKind.${kind}`);
      if (category === null) return word;
      return t('components.order.ofCategory', { kind: word, category: say(category.path) });
    },
    [t, say],
  );
}
