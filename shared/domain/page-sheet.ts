import type { PagePixels } from './page-pixels.ts';
import type { PageSide } from './page-edges.ts';
import type { ShareBox } from './page-quality.ts';

/** A line of pixels is ground while so many of them are of the ground's colour. */
const groundShare = 0.85;
/** How far a pixel of the ground may be from its colour. */
const groundSpread = 10;
/** The sheet is not looked for further in than this share of the page. */
const furthest = 0.3;
/** So much of the ground is left around the sheet, so that its edge is seen whole. */
const marginShare = 0.006;

/** The sheet without the ground around it, in shares of the page; all of it where nothing else is to be seen. */
export function sheetBox(page: PagePixels): ShareBox {
  const left = groundAt(page, 'left');
  const top = groundAt(page, 'top');
  const right = groundAt(page, 'right');
  const bottom = groundAt(page, 'bottom');
  return { x: left, y: top, width: 1 - left - right, height: 1 - top - bottom };
}

/** How deep the ground is at a side, as a share of the page. */
function groundAt(page: PagePixels, side: PageSide): number {
  const isAcross = side === 'left' || side === 'right';
  const [depth, length] = isAcross ? [page.widthPx, page.heightPx] : [page.heightPx, page.widthPx];
  const colourAt = (deep: number, along: number): readonly number[] => {
    const inward = side === 'left' || side === 'top' ? deep : depth - 1 - deep;
    const [x, y] = isAcross ? [inward, along] : [along, inward];
    const at = (y * page.widthPx + x) * 3;
    return [page.data[at] ?? 0, page.data[at + 1] ?? 0, page.data[at + 2] ?? 0];
  };
  const ground = middleOf(Array.from({ length }, (_, along) => colourAt(0, along)));
  let deep = 0;
  for (; deep < depth * furthest; deep += 1) {
    let like = 0;
    for (let along = 0; along < length; along += 1)
      if (
        colourAt(deep, along).every(
          (level, channel) => Math.abs(level - (ground[channel] ?? 0)) <= groundSpread,
        )
      )
        like += 1;
    if (like < length * groundShare) break;
  }
  // Ground without an end is a sheet that fills the picture.
  if (deep >= depth * furthest) return 0;
  return Math.max(0, deep / depth - marginShare);
}

function middleOf(colours: readonly (readonly number[])[]): readonly number[] {
  return [0, 1, 2].map(
    (channel) =>
      colours.map((colour) => colour[channel] ?? 0).toSorted((a, b) => a - b)[colours.length >> 1] ?? 0,
  );
}
