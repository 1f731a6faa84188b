import type { ReactNode } from 'react';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { iconStroke } from '../icon.ts';
import { Link } from '../link.tsx';
import { useFileDrop } from '../use-file-drop.ts';
import type { NavEntry } from './nav-entry.ts';
import styles from './nav-item.module.css';

type NavItemProps = {
  readonly entry: NavEntry;
  /** Icons only; the label is its tooltip. */
  readonly rail: boolean;
};

export function NavItem({ entry, rail }: NavItemProps) {
  const format = useFormat();
  const { label, Icon, count, href, active = false, parent = false, onFiles } = entry;
  const drop = useFileDrop((files) => onFiles?.(files), onFiles === undefined);
  const shared = {
    className: `${styles.item} cf-focus-in`,
    title: label,
    'data-active': active || undefined,
    'data-parent': parent || undefined,
    'data-rail': rail || undefined,
    'data-hot': drop.hot || undefined,
    'aria-current': active || parent ? ('page' as const) : undefined,
    'aria-label': rail ? label : undefined,
    onClick: entry.onClick,
    ...drop.handlers,
  };
  const inside: ReactNode = (
    <>
      {Icon ? <Icon size={16} stroke={iconStroke} aria-hidden /> : <i className={styles.square} />}
      {!rail && <span className={styles.label}>{label}</span>}
      {!rail && count !== undefined && (
        <span className={styles.count}>{typeof count === 'number' ? format.count(count) : count}</span>
      )}
    </>
  );
  return href === undefined ? (
    <button type="button" {...shared}>
      {inside}
    </button>
  ) : (
    <Link href={href} {...shared}>
      {inside}
    </Link>
  );
}
