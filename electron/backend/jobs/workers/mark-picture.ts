import type { Sharp } from 'sharp';
import { sealsOf } from '#shared/domain/page-colour.ts';
import { inkMask } from '#shared/domain/page-ink.ts';
import { levelAt, lumaOf } from '#shared/domain/page-pixels.ts';
import type { PixelBox, Plane } from '#shared/domain/page-pixels.ts';
import { besideAll, markPlace } from '#shared/domain/mark-place.ts';
import type { MarkPlace } from '#shared/domain/mark-place.ts';
import { markLayouts } from '#shared/domain/mark-words.ts';
import { throughEdit } from '#shared/domain/edited-page.ts';
import type { PageEdit } from '#shared/domain/edited-page.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { PictureMark } from '#backend/jobs/file-jobs.ts';
import { loadSharp } from './image.ts';
import { fontOf } from './mark-font.ts';
import { shrunkPixels } from './page-pixels.ts';

/** Line to line, and from the words to the edge of their place, in heights of letters. */
const [lineHeight, padding] = [1.45, 0.35];
/** Lighter than this share of a page is its paper; darker than this share of the paper is a picture or the ground. */
const [paperShare, darkShare] = [0.8, 0.6];
/** Blue ink that what is behind it shines through. */
const colour = 'rgba(24, 62, 148, 0.5)';
/** Height of the letters below a page, as a share of its width. */
const belowShare = 0.026;
const belowLeastPx = 14;

export interface MarkedPicture {
  readonly picture: Sharp;
  /** Where the mark stands, in pixels of the picture. */
  readonly box: PixelBox;
}

/**
 * The picture with the words of a mark on it, in a place that covers nothing that must be read, or on a strip below it. Throws
 * AppError MARK_NO_PLACE where there is none on the page, or nobody knows what stands there.
 */
export async function markedPicture(
  picture: Sharp,
  mark: PictureMark,
  { edit, pageNo }: { readonly edit: PageEdit; readonly pageNo: number },
): Promise<MarkedPicture> {
  const layouts = markLayouts(mark.words);
  const widths = await Promise.all(layouts.map((lines) => widthOf(lines)));
  if (mark.at === 'below') return below(picture, layouts, widths);
  const place = mark.keepOff && (await placeOn(picture, mark.keepOff, { edit, layouts, widths }));
  if (place === undefined) throw new AppError('MARK_NO_PLACE', { pageNo });
  const drawn = await wordsOn(layouts[place.block] ?? [], place);
  return { picture: await laidOn(picture, drawn, place.box), box: place.box };
}

interface Layouts {
  readonly edit: PageEdit;
  readonly layouts: readonly (readonly string[])[];
  /** In heights of letters. */
  readonly widths: readonly number[];
}

async function placeOn(
  picture: Sharp,
  keepOff: NonNullable<PictureMark['keepOff']>,
  { edit, layouts, widths }: Layouts,
): Promise<MarkPlace | undefined> {
  const { width: widthPx, height: heightPx } = await picture.metadata();
  const pixels = await shrunkPixels(picture.clone());
  const luma = lumaOf(pixels);
  const scale = widthPx / pixels.widthPx;
  const seals = sealsOf(pixels).map(({ x, y, width, height }) => ({
    x: x * scale,
    y: y * scale,
    width: width * scale,
    height: height * scale,
  }));
  const written = [...keepOff.map((box) => throughEdit(box, edit)), ...seals];
  const ink = { ...luma, data: withDarkness(inkMask(luma), luma) };
  const ground = { widthPx, heightPx, keepOff: written, ink };
  const blocks = layouts.map((lines, index) => ({
    width: (widths[index] ?? 0) + 2 * padding,
    height: lines.length * lineHeight + 2 * padding - (lineHeight - 1),
  }));
  // Between the writing rather than at the edge, from where anybody could cut it off.
  const around = besideAll(written, { widthPx, heightPx });
  return markPlace({ ...ground, keepOff: [...written, ...around] }, blocks) ?? markPlace(ground, blocks);
}

/** Within what is far darker than the paper, such as a portrait or the ground, no mark would be seen, and the eye misses what it covers. */
function withDarkness(mask: Uint8Array, luma: Plane): Uint8Array {
  const dark = levelAt(luma, paperShare) * darkShare;
  return mask.map((ink, at) => (ink === 1 || (luma.data[at] ?? 0) < dark ? 1 : 0));
}

async function below(
  picture: Sharp,
  layouts: readonly (readonly string[])[],
  widths: readonly number[],
): Promise<MarkedPicture> {
  const { width, height } = await picture.metadata();
  const wished = Math.max(belowLeastPx, width * belowShare);
  const fitting = widths.findIndex((each) => each * wished <= width * 0.94);
  const index = fitting === -1 ? widths.indexOf(Math.min(...widths)) : fitting;
  const letterPx = Math.min(wished, (width * 0.94) / (widths[index] ?? 1));
  const lines = layouts[index] ?? [];
  const stripPx = Math.ceil(letterPx * (lines.length * lineHeight + 2 * padding));
  const box = { x: 0, y: height, width, height: stripPx };
  const longer = picture.clone().extend({ bottom: stripPx, background: '#ffffff' });
  const drawn = await wordsOn(lines, { angle: 0, letterPx, box });
  return { picture: await laidOn(await flat(longer), drawn, box), box };
}

async function widthOf(lines: readonly string[]): Promise<number> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const context = createCanvas(8, 8).getContext('2d');
  context.font = await fontOf(lines.join(''), 100);
  return Math.max(...lines.map((line) => context.measureText(line).width)) / 100;
}

/** The words on nothing, in the size of their place. */
async function wordsOn(
  lines: readonly string[],
  { angle, letterPx, box }: Pick<MarkPlace, 'angle' | 'letterPx' | 'box'>,
): Promise<Buffer> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const canvas = createCanvas(Math.max(1, Math.floor(box.width)), Math.max(1, Math.floor(box.height)));
  const context = canvas.getContext('2d');
  context.translate(canvas.width / 2, canvas.height / 2);
  if (angle === 270) context.rotate(-Math.PI / 2);
  context.font = await fontOf(lines.join(''), letterPx);
  context.fillStyle = colour;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const [index, line] of lines.entries())
    context.fillText(line, 0, (index - (lines.length - 1) / 2) * letterPx * lineHeight);
  return canvas.toBuffer('image/png');
}

/** Rounded up at the left and at the top, as the mark is rounded down in its size: it stays within its place. */
const laidOn = (picture: Sharp, drawn: Buffer, { x, y }: PixelBox): Promise<Sharp> =>
  flat(picture.clone().composite([{ input: drawn, left: Math.ceil(x), top: Math.ceil(y) }]));

async function flat(picture: Sharp): Promise<Sharp> {
  const sharp = await loadSharp();
  const { data, info } = await picture
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}
