import { dateOfInstant, daysBetween } from '#shared/domain/calendar-date.ts';
import { Clock } from '#renderer/components/clock-panel.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import styles from './clock-line.module.css';

/** A stage whose time nobody has published: since when it is waited for, and for whom. */
export function OpenClock() {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  const { details, pack, today } = useCase();
  const { stage, stageSinceAtMs } = details.application;
  const since = dateOfInstant(stageSinceAtMs);
  const rule = pack?.stages.find((one) => one.stage === stage);
  const waitsFor = rule?.waitingOn ?? 'platform';
  return (
    <>
      <Clock
        title={rule?.title ? ruleText(rule.title) : t(`vocabulary.stage.${stage}`)}
        figure={t('application.clock.openEnded')}
        tone="info"
      >
        {t(`application.clock.waitingSince.${waitsFor}`, {
          date: format.dateNear(since, today),
          count: daysBetween(since, today),
        })}
      </Clock>
      <p className={styles.stageNote}>{rule && ruleText(rule.note)}</p>
    </>
  );
}
