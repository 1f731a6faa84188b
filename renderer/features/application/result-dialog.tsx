import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { StepDialog } from './step-dialog.tsx';

const answers = ['pass', 'return', 'fail'] as const;
type Answer = (typeof answers)[number];

/** The platform's answer: passed, sent back, or failed. */
export function ResultDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const [answer, setAnswer] = useState<Answer>('pass');
  return (
    <StepDialog kind={answer} onClose={onClose} title={t('application.step.title.result')}>
      <SegmentedControl<Answer>
        aria-label={t('application.step.title.result')}
        value={answer}
        onChange={setAnswer}
        data={answers.map((value) => ({ value, label: t(`application.step.answer.${value}`) }))}
      />
    </StepDialog>
  );
}
