import { useCallback } from 'react';
import type { CategoryPack } from '#shared/domain/category-pack.ts';
import { pathText } from '#shared/domain/category-pack.ts';
import type { FormulaCondition } from '#shared/domain/formula.ts';
import { questionText } from '#shared/domain/permit-words.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';

/** Says for whom a part of a requirement is meant. */
export function useConditionWords(pack: CategoryPack): (condition: FormulaCondition) => string {
  const t = useT();
  const say = useRuleText();
  return useCallback(
    (condition) => {
      const list = (values: readonly string[]): string => values.join(t('categories.list'));
      switch (condition.on) {
        case 'entity_type':
          return t('categories.condition.entityType', {
            types: list(condition.in.map((type) => t(`vocabulary.entityType.${type}`))),
          });
        case 'platform':
          return t('categories.condition.platform', {
            names: list(condition.in.map((name) => t(`vocabulary.platform.${name}`))),
          });
        case 'category': {
          const named = pack.categories.filter(({ id }) => condition.in.includes(id));
          return t('categories.condition.category', {
            names: list(named.map((category) => say(pathText(category)))),
          });
        }
        case 'answer': {
          const question = say(questionText(condition.id, pack));
          return t(condition.is ? 'categories.condition.yes' : 'categories.condition.no', { question });
        }
      }
    },
    [t, say, pack],
  );
}
