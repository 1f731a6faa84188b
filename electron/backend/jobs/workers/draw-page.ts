import { AppError } from '#shared/contract/errors.ts';
import type { RawPage } from '#backend/reading/engine-messages.ts';
import { firstLine } from './image.ts';
import { drawPage as drawPdfPage } from './pdf.ts';
import type { Page } from './picture.ts';
import { imagePicture } from './picture.ts';

/** Print of eight points on A4 is some twenty pixels high then; a larger picture tells no more. */
const longSidePx = 1920;
/** A small picture is enlarged by no more than this: letters are found more surely, but nothing is gained beyond. */
const greatestEnlargement = 1.6;

/** A page in pixels, as upright as the camera says it is. Throws AppError FILE_DAMAGED, FILE_ENCRYPTED. */
export async function drawPage(page: Page): Promise<RawPage> {
  if (page.mediaType === 'application/pdf') {
    const { data, width, height } = await drawPdfPage(page.bytes, page.pageNo, longSidePx);
    return {
      data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
      widthPx: width,
      heightPx: height,
    };
  }
  return drawImage(page);
}

async function drawImage(page: Page): Promise<RawPage> {
  const image = await imagePicture(page);
  try {
    const { autoOrient } = await image.metadata();
    const side = Math.max(autoOrient.width, autoOrient.height);
    const wanted = Math.round(Math.min(longSidePx, side * greatestEnlargement));
    const { data, info } = await image
      .resize(wanted, wanted, { fit: 'inside' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data: new Uint8Array(data), widthPx: info.width, heightPx: info.height };
  } catch (error) {
    throw new AppError('FILE_DAMAGED', { name: '', detail: firstLine(error) }, { cause: error });
  }
}
