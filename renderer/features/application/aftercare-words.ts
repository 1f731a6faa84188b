import type { AftercareStep, AftercareTerm } from '#shared/domain/aftercare.ts';
import { compareDates } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { AftercareRule } from '#shared/domain/rule-pack.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';

/** Whether the platform does it: then it is waited for, and asked after once its time is over. */
export const waitsOnPlatform = ({ duty }: AftercareRule): boolean => duty?.waitingOn === 'platform';

/** The line under a step after the pass: until when, since when it is settled and by what, or what it waits for. */
export function useAftercareWords(): (step: AftercareStep) => string {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  const { details, today } = useCase();
  const near = (date: CalendarDate): string => format.dateNear(date, today);
  const ends = ({ rule }: AftercareStep, { legalOn, internalOn, provisional }: AftercareTerm): string => {
    const limit = waitsOnPlatform(rule) ? 'expected' : 'legal';
    const parts = [
      legalOn === undefined ? '' : t(`application.aftercare.${limit}`, { date: near(legalOn) }),
      legalOn !== undefined && limit === 'expected' && compareDates(legalOn, today) < 0
        ? t('application.aftercare.chase')
        : '',
      internalOn === undefined || internalOn === legalOn
        ? ''
        : t('application.aftercare.internal', { date: near(internalOn) }),
    ].filter((part) => part !== '');
    const text = parts.join(t('application.comma'));
    return provisional ? t('application.provisional', { text }) : text;
  };
  return (step) => {
    switch (step.state) {
      case 'to_do':
        return ends(step, step.term);
      case 'question':
        return [
          t(`application.aftercare.${waitsOnPlatform(step.rule) ? 'questionOfPlatform' : 'question'}`),
          ends(step, step.term),
        ].join(t('application.semicolon'));
      case 'lapsed':
        return t('application.aftercare.lapsed', {
          date: near(step.term.legalOn ?? step.term.internalOn ?? step.term.startsOn),
        });
      case 'waits': {
        const other = details.aftercare.find(({ step: each }) => each.rule.id === step.after)?.step.rule;
        const title = other?.duty?.title ?? other?.text;
        return t('application.aftercare.waits', { title: title === undefined ? '' : ruleText(title) });
      }
      case 'done':
      case 'not_needed':
        if (step.by !== undefined) return t(`application.aftercare.by.${step.by}`);
        return step.on === undefined ? '' : near(step.on);
      case 'note':
        return step.term === undefined ? '' : ends(step, step.term);
    }
  };
}
