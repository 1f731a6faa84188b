import { ImageRawBase } from '@gutenye/ocr-common';
import type { ImageRawData, SizeOption } from '@gutenye/ocr-common';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import type { RawPage } from '#backend/reading/engine-messages.ts';

sharp.cache(false);
sharp.concurrency(1);

/**
 * The text is looked for in a picture of this long side: the memory that takes grows with the picture, and a larger one
 * finds no more.
 */
const soughtLongSidePx = 960;

/** A picture as the recogniser works on it. It stretches pictures to its grid instead of putting borders around them, so that places stay shares of the page. */
export class Picture extends ImageRawBase {
  /** The recogniser opens what it is asked to look at; pages are handed to it as they are. */
  static async open(page: unknown): Promise<Picture> {
    const picture = page as Picture;
    const scale = Math.min(1, soughtLongSidePx / Math.max(picture.width, picture.height));
    if (scale === 1) return picture;
    return picture.stretched(Math.round(picture.width * scale), Math.round(picture.height * scale));
  }

  /** What the library cuts out lies in memory of its own, which may move: it is copied. */
  constructor(raw: ImageRawData) {
    const isPart = raw.data.byteLength !== raw.data.buffer.byteLength;
    super(isPart ? { ...raw, data: raw.data.slice() } : raw);
  }

  static of = ({ data, widthPx, heightPx }: RawPage): Picture =>
    new Picture({ data, width: widthPx, height: heightPx });

  async resize({ width, height }: SizeOption): Promise<Picture> {
    const scale = height === undefined ? 1 : height / this.height;
    return this.stretched(width ?? Math.max(1, Math.round(this.width * scale)), height ?? this.height);
  }

  async turned(degrees: number): Promise<Picture> {
    return pictureOf(this.#sharp().rotate(degrees));
  }

  /** Asked for only where pictures of the steps are written, which nobody does. */
  drawBox = (): Promise<Picture> => Promise.resolve(this);

  async stretched(width: number, height: number): Promise<Picture> {
    if (width === this.width && height === this.height) return this;
    return pictureOf(this.#sharp().resize({ width, height, fit: 'fill' }));
  }

  #sharp() {
    const { data, width, height } = this;
    return sharp(data, { raw: { width, height, channels: 4 } });
  }
}

async function pictureOf(source: Sharp): Promise<Picture> {
  const { data, info } = await source.raw().toBuffer({ resolveWithObject: true });
  const raw: ImageRawData = { data, width: info.width, height: info.height };
  return new Picture(raw);
}
