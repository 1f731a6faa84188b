import { IconFileOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { PageTurn } from '#shared/domain/tray-pages.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { iconStroke } from './icon.ts';
import styles from './page-picture.module.css';

interface PagePictureProps {
  readonly sha256: string;
  /** From 1. */
  readonly pageNo: number;
  readonly turn?: PageTurn;
  /** '' where the words stand beside it. */
  readonly alt: string;
  readonly lazy?: boolean;
}

/** One page of a kept file, turned as it is to be, as large as the place that it stands in. */
export function PagePicture({ sha256, pageNo, turn = 0, alt, lazy = false }: PagePictureProps) {
  const t = useT();
  const [failed, setFailed] = useState(false);
  if (failed) {
    return (
      <span className={styles.sign} title={t('components.vault.missing')}>
        <IconFileOff size={16} stroke={iconStroke} aria-hidden />
      </span>
    );
  }
  return (
    <img
      className={styles.picture}
      data-turn={turn}
      src={`vault://page/${sha256}/${pageNo}`}
      alt={alt}
      draggable={false}
      {...(lazy && { loading: 'lazy' })}
      onError={() => setFailed(true)}
    />
  );
}
