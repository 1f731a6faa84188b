import type { Working } from '#shared/contract/work.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Job } from './job.tsx';

/** How far the look at many rows is, before they are changed. */
export function Checking({ progress }: { readonly progress: Working | null }) {
  const t = useT();
  const format = useFormat();
  return (
    <Job
      title={t('bulk.checking')}
      figures={
        progress &&
        t('bulk.figures', { done: format.count(progress.done), total: format.count(progress.total) })
      }
      share={progress === null ? null : progress.done / Math.max(1, progress.total)}
    />
  );
}
