/** A tinted panel: what happened, what follows, what to do. */
import { IconAlertTriangleFilled, IconCircleXFilled, IconInfoCircleFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

const icons = {
  danger: IconCircleXFilled,
  warning: IconAlertTriangleFilled,
  info: IconInfoCircleFilled,
} as const;

type NoticeProps = {
  readonly tone: keyof typeof icons;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** One or two. */
  readonly actions?: ReactNode;
};

export function Notice({ tone, title, children, actions }: NoticeProps) {
  const NoticeIcon = icons[tone];
  return (
    <div className={styles.notice} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <span className={`${styles.sign} cf-${tone}`}>
        <NoticeIcon size={16} aria-hidden />
      </span>
      <div className="cf-grow">
        <p className="cf-strong">{title}</p>
        {children && <div className={styles.text}>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
