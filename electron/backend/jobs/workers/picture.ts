import type { AcceptedMediaType } from '#backend/jobs/file-jobs.ts';
import { AppError, isAppError } from '#shared/contract/errors.ts';
import { firstLine, loadSharp } from './image.ts';
import { countHeicPictures, decodedPicture, isHeic } from './open-picture.ts';

export interface Page {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: AcceptedMediaType;
  /** From 1. */
  readonly pageNo: number;
}

/** Text of a PDF looks better drawn larger and reduced. */
const drawnLargest = 1400;

/** A WebP picture of a page. Throws AppError FILE_DAMAGED, FILE_ENCRYPTED. */
export async function drawPicture(page: Page, longSidePx: number): Promise<Uint8Array<ArrayBuffer>> {
  const source =
    page.mediaType === 'application/pdf' ? await pdfPicture(page, longSidePx) : await imagePicture(page);
  try {
    const picture = await source
      .resize(longSidePx, longSidePx, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer();
    return new Uint8Array(picture);
  } catch (error) {
    throw new AppError('FILE_DAMAGED', { name: '', detail: firstLine(error) }, { cause: error });
  }
}

/** How many pages an image has: a TIFF and a telephone's file may have several. */
export async function countImagePages(bytes: Uint8Array, mediaType: AcceptedMediaType): Promise<number> {
  if (isHeic(mediaType)) return opened(() => countHeicPictures(bytes, ''));
  if (mediaType !== 'image/tiff') return 1;
  const sharp = await loadSharp();
  return (await sharp(bytes, { failOn: 'none' }).metadata()).pages ?? 1;
}

/** A page of an image, upright. Throws AppError NOT_FOUND where it has no such page, FILE_DAMAGED, TOO_MANY_PIXELS. */
export async function imagePicture({ bytes, mediaType, pageNo }: Page) {
  if (mediaType !== 'image/tiff' && !isHeic(mediaType) && pageNo > 1)
    throw new AppError('NOT_FOUND', { what: 'page', id: `${pageNo}` });
  const decoded = await opened(() => decodedPicture(bytes, mediaType, { name: '', pageNo }));
  if (decoded !== null) return decoded;
  const sharp = await loadSharp();
  const page = mediaType === 'image/tiff' ? { page: pageNo - 1 } : {};
  return sharp(bytes, { failOn: 'none', ...page }).autoOrient();
}

async function opened<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (isAppError(error)) throw error;
    throw new AppError('FILE_DAMAGED', { name: '', detail: firstLine(error) }, { cause: error });
  }
}

async function pdfPicture({ bytes, pageNo }: Page, longSidePx: number) {
  const { drawPage } = await import('./pdf.ts');
  const { data, width, height } = await drawPage(bytes, pageNo, Math.min(2 * longSidePx, drawnLargest));
  const sharp = await loadSharp();
  return sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#ffffff' });
}
