import type { Sharp } from 'sharp';
import { throughEdit } from '#shared/domain/edited-page.ts';
import type { PageEdit } from '#shared/domain/edited-page.ts';
import type { PagePixels, PixelBox } from '#shared/domain/page-pixels.ts';
import type { ShareBox } from '#shared/domain/page-quality.ts';
import { borderColour, sheetCorners } from '#shared/domain/page-sheet.ts';
import type { SheetCrop } from '#shared/domain/page-sheet.ts';
import { withPixelsAsked } from '#shared/domain/upload-ask.ts';
import type { UploadAsk } from '#shared/domain/upload-ask.ts';
import type { PictureEdit } from '#backend/jobs/file-jobs.ts';
import { loadSharp } from './image.ts';
import { shrunkPixels } from './page-pixels.ts';
import { drawPage as drawPdfPage } from './pdf.ts';
import { imagePicture } from './picture.ts';
import type { Page } from './picture.ts';

/** A page of A4 at some 250 dpi: print of five points is legible then. */
const pdfLongSidePx = 2900;
/** No platform takes a larger picture, and one that was decoded whole would fill the memory several times. */
const mostLongSidePx = 6000;
export interface EditedPicture {
  readonly picture: Sharp;
  /** What was done, by which a place of the page is found on the picture. */
  readonly steps: PageEdit;
  /** What became of cropping to the sheet; null where that wasn't wished. */
  readonly sheet: SheetCrop | null;
}

/** The page upright, straight and cut to what is to be seen, without loss; with some ground where less had too few pixels. */
export async function edited(
  page: Page,
  { turn, deskew, crop }: Omit<PictureEdit, 'mark'>,
  ask?: UploadAsk,
): Promise<EditedPicture> {
  const sharp = await loadSharp();
  // After `autoOrient` a further turn needs a picture of its own, and cropping one that is turned already.
  const source = await sourceOf(page);
  const turned = await again(sharp, source.clone().flatten({ background: '#ffffff' }).rotate(turn));
  const wantsSheet = crop === 'edge';
  const pixels = wantsSheet || deskew !== 0 ? await shrunkPixels(turned.clone()) : undefined;
  const straight =
    deskew === 0 || pixels === undefined
      ? turned
      : await again(sharp, turned.clone().rotate(-deskew, { background: groundOf(pixels) }));
  const steps = { page: await sizeOf(source), turn, deskew, straight: await sizeOf(straight) };
  if (crop === null) return { picture: straight, steps: { ...steps, crop }, sheet: null };
  const { widthPx, heightPx } = steps.straight;
  if (!wantsSheet) {
    const box = within(crop, widthPx, heightPx);
    return { ...(await cutOut(straight, box)), sheet: null };
  }
  // Found before it is straightened: what fills the corners after that has an edge too.
  const corners = pixels && sheetCorners(pixels);
  if (corners === undefined)
    return { picture: straight, steps: { ...steps, crop: null }, sheet: 'not_found' };
  const unturned = { ...steps, page: await sizeOf(turned), turn: 0, crop: null } as const;
  const sheet = within(sharesOf(throughEdit(corners, unturned), steps.straight), widthPx, heightPx);
  const box = ask === undefined ? sheet : withPixelsAsked(sheet, steps.straight, ask);
  const isSheet = box.width === sheet.width && box.height === sheet.height;
  return { ...(await cutOut(straight, box)), sheet: isSheet ? 'cropped' : 'with_ground' };

  async function cutOut(picture: Sharp, kept: PixelBox) {
    const { x: left, y: top, width, height } = kept;
    const cut = await again(sharp, picture.extract({ left, top, width, height }));
    return { picture: cut, steps: { ...steps, crop: kept } };
  }
}

/** The corners that come in when a picture is straightened look like the ground that is there already. */
function groundOf(pixels: PagePixels): { r: number; g: number; b: number } {
  const [r, g, b] = borderColour(pixels);
  return { r, g, b };
}

const sharesOf = (
  { x, y, width, height }: PixelBox,
  { widthPx, heightPx }: PageEdit['straight'],
): ShareBox => ({ x: x / widthPx, y: y / heightPx, width: width / widthPx, height: height / heightPx });

async function sizeOf(picture: Sharp): Promise<PageEdit['page']> {
  const { width, height } = await picture.metadata();
  return { widthPx: width, heightPx: height };
}

type Load = Awaited<ReturnType<typeof loadSharp>>;

async function again(sharp: Load, picture: Sharp): Promise<Sharp> {
  const { data, info } = await picture.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

async function sourceOf(page: Page): Promise<Sharp> {
  if (page.mediaType !== 'application/pdf') {
    const size = { width: mostLongSidePx, height: mostLongSidePx };
    const picture = (await imagePicture(page)).resize({ ...size, fit: 'inside', withoutEnlargement: true });
    return again(await loadSharp(), picture);
  }
  const { data, width, height } = await drawPdfPage(page.bytes, page.pageNo, pdfLongSidePx);
  const sharp = await loadSharp();
  return sharp(data, { raw: { width, height, channels: 4 } });
}

function within({ x, y, width, height }: ShareBox, widthPx: number, heightPx: number): PixelBox {
  const left = Math.min(widthPx - 1, Math.max(0, Math.round(x * widthPx)));
  const top = Math.min(heightPx - 1, Math.max(0, Math.round(y * heightPx)));
  return {
    x: left,
    y: top,
    width: Math.max(1, Math.min(widthPx - left, Math.round(width * widthPx))),
    height: Math.max(1, Math.min(heightPx - top, Math.round(height * heightPx))),
  };
}
