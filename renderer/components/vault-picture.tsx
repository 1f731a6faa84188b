import { IconFileOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { iconStroke } from './icon.ts';
import { pictureAddress } from './picture-address.ts';
import styles from './vault-picture.module.css';

interface VaultPictureProps {
  readonly sha256: string;
  /** The small picture, or the file itself, of which the media type is then asked. */
  readonly form: 'thumbnail' | 'file';
  readonly mediaType?: string;
  /** What is told about it; '' where the words stand beside it. */
  readonly alt: string;
  readonly className?: string | undefined;
  readonly lazy?: boolean;
}

/** A picture out of the vault. Where the file is gone or cannot be shown, a sign, and in large also the words. */
export function VaultPicture({ sha256, form, mediaType = '', alt, ...more }: VaultPictureProps) {
  const { className, lazy = false } = more;
  const t = useT();
  const [failed, setFailed] = useState(false);
  if (!failed) {
    return (
      <img
        className={className}
        src={form === 'file' ? pictureAddress(sha256, mediaType) : `vault://thumbnail/${sha256}`}
        alt={alt}
        draggable={false}
        {...(lazy && { loading: 'lazy' })}
        onError={() => setFailed(true)}
      />
    );
  }
  if (form === 'thumbnail') {
    return (
      <span className={`${className ?? ''} ${styles.sign}`} title={t('components.vault.missing')}>
        <IconFileOff size={16} stroke={iconStroke} aria-hidden />
      </span>
    );
  }
  return (
    <div className={styles.missing} role="status">
      <IconFileOff size={20} stroke={iconStroke} aria-hidden />
      <p className="cf-strong">{t('components.vault.missing')}</p>
      <p className="cf-ink-2">{t('components.vault.todo')}</p>
    </div>
  );
}
