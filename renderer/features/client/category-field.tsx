import { Autocomplete } from '@mantine/core';
import type { AccountFields } from '#shared/contract/accounts.ts';
import { pathText, unlistedFor } from '#shared/domain/category-pack.ts';
import type { CategoryPack } from '#shared/domain/category-pack.ts';
import { recogniseCategories, withKnownNames } from '#shared/domain/category-recognition.ts';
import { useCategoryList } from '#renderer/api/use-category-list.ts';
import { suggestedCategories } from '#renderer/components/category-suggestions.ts';
import type { Check } from '#renderer/components/check-line.tsx';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { Field } from '#renderer/components/field.tsx';
import { freeText } from '#renderer/components/form-keys.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';

interface CategoryFieldProps {
  readonly account: Pick<AccountFields, 'platform' | 'kind' | 'category'>;
  readonly onChange: (category: string | null) => void;
}

/** The account's categories as text, several separated by 、; names of the platform's list are suggested and kept. */
export function CategoryField({ account, onChange }: CategoryFieldProps) {
  const t = useT();
  const pack = useCategoryList(account);
  const text = account.category ?? '';
  const set = (value: string): void => onChange(value === '' ? null : value);
  const check = useCheck(text, pack, useClient().details.client.entityType);
  return (
    <Field label={t('client.account.category')} {...(check && { check })}>
      {(ids) => (
        <Autocomplete
          {...ids}
          {...freeText}
          value={text}
          data={pack ? suggestedCategories(text, pack) : []}
          // The data are the ones that fit already; what was chosen before stays in front of them.
          filter={({ options }) => options}
          comboboxProps={{ withinPortal: true }}
          autoComplete="off"
          onChange={set}
          onBlur={() => pack && set(withKnownNames(text, pack))}
        />
      )}
    </Field>
  );
}

function useCheck(text: string, pack: CategoryPack | undefined, entityType: EntityType): Check | undefined {
  const t = useT();
  const say = useRuleText();
  if (pack === undefined || text.trim() === '') return undefined;
  const unlisted = unlistedFor(pack, entityType);
  if (unlisted !== undefined) return { tone: 'info', text: say(unlisted.text) };
  const { matches, unknown } = recogniseCategories(text, pack);
  if (unknown.length > 0) {
    return { tone: 'info', text: t('categories.unknown', { names: unknown.join(t('categories.list')) }) };
  }
  const names = matches.map((category) => say(pathText(category))).join(t('categories.list'));
  return {
    tone: 'success',
    text: <span title={names}>{t('categories.known', { count: matches.length })}</span>,
  };
}
