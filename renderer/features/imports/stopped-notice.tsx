import { Button } from '@mantine/core';
import { Notice } from '#renderer/components/notice.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { Stopped } from './import-store.ts';
import styles from './imports.module.css';

interface StoppedNoticeProps {
  readonly stopped: Stopped;
  readonly onWrite: () => void;
}

/** Says of an import that was cancelled that nothing of it stays, and offers to write it after all. */
export function StoppedNotice({ stopped, onWrite }: StoppedNoticeProps) {
  const t = useT();
  const format = useFormat();
  const { done, total, kept } = stopped;
  return (
    <div className={styles.stopped}>
      <Notice
        tone="info"
        title={kept === 0 ? t('imports.cancelled') : t('imports.cancelledKept', { n: format.count(kept) })}
        actions={<Button onClick={onWrite}>{t('imports.writeAgain')}</Button>}
      >
        {done === 0 || kept > 0
          ? t('imports.cancelledAtOnce')
          : t('imports.cancelledAt', { done: format.count(done), total: format.count(total) })}
      </Notice>
    </div>
  );
}
