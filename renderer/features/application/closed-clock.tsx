import { dateOfInstant, daysBetween } from '#shared/domain/calendar-date.ts';
import { Clock } from '#renderer/components/clock-panel.tsx';
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
            ? t('application.clock.certifiedOver', { date: format.dateLong(certifiedUntilOn) })
            : t('application.clock.certifiedUntil', {
                date: format.dateLong(certifiedUntilOn),
                count: left,
              }))}
      </p>
    </>
  );
}
