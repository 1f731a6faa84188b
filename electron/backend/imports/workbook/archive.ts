import { crc32, inflateRawSync } from 'node:zlib';
import { AppError } from '#shared/contract/errors.ts';

/** Where a part lies in a zip archive, as the central directory says. */
interface Entry {
  readonly path: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  readonly offset: number;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locatorSignature = 0x07064b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endBytes = 22;
const locatorBytes = 20;
const entryBytes = 46;
const localBytes = 30;
const longestComment = 0xffff;
const in64 = 0xffffffff;
/** A workbook has dozens of parts. */
const mostEntries = 10_000;

/**
 * Unpacks the wanted parts of a zip archive. Sizes are added up before anything is unpacked, no part can grow beyond
 * the size it declares, and each is checked against its CRC. Throws AppError WORKBOOK_DAMAGED, WORKBOOK_ENCRYPTED,
 * FILE_TOO_LARGE.
 */
export function readArchive(
  bytes: Buffer,
  name: string,
  isWanted: (path: string) => boolean,
  limitBytes: number,
): ReadonlyMap<string, Buffer> {
  const entries = readDirectory(bytes, name).filter(({ path }) => isWanted(path));
  if (entries.some(({ isEncrypted }) => isEncrypted)) throw new AppError('WORKBOOK_ENCRYPTED', { name });
  const sizeBytes = entries.reduce((sum, entry) => sum + entry.sizeBytes, 0);
  if (sizeBytes > limitBytes) throw new AppError('FILE_TOO_LARGE', { name, sizeBytes, limitBytes });
  return new Map(entries.map((entry) => [entry.path, unpack(bytes, entry, name)]));
}

const damaged = (name: string, detail: string, cause?: unknown) =>
  new AppError('WORKBOOK_DAMAGED', { name, detail }, { cause });

function readDirectory(bytes: Buffer, name: string): Entry[] {
  try {
    const { count, offset } = findDirectory(bytes);
    if (count > mostEntries) throw new Error(`${count} parts`);
    const entries: Entry[] = [];
    for (let at = offset; entries.length < count;) {
      const { entry, next } = readEntry(bytes, at);
      entries.push(entry);
      at = next;
    }
    return entries;
  } catch (error) {
    throw damaged(name, error instanceof RangeError ? 'the archive is cut off' : messageOf(error), error);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function findDirectory(bytes: Buffer): { readonly count: number; readonly offset: number } {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const offset = bytes.readUInt32LE(end + 16);
  if (count !== 0xffff && offset !== in64) return { count, offset };
  const locator = end - locatorBytes;
  if (bytes.readUInt32LE(locator) !== locatorSignature) return { count, offset };
  const end64 = readLength(bytes, locator + 8);
  if (bytes.readUInt32LE(end64) !== end64Signature) throw new Error('no directory');
  return { count: readLength(bytes, end64 + 32), offset: readLength(bytes, end64 + 48) };
}

/** The archive's last record; behind it only a comment may stand. */
function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - endBytes - longestComment);
  for (let at = bytes.length - endBytes; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === endSignature) return at;
  }
  throw new Error('the archive is cut off');
}

function readEntry(bytes: Buffer, at: number): { readonly entry: Entry; readonly next: number } {
  if (bytes.readUInt32LE(at) !== entrySignature) throw new Error('broken directory');
  const nameBytes = bytes.readUInt16LE(at + 28);
  const extraBytes = bytes.readUInt16LE(at + 30);
  const commentBytes = bytes.readUInt16LE(at + 32);
  const extraAt = at + entryBytes + nameBytes;
  const next = extraAt + extraBytes + commentBytes;
  if (next > bytes.length) throw new RangeError('cut off');
  const lengths = readLengths(bytes, at, bytes.subarray(extraAt, extraAt + extraBytes));
  const path = bytes
    .toString('utf8', at + entryBytes, extraAt)
    .replaceAll('\\', '/')
    .replace(/^\/+/u, '');
  const isEncrypted = (bytes.readUInt16LE(at + 8) & 0x41) !== 0;
  const entry = {
    path,
    isEncrypted,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    ...lengths,
  };
  return { entry, next };
}

/** Lengths of 4 GB and more, or written by a program that always writes them so, stand in an extra field. */
function readLengths(bytes: Buffer, at: number, extra: Buffer) {
  const short = {
    size: bytes.readUInt32LE(at + 24),
    packed: bytes.readUInt32LE(at + 20),
    offset: bytes.readUInt32LE(at + 42),
  };
  let from = 0;
  while (from + 4 <= extra.length && extra.readUInt16LE(from) !== 1) from += 4 + extra.readUInt16LE(from + 2);
  let long = from + 4;
  const lengthOf = (value: number): number => {
    if (value !== in64) return value;
    long += 8;
    return readLength(extra, long - 8);
  };
  const sizeBytes = lengthOf(short.size);
  const packedBytes = lengthOf(short.packed);
  return { sizeBytes, packedBytes, offset: lengthOf(short.offset) };
}

function readLength(bytes: Buffer, at: number): number {
  const length = bytes.readBigUInt64LE(at);
  if (length > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError('a length beyond the file');
  return Number(length);
}

function unpack(bytes: Buffer, entry: Entry, name: string): Buffer {
  try {
    const { offset, method, packedBytes, sizeBytes } = entry;
    if (bytes.readUInt32LE(offset) !== localSignature) throw new Error('not where the directory says');
    const from = offset + localBytes + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    if (from + packedBytes > bytes.length) throw new Error('cut off');
    const packed = bytes.subarray(from, from + packedBytes);
    const part = unpackedBy(method, packed, sizeBytes);
    if (part.length !== sizeBytes || crc32(part) !== entry.crc)
      throw new Error('does not match its checksum');
    return part;
  } catch (error) {
    throw damaged(name, `${entry.path}: ${messageOf(error)}`, error);
  }
}

function unpackedBy(method: number, packed: Buffer, sizeBytes: number): Buffer {
  if (method === 0) return packed;
  if (method !== 8) throw new Error(`packed by method ${method}`);
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, sizeBytes) });
}
