import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isLargeEnough, safeUpload, withPixelsAsked } from '#shared/domain/upload-ask.ts';
import '#test/support/property-seed.ts';

const page = fc.record({
  widthPx: fc.integer({ min: 1, max: 3000 }),
  heightPx: fc.integer({ min: 1, max: 3000 }),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

it('a part that grows to the pixels asked for holds what it held, stays on the page and is no larger than it must be', () => {
  fc.assert(
    fc.property(page, fc.tuple(share, share, share, share), (whole, [left, top, across, down]) => {
      const x = Math.floor(left * (whole.widthPx - 1));
      const y = Math.floor(top * (whole.heightPx - 1));
      const part = {
        x,
        y,
        width: Math.max(1, Math.floor(across * (whole.widthPx - x))),
        height: Math.max(1, Math.floor(down * (whole.heightPx - y))),
      };
      const ask = { ...safeUpload, shortSidePx: 720, longSidePx: 1280 };
      const grown = withPixelsAsked(part, whole, ask);
      expect(grown.x).toBeLessThanOrEqual(part.x);
      expect(grown.y).toBeLessThanOrEqual(part.y);
      expect(grown.x + grown.width).toBeGreaterThanOrEqual(part.x + part.width);
      expect(grown.y + grown.height).toBeGreaterThanOrEqual(part.y + part.height);
      expect(Math.min(grown.x, grown.y)).toBeGreaterThanOrEqual(0);
      expect(grown.x + grown.width).toBeLessThanOrEqual(whole.widthPx);
      expect(grown.y + grown.height).toBeLessThanOrEqual(whole.heightPx);
      const [wide, high] = part.width >= part.height ? [1280, 720] : [720, 1280];
      expect(grown.width).toBe(Math.max(part.width, Math.min(wide, whole.widthPx)));
      expect(grown.height).toBe(Math.max(part.height, Math.min(high, whole.heightPx)));
      if (whole.widthPx >= wide && whole.heightPx >= high)
        expect(isLargeEnough({ widthPx: grown.width, heightPx: grown.height }, ask)).toBe(true);
    }),
  );
});
