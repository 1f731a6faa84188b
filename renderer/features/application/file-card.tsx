import type { DocumentRow } from '#shared/contract/documents.ts';
import { VaultPicture } from '#renderer/components/vault-picture.tsx';
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
        <VaultPicture sha256={version.sha256} form="thumbnail" alt="" />
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
