/** The furniture of a page: its head, its lines and its foot. */
import { IconChevronRight } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { Link } from './link.tsx';
import styles from './page.module.css';

type PageHeadProps = {
  readonly title: string;
  readonly count?: ReactNode;
  /** Actions at the right; one primary at most. */
  readonly children?: ReactNode;
};

export function PageHead({ title, count, children }: PageHeadProps) {
  return (
    <header className={styles.head}>
      <h1>{title}</h1>
      {count && <span className="cf-ink-3 cf-row">{count}</span>}
      <span className="cf-grow" />
      {children}
    </header>
  );
}

type RecordHeadProps = {
  /** Usually `Crumbs`. */
  readonly crumbs: ReactNode;
  readonly title: string;
  /** What it is, in secondary ink, such as 小程序「栩禾小馆」首次认证. */
  readonly subtitle?: ReactNode;
  /** The one tinted `Status` of the page. */
  readonly status?: ReactNode;
  /** Quiet facts beside it; they go below 1200 px. */
  readonly facts?: ReactNode;
  readonly children?: ReactNode;
};

/** The head of one client, application or paper. */
export function RecordHead({ crumbs, title, subtitle, status, facts, children }: RecordHeadProps) {
  return (
    <header className={styles.recordHead}>
      <div className="cf-grow">
        {crumbs}
        <div className={styles.recordTitle}>
          <h1 className="cf-cut" title={title}>
            {title}
          </h1>
          {subtitle && <span className={styles.subtitle}>{subtitle}</span>}
          {status}
          {facts && <span className={styles.facts}>{facts}</span>}
        </div>
      </div>
      {children}
    </header>
  );
}

export type Crumb = { readonly label: string; readonly href?: string };

export function Crumbs({ items, end }: { readonly items: readonly Crumb[]; readonly end?: ReactNode }) {
  const t = useT();
  return (
    <nav className={styles.crumbs} aria-label={t('components.crumbs')}>
      {items.map((item, index) => (
        <Fragment key={`${index} ${item.label}`}>
          {index > 0 && <IconChevronRight size={12} aria-hidden />}
          {item.href ? <Link href={item.href}>{item.label}</Link> : <span>{item.label}</span>}
        </Fragment>
      ))}
      {end}
    </nav>
  );
}

/** The line of chips under a page head. */
export function FilterLine({ children, end }: { readonly children: ReactNode; readonly end?: ReactNode }) {
  return (
    <div className={styles.filters}>
      {children}
      <span className="cf-grow" />
      {end}
    </div>
  );
}

type PartHeadProps = {
  readonly id?: string;
  readonly title: ReactNode;
  readonly count?: ReactNode;
  /** One hint or action at the right. */
  readonly children?: ReactNode;
};

/** Head of a page part. */
export function PartHead({ id, title, count, children }: PartHeadProps) {
  return (
    <div className={styles.partHead}>
      <h2 id={id}>{title}</h2>
      {count !== undefined && <span className={styles.partCount}>{count}</span>}
      {children && <span className={styles.partEnd}>{children}</span>}
    </div>
  );
}

/** Foot of a page: count, selection and sums left, the keys of the focused cell right. */
export function StatusBar({ children, keys }: { readonly children: ReactNode; readonly keys?: ReactNode }) {
  return (
    <footer className={styles.statusBar}>
      {children}
      <span className="cf-grow" />
      <span className={styles.statusKeys}>{keys}</span>
    </footer>
  );
}
