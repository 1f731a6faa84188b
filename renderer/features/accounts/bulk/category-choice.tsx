import { Autocomplete } from '@mantine/core';
import { withKnownNames } from '#shared/domain/category-recognition.ts';
import type { CategoryPack } from '#shared/domain/category-pack.ts';
import type { CommonValue } from '#shared/domain/common-value.ts';
import { suggestedCategories } from '#renderer/components/category-suggestions.ts';
import { Field } from '#renderer/components/field.tsx';
import { freeText } from '#renderer/components/form-keys.ts';
import { MixedHint } from '#renderer/components/mixed-hint.tsx';
import { useT } from '#renderer/i18n/use-t.ts';

interface CategoryChoiceProps {
  /** What the accounts have now. */
  readonly common: CommonValue<string | null>;
  /** What will be written; undefined: nothing. */
  readonly chosen: string | null | undefined;
  /** The list of their platform, where all are on one that has a list. */
  readonly pack: CategoryPack | undefined;
  readonly onChange: (category: string | null | undefined) => void;
}

/** The categories of many accounts as text; names of the platform's list are suggested and kept. */
export function CategoryChoice({ common, chosen, pack, onChange }: CategoryChoiceProps) {
  const t = useT();
  const shared = common.isMixed ? null : common.value;
  const text = (chosen === undefined ? shared : chosen) ?? '';
  const set = (value: string): void => onChange(value === '' ? null : value);
  return (
    <Field
      label={t('client.account.category')}
      hint={
        <MixedHint
          isMixed={common.isMixed}
          isTouched={chosen !== undefined}
          onReset={() => onChange(undefined)}
        />
      }
    >
      {(ids) => (
        <Autocomplete
          {...ids}
          {...freeText}
          value={text}
          placeholder={common.isMixed && chosen === undefined ? t('bulk.mixed') : undefined}
          data={pack ? suggestedCategories(text, pack) : []}
          // The data are the ones that fit already; what was chosen before stays in front of them.
          filter={({ options }) => options}
          autoComplete="off"
          openOnFocus={false}
          data-autofocus
          onChange={(value) => {
            if (value !== text) set(value);
          }}
          onBlur={() => {
            if (pack && chosen) set(withKnownNames(chosen, pack));
          }}
        />
      )}
    </Field>
  );
}
