import { CopyButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { Notice } from './notice.tsx';
import { TextButton } from './text-button.tsx';
import styles from './error-panel.module.css';

type ErrorPanelProps = {
  /** What happened, with the row, the column or the file's name. */
  readonly happened: ReactNode;
  readonly safe: ReactNode;
  readonly todo?: ReactNode;
  readonly actions?: ReactNode;
  /** For support: code and stack, folded away. */
  readonly details?: string;
};

/** A failure: what happened, what is safe, what to do. */
export function ErrorPanel({ happened, safe, todo, actions, details }: ErrorPanelProps) {
  const t = useT();
  return (
    <Notice tone="danger" title={happened} actions={actions}>
      <p>
        {safe}
        {todo && <> {todo}</>}
      </p>
      {details && (
        <details className={styles.details}>
          <summary>{t('components.error.details')}</summary>
          <pre className="cf-selectable">{details}</pre>
          <CopyButton value={details}>
            {({ copied, copy }) => (
              <TextButton onClick={copy}>
                {t(copied ? 'components.error.copied' : 'components.action.copy')}
              </TextButton>
            )}
          </CopyButton>
        </details>
      )}
    </Notice>
  );
}
