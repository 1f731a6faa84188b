import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Sharp } from 'sharp';
import { isWholePicture } from '#backend/jobs/workers/whole-picture.ts';

/** A picture with much to compress in it. */
const drawn = (): Sharp => {
  const [width, height] = [97, 61];
  const data = Buffer.from(Array.from({ length: width * height * 3 }, (_, at) => (at * at * 31) % 251));
  return sharp(data, { raw: { width, height, channels: 3 } });
};

/** A picture that carries a small picture of itself, which has an end of its own. */
const withinAnother = async (): Promise<Buffer> => {
  const [outer, inner] = [await drawn().jpeg().toBuffer(), await drawn().resize(16).jpeg().toBuffer()];
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(inner.length + 2, 2);
  return Buffer.concat([outer.subarray(0, 2), head, inner, outer.subarray(2)]);
};

const pictures = [
  ['jpeg', 'baseline', await drawn().jpeg().toBuffer()],
  ['jpeg', 'progressive', await drawn().jpeg({ progressive: true }).toBuffer()],
  ['jpeg', 'grey', await drawn().greyscale().jpeg().toBuffer()],
  ['jpeg', 'with a small picture', await withinAnother()],
  ['png', 'plain', await drawn().png().toBuffer()],
  ['png', 'interlaced', await drawn().png({ progressive: true }).toBuffer()],
  ['png', 'with a palette', await drawn().png({ palette: true }).toBuffer()],
] as const;

describe.each(pictures)('a whole %s, %s', (format, _, bytes) => {
  const isWhole = (some: Uint8Array) => isWholePicture(some, `image/${format}`);

  it('is whole, also with something behind its end', () => {
    expect(isWhole(bytes)).toBe(true);
    expect(isWhole(Buffer.concat([bytes, Buffer.from('a film of two seconds')]))).toBe(true);
  });

  it('is not when its end is missing, wherever it was cut', () => {
    // The last two bytes of a JPEG are its end; those of a PNG belong to the last check sum.
    fc.assert(
      fc.property(fc.integer({ min: 3, max: bytes.length - 1 }), (length) => {
        expect(isWhole(bytes.subarray(0, length))).toBe(false);
      }),
    );
  });
});

it('sees a byte of a PNG that has changed', async () => {
  const bytes = await drawn().png().toBuffer();
  fc.assert(
    fc.property(fc.integer({ min: 8, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ by;
      expect(isWholePicture(altered, 'image/png')).toBe(false);
    }),
  );
});

it('leaves a PNG to the decoder whose remark has a wrong sum, or whose end is missing', async () => {
  const bytes = await drawn().png().withMetadata().toBuffer();
  const cut = bytes.subarray(0, -12);
  expect(isWholePicture(cut, 'image/png')).toBe(false);
  const { measureImage } = await import('#backend/jobs/workers/measure-image.ts');
  expect(await measureImage(new Uint8Array(cut), 'image/png', { name: 'x', isBrief: true })).toMatchObject({
    widthPx: 97,
    isGrey: false,
  });
});

it('says nothing of formats that tell it only when they are decoded', async () => {
  expect(isWholePicture(await drawn().webp().toBuffer(), 'image/webp')).toBe(false);
});
