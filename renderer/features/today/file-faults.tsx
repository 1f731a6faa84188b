import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/api/api.tsx';
import { frameMeta } from '#renderer/api/watch-changes.ts';
import { Notice } from '#renderer/components/notice.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './today-page.module.css';

/** Says that files of papers are missing, altered or unreadable; nothing where all is well. */
export function FileFaults() {
  const t = useT();
  const { query } = useApi();
  const counts = useQuery({ ...query.fileChecks.health.queryOptions(), meta: frameMeta }).data?.counts;
  const count = counts === undefined ? 0 : counts.missing + counts.altered + counts.unreadable;
  if (count === 0) return null;
  return (
    <div className={styles.faults}>
      <Notice
        tone="danger"
        title={t('fileChecks.today.title', { count })}
        actions={<Button onClick={() => navigateTo(paths.files())}>{t('fileChecks.today.look')}</Button>}
      />
    </div>
  );
}
