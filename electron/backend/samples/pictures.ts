import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const sidePx = 64;

/** A small PNG of one colour: real files for papers that nobody will read. */
export function plainPicture(no: number): {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
} {
  const [red, green, blue] = createHash('sha256').update(`sample ${no}`).digest();
  const row = Buffer.from([
    0,
    ...Array.from({ length: sidePx }, () => [red ?? 0, green ?? 0, blue ?? 0]).flat(),
  ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(sidePx, 0);
  header.writeUInt32BE(sidePx, 4);
  // Eight bits a channel, red, green and blue.
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: sidePx }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const bytes = Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { bytes, widthPx: sidePx, heightPx: sidePx };
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(content), 4);
  return Buffer.concat([frame.subarray(0, 4), content, frame.subarray(4)]);
}
