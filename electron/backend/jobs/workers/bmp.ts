/** Windows bitmaps, which no decoder at hand reads rightly: pure, every place in the file is checked before it is read. */
import { AppError } from '#shared/contract/errors.ts';
import { unpackBmp } from './bmp-packed.ts';

/** Rows from the top, red, green and blue for each pixel. */
export interface BmpPixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface BmpHead {
  readonly width: number;
  readonly height: number;
  readonly isTopDown: boolean;
  /** 1, 4, 8, 16, 24 or 32. */
  readonly bits: number;
  readonly compression: number;
  readonly headerBytes: number;
  readonly paletteCount: number;
  /** Where the pixels begin. */
  readonly start: number;
}

const fileHeaderBytes = 14;
const infoHeaderBytes = 40;
/** Of OS/2: sizes of 16 bits, three bytes for each colour. */
const coreHeaderBytes = 12;
const knownBits: ReadonlySet<number> = new Set([1, 4, 8, 16, 24, 32]);
/** The two packings go with the bits that a colour has then. */
const compressions = { none: 0, packed8: 1, packed4: 2, masks: 3, alphaMasks: 6 } as const;

const damaged = (name: string, detail: string): AppError<'FILE_DAMAGED'> =>
  new AppError('FILE_DAMAGED', { name, detail });

/** Windows 3 and its successors. */
const headerSizes: ReadonlySet<number> = new Set([coreHeaderBytes, infoHeaderBytes, 52, 56, 64, 108, 124]);

/** Whether bytes go on as a bitmap does after its two letters. */
export const isBmp = (bytes: Uint8Array): boolean =>
  bytes.length >= fileHeaderBytes + coreHeaderBytes &&
  headerSizes.has(new DataView(bytes.buffer, bytes.byteOffset).getUint32(fileHeaderBytes, true));

/** What a bitmap says of itself. Throws AppError FILE_DAMAGED; FILE_TYPE_UNSUPPORTED for one that holds another format. */
export function bmpHead(file: Buffer, name: string): BmpHead {
  if (file.length < fileHeaderBytes + infoHeaderBytes) throw damaged(name, 'no header');
  const headerBytes = file.readUInt32LE(14);
  const start = file.readUInt32LE(10);
  if (headerBytes === coreHeaderBytes) {
    const bits = file.readUInt16LE(24);
    const size = { width: file.readUInt16LE(18), height: file.readUInt16LE(20) };
    const paletteCount = bits <= 8 ? 2 ** bits : 0;
    return checked(
      { ...size, isTopDown: false, bits, compression: 0, headerBytes, paletteCount, start },
      name,
    );
  }
  if (headerBytes < infoHeaderBytes) throw damaged(name, `a header of ${headerBytes} bytes`);
  const height = file.readInt32LE(22);
  const bits = file.readUInt16LE(28);
  const used = file.readUInt32LE(46);
  return checked(
    {
      width: file.readInt32LE(18),
      height: Math.abs(height),
      isTopDown: height < 0,
      ...{ bits, compression: file.readUInt32LE(30), headerBytes, start },
      paletteCount: bits > 8 ? 0 : used === 0 ? 2 ** bits : used,
    },
    name,
  );
}

function checked(head: BmpHead, name: string): BmpHead {
  const { width, height, bits, compression, paletteCount } = head;
  if (width <= 0 || height <= 0) throw damaged(name, `${width} × ${height} px`);
  if (!knownBits.has(bits) || paletteCount > 256)
    throw damaged(name, `${bits} bits, ${paletteCount} colours`);
  const hasMasks = compression === compressions.masks || compression === compressions.alphaMasks;
  const isKnown = compression === compressions.none || (hasMasks && (bits === 16 || bits === 32));
  if (!isKnown && !isPacked(head))
    throw new AppError('FILE_TYPE_UNSUPPORTED', { name, found: `BMP ${compression}` });
  return head;
}

const isPacked = ({ bits, compression }: Pick<BmpHead, 'bits' | 'compression'>): boolean =>
  (compression === compressions.packed8 && bits === 8) ||
  (compression === compressions.packed4 && bits === 4);

