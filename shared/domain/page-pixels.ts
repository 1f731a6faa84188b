/** A page in pixels: red, green and blue bytes, row after row. */
export type PagePixels = {
  readonly data: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** How light each pixel is, 0 to 255. */
export type Plane = {
  readonly data: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** A part of a page in its pixels. */
export type PixelBox = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Luma of ITU-R BT.601 in whole numbers. */
export function lumaOf({ data, widthPx, heightPx }: PagePixels): Plane {
  const luma = new Uint8Array(widthPx * heightPx);
  for (let at = 0, from = 0; at < luma.length; at += 1, from += 3)
    luma[at] = ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29) >> 8;
  return { data: luma, widthPx, heightPx };
}

/** The value below which this share of the pixels in a part lie. */
export function levelAt(plane: Plane, share: number, part?: PixelBox): number {
  const counts = histogramOf(plane, part);
  const total = counts.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (const [level, count] of counts.entries()) {
    seen += count;
    if (seen >= total * share) return level;
  }
  return 255;
}

export function histogramOf({ data, widthPx, heightPx }: Plane, part?: PixelBox): Uint32Array {
  const { x, y, width, height } = part ?? { x: 0, y: 0, width: widthPx, height: heightPx };
  const counts = new Uint32Array(256);
  for (let row = y; row < Math.min(heightPx, y + height); row += 1)
    for (let at = row * widthPx + x; at < row * widthPx + Math.min(widthPx, x + width); at += 1) {
      const level = data[at] ?? 0;
      counts[level] = (counts[level] ?? 0) + 1;
    }
  return counts;
}

/** Each pixel the mean of a square of nine: single grains are less then, and letters stay. */
export function smoothed({ data, widthPx, heightPx }: Plane): Plane {
  const made = Uint8Array.from(data);
  for (let y = 1; y < heightPx - 1; y += 1)
    for (let x = 1; x < widthPx - 1; x += 1) {
      const at = y * widthPx + x;
      let sum = 0;
      for (let row = at - widthPx; row <= at + widthPx; row += widthPx)
        sum += (data[row - 1] ?? 0) + (data[row] ?? 0) + (data[row + 1] ?? 0);
      made[at] = sum / 9;
    }
  return { data: made, widthPx, heightPx };
}

/** The value below which this share of them lie; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}
