import { CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { FactLine } from '#renderer/components/facts.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { PaperVersion } from './paper-context.tsx';
import { Part } from './part.tsx';
import type { OpenPane } from './use-pane.ts';
import { versionName } from './version-words.ts';
import styles from './viewer.module.css';

interface FileFactsProps {
  readonly pane: OpenPane;
  readonly version: PaperVersion;
}

/** What is known of the file that is shown. */
export function FileFacts({ pane, version }: FileFactsProps) {
  const t = useT();
  const format = useFormat();
  const { originalName, mediaType, sizeBytes, pageCount, sha256, createdAtMs } = version;
  const pixels = usePixels(pane, version);
  return (
    <Part title={t('viewer.file.title')} count={versionName(version, t)}>
      <dl>
        <FactLine label={t('viewer.file.name')}>
          <span className={`${styles.wrapped} cf-selectable`}>{originalName}</span>
        </FactLine>
        <FactLine label={t('viewer.file.size')}>
          {t('viewer.file.ofType', { size: format.bytes(sizeBytes), type: typeWord(mediaType) })}
        </FactLine>
        {pixels !== null && (
          <FactLine label={t('viewer.file.pixels')}>
            {t('viewer.file.wideHigh', { width: pixels.width, height: pixels.height })}
          </FactLine>
        )}
        {mediaType === 'application/pdf' && (
          <FactLine label={t('viewer.file.pages')}>{t('viewer.pageCount', { count: pageCount })}</FactLine>
        )}
        <FactLine label={t('viewer.file.received')}>{dateOfInstant(createdAtMs)}</FactLine>
        <FactLine label={t('viewer.file.fingerprint')}>
          <Fingerprint sha256={sha256} />
        </FactLine>
      </dl>
    </Part>
  );
}

/** PNG, JPEG, PDF: as people say it. */
const typeWord = (mediaType: string): string => (mediaType.split('/')[1] ?? mediaType).toUpperCase();

function usePixels({ scan }: OpenPane, { widthPx, heightPx }: PaperVersion) {
  // What is shown of some kinds of picture is a smaller one made of it.
  if (widthPx !== null && heightPx !== null) return { width: widthPx, height: heightPx };
  return scan.state === 'picture' ? scan.pages[0] : null;
}

/** Long enough to tell files apart by the eye. */
const shownCharacters = 12;

function Fingerprint({ sha256 }: { readonly sha256: string }) {
  const t = useT();
  return (
    <CopyButton value={sha256}>
      {({ copied, copy }) => (
        <button
          type="button"
          className={styles.copied}
          title={copied ? t('components.error.copied') : sha256}
          onClick={copy}
        >
          <span className="cf-mono">{sha256.slice(0, shownCharacters)}…</span>
          <span className="cf-hidden">{t('viewer.file.copy')}</span>
          {copied ? (
            <IconCheck size={14} stroke={iconStroke} aria-hidden />
          ) : (
            <IconCopy size={14} stroke={iconStroke} aria-hidden />
          )}
        </button>
      )}
    </CopyButton>
  );
}
