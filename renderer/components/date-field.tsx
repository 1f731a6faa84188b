/** A date as people type it, with the recognised day or the fault under it, and 长期 for what never ends. */
import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { Check } from './check-line.tsx';
import { Field } from './field.tsx';
import { onKeys } from './use-shortcuts.ts';
import styles from './date-field.module.css';

/** What was typed: a day, no expiry, nothing, or something that is no day, with the reason. */
export type DateReading =
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'forever' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'fault'; readonly fault: string };

type DateFieldProps = {
  readonly label: string;
  readonly value: CalendarDate | 'forever' | null;
  /** Reads 27.1.15, 1月15日, 20270115, 长期 and the like. */
  readonly parse: (text: string) => DateReading;
  /** Only for what was understood; a fault changes nothing. */
  readonly onChange: (value: CalendarDate | 'forever' | null) => void;
  /** Offers 长期. */
  readonly mayBeForever?: boolean;
  /** Said instead of the recognised day, for instance 早于起始日. */
  readonly check?: Check;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  /** Enter in the field. */
  readonly onEnter?: () => void;
};

export function DateField(props: DateFieldProps) {
  const { label, mayBeForever = false, hint, required } = props;
  const t = useT();
  const typed = useTypedDate(props);
  const isFault = typed.reading.kind === 'fault';
  return (
    <Field label={label} hint={hint} check={useCheck(typed.reading, props)} required={required}>
      {(ids) => (
        <div className={styles.line}>
          <TextInput
            {...ids}
            className="cf-grow"
            value={typed.text}
            placeholder={typed.locked ? '' : t('components.date.placeholder')}
            disabled={typed.locked}
            required={required}
            autoFocus={props.autoFocus}
            data-autofocus={props.autoFocus === true ? true : undefined}
            error={isFault || props.check?.tone === 'danger'}
            autoComplete="off"
            onChange={(event) => typed.type(event.currentTarget.value)}
            onBlur={typed.settle}
            onKeyDown={onKeys({ enter: props.onEnter && (() => !isFault && props.onEnter?.()) })}
          />
          {mayBeForever && (
            <Checkbox
              label={t('components.date.noExpiry')}
              checked={props.value === 'forever'}
              onChange={(event) => typed.choose(event.currentTarget.checked ? 'forever' : null)}
            />
          )}
        </div>
      )}
    </Field>
  );
}

/** What stands in the field: what is being typed, else the value. */
function useTypedDate({ value, parse, onChange, mayBeForever = false }: DateFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const locked = value === 'forever' && draft === null;
  const text = draft ?? (value === null || value === 'forever' ? '' : value);
  const reading: DateReading = locked ? { kind: 'forever' } : parse(text);
  return {
    text,
    reading,
    /** 长期 is ticked: there is nothing to type. */
    locked,
    type: (next: string): void => {
      setDraft(next);
      const read = parse(next);
      if (read.kind !== 'fault') onChange(valueOf(read, mayBeForever));
    },
    settle: (): void => {
      if (reading.kind !== 'fault') setDraft(null);
    },
    choose: (next: 'forever' | null): void => {
      setDraft(null);
      onChange(next);
    },
  };
}

function useCheck(reading: DateReading, { check }: DateFieldProps): Check | undefined {
  const t = useT();
  const format = useFormat();
  switch (reading.kind) {
    case 'fault':
      return { tone: 'danger', text: reading.fault };
    case 'forever':
      return check ?? { tone: 'info', text: t('components.date.noExpiryNote') };
    case 'date':
      return check ?? { tone: 'success', text: dayInWords(reading.date) };
    case 'empty':
      return check;
  }

  function dayInWords(date: CalendarDate): string {
    return `${format.dateLong(date)} ${format.weekday(date)}`;
  }
}

function valueOf(reading: DateReading, mayBeForever: boolean): CalendarDate | 'forever' | null {
  if (reading.kind === 'date') return reading.date;
  return reading.kind === 'forever' && mayBeForever ? 'forever' : null;
}
