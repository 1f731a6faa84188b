import type { Working } from '#shared/contract/work.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Job } from './job.tsx';
import { useProgressFigures } from './use-progress-figures.ts';
import type { ProgressUnit } from './use-progress-figures.ts';

interface CheckingProps {
  readonly unit: ProgressUnit;
  readonly progress: Working | null;
}

/** How far the look at many rows is, before they are changed. */
export function Checking({ unit, progress }: CheckingProps) {
  const t = useT();
  const figuresOf = useProgressFigures();
  return (
    <Job
      title={t('bulk.checking')}
      figures={progress && figuresOf(unit, progress.done, progress.total)}
      share={progress === null ? null : progress.done / Math.max(1, progress.total)}
    />
  );
}
