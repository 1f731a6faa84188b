import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { OpenPdf } from '#renderer/components/scan/open-pdf.ts';
import type { PageSize } from '#renderer/components/scan/page-box.ts';
import { PdfPageOnSheet } from '#renderer/components/scan/sheet.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import type { OpenPane } from './use-pane.ts';
import styles from './strip.module.css';

interface PageListProps {
  readonly pane: OpenPane;
  readonly pdf: OpenPdf;
  readonly pages: readonly PageSize[];
}

/** The pages of a PDF, small; a click leads to one. */
export function PageList({ pane, pdf, pages }: PageListProps) {
  const t = useT();
  return (
    <section aria-label={t('viewer.pages')}>
      <h2 className={styles.head}>{t('viewer.pages')}</h2>
      <ol className={styles.pages}>
        {pages.map((size, index) => (
          <li key={index}>
            <SmallPage
              pdf={pdf}
              no={index + 1}
              size={size}
              isShown={pane.look.no === index + 1}
              onOpen={() => pane.stage.current?.goTo(index + 1)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

const width = 76;

interface SmallPageProps {
  readonly pdf: OpenPdf;
  /** From 1. */
  readonly no: number;
  readonly size: PageSize;
  readonly isShown: boolean;
  readonly onOpen: () => void;
}

function SmallPage({ pdf, no, size, isShown, onOpen }: SmallPageProps) {
  const t = useT();
  const button = useRef<HTMLButtonElement>(null);
  const isNear = useIsNear(button);
  useEffect(() => {
    if (isShown) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isShown]);
  const scale = width / size.width;
  return (
    <button
      ref={button}
      type="button"
      className={styles.page}
      aria-label={t('viewer.toPage', { n: no })}
      aria-current={isShown ? 'page' : undefined}
      onClick={onOpen}
    >
      <span className={styles.paper} style={{ width, height: size.height * scale }} aria-hidden>
        {isNear && <PdfPageOnSheet pdf={pdf} no={no} scale={scale} label="" />}
      </span>
      <span className="cf-xs">{no}</span>
    </button>
  );
}

/** Whether an element is in sight or close to it: of a long file only those pages are drawn. */
function useIsNear(element: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (current === null) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), {
      rootMargin: '200px 0px',
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return isNear;
}
