/** Windows bitmaps with packed rows, as old scanning programs write them. */

export interface IndexedPicture {
  readonly width: number;
  readonly height: number;
  readonly bits: 4 | 8;
  /** A number of a colour for each pixel, rows from the top. */
  readonly pixels: readonly number[];
}

/** How a writer packs: which runs, where it tells pixels one by one, whether it steps over what has the first colour. */
export interface Packing {
  readonly longestRun: number;
  readonly steps: boolean;
  readonly endMark: boolean;
}

/** A bitmap with these rows, and greys for its colours. */
export const packedBmp = (picture: IndexedPicture, packing: Packing): Buffer =>
  bmpWithRows(picture, rowsOf(picture, packing));

/** The same with whatever stands where the rows are to be. */
export function bmpWithRows(
  { width, height, bits }: Omit<IndexedPicture, 'pixels'>,
  rows: readonly number[],
): Buffer {
  const colours = 2 ** bits;
  const head = Buffer.alloc(54 + colours * 4);
  head.write('BM');
  head.writeUInt32LE(head.length + rows.length, 2);
  head.writeUInt32LE(head.length, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(bits, 28);
  head.writeUInt32LE(bits === 8 ? 1 : 2, 30);
  for (let colour = 0; colour < colours; colour += 1)
    head.fill(greyOf(colour, bits), 54 + colour * 4, 57 + colour * 4);
  return Buffer.concat([head, Buffer.from(rows)]);
}

export const greyOf = (index: number, bits: 4 | 8): number => Math.round((index * 255) / (2 ** bits - 1));

function rowsOf({ width, height, bits, pixels }: IndexedPicture, packing: Packing): number[] {
  const rows = Array.from({ length: height }, (_, y) =>
    pixels.slice(y * width, (y + 1) * width),
  ).toReversed();
  const packed = rows.flatMap((row, no) => [
    ...rowOf(row, bits, packing),
    ...(no < height - 1 ? [0, 0] : []),
  ]);
  return [...packed, ...(packing.endMark ? [0, 1] : [])];
}

function rowOf(row: readonly number[], bits: 4 | 8, { longestRun, steps }: Packing): number[] {
  const bytes: number[] = [];
  for (let at = 0; at < row.length;) {
    const value = row[at] ?? 0;
    let run = 1;
    while (run < longestRun && row[at + run] === value && at + run < row.length) run += 1;
    // Single pixels, three or more, are told one by one.
    const singles = row.slice(at, at + Math.min(longestRun, 255));
    if (steps && value === 0 && run > 2) bytes.push(0, 2, run, 0);
    else if (run > 1 || singles.length < 3) bytes.push(run, bits === 8 ? value : value * 17);
    else {
      const told = bits === 8 ? singles : halves(singles);
      bytes.push(0, singles.length, ...told, ...(told.length % 2 === 1 ? [0] : []));
      run = singles.length;
    }
    at += run;
  }
  return bytes;
}

const halves = (pixels: readonly number[]): number[] =>
  Array.from(
    { length: Math.ceil(pixels.length / 2) },
    (_, no) => (pixels[no * 2] ?? 0) * 16 + (pixels[no * 2 + 1] ?? 0),
  );
