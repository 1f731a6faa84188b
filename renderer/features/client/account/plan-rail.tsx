import { daysBetween } from '#shared/domain/calendar-date.ts';
import { StageRail } from '#renderer/components/stage-rail.tsx';
import type { Tone } from '#renderer/components/tone.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { isHandedIn } from '../account-orders.ts';
import { useClient } from '../client-context.tsx';
import { useAccount } from './account-context.tsx';
import { planSteps } from './plan-steps.ts';
import type { PlanStep } from './plan-steps.ts';

/** From the first request for papers to the last loss: the days of the present certified year. */
export function PlanRail() {
  const t = useT();
  const words = useStepWords();
  const steps = useSteps();
  const endsOn = useAccount().plan?.endsOn;
  const labelOf = ({ id, on }: PlanStep): string =>
    id === 'loss' && endsOn !== undefined
      ? t('account.plan.daysAfter', { count: daysBetween(endsOn, on) })
      : t(`account.plan.step.${id}`);
  if (steps.length === 0) return null;
  return (
    <StageRail
      label={t('account.plan.label')}
      tone={toneOf(steps)}
      steps={steps.map((step) => ({
        id: `${step.id} ${step.on}`,
        label: labelOf(step),
        fact: words(step),
        state: step.state,
        ...(step.lateDays > 0 && { late: t('account.plan.late', { count: step.lateDays }) }),
      }))}
    />
  );
}

function useSteps(): readonly PlanStep[] {
  const { account, plan } = useAccount();
  const { details, today } = useClient();
  if (plan === null) return [];
  return planSteps(plan, isHandedIn(account.id, details), today);
}

const toneOf = (steps: readonly PlanStep[]): Tone => {
  const now = steps.find(({ state }) => state === 'now');
  if (now === undefined) return 'info';
  if (now.id === 'end' || now.id === 'loss') return 'danger';
  return now.lateDays > 0 ? 'warning' : 'info';
};

function useStepWords(): (step: PlanStep) => string {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  const { plan } = useAccount();
  const { today } = useClient();
  return ({ id, on, losses }) => {
    const day = format.dateNear(on, today);
    const date = id === 'opens' && plan?.opensAtMs ? `${day} ${format.time(plan.opensAtMs)}` : day;
    if (losses.length === 0) return date;
    const text = losses.map((loss) => ruleText(loss.text)).join(t('account.plan.and'));
    return t(id === 'end' ? 'account.plan.afterEnd' : 'account.plan.from', { date, text });
  };
}
