import { smoothed } from './page-pixels.ts';
import type { PixelBox, Plane } from './page-pixels.ts';

/** A connected piece of ink. */
export type InkPart = PixelBox & { readonly area: number };

/** A pixel is ink where it is so much darker than what surrounds it (Bradley and Roth, Adaptive Thresholding, 2007: 15 %). */
const darkerBy = 0.16;
/** Half the side of what surrounds a pixel, as a share of the long side; Bradley and Roth take an eighth of the width. */
const aroundShare = 1 / 30;

/** 1 where there is ink. */
export function inkMask(plane: Plane): Uint8Array {
  const { data, widthPx, heightPx } = smoothed(plane);
  const sums = integralOf({ data, widthPx, heightPx });
  const half = Math.max(6, Math.round(Math.max(widthPx, heightPx) * aroundShare));
  const stride = widthPx + 1;
  const mask = new Uint8Array(data.length);
  for (let y = 0; y < heightPx; y += 1) {
    const [top, bottom] = [Math.max(0, y - half) * stride, Math.min(heightPx, y + half + 1) * stride];
    for (let x = 0; x < widthPx; x += 1) {
      const [left, right] = [Math.max(0, x - half), Math.min(widthPx, x + half + 1)];
      const sum =
        (sums[bottom + right] ?? 0) -
        (sums[bottom + left] ?? 0) -
        (sums[top + right] ?? 0) +
        (sums[top + left] ?? 0);
      const count = ((bottom - top) / stride) * (right - left);
      if ((data[y * widthPx + x] ?? 0) * count < sum * (1 - darkerBy)) mask[y * widthPx + x] = 1;
    }
  }
  return mask;
}

function integralOf({ data, widthPx, heightPx }: Plane): Uint32Array {
  const sums = new Uint32Array((widthPx + 1) * (heightPx + 1));
  for (let y = 0; y < heightPx; y += 1) {
    let row = 0;
    for (let x = 0; x < widthPx; x += 1) {
      row += data[y * widthPx + x] ?? 0;
      sums[(y + 1) * (widthPx + 1) + x + 1] = (sums[y * (widthPx + 1) + x + 1] ?? 0) + row;
    }
  }
  return sums;
}

/** The connected pieces of ink with the pixels that they cover, each run of a row joined to those above that it touches. */
export function inkParts(mask: Uint8Array, { widthPx, heightPx }: Pick<Plane, 'widthPx' | 'heightPx'>) {
  const runs = runsOf(mask, widthPx, heightPx);
  const parents = Int32Array.from(runs, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    for (let up = parents[at] ?? at; up !== at; up = parents[at] ?? at) {
      parents[at] = parents[up] ?? up;
      at = up;
    }
    return at;
  };
  let above = 0;
  for (const [index, run] of runs.entries()) {
    while ((runs[above]?.y ?? run.y) < run.y - 1) above += 1;
    for (let other = above; (runs[other]?.y ?? run.y) === run.y - 1; other += 1) {
      const over = runs[other];
      if (over !== undefined && over.from <= run.to && over.to >= run.from)
        parents[root(other)] = root(index);
    }
  }
  return joinedParts(runs, root);
}

type Run = { readonly y: number; readonly from: number; readonly to: number };

function runsOf(mask: Uint8Array, widthPx: number, heightPx: number): Run[] {
  const runs: Run[] = [];
  for (let y = 0; y < heightPx; y += 1)
    for (let x = 0; x < widthPx; x += 1) {
      if (mask[y * widthPx + x] !== 1) continue;
      const from = x;
      while (x < widthPx && mask[y * widthPx + x] === 1) x += 1;
      runs.push({ y, from, to: x });
    }
  return runs;
}

function joinedParts(runs: readonly Run[], root: (index: number) => number): InkPart[] {
  const joined = new Map<number, { x: number; y: number; right: number; bottom: number; area: number }>();
  for (const [index, { y, from, to }] of runs.entries()) {
    const part = joined.get(root(index));
    if (part === undefined)
      joined.set(root(index), { x: from, y, right: to, bottom: y + 1, area: to - from });
    else {
      part.x = Math.min(part.x, from);
      part.right = Math.max(part.right, to);
      part.bottom = y + 1;
      part.area += to - from;
    }
  }
  return [...joined.values()].map(({ x, y, right, bottom, area }) => ({
    x,
    y,
    width: right - x,
    height: bottom - y,
    area,
  }));
}

/** Letters and parts of letters are not smaller; grain is. */
const smallestPx = 5;
/** Nor larger than this share of the page's long side: the heading of a licence is a twentieth. */
const largestShare = 1 / 16;

/** Pieces that may be letters or parts of letters: neither grain nor lines nor pictures. */
export function letterParts(
  parts: readonly InkPart[],
  { widthPx, heightPx }: Pick<Plane, 'widthPx' | 'heightPx'>,
): InkPart[] {
  const largest = Math.max(widthPx, heightPx) * largestShare;
  return parts.filter(({ width, height, area }) => {
    const [short, long] = [Math.min(width, height), Math.max(width, height)];
    return long >= smallestPx && long <= largest && short >= 2 && long <= short * 8 && area >= 8;
  });
}
