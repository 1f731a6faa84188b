import type { ReactNode } from 'react';
import { placeOn } from './page-box.ts';
import type { PageBox, PageSize } from './page-box.ts';
import styles from './page-overlay.module.css';

interface OverlayBox {
  readonly id: string;
  readonly box: PageBox;
  /** The one that is meant now. */
  readonly isCurrent?: boolean;
}

interface PageOverlayProps {
  /** Of the page that it lies on. */
  readonly size: PageSize;
  readonly boxes: readonly OverlayBox[];
  readonly children?: ReactNode;
}

/** Boxes over a page, given in its coordinates: they grow and turn with it. */
export function PageOverlay({ size, boxes, children }: PageOverlayProps) {
  return (
    <div className={styles.overlay} aria-hidden>
      {boxes.map(({ id, box, isCurrent = false }) => (
        <i key={id} data-current={isCurrent || undefined} style={placeOn(size, box)} />
      ))}
      {children}
    </div>
  );
}
