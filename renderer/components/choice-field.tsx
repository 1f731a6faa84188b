import { Select } from '@mantine/core';
import type { Check } from '#renderer/components/check-line.tsx';
import { Field } from '#renderer/components/field.tsx';

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly words: (value: Value) => string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly check?: Check;
  readonly searchable?: boolean;
  readonly autoFocus?: boolean;
}

/** One of several values, each with its word. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, values, words, value, onChange, check, searchable = false, autoFocus = false } = props;
  return (
    <Field label={label} check={check}>
      {(ids) => (
        <Select
          {...ids}
          data={values.map((each) => ({ value: each, label: words(each) }))}
          value={value}
          allowDeselect={false}
          searchable={searchable}
          data-autofocus={autoFocus || undefined}
          onChange={(chosen) => {
            const known = values.find((each) => each === chosen);
            if (known !== undefined) onChange(known);
          }}
        />
      )}
    </Field>
  );
}
