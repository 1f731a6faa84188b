import type { ReactNode } from 'react';
import type { Working } from '#shared/contract/work.ts';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import type { Look } from '#renderer/api/use-look.ts';
import { Job, Result } from '#renderer/components/job.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useProgressFigures } from '#renderer/components/use-progress-figures.ts';
import { useT } from '#renderer/i18n/use-t.ts';

interface JudgingProps<T> {
  readonly look: Look<T>;
  readonly children: (result: T) => ReactNode;
}

/** The open applications are judged one by one: how far that is, a way to end it, and then what came of it. */
export function Judging<T>({ look, children }: JudgingProps<T>) {
  const t = useT();
  const figuresOf = useProgressFigures();
  const { result, progress, error, isStopped, stop, again } = look;
  if (result !== undefined) return children(result);
  if (error) return <QueryFailure error={error} onRetry={again} />;
  if (isStopped) {
    return (
      <Result
        tone="warning"
        title={t('rules.judging.stopped')}
        actions={<TextButton onClick={again}>{t('rules.judging.again')}</TextButton>}
      >
        {t('rules.judging.nothingDone')}
      </Result>
    );
  }
  return (
    <Job
      title={t('rules.judging.title')}
      figures={progress && figuresOf('applications', progress.done, progress.total)}
      share={progress === null || progress.total === 0 ? null : progress.done / progress.total}
      onCancel={stop}
    />
  );
}

/** Many rows are being written at once: that can't be cut short, and says so. */
export function Writing({ progress }: { readonly progress: Working | null }) {
  const t = useT();
  if (progress === null) return null;
  return (
    <Job
      title={t('rules.writing.title')}
      figures={progress.total > 0 && t('rules.touched.count', { count: progress.total })}
      share={null}
    />
  );
}
