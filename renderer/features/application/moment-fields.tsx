import type { Check } from '#renderer/components/check-line.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { onKeys } from '#renderer/components/use-shortcuts.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import type { MomentFault, TypedMoment } from '#renderer/components/typed-moment.ts';
import styles from './step-fields.module.css';

interface MomentFieldsProps {
  readonly moment: TypedMoment;
  /** What is wrong with it. */
  readonly fault: MomentFault | undefined;
  readonly onChange: (moment: TypedMoment) => void;
  /** Enter in one of the fields; a form sends itself. */
  readonly onEnter?: () => void;
}

/** The day and the time at which something happened. */
export function MomentFields({ moment, fault, onChange, onEnter }: MomentFieldsProps) {
  const t = useT();
  const dayCheck = useDayCheck(fault);
  return (
    <div className={styles.when}>
      <DateField
        label={t('application.step.date')}
        value={moment.date}
        parse={(text) => readTypedDate(text, t)}
        onChange={(date) => onChange({ ...moment, date: date === 'forever' ? null : date })}
        {...(dayCheck && { check: dayCheck })}
        {...(onEnter && { onEnter })}
      />
      <TextField
        label={t('application.step.time')}
        value={moment.time}
        onChange={(time) => onChange({ ...moment, time })}
        autoComplete="off"
        {...(fault === 'no_time' && { check: { tone: 'danger', text: t('application.step.fault.no_time') } })}
        {...(onEnter && { onKeyDown: onKeys({ enter: onEnter }) })}
      />
    </div>
  );
}

function useDayCheck(fault: MomentFault | undefined): Check | undefined {
  const t = useT();
  const format = useFormat();
  const { details, nowMs } = useCase();
  switch (fault) {
    case 'before_stage': {
      const moment = format.moment(details.application.stageSinceAtMs, nowMs);
      return { tone: 'danger', text: t('application.step.fault.before_stage', { moment }) };
    }
    case 'in_future':
      return { tone: 'danger', text: t('application.step.fault.in_future') };
    case 'no_date':
    case 'no_time':
    case undefined:
      return undefined;
  }
}
