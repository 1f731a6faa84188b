import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { OpenPdf, PdfPage } from './open-pdf.ts';
import type { PageSize } from './page-box.ts';
import type { Place, Turn } from './stage-layout.ts';
import styles from './stage.module.css';

interface SheetProps {
  readonly place: Place;
  readonly turn: Turn;
  /** What lies on the page and turns with it. */
  readonly children: ReactNode;
}

/** The ground of one page where it lies on the stage, and on it the page, turned. */
export function Sheet({ place: { left, top, width, height }, turn, children }: SheetProps) {
  const isUpright = turn % 180 === 0;
  const [across, down] = isUpright ? [width, height] : [height, width];
  return (
    <div className={styles.place} style={{ left, top, width, height }}>
      <div
        className={styles.page}
        style={{
          width: across,
          height: down,
          left: (width - across) / 2,
          top: (height - down) / 2,
          transform: `rotate(${turn}deg)`,
        }}
      >
        {children}
      </div>
    </div>
  );
}

/** The picture itself, as it was loaded: it is neither loaded nor decoded a second time. */
export function PictureOnSheet({ picture }: { readonly picture: HTMLImageElement }) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => host.current?.replaceChildren(picture), [picture]);
  return <div ref={host} className={styles.ground} />;
}

interface PdfPageOnSheetProps {
  readonly pdf: OpenPdf;
  /** From 1. */
  readonly no: number;
  readonly scale: number;
  /** '' where the words stand beside it. */
  readonly label: string;
  readonly onSize?: (no: number, size: PageSize) => void;
}

/** While the zoom is being changed the page is not drawn for every step of it. */
const restMs = 120;
/** More pixels than that for one page would fill the memory of the graphics: beyond it the page is enlarged. */
const mostPixels = 16_000_000;

/** A page of a PDF, drawn anew when its size on the screen has changed; until then it is stretched. */
export function PdfPageOnSheet({ pdf, no, scale, label, onSize }: PdfPageOnSheetProps) {
  const host = useRef<HTMLDivElement>(null);
  const shown = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<PdfPage>(null);
  const tellSize = useRef(onSize);
  useLayoutEffect(() => {
    tellSize.current = onSize;
  });
  useEffect(() => {
    let isOver = false;
    const isGone = (): boolean => isOver;
    let stop = (): void => undefined;
    const draw = async (): Promise<void> => {
      const page = await pdf.page(no);
      if (isGone()) return;
      drawn.current = page;
      tellSize.current?.(no, page.size);
      const canvas = document.createElement('canvas');
      const drawing = page.draw(canvas, sharpScale(page.size, scale));
      stop = drawing.stop;
      await drawing.done;
      if (isGone()) {
        letGo(canvas);
        return;
      }
      host.current?.replaceChildren(canvas);
      if (shown.current !== null) letGo(shown.current);
      shown.current = canvas;
    };
    const timer = setTimeout(() => void draw().catch(() => undefined), shown.current === null ? 0 : restMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, [pdf, no, scale]);
  useEffect(
    () => () => {
      if (shown.current !== null) letGo(shown.current);
      shown.current = null;
      drawn.current?.release();
    },
    [pdf, no],
  );
  return (
    <div ref={host} className={styles.ground} {...(label !== '' && { role: 'img', 'aria-label': label })} />
  );
}

const sharpScale = ({ width, height }: PageSize, scale: number): number =>
  Math.min(scale * window.devicePixelRatio, Math.sqrt(mostPixels / (width * height)));

/** A canvas keeps its pixels until it is collected; without any it keeps nothing. */
function letGo(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}
