import type { Sharp } from 'sharp';
import { sheetBox } from '#shared/domain/page-sheet.ts';
import type { ShareBox } from '#shared/domain/page-quality.ts';
import { isLargeEnough } from '#shared/domain/upload-ask.ts';
import type { UploadAsk } from '#shared/domain/upload-ask.ts';
import { letterLimitPx, longSideLimit } from '#shared/domain/quality-limits.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { PictureEdit, UploadPicture } from '#backend/jobs/file-jobs.ts';
import { firstLine, loadSharp } from './image.ts';
import { measurePageOf, shrunkPixels } from './page-pixels.ts';
import { drawPage as drawPdfPage } from './pdf.ts';
import { imagePicture } from './picture.ts';
import type { Page } from './picture.ts';

/** A page of A4 at some 250 dpi: print of five points is legible then. */
const pdfLongSidePx = 2900;
/** No platform takes a larger picture, and one that was decoded whole would fill the memory several times. */
const mostLongSidePx = 6000;
/** Below this quality JPEG smears the strokes of small characters; a smaller picture is clearer then. */
const [worstQuality, bestQuality] = [62, 95];
const smallerBy = 0.88;

/**
 * A page as a picture to hand in: turned, straightened and cropped, as a JPEG or PNG of the best quality that fits the limit.
 * A picture that fits as it is keeps its bytes. Throws AppError UPLOAD_FORMAT, UPLOAD_UNREADABLE, FILE_DAMAGED, FILE_ENCRYPTED.
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
        };
    }
    return await fitted(await edited(page, edit), ask, format);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('FILE_DAMAGED', { name: '', detail: firstLine(error) }, { cause: error });
  }
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
  { turn, deskew, crop }: PictureEdit,
): Uint8Array<ArrayBuffer> | undefined {
  const isPicture = mediaType === 'image/jpeg' || mediaType === 'image/png';
  const isTaken = isPicture && formats.includes(mediaType === 'image/png' ? 'png' : 'jpeg');
  const isPlain = turn === 0 && deskew === 0 && crop === null;
  return isTaken && isPlain && bytes.length <= (maxBytes ?? Infinity) ? bytes : undefined;
}

/** The page upright, straight and cut to what is to be seen, without loss. */
async function edited(page: Page, { turn, deskew, crop }: PictureEdit): Promise<Sharp> {
  const sharp = await loadSharp();
  // After `autoOrient` a further turn needs a picture of its own, and cropping one that is turned already.
  const turned = await again(sharp, (await sourceOf(page)).flatten({ background: '#ffffff' }).rotate(turn));
  const straight =
    deskew === 0 ? turned : await again(sharp, turned.rotate(-deskew, { background: '#ffffff' }));
  if (crop === null) return straight;
  const { width, height } = await straight.metadata();
  const box = crop === 'edge' ? sheetBox(await shrunkPixels(straight.clone())) : crop;
  return again(sharp, straight.extract(within(box, width, height)));
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

function within({ x, y, width, height }: ShareBox, widthPx: number, heightPx: number) {
  const left = Math.min(widthPx - 1, Math.max(0, Math.round(x * widthPx)));
  const top = Math.min(heightPx - 1, Math.max(0, Math.round(y * heightPx)));
  return {
    left,
    top,
    width: Math.max(1, Math.min(widthPx - left, Math.round(width * widthPx))),
    height: Math.max(1, Math.min(heightPx - top, Math.round(height * heightPx))),
  };
}

/** The best quality that fits; where none does, ever smaller pictures, down to what can still be read and is still taken. */
async function fitted(picture: Sharp, ask: UploadAsk, format: Format): Promise<UploadPicture> {
  const { width, height } = await picture.metadata();
  const letterPx = await letterHeight(picture);
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
