import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import type { ResultStep } from './next-step.ts';
import { StepDialog } from './step-dialog.tsx';

interface ResultDialogProps {
  /** What may have come of it, the likeliest first. */
  readonly answers: readonly ResultStep[];
  readonly onClose: () => void;
}

/** What has come of it on the platform: its answer, or how an order ended that is over by the rules. */
export function ResultDialog({ answers, onClose }: ResultDialogProps) {
  const t = useT();
  const [chosen, setChosen] = useState<ResultStep>();
  const answer = chosen ?? answers[0];
  if (answer === undefined) return null;
  return (
    <StepDialog kind={answer} onClose={onClose} title={t('application.step.title.result')}>
      <SegmentedControl<ResultStep>
        aria-label={t('application.step.title.result')}
        value={answer}
        onChange={setChosen}
        data={answers.map((value) => ({ value, label: t(`application.step.answer.${value}`) }))}
      />
    </StepDialog>
  );
}
