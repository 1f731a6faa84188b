import type { PagePixels } from './page-pixels.ts';

export const pageSides = ['left', 'top', 'right', 'bottom'] as const;
export type PageSide = (typeof pageSides)[number];

export const oppositeSide = { left: 'right', top: 'bottom', right: 'left', bottom: 'top' } as const;

export const neighbourSides: Readonly<Record<PageSide, readonly PageSide[]>> = {
  left: ['top', 'bottom'],
  right: ['top', 'bottom'],
  top: ['left', 'right'],
  bottom: ['left', 'right'],
};

export type Colour = readonly [red: number, green: number, blue: number];

/** A page seen from one of its sides: a pixel lies so far along the side, from its left or upper end, and so deep in the page. */
export type SideView = {
  readonly data: Uint8Array;
  readonly length: number;
  readonly depth: number;
  /** Where the bytes of a pixel begin. */
  readonly indexOf: (along: number, deep: number) => number;
};

export function viewFrom({ data, widthPx, heightPx }: PagePixels, side: PageSide): SideView {
  switch (side) {
    case 'left':
      return { data, length: heightPx, depth: widthPx, indexOf: (y, x) => (y * widthPx + x) * 3 };
    case 'right':
      return {
        data,
        length: heightPx,
        depth: widthPx,
        indexOf: (y, x) => (y * widthPx + widthPx - 1 - x) * 3,
      };
    case 'top':
      return { data, length: widthPx, depth: heightPx, indexOf: (x, y) => (y * widthPx + x) * 3 };
    case 'bottom':
      return {
        data,
        length: widthPx,
        depth: heightPx,
        indexOf: (x, y) => ((heightPx - 1 - y) * widthPx + x) * 3,
      };
  }
}

/** Each pixel the mean of a square of `by` pixels. */
export function shrunkBy({ data, widthPx, heightPx }: PagePixels, by: number): PagePixels {
  if (by === 1) return { data, widthPx, heightPx };
  const [across, down] = [Math.floor(widthPx / by), Math.floor(heightPx / by)];
  const made = new Uint8Array(across * down * 3);
  for (let y = 0, to = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1)
      for (let channel = 0; channel < 3; channel += 1, to += 1) {
        let sum = 0;
        for (let row = y * by; row < (y + 1) * by; row += 1)
          for (let column = x * by; column < (x + 1) * by; column += 1)
            sum += data[(row * widthPx + column) * 3 + channel] ?? 0;
        made[to] = sum / (by * by);
      }
  return { data: made, widthPx: across, heightPx: down };
}

/** By how much two colours differ, in the channel in which they differ most. */
export const colourStep = (a: Colour, b: Colour): number =>
  Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));
