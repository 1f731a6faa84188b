import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markPlace } from '#shared/domain/mark-place.ts';
import type { PixelBox } from '#shared/domain/page-pixels.ts';
import '#test/support/property-seed.ts';

const side = fc.integer({ min: 300, max: 3000 });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const shares = fc.record({ x: share, y: share, width: share, height: share });
const block = fc.record({
  width: fc.double({ min: 2, max: 40, noNaN: true }),
  height: fc.double({ min: 1, max: 6, noNaN: true }),
});

/** Ink of random density in a picture a tenth as large. */
function inkOf(widthPx: number, heightPx: number, every: number) {
  const size = { widthPx: Math.ceil(widthPx / 10), heightPx: Math.ceil(heightPx / 10) };
  const data = new Uint8Array(size.widthPx * size.heightPx);
  for (let at = 0; every > 0 && at < data.length; at += every) data[at] = 1;
  return { ...size, data };
}

const meet = (a: PixelBox, b: PixelBox): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const page = fc.record({
  widthPx: side,
  heightPx: side,
  boxes: fc.array(shares, { maxLength: 12 }),
  blocks: fc.array(block, { minLength: 1, maxLength: 3 }),
  every: fc.integer({ min: 0, max: 60 }),
});

it('a mark never lies on what must stay free, and always within the page', () => {
  let placed = 0;
  fc.assert(
    fc.property(page, ({ widthPx, heightPx, boxes, blocks, every }) => {
      const keepOff = boxes.map((box) => ({
        x: box.x * widthPx,
        y: box.y * heightPx,
        width: (box.width * widthPx) / 4,
        height: (box.height * heightPx) / 8,
      }));
      const ground = { widthPx, heightPx, keepOff, ink: inkOf(widthPx, heightPx, every) };
      const place = markPlace(ground, blocks);
      if (place === undefined) return;
      placed += 1;
      const { box } = place;
      expect(keepOff.filter((each) => meet(each, box))).toEqual([]);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(widthPx);
      expect(box.y + box.height).toBeLessThanOrEqual(heightPx);
      const own = blocks[place.block];
      const [long, high] = place.angle === 0 ? [box.width, box.height] : [box.height, box.width];
      expect(long).toBeCloseTo((own?.width ?? 0) * place.letterPx);
      expect(high).toBeCloseTo((own?.height ?? 0) * place.letterPx);
    }),
    { numRuns: 150 },
  );
  expect(placed).toBeGreaterThan(40);
});

const empty = { widthPx: 1500, heightPx: 1000, ink: inkOf(1500, 1000, 0) };
const words = [{ width: 12, height: 1.7 }];

it('lies large in the middle of an empty page, and stands where only a margin at the side is free', () => {
  const large = markPlace({ ...empty, keepOff: [] }, words);
  expect(large).toMatchObject({ angle: 0, letterPx: 50 });
  expect((large?.box.x ?? 0) + (large?.box.width ?? 0) / 2).toBeCloseTo(750, -2);
  const writing = { x: 0, y: 0, width: 1380, height: 1000 };
  const standing = markPlace({ ...empty, keepOff: [writing] }, words);
  expect(standing?.angle).toBe(270);
  expect(standing?.box.x).toBeGreaterThan(1380);
});

it('takes the place with the least ink, and none where there is writing all over', () => {
  const written = { ...inkOf(1500, 1000, 0) };
  for (let y = 0; y < 100; y += 1)
    for (let x = 0; x < 150; x += 1) if (x > 60 || y > 40) written.data[y * 150 + x] = x % 3 === 0 ? 1 : 0;
  const place = markPlace({ ...empty, ink: written, keepOff: [] }, words);
  expect((place?.box.x ?? 0) + (place?.box.width ?? 0)).toBeLessThanOrEqual(620);
  expect((place?.box.y ?? 0) + (place?.box.height ?? 0)).toBeLessThanOrEqual(420);
  const dense = { ...written, data: written.data.map((_, at) => (at % 3 === 0 ? 1 : 0)) };
  expect(markPlace({ ...empty, ink: dense, keepOff: [] }, words)).toBeUndefined();
});
