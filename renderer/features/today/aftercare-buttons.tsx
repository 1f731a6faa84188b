import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';

/** A step after a pass is ticked off where it stands; nothing for any other duty. */
export function AftercareButtons({ duty }: { readonly duty: ObligationRow }) {
  const t = useT();
  const ruleText = useRuleText();
  const { backend } = useApi();
  const act = useAction();
  const { step, applicationId } = duty;
  if (step === null || applicationId === null) return null;
  const decide = (decision: 'done' | 'not_needed'): void =>
    void act(
      () => backend.aftercare.decide({ applicationId, ruleId: step.ruleId, decision }),
      t(`today.aftercare.${decision}`, { name: ruleText(step.title) }),
    );
  return (
    <>
      <Button
        tabIndex={-1}
        leftSection={<IconCheck size={16} stroke={iconStroke} />}
        onClick={() => decide('done')}
      >
        {t('today.finish')}
      </Button>
      <Button tabIndex={-1} onClick={() => decide('not_needed')}>
        {t('today.notNeeded')}
      </Button>
    </>
  );
}
