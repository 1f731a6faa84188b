/** A label, its input, and one line below that says what was found out about the value. */
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import { CheckLine } from './check-line.tsx';
import type { Check } from './check-line.tsx';
import styles from './field.module.css';

type FieldProps = {
  readonly label: ReactNode;
  /** Quiet, at the right end of the label's line. */
  readonly hint?: ReactNode;
  readonly check?: Check;
  readonly required?: boolean;
  /** Takes the ids that tie input, label and check line together. */
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby'?: string }) => ReactNode;
};

export function Field({ label, hint, check, required = false, children }: FieldProps) {
  const id = useId();
  const checkId = `${id}-check`;
  return (
    <div className={styles.field}>
      <span className={styles.head}>
        <label htmlFor={id}>
          {label}
          {required && <span className="cf-danger"> *</span>}
        </label>
        {hint && <span className="cf-ink-3">{hint}</span>}
      </span>
      {children({ id, 'aria-describedby': check ? checkId : undefined })}
      {check && <CheckLine check={check} id={checkId} />}
    </div>
  );
}

type TextFieldProps = Omit<FieldProps, 'children' | 'label'> &
  Omit<TextInputProps, 'label' | 'error' | 'description' | 'onChange' | 'value'> & {
    readonly label: string;
    readonly value: string;
    readonly onChange: (value: string) => void;
    /** Codes and keys. */
    readonly mono?: boolean;
  };

export function TextField(props: TextFieldProps) {
  const { label, hint, check, required, value, onChange, mono, ...others } = props;
  const isFault = check?.tone === 'danger';
  const [found] = useState({ value, wasFaulty: isFault });
  return (
    <Field label={label} hint={hint} check={check} required={required}>
      {(ids) => (
        <TextInput
          {...others}
          {...ids}
          value={value}
          required={required}
          error={isFault}
          // A fault that stood there before is no reason to refuse the rest of a form.
          data-as-found={(found.wasFaulty && value === found.value && value !== '') || undefined}
          styles={mono ? { input: { fontFamily: 'var(--mantine-font-family-monospace)' } } : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
