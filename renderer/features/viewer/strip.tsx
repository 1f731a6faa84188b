import { IconPlus } from '@tabler/icons-react';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { useFileDrop } from '#renderer/components/use-file-drop.ts';
import { VaultPicture } from '#renderer/components/vault-picture.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { PageList } from './page-list.tsx';
import { usePaper } from './paper-context.tsx';
import type { PaperVersion } from './paper-context.tsx';
import type { AddVersion } from './use-add-version.ts';
import type { OpenPane } from './use-pane.ts';
import { inStripOrder, versionName } from './version-words.ts';
import styles from './strip.module.css';

interface StripProps {
  readonly pane: OpenPane;
  readonly shown: PaperVersion;
  readonly onShow: (version: PaperVersion) => void;
  readonly adding: AddVersion;
}

/** The versions of the paper, a place for a new one, and the pages of the file that is shown. */
export function Strip({ pane, shown, onShow, adding }: StripProps) {
  const t = useT();
  const { paper } = usePaper();
  const drop = useFileDrop(adding.drop, adding.isBusy);
  const inUse = new Set(paper.current.map(({ id }) => id));
  return (
    <nav
      className={styles.strip}
      aria-label={t('viewer.strip')}
      data-hot={drop.hot || undefined}
      {...drop.handlers}
    >
      <ul>
        {inStripOrder(paper.versions, paper.current).map((version) => (
          <li key={version.id}>
            <button
              type="button"
              className={styles.version}
              aria-current={version.id === shown.id || undefined}
              title={version.originalName}
              onClick={() => onShow(version)}
            >
              <VaultPicture
                key={version.sha256}
                className={styles.picture}
                sha256={version.sha256}
                form="thumbnail"
                alt=""
                lazy
              />
              <span className={styles.name}>
                <b>{versionName(version, t)}</b> {inUse.has(version.id) && t('viewer.inUse')}
              </span>
              <span className="cf-xs cf-ink-2">{dateOfInstant(version.createdAtMs)}</span>
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className={styles.drop}
        data-hot={drop.hot || undefined}
        disabled={adding.isBusy}
        onClick={adding.pick}
      >
        <IconPlus size={16} stroke={iconStroke} aria-hidden />
        <span aria-live="polite">{t(drop.hot ? 'viewer.dropNow' : 'viewer.dropVersion')}</span>
      </button>
      {pane.scan.state === 'pdf' && pane.scan.pages.length > 1 && (
        <PageList pane={pane} pdf={pane.scan.pdf} pages={pane.scan.pages} />
      )}
    </nav>
  );
}
