import type { PagePixels } from '#shared/domain/page-pixels.ts';

type Paint = readonly [number, number, number];

/** A sheet with rows of dark bars like the strokes of letters, drawn without a font: the same everywhere. */
export function drawnPage({
  widthPx = 1000,
  heightPx = 700,
  paper = [236, 232, 220] as Paint,
  ink = [30, 28, 26] as Paint,
  slope = 0,
  marginPx = 60,
} = {}): PagePixels {
  const data = new Uint8Array(widthPx * heightPx * 3);
  for (let y = 0, at = 0; y < heightPx; y += 1)
    for (let x = 0; x < widthPx; x += 1, at += 3) data.set(isInk(x, y) ? ink : paper, at);
  return { data, widthPx, heightPx };

  function isInk(x: number, y: number): boolean {
    const along = x - marginPx;
    const down = Math.round(y - marginPx - x * slope);
    if (along < 0 || down < 0 || x > widthPx - marginPx || y > heightPx - marginPx) return false;
    const [cell, row] = [along % 28, down % 44];
    if (row > 20 || cell > 20) return false;
    return cell < 4 || (row > 8 && row < 12) || cell > 16;
  }
}

/** Each pixel of each channel changed. */
export const mapped = (page: PagePixels, change: (level: number, at: number) => number): PagePixels => ({
  ...page,
  data: page.data.map((level, at) => Math.min(255, Math.max(0, Math.round(change(level, at))))),
});

/** The mean of a square of `2 * radius + 1` pixels around each pixel, across and down. */
export function boxBlurred(page: PagePixels, radius: number): PagePixels {
  if (radius === 0) return page;
  return pass(pass(page, radius, 3), radius, page.widthPx * 3);
}

function pass({ data, widthPx, heightPx }: PagePixels, radius: number, step: number): PagePixels {
  const made = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 1) {
    let [sum, count] = [0, 0];
    for (let by = -radius; by <= radius; by += 1) {
      const level = data[at + by * step];
      if (level === undefined) continue;
      sum += level;
      count += 1;
    }
    made[at] = sum / count;
  }
  return { data: made, widthPx, heightPx };
}

/** A part of a page painted over. */
export function painted(
  page: PagePixels,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  paint: (x: number, y: number) => Paint | undefined,
): PagePixels {
  const data = page.data.slice();
  for (let y = box.y; y < box.y + box.height; y += 1)
    for (let x = box.x; x < box.x + box.width; x += 1) {
      const colour = paint(x - box.x, y - box.y);
      if (colour !== undefined) data.set(colour, (y * page.widthPx + x) * 3);
    }
  return { ...page, data };
}

/** A page on a ground of another colour. */
export function onGround(page: PagePixels, groundPx: number, ground: Paint = [120, 110, 100]): PagePixels {
  const [widthPx, heightPx] = [page.widthPx + 2 * groundPx, page.heightPx + 2 * groundPx];
  const data = new Uint8Array(widthPx * heightPx * 3);
  for (let at = 0; at < data.length; at += 3) data.set(ground, at);
  for (let y = 0; y < page.heightPx; y += 1) {
    const from = y * page.widthPx * 3;
    data.set(page.data.subarray(from, from + page.widthPx * 3), ((y + groundPx) * widthPx + groundPx) * 3);
  }
  return { data, widthPx, heightPx };
}

/** A part of a page. */
export function cutOut(
  page: PagePixels,
  {
    x,
    y,
    width,
    height,
  }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): PagePixels {
  const data = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row += 1) {
    const from = ((y + row) * page.widthPx + x) * 3;
    data.set(page.data.subarray(from, from + width * 3), row * width * 3);
  }
  return { data, widthPx: width, heightPx: height };
}

/** A grain from -1 to 1 for each place, the same each time and without a pattern. */
export function grainAt(at: number): number {
  let mixed = Math.imul(at ^ 0x9e3779b9, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (((mixed ^ (mixed >>> 16)) >>> 0) % 2001) / 1000 - 1;
}

/** A page turned around its middle; what comes in at its corners is what lies nearest. */
export function turnedBy(page: PagePixels, degrees: number): PagePixels {
  const { data, widthPx, heightPx } = page;
  const turn = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const made = new Uint8Array(data.length);
  const within = (value: number, count: number): number =>
    Math.min(count - 1, Math.max(0, Math.round(value)));
  for (let y = 0, at = 0; y < heightPx; y += 1)
    for (let x = 0; x < widthPx; x += 1, at += 3) {
      const [right, down] = [x - widthPx / 2, y - heightPx / 2];
      const fromX = within(widthPx / 2 + right * cos + down * sin, widthPx);
      const fromY = within(heightPx / 2 - right * sin + down * cos, heightPx);
      const from = (fromY * widthPx + fromX) * 3;
      made.set(data.subarray(from, from + 3), at);
    }
  return { data: made, widthPx, heightPx };
}
