import { AppError } from '#shared/contract/errors.ts';

export interface ImageSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The most pixels that are decoded: four times a page of A3 at 600 dpi. */
const maxPixels = 268_000_000;

/** Decodes an image to its end and gives its size as it is shown. Throws AppError FILE_DAMAGED. */
export async function measureImage(bytes: Uint8Array, name: string): Promise<ImageSize> {
  const sharp = await loadSharp();
  try {
    const image = sharp(bytes, { failOn: 'error', limitInputPixels: false });
    const { width, height, autoOrient } = await image.metadata();
    if (width * height > maxPixels) {
      throw new AppError('FILE_DAMAGED', {
        name,
        detail: `${width} × ${height} px, more than ${maxPixels} pixels`,
      });
    }
    // Only decoding tells whether the picture is whole; a small result keeps the memory low.
    await image.resize(16, 16, { fit: 'fill' }).raw().toBuffer();
    return { widthPx: autoOrient.width, heightPx: autoOrient.height };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('FILE_DAMAGED', { name, detail: firstLine(error) }, { cause: error });
  }
}

/** sharp, set up for a thread that reads one picture at a time. */
export async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
