import { Select } from '@mantine/core';
import type { Check } from '#renderer/components/check-line.tsx';
import { Field } from '#renderer/components/field.tsx';

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly words: (value: Value) => string;
  /** Null where nothing is chosen yet. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly check?: Check;
  readonly searchable?: boolean;
  readonly required?: boolean;
  readonly placeholder?: string;
  /** Its list belongs to the popover, which closes at a click outside of it. */
  readonly isInPopover?: boolean;
  readonly autoFocus?: boolean;
}

/** One of several values, each with its word. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, values, words, value, onChange, check, searchable = false, autoFocus = false } = props;
  const { required = false, placeholder, isInPopover = false } = props;
  return (
    <Field label={label} check={check} required={required}>
      {(ids) => (
        <Select
          {...ids}
          data={values.map((each) => ({ value: each, label: words(each) }))}
          value={value}
          allowDeselect={false}
          searchable={searchable}
          {...(isInPopover && { comboboxProps: { shadow: 'md', withinPortal: false } })}
          placeholder={placeholder}
          required={required}
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
