import { ActionIcon, Button, Modal } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { iconStroke } from '#renderer/components/icon.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useEscape } from '#renderer/components/use-layer.ts';
import { onKeys } from '#renderer/components/use-shortcuts.ts';
import { VaultPicture } from '#renderer/components/vault-picture.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import type { FileVersion } from './file-card.tsx';
import styles from './lightbox.module.css';

interface LightboxProps {
  readonly documentId: string;
  readonly title: string;
  readonly files: readonly FileVersion[];
  readonly start: number;
  readonly onClose: () => void;
}

/** A paper's files large, one at a time; ← and → turn them. */
export function Lightbox({ documentId, title, files, start, onClose }: LightboxProps) {
  const t = useT();
  const [index, setIndex] = useState(start);
  useEscape(true, onClose);
  const file = files[index];
  if (file === undefined) return null;
  const turn = (by: 1 | -1): void => setIndex((before) => (before + by + files.length) % files.length);
  const several = files.length > 1;
  return (
    <Modal.Root opened onClose={onClose} size="auto" closeOnEscape={false} centered>
      <Modal.Overlay />
      <Modal.Content
        className={styles.content}
        onKeyDown={onKeys(several ? { arrowleft: () => turn(-1), arrowright: () => turn(1) } : {})}
      >
        <header className={styles.head}>
          <Modal.Title className={styles.title}>{title}</Modal.Title>
          <span className="cf-ink-2 cf-cut">{captionOf(file, t)}</span>
          <span className="cf-grow" />
          {several && (
            <>
              <ActionIcon aria-label={t('application.paper.previous')} onClick={() => turn(-1)}>
                <IconChevronLeft size={16} stroke={iconStroke} />
              </ActionIcon>
              <span className="cf-ink-2">
                {t('application.paper.place', { n: index + 1, total: files.length })}
              </span>
              <ActionIcon aria-label={t('application.paper.next')} onClick={() => turn(1)}>
                <IconChevronRight size={16} stroke={iconStroke} />
              </ActionIcon>
            </>
          )}
          <Button size="compact-sm" onClick={() => navigateTo(paths.document(documentId))}>
            {t('application.paper.open')}
          </Button>
          <ActionIcon aria-label={t('components.action.close')} onClick={onClose}>
            <IconX size={16} stroke={iconStroke} />
          </ActionIcon>
        </header>
        <div className={styles.ground}>
          <Picture key={file.id} file={file} />
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

function Picture({ file }: { readonly file: FileVersion }) {
  const t = useT();
  if (file.mediaType.startsWith('image/')) {
    return (
      <VaultPicture sha256={file.sha256} form="file" mediaType={file.mediaType} alt={file.originalName} />
    );
  }
  return (
    <figure className={styles.pdf}>
      <VaultPicture sha256={file.sha256} form="thumbnail" alt="" />
      <figcaption className="cf-ink-2">
        {t('application.paper.firstPage', { count: file.pageCount })}
      </figcaption>
    </figure>
  );
}

function captionOf({ part, originalName }: FileVersion, t: ReturnType<typeof useT>): string {
  return part === 'whole'
    ? originalName
    : `${t(`vocabulary.documentPart.${part}`)}${t('application.comma')}${originalName}`;
}
