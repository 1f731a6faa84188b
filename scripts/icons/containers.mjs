// The icon files of Windows and macOS: small tables around PNG images.

/** @typedef {{ readonly size: number, readonly png: Buffer }} Image one square image, its size in pixels */

const directoryBytes = 6;
const entryBytes = 16;

/** Windows (.ico): a directory, then the images. A size of 256 is written as 0. @param {readonly Image[]} images */
export function iconFile(images) {
  const table = Buffer.alloc(directoryBytes + entryBytes * images.length);
  table.writeUInt16LE(1, 2);
  table.writeUInt16LE(images.length, 4);
  let offset = table.length;
  images.forEach(({ size, png }, index) => {
    const at = directoryBytes + entryBytes * index;
    table.writeUInt8(size % 256, at);
    table.writeUInt8(size % 256, at + 1);
    table.writeUInt16LE(1, at + 4);
    table.writeUInt16LE(32, at + 6);
    table.writeUInt32LE(png.length, at + 8);
    table.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([table, ...images.map(({ png }) => png)]);
}

/** Types of macOS's icon set by pixel size; some sizes serve a normal and a double-density icon. @type {Readonly<Record<number, readonly string[]>>} */
const macTypes = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** macOS (.icns): chunks of type, length and content. @param {readonly Image[]} images */
export function iconSet(images) {
  const chunks = images.flatMap(({ size, png }) => (macTypes[size] ?? []).map((type) => chunk(type, png)));
  return chunk('icns', Buffer.concat(chunks));
}

/** @param {string} type @param {Buffer} content */
function chunk(type, content) {
  const header = Buffer.alloc(8);
  header.write(type, 0, 'latin1');
  header.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([header, content]);
}
