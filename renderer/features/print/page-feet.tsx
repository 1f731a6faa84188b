import { useT } from '#renderer/i18n/use-t.ts';
import styles from './page-feet.module.css';

interface PageFeetProps {
  readonly left: string;
  readonly middle: string;
  /** How many pages the sheet makes; the feet do not add to them. */
  readonly pageCount: number;
}

/**
 * The foot of every page, drawn by the page itself: the feet that Chromium adds know only the system's fonts, and a bare
 * Linux has no Chinese one.
 */
export function PageFeet({ left, middle, pageCount }: PageFeetProps) {
  const t = useT();
  return Array.from({ length: pageCount }, (_, index) => (
    <footer
      key={index}
      className={styles.foot}
      style={{ top: `calc(${index + 1} * var(--page-height) - var(--foot-line) - 1px)` }}
    >
      <span>{left}</span>
      <span>{middle}</span>
      <span>{t('print.foot.page', { n: index + 1, total: pageCount })}</span>
    </footer>
  ));
}
