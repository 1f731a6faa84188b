import { unprovenOpen } from '#shared/domain/checklist-state.ts';
import { Status } from '#renderer/components/status.tsx';
import type { StatusKey } from '#renderer/components/status.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { blockerCount } from './blocker-count.ts';
import { useCase } from './case-context.tsx';
import { chancesOf } from './chances.ts';
import { orderEndOf } from './order-end.ts';

/** The one tinted status of the page: the stage in its own words, with its number. */
export function StageStatus() {
  const { of, words } = useStageWords();
  return (
    <Status of={of} tint>
      {words}
    </Status>
  );
}

function useStageWords(): { readonly of: StatusKey; readonly words: string } {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  const { details, preCheck, pack, nowMs } = useCase();
  const { application, counts, running } = details;
  const { stage, certifiedUntilOn } = application;
  const blockers = blockerCount(preCheck);
  const own = pack?.stages.find((rule) => rule.stage === stage)?.title;
  const title = own && ruleText(own);
  const end = orderEndOf(details, pack, nowMs);
  if (end !== null)
    return {
      of: 'expired',
      words: t(
        `application.status.over.${end === 'clock_over' && stage === 'returned' ? 'refill_over' : end}`,
      ),
    };
  switch (stage) {
    case 'collecting':
      if (counts.open > 0)
        return { of: 'waiting_client', words: t('application.status.collecting', { count: counts.open }) };
      if (blockers > 0) return { of: 'blocker', words: t('status.numbered.blockers', { n: blockers }) };
      if (unprovenOpen(counts) > 0) {
        return { of: 'note', words: t('application.status.readyBut', { count: unprovenOpen(counts) }) };
      }
      return { of: 'satisfied', words: t('application.status.ready') };
    case 'awaiting_authorisation':
      return { of: 'waiting_client', words: t('application.status.awaiting_authorisation') };
    case 'awaiting_payment':
      return { of: 'waiting_client', words: t('application.status.awaiting_payment') };
    case 'pre_review':
      return { of: 'in_review', words: title ?? t('vocabulary.stage.pre_review') };
    case 'awaiting_confirmation':
      return { of: 'waiting_client', words: title ?? t('vocabulary.stage.awaiting_confirmation') };
    case 'in_review':
      if (running === null) return { of: 'in_review', words: title ?? t('vocabulary.stage.in_review') };
      return { of: 'in_review', words: t('application.status.in_review', { n: running.clock.used }) };
    case 'returned': {
      const { spent, using } = chancesOf(details);
      return { of: 'sent_back', words: t('application.status.returned', { n: spent + using }) };
    }
    case 'passed':
      return {
        of: 'valid',
        words:
          certifiedUntilOn === null
            ? t('vocabulary.stage.passed')
            : t('application.status.passed', { date: format.dateLong(certifiedUntilOn) }),
      };
    case 'failed':
      return { of: 'rejected', words: t('vocabulary.stage.failed') };
    case 'withdrawn':
      return { of: 'not_needed', words: t('vocabulary.stage.withdrawn') };
  }
}
