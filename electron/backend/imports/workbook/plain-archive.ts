import { crc32, deflateRawSync } from 'node:zlib';

/** A zip archive whose parts are not packed, for a reader whose own unpacking is slow and knows no limits. */
export const plainArchive = (parts: ReadonlyMap<string, Buffer>): Buffer =>
  archiveOf(parts, { method: 0, pack: (part) => part });

/** A zip archive as people send it. */
export const packedArchive = (parts: ReadonlyMap<string, Buffer>): Buffer =>
  archiveOf(parts, { method: 8, pack: (part) => deflateRawSync(part) });

/** How parts are packed; `method` is the archive's number for it (APPNOTE 4.4.5). */
interface Packing {
  readonly method: number;
  readonly pack: (part: Buffer) => Buffer;
}

function archiveOf(parts: ReadonlyMap<string, Buffer>, { method, pack }: Packing): Buffer {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, part] of parts) {
    const name = Buffer.from(path);
    const packed = pack(part);
    const common = commonHeader({ part, packed, method, name });
    const local = Buffer.concat([uint32(0x04034b50), common, name]);
    directory.push(uint32(0x02014b50), uint16(20), common, Buffer.alloc(10), uint32(offset), name);
    chunks.push(local, packed);
    offset += local.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const counts = Buffer.concat([uint16(parts.size), uint16(parts.size)]);
  const end = [uint32(0x06054b50), uint32(0), counts, uint32(listing.length), uint32(offset), uint16(0)];
  return Buffer.concat([...chunks, listing, ...end]);
}

/** 1980-01-01, the first day that an archive can name. */
const firstDay = 0x0021_0000;

interface PartHeader {
  readonly part: Buffer;
  readonly packed: Buffer;
  readonly method: number;
  readonly name: Buffer;
}

/** What the record before a part and its line in the directory share: version, flags, method, time, sizes. */
function commonHeader({ part, packed, method, name }: PartHeader): Buffer {
  const sizes = [uint32(crc32(part)), uint32(packed.length), uint32(part.length)];
  return Buffer.concat([
    uint16(20),
    uint16(0x800),
    uint16(method),
    uint32(firstDay),
    ...sizes,
    uint16(name.length),
    uint16(0),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
