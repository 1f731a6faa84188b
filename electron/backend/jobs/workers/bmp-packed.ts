/** Rows of a Windows bitmap that are packed as runs (RLE8, RLE4): pure, every place in the file is checked before it is read. */

interface Packed {
  readonly width: number;
  readonly height: number;
  /** 4 or 8. */
  readonly bits: number;
  readonly start: number;
}

/** Takes the colour of a pixel; rows count as they come in the file. Pixels that no run reaches are not told. */
type PutIndex = (x: number, row: number, index: number) => void;

/** What the second byte means after a first one of 0; from 3 on it counts pixels that follow one by one. */
const escapes = { endOfRow: 0, endOfPicture: 1, step: 2 } as const;

/**
 * Goes through the runs. What a run has beyond the end of its row is dropped, as writers fill up with it. Every turn takes at
 * least two bytes and gives at most 255 pixels, so that a file costs no more than its length. Returns null, or what is wrong:
 * it ends too early, or steps out of the picture.
 */
export function unpackBmp(
  file: Uint8Array,
  { width, height, bits, start }: Packed,
  put: PutIndex,
): string | null {
  let [at, x, row] = [start, 0, 0];
  const write = (count: number, indexAt: (no: number) => number): void => {
    const within = Math.min(count, width - x);
    for (let no = 0; no < within; no += 1) put(x + no, row, indexAt(no));
    x = Math.min(width, x + count);
  };
  while (row < height && at + 2 <= file.length) {
    const [count = 0, value = 0] = file.subarray(at, at + 2);
    at += 2;
    if (count > 0) write(count, (no) => (bits === 8 ? value : half(value, no)));
    else if (value === escapes.endOfPicture) return null;
    else if (value === escapes.endOfRow) [x, row] = [0, row + 1];
    else if (value === escapes.step) {
      if (at + 2 > file.length) return tooEarly;
      x += file[at] ?? 0;
      row += file[at + 1] ?? 0;
      at += 2;
      if (x > width || row >= height) return 'it leaves the picture';
    } else {
      const bytes = Math.ceil((value * bits) / 8);
      if (at + bytes > file.length) return tooEarly;
      const from = at;
      write(value, (no) => (bits === 8 ? (file[from + no] ?? 0) : half(file[from + (no >> 1)] ?? 0, no)));
      // Single pixels are filled up to an even number of bytes.
      at += bytes + (bytes & 1);
    }
  }
  // Some writers leave out the end mark behind the last pixel.
  return row >= height || (row === height - 1 && x >= width) ? null : tooEarly;
}

const tooEarly = 'it ends too early';

/** The pixels of a byte of two: the upper half first. */
const half = (byte: number, no: number): number => (no % 2 === 0 ? byte >> 4 : byte & 0x0f);
