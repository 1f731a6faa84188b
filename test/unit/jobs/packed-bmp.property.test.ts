import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppError } from '#shared/contract/errors.ts';
import { bmpHead, bmpPixels } from '#backend/jobs/workers/bmp.ts';
import { bmpWithRows, greyOf, packedBmp } from '#test/support/packed-bmp.ts';
import type { IndexedPicture } from '#test/support/packed-bmp.ts';

const size = fc.integer({ min: 1, max: 40 });

/** Rows of few colours, so that there are runs, with some of many among them. */
const pictures: fc.Arbitrary<IndexedPicture> = fc
  .record({
    width: size,
    height: fc.integer({ min: 1, max: 12 }),
    bits: fc.constantFrom(4 as const, 8 as const),
  })
  .chain(({ width, height, bits }) => {
    const most = 2 ** bits - 1;
    const pixel = fc.oneof(fc.constantFrom(0, 1, most), fc.integer({ min: 0, max: most }));
    const pixels = fc.array(pixel, { minLength: width * height, maxLength: width * height });
    return fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      bits: fc.constant(bits),
      pixels,
    });
  });

const packings = fc.record({
  longestRun: fc.integer({ min: 1, max: 255 }),
  steps: fc.boolean(),
  endMark: fc.boolean(),
});

const decoded = (bytes: Buffer) => bmpPixels(bytes, bmpHead(bytes, '图.bmp'), '图.bmp');

describe('packed rows of a bitmap', () => {
  it('give the pixels that were packed, however a writer packs them', () => {
    fc.assert(
      fc.property(pictures, packings, (picture, packing) => {
        // Without an end mark the last pixel has to be told.
        const endMark = packing.endMark || packing.steps;
        const { data, width, height } = decoded(packedBmp(picture, { ...packing, endMark }));
        expect([width, height]).toEqual([picture.width, picture.height]);
        const greys = picture.pixels.flatMap((index) => Array<number>(3).fill(greyOf(index, picture.bits)));
        expect([...data]).toEqual(greys);
      }),
    );
  });

  it('that are anything at all give a picture of the size that was said, or are told as damaged', () => {
    const bytes = fc.array(fc.oneof(fc.constantFrom(0, 1, 2, 255), fc.integer({ min: 0, max: 255 })));
    fc.assert(
      fc.property(size, size, fc.constantFrom(4 as const, 8 as const), bytes, (width, height, bits, rows) => {
        try {
          const made = decoded(bmpWithRows({ width, height, bits }, rows));
          expect(made.data.length).toBe(width * height * 3);
        } catch (error) {
          expect(isAppError(error) && error.code).toBe('FILE_DAMAGED');
        }
      }),
    );
  });

  it.each([
    ['a step beyond the right side', [0, 2, 9, 0, 0, 1]],
    ['a step beyond the last row', [0, 2, 0, 9, 0, 1]],
    ['a step that is cut off', [0, 2, 1]],
    ['pixels that are cut off', [0, 200, 1, 2, 3]],
    ['rows that are missing', [8, 1, 0, 0]],
  ])('are damaged with %s', (_, rows) => {
    expect(() => decoded(bmpWithRows({ width: 8, height: 4, bits: 8 }, rows))).toThrow('FILE_DAMAGED');
  });

  it('drop what a run has beyond the end of its row', () => {
    const made = decoded(bmpWithRows({ width: 3, height: 2, bits: 8 }, [255, 255, 0, 0, 2, 255, 0, 1]));
    // The last row of the file is the first of the picture.
    expect([...made.data].filter((_, at) => at % 3 === 0)).toEqual([255, 255, 0, 255, 255, 255]);
  });
});
