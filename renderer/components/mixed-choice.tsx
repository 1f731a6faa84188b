import { Select } from '@mantine/core';
import type { CommonValue } from '#shared/domain/common-value.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Field } from './field.tsx';
import { MixedHint } from './mixed-hint.tsx';

type MixedChoiceProps<Value extends string> = {
  readonly label: string;
  /** What the rows have now. */
  readonly common: CommonValue<Value | null>;
  /** What will be written; undefined: nothing. */
  readonly chosen: Value | null | undefined;
  readonly values: readonly Value[];
  readonly words: (value: Value) => string;
  /** What having none is called; without it one has to be chosen. */
  readonly nothing?: string;
  readonly autoFocus?: boolean;
  readonly onChange: (value: Value | null | undefined) => void;
};

const none = 'none';

/** One value for many rows, of several: it shows what they have in common, and writes nothing until it was changed. */
export function MixedChoice<Value extends string>(props: MixedChoiceProps<Value>) {
  const { label, common, chosen, values, words, nothing, autoFocus = false, onChange } = props;
  const t = useT();
  const shown = chosen === undefined ? (common.isMixed ? undefined : common.value) : chosen;
  return (
    <Field
      label={label}
      hint={
        <MixedHint
          isMixed={common.isMixed}
          isTouched={chosen !== undefined}
          onReset={() => onChange(undefined)}
        />
      }
    >
      {(ids) => (
        <Select
          {...ids}
          data={[
            ...values.map((value) => ({ value: value, label: words(value) })),
            ...(nothing === undefined ? [] : [{ value: none, label: nothing }]),
          ]}
          value={shown === undefined ? null : (shown ?? (nothing === undefined ? null : none))}
          placeholder={common.isMixed ? t('bulk.mixed') : undefined}
          allowDeselect={false}
          searchable={values.length > 8}
          data-autofocus={autoFocus || undefined}
          onChange={(picked) => {
            if (picked === null) return;
            const value = picked === none ? null : values.find((each) => each === picked);
            if (value === undefined) return;
            const isSame = !common.isMixed && common.value === value;
            onChange(isSame ? undefined : value);
          }}
        />
      )}
    </Field>
  );
}
