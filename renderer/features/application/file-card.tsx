import { IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import type { DocumentRow } from '#shared/contract/documents.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './paper-popover.module.css';

export type FileVersion = DocumentRow['current'][number];

interface FileCardProps {
  readonly version: FileVersion;
  readonly onShow: () => void;
}

/** One file: its picture, which opens it large, and what it is. */
export function FileCard({ version, onShow }: FileCardProps) {
  const t = useT();
  const format = useFormat();
  const { part, originalName, sizeBytes, pageCount, widthPx, heightPx } = version;
  const facts = [
    part === 'whole' ? '' : t(`vocabulary.documentPart.${part}`),
    format.bytes(sizeBytes),
    pageCount > 1 ? t('application.paper.pages', { count: pageCount }) : '',
    widthPx === null || heightPx === null ? '' : `${widthPx} × ${heightPx}`,
  ];
  return (
    <li className={styles.file}>
      <button
        type="button"
        className={styles.picture}
        aria-label={t('application.paper.enlarge', { name: originalName })}
        onClick={onShow}
      >
        <Thumbnail version={version} />
      </button>
      <span>
        <span className={`${styles.name} cf-selectable`}>{originalName}</span>
        <br />
        <span className="cf-xs cf-ink-2">
          {facts.filter((fact) => fact !== '').join(t('application.comma'))}
        </span>
      </span>
    </li>
  );
}

/** The small picture of a file; a plain sign where none could be made. */
export function Thumbnail({ version }: { readonly version: FileVersion }) {
  const [failed, setFailed] = useState(false);
  if (failed) return <IconFile size={20} stroke={iconStroke} aria-hidden />;
  return (
    <img
      src={`vault://thumbnail/${version.sha256}`}
      alt=""
      draggable={false}
      onError={() => setFailed(true)}
    />
  );
}
