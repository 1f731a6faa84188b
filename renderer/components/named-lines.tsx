import type { ReactNode } from 'react';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './named-lines.module.css';

interface NamedLinesProps {
  readonly of: number;
  readonly children: readonly ReactNode[];
}

/** The first of many by name, and how many there are besides. */
export function NamedLines({ of, children }: NamedLinesProps) {
  const t = useT();
  const format = useFormat();
  const more = of - children.length;
  return (
    <ul className={styles.lines}>
      {children}
      {more > 0 && <li>{t('bulk.more', { n: format.count(more) })}</li>}
    </ul>
  );
}
