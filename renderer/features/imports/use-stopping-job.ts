import { useProgressFigures } from '#renderer/components/use-progress-figures.ts';
import { useT } from '#renderer/i18n/use-t.ts';

/** How far the taking back of an import is, as a job shows it; `total` is 0 until it has been counted. */
export function useStoppingJob(): (
  name: string,
  done: number,
  total: number,
) => { readonly title: string; readonly figures: string; readonly share: number | null } {
  const t = useT();
  const figuresOf = useProgressFigures();
  return (name, done, total) => ({
    title: t('imports.stopping', { name }),
    figures: total === 0 ? t('imports.stoppingNote') : figuresOf('records', done, total),
    share: total === 0 ? null : done / total,
  });
}
