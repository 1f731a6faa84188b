import type { PixelBox } from './page-pixels.ts';
import type { PagePoint, TextBox } from './text-box.ts';
import type { PageTurn } from './tray-pages.ts';

type Size = { readonly widthPx: number; readonly heightPx: number };

/** What was done with a page, and how large it was after each step. */
export type PageEdit = {
  readonly page: Size;
  /** Clockwise. */
  readonly turn: PageTurn;
  /** Degrees by which it was turned back around its middle, and its size after that. */
  readonly deskew: number;
  readonly straight: Size;
  /** What was kept of it then, in its pixels. */
  readonly crop: PixelBox | null;
};

/** The upright box, in pixels of the edited page, around what stood within a box of the page, given in shares of it. */
export function throughEdit(box: TextBox, edit: PageEdit): PixelBox {
  const points = box.map((point) => pointThrough(point, edit));
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function pointThrough([x, y]: PagePoint, { page, turn, deskew, straight, crop }: PageEdit): PagePoint {
  const [turnedX, turnedY] = turnedPoint([x * page.widthPx, y * page.heightPx], turn, page);
  const isOnItsSide = turn === 90 || turn === 270;
  const [width, height] = isOnItsSide ? [page.heightPx, page.widthPx] : [page.widthPx, page.heightPx];
  const angle = (-deskew * Math.PI) / 180;
  const [fromX, fromY] = [turnedX - width / 2, turnedY - height / 2];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [
    straight.widthPx / 2 + fromX * cos - fromY * sin - (crop?.x ?? 0),
    straight.heightPx / 2 + fromX * sin + fromY * cos - (crop?.y ?? 0),
  ];
}

function turnedPoint([x, y]: PagePoint, turn: PageTurn, { widthPx, heightPx }: Size): PagePoint {
  switch (turn) {
    case 0:
      return [x, y];
    case 90:
      return [heightPx - y, x];
    case 180:
      return [widthPx - x, heightPx - y];
    case 270:
      return [y, widthPx - x];
  }
}
