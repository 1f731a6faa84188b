/** Anything over a second: a line with figures and 取消, then a result line that stays until it is read. */
import { CloseButton } from '@mantine/core';
import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleXFilled,
  IconLoader2,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { iconStroke } from './icon.ts';
import { TextButton } from './text-button.tsx';
import styles from './job.module.css';

type JobProps = {
  readonly title: ReactNode;
  /** How far it is, such as 1,840 / 2,312 行，约 8 秒. */
  readonly figures: ReactNode;
  /** 0 to 1; null while the whole is not known. */
  readonly share: number | null;
  readonly onCancel?: () => void;
};

export function Job({ title, figures, share, onCancel }: JobProps) {
  const t = useT();
  const percent = share === null ? undefined : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div className={styles.job} role="status">
      <IconLoader2 className={styles.spinner} size={16} stroke={iconStroke} aria-hidden />
      <div className="cf-grow">
        <p className="cf-row">
          <span className="cf-cut cf-grow">{title}</span>
          <span className="cf-ink-3 cf-nowrap">{figures}</span>
        </p>
        <div
          className={styles.bar}
          role="progressbar"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          aria-label={typeof title === 'string' ? title : undefined}
        >
          <i style={{ width: `${percent ?? 0}%` }} />
        </div>
      </div>
      {onCancel && <TextButton onClick={onCancel}>{t('components.job.cancel')}</TextButton>}
    </div>
  );
}

const resultIcons = {
  success: IconCircleCheckFilled,
  warning: IconAlertTriangleFilled,
  danger: IconCircleXFilled,
} as const;

type ResultProps = {
  readonly tone: keyof typeof resultIcons;
  readonly title: ReactNode;
  /** What is safe, what was left out. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
};

export function Result({ tone, title, children, actions, onDismiss }: ResultProps) {
  const t = useT();
  const ResultIcon = resultIcons[tone];
  return (
    <div className={styles.job} role="status">
      <span className={`${styles.sign} cf-${tone}`}>
        <ResultIcon size={16} aria-hidden />
      </span>
      <div className="cf-grow">
        <p>{title}</p>
        {children && <div className="cf-xs cf-ink-2">{children}</div>}
      </div>
      {actions}
      {onDismiss && <CloseButton size="xs" aria-label={t('components.action.dismiss')} onClick={onDismiss} />}
    </div>
  );
}
