import { useState } from 'react';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { CommonValue } from '#shared/domain/common-value.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { Check } from './check-line.tsx';
import { DateField } from './date-field.tsx';
import { MixedHint } from './mixed-hint.tsx';
import { readTypedDate } from './read-typed-date.ts';

interface MixedDateProps {
  readonly label: string;
  /** What the rows have now. */
  readonly common: CommonValue<CalendarDate | null>;
  /** What will be written; undefined: nothing. */
  readonly chosen: CalendarDate | null | undefined;
  readonly check?: Check;
  readonly autoFocus?: boolean;
  readonly onChange: (value: CalendarDate | null | undefined) => void;
}

/** One day for many rows: it shows what they have in common, and writes nothing until it was changed. */
export function MixedDate({ label, common, chosen, check, autoFocus, onChange }: MixedDateProps) {
  const t = useT();
  const shared = common.isMixed ? null : common.value;
  const [resets, setResets] = useState(0);
  return (
    <DateField
      // What was typed goes when the field is set back, and only then: half a date is a date, too.
      key={resets}
      label={label}
      value={chosen === undefined ? shared : chosen}
      parse={(text) => readTypedDate(text, t)}
      {...(check && { check })}
      {...(autoFocus !== undefined && { autoFocus })}
      hint={
        <MixedHint
          isMixed={common.isMixed}
          isTouched={chosen !== undefined}
          onReset={() => {
            setResets(resets + 1);
            onChange(undefined);
          }}
        />
      }
      onChange={(value) => {
        if (value !== 'forever') onChange(value);
      }}
    />
  );
}