/** Throws AppError FILE_DAMAGED where the file ends too early, or its packed rows leave the picture. */
export function bmpPixels(file: Buffer, head: BmpHead, name: string): BmpPixels {
  if (isPacked(head)) return packedPixels(file, head, name);
  const { width, height, bits, isTopDown, start } = head;
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (start + stride * height > file.length) throw damaged(name, 'it ends too early');
  const data = new Uint8Array(width * height * 3);
  const put =
    bits <= 8 ? paletteReader(file, head, name) : bits === 24 ? readTriple(file) : maskReader(file, head);
  for (let y = 0; y < height; y += 1) {
    const row = start + stride * (isTopDown ? y : height - 1 - y);
    for (let x = 0; x < width; x += 1) put(data, (y * width + x) * 3, row, x);
  }
  return { data, width, height };
}

function packedPixels(file: Buffer, head: BmpHead, name: string): BmpPixels {
  const { width, height, isTopDown } = head;
  const put = colourWriter(file, head, name);
  const data = new Uint8Array(width * height * 3);
  // What no run reaches has the first colour.
  for (let at = 0; at < data.length; at += 3) put(data, at, 0);
  const fault = unpackBmp(file, head, (x, row, index) => {
    const y = isTopDown ? row : height - 1 - row;
    put(data, (y * width + x) * 3, index);
  });
  if (fault !== null) throw damaged(name, fault);
  return { data, width, height };
}

/** Writes the pixel at `x` of the row that begins at `row` of the file. */
type PutPixel = (data: Uint8Array, at: number, row: number, x: number) => void;

const readTriple =
  (file: Buffer): PutPixel =>
  (data, at, row, x) => {
    const from = row + x * 3;
    data[at] = file[from + 2] ?? 0;
    data[at + 1] = file[from + 1] ?? 0;
    data[at + 2] = file[from] ?? 0;
  };

function paletteReader(file: Buffer, head: BmpHead, name: string): PutPixel {
  const { bits } = head;
  const put = colourWriter(file, head, name);
  const mask = 2 ** bits - 1;
  return (data, at, row, x) => {
    const bit = x * bits;
    put(data, at, ((file[row + (bit >> 3)] ?? 0) >> (8 - bits - (bit & 7))) & mask);
  };
}

/** Writes a colour of the table. */
function colourWriter(file: Buffer, { headerBytes, paletteCount }: BmpHead, name: string) {
  const entry = headerBytes === coreHeaderBytes ? 3 : 4;
  const from = fileHeaderBytes + headerBytes;
  if (from + paletteCount * entry > file.length) throw damaged(name, 'no colours');
  return (data: Uint8Array, at: number, index: number): void => {
    // A colour that is not in the table is black, as everywhere.
    if (index >= paletteCount) return void data.fill(0, at, at + 3);
    const colour = from + index * entry;
    data[at] = file[colour + 2] ?? 0;
    data[at + 1] = file[colour + 1] ?? 0;
    data[at + 2] = file[colour] ?? 0;
  };
}

const usualMasks: Readonly<Record<number, readonly [number, number, number]>> = {
  16: [0x7c00, 0x03e0, 0x001f],
  32: [0x00ff0000, 0x0000ff00, 0x000000ff],
};

function maskReader(file: Buffer, { bits, compression }: BmpHead): PutPixel {
  // The masks stand behind the first forty bytes of the header, within it or after it.
  const at40 = fileHeaderBytes + infoHeaderBytes;
  const said = [0, 4, 8].map((offset) =>
    at40 + offset + 4 > file.length ? 0 : file.readUInt32LE(at40 + offset),
  );
  const masks = compression === compressions.none ? (usualMasks[bits] ?? []) : said;
  const parts = masks.map((mask) => {
    const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask);
    const most = mask >>> shift;
    return { mask, shift, scale: most === 0 ? 0 : 255 / most };
  });
  const bytes = bits / 8;
  return (data, at, row, x) => {
    const pixel = bytes === 2 ? file.readUInt16LE(row + x * 2) : file.readUInt32LE(row + x * 4);
    parts.forEach(({ mask, shift, scale }, channel) => {
      data[at + channel] = Math.round(((pixel & mask) >>> shift) * scale);
    });
  };
}
