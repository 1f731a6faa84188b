import type { CSSProperties } from 'react';

/**
 * Page coordinates: from the upper left corner of a page as it lies in its file, before anybody turns it. The unit is a
 * pixel of a picture; of a PDF a CSS pixel at 100 %, which is 1/96 inch.
 */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** A part of a page, in page coordinates. */
export interface PageBox extends PageSize {
  readonly x: number;
  readonly y: number;
}

const percent = (part: number, whole: number): string => `${(part / whole) * 100}%`;

/** Where a box lies on a page that is drawn at any size. */
export const placeOn = ({ width, height }: PageSize, box: PageBox): CSSProperties => ({
  left: percent(box.x, width),
  top: percent(box.y, height),
  width: percent(box.width, width),
  height: percent(box.height, height),
});
