import { useMemo } from 'react';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import { countdownOf } from '#shared/domain/agenda.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { useCalendar } from '#renderer/api/use-calendar.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import type { Column } from '#renderer/components/table-column.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { dutyIcon } from './agenda-row.tsx';
import { dutyWords } from './duty-words.ts';
import styles from './agenda.module.css';

/** When, what, for whom, by when at the latest, and whose it is; `now` tells today. */
export function useDutyColumns(
  now: { readonly nowMs: number } | undefined,
): readonly Column<ObligationRow>[] {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  const calendar = useCalendar();
  const nowMs = now?.nowMs ?? 0;
  return useMemo(() => {
    const today = dateOfInstant(nowMs);
    const cut = (text: string | null) => (
      <span className="cf-cut" title={text ?? undefined}>
        {text}
      </span>
    );
    return [
      {
        id: 'due',
        title: t('today.duties.column.due'),
        width: '132px',
        render: (row) => {
          const countdown = countdownOf(row, today, nowMs, calendar);
          return (
            <span className={styles.due} data-tone={countdown.tone}>
              {format.countdown(countdown)}
            </span>
          );
        },
      },
      {
        id: 'what',
        title: t('today.duties.column.what'),
        width: 'minmax(280px, 1.6fr)',
        render: (row) => {
          const Icon = dutyIcon(row);
          return (
            <span className="cf-row">
              <Icon size={16} stroke={iconStroke} className="cf-ink-3" aria-hidden />
              {cut(dutyWords(row, { t, format, ruleText, today }))}
            </span>
          );
        },
      },
      {
        id: 'client',
        title: t('today.duties.column.client'),
        width: 'minmax(180px, 1fr)',
        render: (row) => cut(row.clientName),
      },
      {
        id: 'legal',
        title: t('today.duties.column.legal'),
        width: '112px',
        render: (row) => <span className="cf-num cf-ink-2">{row.legalOn}</span>,
      },
      {
        id: 'kind',
        title: t('today.duties.column.kind'),
        width: '112px',
        wideOnly: true,
        render: (row) => cut(t(`vocabulary.obligationKind.${row.kind}`)),
      },
      {
        id: 'consultant',
        title: t('today.duties.column.consultant'),
        width: '96px',
        render: (row) => cut(row.consultantName),
      },
    ];
  }, [t, format, ruleText, calendar, nowMs]);
}
