import type { Sharp } from 'sharp';
import { AppError } from '#shared/contract/errors.ts';
import type { AcceptedMediaType } from '#backend/jobs/file-jobs.ts';
import { bmpHead, bmpPixels } from './bmp.ts';
import { loadSharp, refuseManyPixels } from './image.ts';

interface Pixels {
  /** Red, green, blue and, with four channels, alpha. */
  readonly channels: 3 | 4;
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/**
 * Pictures that sharp does not read by itself, in pixels; null for what it reads. Nothing is decoded before it is known how large
 * it says that it is. Throws AppError TOO_MANY_PIXELS, and whatever the decoder throws.
 */
export async function decodedPicture(
  bytes: Uint8Array,
  mediaType: AcceptedMediaType,
  { name, pageNo = 1 }: { readonly name: string; readonly pageNo?: number },
): Promise<Sharp | null> {
  if (mediaType === 'image/bmp') return pictureOf(decodeBmp(bytes, name));
  if (isHeic(mediaType)) return pictureOf(await decodeHeic(bytes, name, pageNo));
  return null;
}

export const isHeic = (mediaType: AcceptedMediaType): boolean =>
  mediaType === 'image/heic' || mediaType === 'image/heif';

/**
 * How many pictures a telephone's file holds, each a page: thumbnails and what belongs to a picture count with it. Throws AppError
 * TOO_MANY_PIXELS where one of them is too large, and whatever the decoder throws.
 */
export const countHeicPictures = (bytes: Uint8Array, name: string): Promise<number> =>
  withHeic(bytes, (images) => {
    for (const image of images) refuseManyPixels(image, name);
    return Promise.resolve([...images].length);
  });

async function pictureOf({ data, width, height, channels }: Pixels): Promise<Sharp> {
  const sharp = await loadSharp();
  return sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), {
    raw: { width, height, channels },
    limitInputPixels: false,
  }).flatten({ background: '#ffffff' });
}

function decodeBmp(bytes: Uint8Array, name: string): Pixels {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = bmpHead(buffer, name);
  refuseManyPixels(head, name);
  return { ...bmpPixels(buffer, head, name), channels: 3 };
}

/** What the types of the package leave out. */
interface HeicImages extends Iterable<HeicImage> {
  dispose(): void;
}
interface HeicImage {
  readonly width: number;
  readonly height: number;
  decode(): Promise<Omit<Pixels, 'channels'>>;
}

/** A telephone's picture, turned as the file says. */
const decodeHeic = (bytes: Uint8Array, name: string, pageNo: number): Promise<Pixels> =>
  withHeic(bytes, async (images) => {
    const image = [...images][pageNo - 1];
    if (image === undefined && pageNo > 1) throw new AppError('NOT_FOUND', { what: 'page', id: `${pageNo}` });
    if (image === undefined) throw new AppError('FILE_DAMAGED', { name, detail: 'no picture' });
    refuseManyPixels(image, name);
    return { ...(await image.decode()), channels: 4 };
  });

/** Opens a file of pictures, of which none is decoded yet, and closes it again. */
async function withHeic<T>(bytes: Uint8Array, use: (images: HeicImages) => Promise<T>): Promise<T> {
  const { default: heic } = await import('heic-decode');
  return quietly(async () => {
    const images = (await heic.all({ buffer: bytes })) as unknown as HeicImages;
    try {
      return await use(images);
    } finally {
      images.dispose();
    }
  });
}

/** The decoder tells what is wrong on the standard output, which is the command line's own: its words go with the error. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { log } = console;
  const said: string[] = [];
  const hear = (...words: unknown[]): void => {
    said.push(words.filter((word) => typeof word !== 'object').join(': '));
  };
  Object.assign(console, { log: hear });
  try {
    return await work();
  } catch (error) {
    const words = said.at(-1)?.trim();
    throw words === undefined || error instanceof AppError ? error : new Error(words, { cause: error });
  } finally {
    Object.assign(console, { log });
  }
}
