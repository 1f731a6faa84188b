import { useEffect, useRef } from 'react';
import { heightOf, lengthOf, tiltOf } from '#shared/domain/text-box.ts';
import type { TextBox } from '#shared/domain/text-box.ts';
import type { PageSize } from './page-box.ts';
import type { Scan } from './use-scan.ts';
import styles from './crop.module.css';

interface CropProps {
  readonly scan: Scan;
  /** From 1. */
  readonly pageNo: number;
  /** Of the page, in the unit of the box. */
  readonly size: PageSize;
  readonly box: TextBox;
  readonly label: string;
}

/** A part of the page, enlarged and upright however the page lies. */
export function Crop({ scan, pageNo, size, box, label }: CropProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isOver = false;
    const { current } = canvas;
    if (current === null) return;
    const cut = async (): Promise<void> => {
      const page = await pictureOf(scan, pageNo, () => isOver);
      if (page !== undefined && !isOver) drawPart(current, page, size, box);
      if (page instanceof HTMLCanvasElement) page.width = page.height = 0;
    };
    // A page that can't be drawn shows its fault where it stands large.
    cut().catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [scan, pageNo, size, box]);
  return <canvas ref={canvas} className={styles.crop} role="img" aria-label={label} />;
}

/** For one CSS pixel of the page: text of a PDF is looked at enlarged. */
const drawnScale = 3;

type PagePicture = HTMLImageElement | HTMLCanvasElement;

async function pictureOf(scan: Scan, no: number, isOver: () => boolean): Promise<PagePicture | undefined> {
  if (scan.state === 'picture') return scan.picture;
  if (scan.state !== 'pdf') return undefined;
  const page = await scan.pdf.page(no);
  if (isOver()) return undefined;
  const drawn = document.createElement('canvas');
  await page.draw(drawn, drawnScale).done;
  return drawn;
}

/** So much of the text's height is seen around it. */
const around = 0.3;
/** A long line is as wide as its place; a short one is not enlarged beyond reading. In CSS pixels. */
const mostHigh = 96;
const oneLineHigh = 44;

/** Draws the box with its text running from left to right. */
function drawPart(canvas: HTMLCanvasElement, page: PagePicture, size: PageSize, box: TextBox): void {
  const [width, height] =
    page instanceof HTMLImageElement ? [page.naturalWidth, page.naturalHeight] : [page.width, page.height];
  const room = canvas.clientWidth;
  const pad = heightOf(box) * around;
  const [long, high] = [lengthOf(box) + 2 * pad, heightOf(box) + 2 * pad];
  const isOneLine = lengthOf(box) > 4 * heightOf(box);
  const scale = Math.min(room / long, (isOneLine ? oneLineHigh : mostHigh) / high);
  const dots = window.devicePixelRatio;
  canvas.width = Math.round(room * dots);
  canvas.height = Math.round(high * scale * dots);
  canvas.style.height = `${Math.round(high * scale)}px`;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const [[x, y]] = box;
  context.scale(scale * dots, scale * dots);
  context.translate(pad, pad);
  context.rotate(-tiltOf(box));
  context.translate(-x, -y);
  context.drawImage(page, 0, 0, width, height, 0, 0, size.width, size.height);
}
