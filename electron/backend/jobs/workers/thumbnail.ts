import type { AcceptedMediaType } from '#backend/jobs/file-jobs.ts';
import { AppError } from '#shared/contract/errors.ts';
import { firstLine, loadSharp } from './image.ts';

const longSidePx = 320;
/** Text of a PDF looks better drawn large and reduced. */
const drawnLongSidePx = 2 * longSidePx;

/** A small WebP picture of an image or of a PDF's first page. Throws AppError FILE_DAMAGED, FILE_ENCRYPTED. */
export async function drawThumbnail(
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: AcceptedMediaType,
): Promise<Uint8Array<ArrayBuffer>> {
  const source = mediaType === 'application/pdf' ? await pdfPicture(bytes) : await imagePicture(bytes);
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

async function imagePicture(bytes: Uint8Array) {
  const sharp = await loadSharp();
  return sharp(bytes, { failOn: 'none' }).autoOrient();
}

async function pdfPicture(bytes: Uint8Array<ArrayBuffer>) {
  const { drawFirstPage } = await import('./pdf.ts');
  const { data, width, height } = await drawFirstPage(bytes, drawnLongSidePx);
  const sharp = await loadSharp();
  return sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#ffffff' });
}
