import { VisuallyHidden } from '@mantine/core';
import { IconTextScan2 } from '@tabler/icons-react';
import { iconStroke } from '#renderer/components/icon.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TrayPageRow } from './tray-shape.ts';
import styles from './strip.module.css';

type Unread = Pick<TrayPageRow, 'isUnread'>;

/** Says of a piece that pages are still to be read; it takes no room that something else would get. */
export function ReadingWords({ pages }: { readonly pages: readonly Unread[] }) {
  const t = useT();
  const n = pages.filter(({ isUnread }) => isUnread).length;
  if (n === 0) return null;
  return (
    <span className={styles.reading} title={t('intake.readingHint')}>
      <IconTextScan2 size={12} stroke={iconStroke} aria-hidden />
      <span className="cf-cut">
        {pages.length === 1 ? t('intake.reading') : t('intake.readingPages', { n, count: pages.length })}
      </span>
    </span>
  );
}

/** The same on the picture of a page. */
export function ReadingMark({ page }: { readonly page: Unread | undefined }) {
  const t = useT();
  if (page?.isUnread !== true) return null;
  return (
    <span className={styles.unread} title={t('intake.reading')}>
      <IconTextScan2 size={12} stroke={iconStroke} aria-hidden />
      <VisuallyHidden>{t('intake.reading')}</VisuallyHidden>
    </span>
  );
}
