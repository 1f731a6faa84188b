import type { AccountFields } from '#shared/contract/accounts.ts';
import { instantOf } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { DateField } from '#renderer/components/date-field.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { readTypedTime } from '#renderer/components/typed-time.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './client.module.css';

type Certified = Pick<AccountFields, 'certifiedSinceOn' | 'certifiedUntilOn' | 'certifiedUntilAtMs'>;

interface CertifiedFieldsProps {
  readonly value: Certified;
  /** The time of the end as it is typed; empty where only the day is known. */
  readonly time: string;
  readonly onChange: (part: Partial<Certified>) => void;
  readonly onTime: (time: string) => void;
}

/** Since when and until when an account is certified; the platform shows the time of the end, the firm may not know it. */
export function CertifiedFields({ value, time, onChange, onTime }: CertifiedFieldsProps) {
  const t = useT();
  const { certifiedSinceOn: since, certifiedUntilOn: until } = value;
  const isReversed = since !== null && until !== null && until < since;
  return (
    <>
      <DateField
        label={t('client.account.certifiedSince')}
        value={since}
        parse={(text) => readTypedDate(text, t)}
        onChange={(date) => onChange({ certifiedSinceOn: date === 'forever' ? null : date })}
      />
      <div className={styles.end}>
        <DateField
          label={t('client.account.certifiedUntil')}
          value={until}
          parse={(text) => readTypedDate(text, t)}
          onChange={(date) => {
            const day = date === 'forever' ? null : date;
            onChange({ certifiedUntilOn: day, certifiedUntilAtMs: endMoment(day, time) });
          }}
          {...(isReversed && { check: { tone: 'warning' as const, text: t('client.reversed') } })}
        />
        <TextField
          label={t('client.account.certifiedUntilTime')}
          value={time}
          placeholder={t('client.account.optional')}
          onChange={(text) => {
            onTime(text);
            onChange({ certifiedUntilAtMs: endMoment(until, text) });
          }}
          autoComplete="off"
          {...(!isSoundTime(time) && {
            check: { tone: 'danger' as const, text: t('application.step.fault.no_time') },
          })}
        />
      </div>
    </>
  );
}

/** The exact end, where both its day and its time are known. */
function endMoment(day: CalendarDate | null, time: string): number | null {
  const clock = readTypedTime(time);
  return day === null || clock === null ? null : instantOf(day, clock);
}

/** Whether the time may be saved: it is left out, or it is one. */
export const isSoundTime = (time: string): boolean => time.trim() === '' || readTypedTime(time) !== null;
