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
  name: string,
): Promise<Sharp | null> {
  if (mediaType === 'image/bmp') return pictureOf(decodeBmp(bytes, name));
  if (mediaType === 'image/heic' || mediaType === 'image/heif')
    return pictureOf(await decodeHeic(bytes, name));
  return null;
}

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

/** A telephone's picture: the one that is meant, of several the first, turned as the file says. */
async function decodeHeic(bytes: Uint8Array, name: string): Promise<Pixels> {
  const { default: heic } = await import('heic-decode');
  return quietly(async () => {
    const images = (await heic.all({ buffer: bytes })) as unknown as HeicImages;
    return withImages(images, name);
  });
}

async function withImages(images: HeicImages, name: string): Promise<Pixels> {
  try {
    const [first] = images;
    if (first === undefined) throw new AppError('FILE_DAMAGED', { name, detail: 'no picture' });
    refuseManyPixels(first, name);
    return { ...(await first.decode()), channels: 4 };
  } finally {
    images.dispose();
  }
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
