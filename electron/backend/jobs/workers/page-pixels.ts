import type { PagePixels } from '#shared/domain/page-pixels.ts';
import { measuredLongSidePx, measurePage } from '#shared/domain/page-quality.ts';
import type { PageMeasures } from '#shared/domain/page-quality.ts';
import { AppError } from '#shared/contract/errors.ts';
import { firstLine, loadSharp } from './image.ts';
import { drawPage as drawPdfPage } from './pdf.ts';
import { imagePicture } from './picture.ts';
import type { Page } from './picture.ts';

/** A page to be measured, and its size as it is kept. */
export interface MeasuredPage {
  readonly pixels: PagePixels;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What a page looks like to a reviewer. Throws as `pagePixels`. */
export async function measurePageOf(page: Page): Promise<PageMeasures> {
  const { pixels, widthPx, heightPx } = await pagePixels(page);
  return measurePage(pixels, { widthPx, heightPx });
}

/** Draws a page no larger than it is measured, and never enlarged. Throws AppError FILE_DAMAGED, FILE_ENCRYPTED, NOT_FOUND. */
export async function pagePixels(page: Page): Promise<MeasuredPage> {
  if (page.mediaType === 'application/pdf') {
    const { data, width, height } = await drawPdfPage(page.bytes, page.pageNo, measuredLongSidePx);
    const sharp = await loadSharp();
    const raw = { raw: { width, height, channels: 4 } } as const;
    const pixels = await shrunkPixels(sharp(data, raw));
    return { pixels, widthPx: width, heightPx: height };
  }
  const image = await imagePicture(page);
  try {
    const { autoOrient } = await image.metadata();
    return { pixels: await shrunkPixels(image), widthPx: autoOrient.width, heightPx: autoOrient.height };
  } catch (error) {
    throw new AppError('FILE_DAMAGED', { name: '', detail: firstLine(error) }, { cause: error });
  }
}

/** A picture in pixels, no larger than it is measured. */
export async function shrunkPixels(image: Awaited<ReturnType<typeof imagePicture>>): Promise<PagePixels> {
  const side = measuredLongSidePx;
  const { data, info } = await image
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels === 3) return { data: new Uint8Array(data), widthPx: info.width, heightPx: info.height };
  // A grey picture may have come out with a channel of its own.
  const grey = new Uint8Array(info.width * info.height * 3);
  for (let at = 0; at < info.width * info.height; at += 1)
    grey.fill(data[at * info.channels] ?? 0, at * 3, at * 3 + 3);
  return { data: grey, widthPx: info.width, heightPx: info.height };
}
