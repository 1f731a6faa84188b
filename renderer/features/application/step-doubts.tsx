import { Checkbox } from '@mantine/core';
import type { StepDoubt } from '#shared/domain/step-doubts.ts';
import { Notice } from '#renderer/components/notice.tsx';
import { useT } from '#renderer/i18n/use-t.ts';

interface StepDoubtsProps {
  readonly doubts: readonly StepDoubt[];
  readonly isSure: boolean;
  readonly onSure: (isSure: boolean) => void;
}

/** Says what is doubtful about the step, and asks whether it happened so. */
export function StepDoubts({ doubts, isSure, onSure }: StepDoubtsProps) {
  const t = useT();
  if (doubts.length === 0) return null;
  return (
    <>
      {doubts.map((doubt) => (
        <Notice key={doubt} tone="warning" title={t(`application.step.doubt.${doubt}`)}>
          {t(`application.step.doubtNote.${doubt}`)}
        </Notice>
      ))}
      <Checkbox
        label={t('application.step.sure')}
        checked={isSure}
        onChange={(event) => onSure(event.currentTarget.checked)}
      />
    </>
  );
}
