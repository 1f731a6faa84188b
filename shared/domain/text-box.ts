/** A point of a page in pixels, from its left upper corner. */
export type PagePoint = readonly [x: number, y: number];

/** Where a text stands on a page: its corners in the order left top, right top, right bottom, left bottom of the text. */
export type TextBox = readonly [PagePoint, PagePoint, PagePoint, PagePoint];

/** The part of a box between two shares of its length, 0 to 1, from the beginning of the text. */
export function partOfBox(box: TextBox, from: number, to: number): TextBox {
  const [leftTop, rightTop, rightBottom, leftBottom] = box;
  return [
    between(leftTop, rightTop, from),
    between(leftTop, rightTop, to),
    between(leftBottom, rightBottom, to),
    between(leftBottom, rightBottom, from),
  ];
}

/** The smallest box along a tilt (radians) that holds all of them. Throws RangeError when there is none. */
export function boxAround(boxes: readonly TextBox[], tilt: number): TextBox {
  if (boxes.length === 0) throw new RangeError('no box to go around');
  const points = boxes.flatMap((box) => turnedBox(box, -tilt));
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const straight: TextBox = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
  return turnedBox(straight, tilt);
}

/** A box turned around the page's left upper corner by an angle in radians, clockwise as it is seen. */
export const turnedBox = ([a, b, c, d]: TextBox, angle: number): TextBox => [
  turned(a, angle),
  turned(b, angle),
  turned(c, angle),
  turned(d, angle),
];

function turned([x, y]: PagePoint, angle: number): PagePoint {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [x * cos - y * sin, x * sin + y * cos];
}

/** How far the text runs down to its right, in radians. */
export const tiltOf = ([[x0, y0], [x1, y1]]: TextBox): number => Math.atan2(y1 - y0, x1 - x0);

export const lengthOf = ([[x0, y0], [x1, y1]]: TextBox): number => Math.hypot(x1 - x0, y1 - y0);

export const heightOf = ([[x0, y0], , , [x3, y3]]: TextBox): number => Math.hypot(x3 - x0, y3 - y0);

const between = ([x0, y0]: PagePoint, [x1, y1]: PagePoint, share: number): PagePoint => [
  x0 + (x1 - x0) * share,
  y0 + (y1 - y0) * share,
];

type PageSize = { readonly widthPx: number; readonly heightPx: number };

/**
 * Where a box of a page that was turned clockwise by `turn` degrees stands on the page as it was; `size` is that of the
 * turned page. The corners stay those of the text.
 */
export function turnedBack(box: TextBox, turn: 0 | 90 | 180 | 270, { widthPx, heightPx }: PageSize): TextBox {
  const back = ([x, y]: PagePoint): PagePoint => {
    switch (turn) {
      case 0:
        return [x, y];
      case 90:
        return [y, widthPx - x];
      case 180:
        return [widthPx - x, heightPx - y];
      case 270:
        return [heightPx - y, x];
    }
  };
  const [a, b, c, d] = box;
  return [back(a), back(b), back(c), back(d)];
}
