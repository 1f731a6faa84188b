import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { constants, crc32, deflateRawSync, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A picture with something on it; each number gives another one. */
export function picture(
  format: 'png' | 'jpeg' | 'webp' | 'gif',
  no = 1,
  width = 400,
  height = 300,
): Promise<Buffer> {
  const text = `<text x="20" y="150" font-size="60" fill="#222">No ${no}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#fff"/>${text}<circle cx="300" cy="200" r="${10 + (no % 50)}" fill="#b33"/></svg>`;
  return sharp(Buffer.from(svg))[format]().toBuffer();
}

/** The same as a copier without colours gives it. */
export const greyPicture = async (): Promise<Buffer> =>
  sharp(await picture('png'))
    .greyscale()
    .jpeg()
    .toBuffer();

/** A PDF of so many A4 pages with a word on each. */
export function pdf(pageCount: number): Buffer {
  const kids = Array.from({ length: pageCount }, (_, index) => `${3 + index * 2} 0 R`).join(' ');
  const pages = Array.from({ length: pageCount }, (_, index) => {
    const content = `BT /F1 40 Tf 80 600 Td (Page ${index + 1}) Tj ET`;
    const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${4 + index * 2} 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>`;
    return [page, `<</Length ${content.length}>>\nstream\n${content}\nendstream`];
  }).flat();
  return pdfOf([
    `<</Type/Catalog/Pages 2 0 R>>`,
    `<</Type/Pages/Kids[${kids}]/Count ${pageCount}>>`,
    ...pages,
  ]);
}

/**
 * A PDF that says these lines, page by page, as an office program writes it: Chinese in a font that every reader knows
 * (Adobe-GB1, UniGB-UCS2-H), so that nothing is embedded. `drawn` is drawn on every page.
 */
export function pdfSaying(pages: readonly (readonly string[])[], drawn = ''): Buffer {
  const kids = pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ');
  const system = '<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>';
  return pdfOf([
    `<</Type/Catalog/Pages 2 0 R>>`,
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>`,
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo${system}/DW 1000/FontDescriptor 5 0 R>>`,
    `<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>`,
    ...pages.flatMap((lines, index) => {
      const content = `${drawn} BT /F1 12 Tf 18 TL 60 780 Td ${lines.map((line) => `<${utf16(line)}> Tj T*`).join(' ')} ET`;
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${7 + index * 2} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
        `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
      ];
    }),
  ]);
}

/** A PDF of a few kilobytes whose one page says nothing in so many megabytes of spaces, packed twice. */
export function bombPdf(megabytes: number): Buffer {
  // The same 64 MB again and again: whoever makes it needs no room for all of it.
  const part = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, 0x20), { finishFlush: constants.Z_FULL_FLUSH });
  const parts = Array.from({ length: Math.ceil(megabytes / 64) }, () => part);
  const data = deflateSync(Buffer.concat([Buffer.from([0x78, 0x9c]), ...parts, Buffer.from([3, 0])]));
  const filters = '/Filter[/FlateDecode/FlateDecode]';
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
    `<</Length ${data.length}${filters}>>\nstream\n${data.toString('latin1')}\nendstream`,
  ]);
}

const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

function pdfOf(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  text += `trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** Writes a file and gives its path. */
export function fileIn(folder: string, name: string, bytes: Uint8Array | string): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, bytes);
  return file;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A picture of so many bits a pixel as a BMP, its rows from the bottom up or from the top down; colours fall into 2 or 16 greys below 24. */
export async function bmp(bits: 1 | 4 | 8 | 24 | 32, no = 1, isTopDown = false): Promise<Buffer> {
  const { data, info } = await sharp(await picture('png', no))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const colours = bits > 8 ? 0 : 2 ** bits;
  const stride = Math.ceil((width * bits) / 32) * 4;
  const start = 54 + colours * 4;
  const file = Buffer.alloc(start + stride * height);
  file.write('BM');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(start, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(isTopDown ? -height : height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(bits, 28);
  file.writeUInt32LE(colours, 46);
  for (let colour = 0; colour < colours; colour += 1)
    file.fill(Math.round((colour * 255) / (colours - 1)), 54 + colour * 4, 57 + colour * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [red = 0, green = 0, blue = 0] = data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3);
      const row = start + stride * (isTopDown ? y : height - 1 - y);
      if (bits > 8) file.set([blue, green, red], row + (x * bits) / 8);
      else {
        const colour = Math.round((((red + green + blue) / 3) * (colours - 1)) / 255);
        const at = row + Math.floor((x * bits) / 8);
        file[at] = (file[at] ?? 0) | (colour << (8 - bits - ((x * bits) % 8)));
      }
    }
  return file;
}

/** A HEIC with one picture of 400 × 300 and one of 300 × 400 pixels. */
export const twoPictures = (): Buffer =>
  fs.readFileSync(path.resolve(import.meta.dirname, '../fixtures/heic/two-pictures.heic'));

/** A PNG whose header claims more pixels than any scan has. */
export async function hugePicture(): Promise<Buffer> {
  const bytes = await picture('png');
  bytes.writeUInt32BE(60_000, 16);
  bytes.writeUInt32BE(60_000, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}
