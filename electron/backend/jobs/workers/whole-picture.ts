import { crc32 } from 'node:zlib';
import type { AcceptedMediaType } from '#backend/jobs/file-jobs.ts';

/**
 * Whether a picture tells without being decoded that it is there to its end: a JPEG by its end marker (ITU-T T.81, B.1.1.2), a
 * PNG by all its chunks with their check sums (RFC 2083, 3.2). That takes a twentieth of the time; what lies within the
 * parts shows itself later. Of others, and of one whose end or sums are wrong, only decoding tells what is left of it.
 */
export function isWholePicture(bytes: Uint8Array, mediaType: AcceptedMediaType): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (mediaType === 'image/jpeg') return isWholeJpeg(buffer);
  return mediaType === 'image/png' && isWholePng(buffer);
}

const marker = {
  stuffed: 0x00,
  temporary: 0x01,
  firstRestart: 0xd0,
  end: 0xd9,
  scan: 0xda,
  fill: 0xff,
} as const;
/** Start of the file, and what stands between the parts of a scan. */
const standsAlone = (code: number): boolean =>
  code === marker.temporary || (code >= marker.firstRestart && code < marker.end);

function isWholeJpeg(bytes: Buffer): boolean {
  let hasScan = false;
  for (let at = bytes.indexOf(0xff); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at)) {
    const code = bytes[at + 1] ?? 0;
    if (code === marker.end) return hasScan;
    if (code === marker.fill) at += 1;
    else if (code === marker.stuffed || standsAlone(code)) at += 2;
    else {
      // A segment names its own length; what may look like an end within it, as in a small picture of the picture, is none.
      if (at + 4 > bytes.length) return false;
      hasScan ||= code === marker.scan;
      at += 2 + Math.max(2, bytes.readUInt16BE(at + 2));
    }
  }
  return false;
}

const pngSignature = 8;
/** Length, name and check sum of a chunk. */
const pngFrame = 12;

function isWholePng(bytes: Buffer): boolean {
  for (let at = pngSignature; at + pngFrame <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end))
      return false;
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return true;
    at = end + 4;
  }
  return false;
}
