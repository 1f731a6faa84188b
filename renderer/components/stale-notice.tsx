import { useT } from '#renderer/i18n/use-t.ts';
import { Notice } from './notice.tsx';

/** Says that the selected rows were otherwise than they were seen, so that nothing was written. */
export function StaleNotice({ of }: { readonly of: 'clients' | 'accounts' }) {
  const t = useT();
  return (
    <Notice tone="warning" title={t(`bulk.stale.${of}`)}>
      {t('bulk.stale.note')}
    </Notice>
  );
}
