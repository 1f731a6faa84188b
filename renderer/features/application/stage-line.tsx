import { toneOfClock } from '#shared/domain/clocks.ts';
import { StageRail } from '#renderer/components/stage-rail.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { railFact } from './rail-words.ts';

/** The steps of the pack's path with the fact of each. */
export function StageLine() {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  const { details, today, nowMs } = useCase();
  const steps = details.rail.map((step) => ({
    id: step.id,
    label: step.title ? ruleText(step.title) : t(`application.rail.step.${step.id}`),
    fact: railFact(step, { t, format, today }),
    state: step.state,
    ...(step.isLate === true && { late: t('application.rail.late') }),
  }));
  const tone = details.running === null ? 'warning' : toneOfClock(details.running.clock, nowMs);
  return <StageRail steps={steps} label={t('application.rail.label')} tone={tone} />;
}
