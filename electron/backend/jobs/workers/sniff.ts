import { fileTypeFromBuffer } from 'file-type';
import { acceptedMediaTypes } from '#backend/jobs/file-jobs.ts';
import type { AcceptedMediaType } from '#backend/jobs/file-jobs.ts';
import { isBmp } from './bmp.ts';

export type Sniffed =
  | { readonly accepted: true; readonly mediaType: AcceptedMediaType }
  /** `found` is a short name as people know it: ZIP, DOCX, HEIC, TXT; empty when the bytes say nothing. */
  | { readonly accepted: false; readonly found: string };

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpegStart = [0xff, 0xd8, 0xff];
/** Readers look for a PDF's first line this far into the file. */
const pdfHeaderReach = 1024;
const textProbeBytes = 4096;

/** Says what a file is from its bytes alone; its name is not asked. */
export async function sniff(bytes: Uint8Array): Promise<Sniffed> {
  if (startsWith(bytes, pngStart)) return { accepted: true, mediaType: 'image/png' };
  if (startsWith(bytes, jpegStart)) return { accepted: true, mediaType: 'image/jpeg' };
  const found = await fileTypeFromBuffer(bytes);
  // The two letters that a bitmap begins with may begin any text.
  const isWords = found?.mime === 'image/bmp' && !isBmp(bytes) && isText(bytes.subarray(0, textProbeBytes));
  const known = isWords ? undefined : found;
  const accepted = acceptedMediaTypes.find((type) => type === known?.mime);
  if (accepted !== undefined) return { accepted: true, mediaType: accepted };
  if (known !== undefined) return { accepted: false, found: known.ext.toUpperCase() };
  if (Buffer.from(bytes.subarray(0, pdfHeaderReach)).includes('%PDF-')) {
    return { accepted: true, mediaType: 'application/pdf' };
  }
  return { accepted: false, found: isText(bytes.subarray(0, textProbeBytes)) ? 'TXT' : '' };
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** Text has no control characters but tab, line ends and form feed, in UTF-8 and in GB 18030 alike. */
const isText = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
