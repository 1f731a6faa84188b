import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { SheetDue } from './sheet-model.ts';
import styles from './sheet.module.css';

interface DueBoxProps {
  readonly due: SheetDue;
  readonly today: CalendarDate;
}

/** Our own date large, the platform's below it. */
export function DueBox({ due, today }: DueBoxProps) {
  const t = useT();
  const format = useFormat();
  const legal = useLegalWords(due, today);
  return (
    <div className={styles.due}>
      <p>{t(due.isPast ? 'print.due.overdue' : 'print.due.title')}</p>
      <p className={styles.date}>
        {due.isPast ? (
          t('print.due.soon')
        ) : (
          <>
            {format.dateNear(due.on, today)}
            <span>{format.weekday(due.on)}</span>
          </>
        )}
      </p>
      {legal !== undefined && <p>{legal}</p>}
    </div>
  );
}

function useLegalWords(
  { on, legalOn, provisional, legalDayOff }: SheetDue,
  today: CalendarDate,
): string | undefined {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  if (legalOn === null) return undefined;
  const date = format.dateNear(legalOn, today);
  if (legalOn < today) return t('print.due.legalOver', { date });
  if (provisional) return t('print.due.legalProvisional', { date });
  if (legalOn === on) return t('print.due.legal', { date });
  if (legalDayOff === null) return t('print.due.legal', { date });
  if (legalDayOff === 'weekend')
    return t('print.due.legalWeekend', { date, weekday: format.weekday(legalOn) });
  return t('print.due.legalHoliday', { date, holiday: ruleText(legalDayOff) });
}
