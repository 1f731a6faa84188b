import { AppError } from '#shared/contract/errors.ts';
import { isGreyPage } from '#shared/domain/page-colour.ts';
import type { AcceptedMediaType } from '#backend/jobs/file-jobs.ts';
import { firstLine, loadSharp, refuseManyPixels } from './image.ts';
import { countHeicPictures, decodedPicture, isHeic } from './open-picture.ts';
import { isWholePicture } from './whole-picture.ts';

export interface ImageFacts {
  /** A TIFF and a telephone's file may have several; an animation counts as its first picture. */
  readonly pageCount: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Whether it has no colours; null where it was not decoded. */
  readonly isGrey: boolean | null;
}

/** Side of the sample in which colours are looked for: a red seal of a tenth of a page's width covers hundreds of it. */
const sampleSidePx = 192;

/**
 * Decodes an image to its end and gives its size as it is shown, and whether it has colours. With `isBrief` a picture that tells
 * without it whether it is whole is not decoded. Throws AppError TOO_MANY_PIXELS, FILE_DAMAGED.
 */
export async function measureImage(
  bytes: Uint8Array,
  mediaType: AcceptedMediaType,
  { name, isBrief = false }: { readonly name: string; readonly isBrief?: boolean },
): Promise<ImageFacts> {
  const sharp = await loadSharp();
  try {
    const image =
      (await decodedPicture(bytes, mediaType, { name })) ??
      sharp(bytes, { failOn: 'error', limitInputPixels: false });
    const { width, height, autoOrient, format, pages = 1 } = await image.metadata();
    refuseManyPixels({ width, height }, name);
    const facts = {
      pageCount: isHeic(mediaType) ? await countHeicPictures(bytes, name) : format === 'tiff' ? pages : 1,
      widthPx: autoOrient.width,
      heightPx: autoOrient.height,
    };
    if (isBrief && isWholePicture(bytes, mediaType)) return { ...facts, isGrey: null };
    // Only decoding tells whether the picture is whole; a small result keeps the memory low.
    const pixels = await image
      .resize(sampleSidePx, sampleSidePx, { fit: 'fill' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer();
    return { ...facts, isGrey: isGreyPage({ data: pixels }) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('FILE_DAMAGED', { name, detail: firstLine(error) }, { cause: error });
  }
}
