import type { Sharp } from 'sharp';
import type { PixelBox } from '#shared/domain/page-pixels.ts';
import type { ShareBox } from '#shared/domain/page-quality.ts';
import { isLargeEnough } from '#shared/domain/upload-ask.ts';
import type { UploadAsk } from '#shared/domain/upload-ask.ts';
import { letterLimitPx, longSideLimit } from '#shared/domain/quality-limits.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { PictureEdit, PictureMark, UploadPicture } from '#backend/jobs/file-jobs.ts';
import { edited } from './edit-picture.ts';
import { firstLine } from './image.ts';
import { markedPicture } from './mark-picture.ts';
import { measurePageOf } from './page-pixels.ts';
import type { Page } from './picture.ts';

/** Below this quality JPEG smears the strokes of small characters; a smaller picture is clearer then. */
const [worstQuality, bestQuality] = [62, 95];
const smallerBy = 0.88;

/**
 * A page as a picture to hand in: turned, straightened and cropped, as a JPEG or PNG of the best quality that fits the limit.
 * A picture that fits as it is keeps its bytes. Throws AppError UPLOAD_FORMAT, UPLOAD_UNREADABLE, MARK_NO_PLACE, FILE_DAMAGED, FILE_ENCRYPTED.
 */
export async function makeUploadPicture(
  page: Page,
  ask: UploadAsk,
  edit: PictureEdit,
): Promise<UploadPicture> {
  const format = formatFor(ask);
  try {
    const kept = keptBytes(page, ask, edit);
    if (kept !== undefined) {
      const { widthPx, heightPx, letterPx } = await measurePageOf({ ...page, bytes: page.bytes.slice() });
      if (isLargeEnough({ widthPx, heightPx }, ask))
        return {
          bytes: kept,
          format: formatOf(page),
          widthPx,
          heightPx,
          letterPx,
          quality: null,
          isUnchanged: true,
          mark: null,
          sheet: null,
        };
    }
    const { picture, steps, sheet } = await edited(page, edit, ask);
    const letterPx = await letterHeight(picture);
    if (!edit.mark) return { ...(await fitted(picture, ask, format, letterPx)), mark: null, sheet };
    const { picture: shown, box } = await markedPicture(picture, edit.mark, {
      edit: steps,
      pageNo: page.pageNo,
    });
    // The letters of the mark tell nothing of those of the paper.
    const made = await fitted(shown, ask, format, letterPx);
    return { ...made, mark: { at: edit.mark.at, box: await shareOf(box, shown) }, sheet };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('FILE_DAMAGED', { name: '', detail: firstLine(error) }, { cause: error });
  }
}

/** A page in its own size with a mark, for a copy that is given away and not uploaded. Throws as `makeUploadPicture`, without its limits. */
export async function makeMarkedPicture(
  page: Page,
  format: Format,
  mark: PictureMark,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const { picture, steps } = await edited(page, { turn: 0, deskew: 0, crop: null });
    const { picture: shown } = await markedPicture(picture, mark, { edit: steps, pageNo: page.pageNo });
    const encoded =
      format === 'png'
        ? shown.png({ compressionLevel: 9 })
        : shown.jpeg({ quality: bestQuality, chromaSubsampling: '4:4:4' });
    return new Uint8Array(await encoded.toBuffer());
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('FILE_DAMAGED', { name: '', detail: firstLine(error) }, { cause: error });
  }
}

async function shareOf({ x, y, width, height }: PixelBox, picture: Sharp): Promise<ShareBox> {
  const whole = await picture.metadata();
  return {
    x: x / whole.width,
    y: y / whole.height,
    width: Math.min(1 - x / whole.width, width / whole.width),
    height: Math.min(1 - y / whole.height, height / whole.height),
  };
}

type Format = UploadPicture['format'];

function formatFor({ formats }: UploadAsk): Format {
  if (formats.includes('jpg') || formats.includes('jpeg')) return 'jpeg';
  if (formats.includes('png')) return 'png';
  throw new AppError('UPLOAD_FORMAT', { formats: formats.join(', ') });
}

const formatOf = ({ mediaType }: Page): Format => (mediaType === 'image/png' ? 'png' : 'jpeg');

/** The bytes themselves, where nothing is to be done with them. */
function keptBytes(
  { bytes, mediaType }: Page,
  { formats, maxBytes }: UploadAsk,
  { turn, deskew, crop, mark }: PictureEdit,
): Uint8Array<ArrayBuffer> | undefined {
  const isPicture = mediaType === 'image/jpeg' || mediaType === 'image/png';
  const isTaken = isPicture && formats.includes(mediaType === 'image/png' ? 'png' : 'jpeg');
  const isPlain = turn === 0 && deskew === 0 && crop === null && !mark;
  return isTaken && isPlain && bytes.length <= (maxBytes ?? Infinity) ? bytes : undefined;
}

/** The best quality that fits; where none does, ever smaller pictures, down to what can still be read and is still taken. */
async function fitted(
  picture: Sharp,
  ask: UploadAsk,
  format: Format,
  letterPx: number | null,
): Promise<Omit<UploadPicture, 'mark' | 'sheet'>> {
  const { width, height } = await picture.metadata();
  const limit = ask.maxBytes ?? Infinity;
  for (let scale = 1; isLegible(scale); scale *= smallerBy) {
    const size = { widthPx: Math.round(width * scale), heightPx: Math.round(height * scale) };
    const sized = picture.clone().resize(size.widthPx, size.heightPx, { fit: 'fill' });
    const found = format === 'png' ? await asPng(sized, limit) : await asJpeg(sized, limit);
    if (found !== undefined)
      return {
        ...found,
        ...size,
        format,
        letterPx: letterPx === null ? null : letterPx * scale,
        isUnchanged: false,
      };
  }
  throw new AppError('UPLOAD_UNREADABLE', { widthPx: width, heightPx: height, maxBytes: ask.maxBytes ?? 0 });

  function isLegible(scale: number): boolean {
    const size = { widthPx: Math.round(width * scale), heightPx: Math.round(height * scale) };
    // Where no letters were found to go by, the whole is not made too small to look at.
    const isReadable =
      letterPx === null
        ? Math.max(size.widthPx, size.heightPx) >= longSideLimit
        : letterPx * scale >= letterLimitPx;
    return isLargeEnough(size, ask) && isReadable;
  }
}

async function letterHeight(picture: Sharp): Promise<number | null> {
  const { data, info } = await picture
    .clone()
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  const page = { bytes: new Uint8Array(data), mediaType: 'image/png', pageNo: 1 } as const;
  const { letterPx } = await measurePageOf(page);
  return info.width > 0 ? letterPx : null;
}

type Encoded = Pick<UploadPicture, 'bytes' | 'quality'>;

async function asPng(picture: Sharp, limit: number): Promise<Encoded | undefined> {
  const bytes = new Uint8Array(await picture.png({ compressionLevel: 9 }).toBuffer());
  return bytes.length <= limit ? { bytes, quality: null } : undefined;
}

/** Halves the range of qualities until the best that fits is found. */
async function asJpeg(picture: Sharp, limit: number): Promise<Encoded | undefined> {
  let best: Encoded | undefined;
  for (let [low, high] = [worstQuality, bestQuality]; low <= high;) {
    // The best first: most pictures fit at once.
    const quality = best === undefined && high === bestQuality ? bestQuality : (low + high) >> 1;
    const made = await picture.clone().jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
    if (made.length <= limit) {
      best = { bytes: new Uint8Array(made), quality };
      low = quality + 1;
    } else high = quality - 1;
  }
  return best;
}
