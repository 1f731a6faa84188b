/** The post of a morning as it lies on an office's disk: folders by client, papers of all formats, some of them bad. */
import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { numbersFrom } from '#test/fixtures/sample/drawing/ornament.ts';
import * as scans from './scans.ts';

/** A sender of post. */
export interface Sender {
  readonly name: string;
  /** So many papers are made up of it. */
  readonly papers: number;
}

export interface Post {
  readonly folder: string;
  /** Every file that can be taken, by its bytes as they were written. */
  readonly good: ReadonlyMap<string, Buffer>;
  /** Names of those that can't. */
  readonly bad: readonly string[];
}

/** As a telephone takes it. */
const heicFile = path.resolve(import.meta.dirname, '../fixtures/heic/permit.heic');

const letters = ['授权委托书', '房屋租赁合同', '承诺书'] as const;
const formats = ['jpeg', 'png', 'webp', 'tiff'] as const;
const endings = { jpeg: 'jpg', png: 'png', webp: 'webp', tiff: 'tif' } as const;

/** Writes a folder of a folder for each sender; `received` are papers that lie among the first one's. */
export async function writePost(
  folder: string,
  senders: readonly Sender[],
  received: readonly string[],
): Promise<Post> {
  const good = new Map<string, Buffer>();
  const put = (file: string, bytes: Buffer): void => {
    const whole = path.join(folder, file);
    fs.mkdirSync(path.dirname(whole), { recursive: true });
    fs.writeFileSync(whole, bytes);
  };
  const putGood = (file: string, bytes: Buffer): void => {
    put(file, bytes);
    good.set(file, bytes);
  };
  for (const { name, papers } of senders)
    for (let no = 1; no <= papers; no += 1) {
      const letter = letters[no % letters.length] ?? letters[0];
      // Two of three are letters that an office program has written; the others are pictures of all formats.
      const format = no % 3 === 0 ? formats[(no / 3) % formats.length] : undefined;
      if (format === undefined)
        putGood(
          `${name}/${letter}_${no}.pdf`,
          scans.pdfSaying(letterOf(letter, name, no), blocksOf(`${letter} ${name} ${no}`)),
        );
      else
        putGood(
          `${name}/${name} ${letter} ${no}.${endings[format]}`,
          await paperPicture(format, `${name} ${no}`),
        );
    }
  const [first] = senders;
  putGood(`${first?.name ?? ''}/${first?.name ?? ''} 食品经营许可证.heic`, fs.readFileSync(heicFile));
  putGood(`${first?.name ?? ''}/${first?.name ?? ''} 商标注册证.bmp`, await scans.bmp(24, 40));
  for (const file of received)
    putGood(`${senders[0]?.name ?? ''}/${path.basename(file)}`, fs.readFileSync(file));
  const bad = {
    '坏的扫描件.pdf': Buffer.from('%PDF-1.7 nothing'),
    '太大的图.png': await scans.hugePicture(),
    '其实是文字.jpg': Buffer.from('不是图片'),
    '空文件.pdf': Buffer.alloc(0),
  };
  for (const [file, bytes] of Object.entries(bad)) put(file, bytes);
  return { folder, good, bad: Object.keys(bad) };
}

const letterOf = (letter: string, name: string, no: number): readonly (readonly string[])[] => [
  [letter, name, `编号 ${no}`, `金额 ${no * 37} 元`],
  ...(no % 5 === 0 ? [[`附件 ${no}`, '第二页']] : []),
];

/** Blocks below the words of a letter: without them all letters of one kind look alike, and stand aside as soon as that is seen. */
function blocksOf(seed: string): string {
  const next = numbersFrom(seed);
  const block = (): string => {
    const [x, y, width, height] = [next() * 480, next() * 620, 20 + next() * 90, 12 + next() * 60].map(
      Math.round,
    );
    return `${(next() * 0.8).toFixed(2)} g ${x} ${y} ${width} ${height} re f`;
  };
  return `${Array.from({ length: 40 }, block).join(' ')} 0 g`;
}

/** Blocks of grey at places that each seed has for itself: no two look alike. */
async function paperPicture(format: (typeof formats)[number], seed: string): Promise<Buffer> {
  const next = numbersFrom(seed);
  const blocks = Array.from({ length: 40 }, () => {
    const [x, y] = [Math.floor(next() * 560), Math.floor(next() * 800)];
    const grey = Math.floor(next() * 200);
    return `<rect x="${x}" y="${y}" width="${20 + Math.floor(next() * 90)}" height="${12 + Math.floor(next() * 60)}" fill="rgb(${grey},${grey},${grey})"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="900"><rect width="100%" height="100%" fill="#fff"/>${blocks.join('')}</svg>`;
  return sharp(Buffer.from(svg))[format]().toBuffer();
}
