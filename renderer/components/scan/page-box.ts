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
