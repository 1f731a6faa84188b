import type { ApplicationDetails } from '#shared/contract/applications.ts';
import { dateOfInstant, daysBetween } from '#shared/domain/calendar-date.ts';
import { Clock } from '#renderer/components/clock-panel.tsx';
import type { Format } from '#renderer/i18n/format.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import styles from './clock-line.module.css';

/** How it ended; a pass says how long the certification lasts. */
export function ClosedClock() {
  const t = useT();
  const format = useFormat();
  const { details, today } = useCase();
  const { stage, closedAtMs, openedAtMs, certifiedUntilOn } = details.application;
  const end = endWords(details, format);
  const closedOn = dateOfInstant(closedAtMs ?? openedAtMs);
  const tones = { passed: 'success', failed: 'danger' } as const;
  const left = certifiedUntilOn === null ? 0 : daysBetween(today, certifiedUntilOn);
  const tone = stage === 'passed' || stage === 'failed' ? tones[stage] : 'neutral';
  return (
    <>
      <Clock title={t('application.clock.result')} figure={t(`vocabulary.stage.${stage}`)} tone={tone}>
        {t('application.clock.closed', {
          date: format.dateNear(closedOn, today),
          count: daysBetween(dateOfInstant(openedAtMs), closedOn),
        })}
      </Clock>
      <p className={styles.stageNote}>
        {certifiedUntilOn !== null &&
          (left < 0
            ? t('application.clock.certifiedOver', { date: end })
            : t('application.clock.certifiedUntil', {
                date: end,
                count: left,
              }))}
      </p>
    </>
  );
}

/** The day until which it certifies, with the time where the account has it of that very day. */
function endWords({ application, account }: ApplicationDetails, format: Format): string {
  const { certifiedUntilOn } = application;
  if (certifiedUntilOn === null) return '';
  const { certifiedUntilAtMs: atMs } = account;
  const day = format.dateLong(certifiedUntilOn);
  return atMs !== null && dateOfInstant(atMs) === certifiedUntilOn ? `${day} ${format.time(atMs)}` : day;
}
