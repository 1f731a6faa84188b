import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holderIn, relationKinds, seenFromOther } from '#shared/domain/client-relation.ts';
import { readShare, sharesOver, shareText } from '#shared/domain/share.ts';

describe('a share', () => {
  test('is read as people type it', () => {
    expect(['60', '60.5', '６０％', ' 33.33 % ', '100', '0.01'].map(readShare)).toEqual([
      6000, 6050, 6000, 3333, 10_000, 1,
    ]);
    for (const text of ['', '0', '0.00', '100.01', '101', '-1', '1.234', '六成', '1e2'])
      expect(readShare(text)).toBeNull();
  });

  test('is read again from its own words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (share) => {
        expect(readShare(shareText(share))).toBe(share);
      }),
    );
    expect([6000, 3330, 1, 10_000].map(shareText)).toEqual(['60%', '33.3%', '0.01%', '100%']);
  });

  test('with the others’ is pointed out beyond a whole, each holder once', () => {
    const held = (clientId: string, shareBp: number | null) => ({ clientId, shareBp });
    expect(sharesOver([held('a', 6000), held('b', 4000), held('c', null)])).toBeNull();
    expect(sharesOver([held('a', 6000), held('b', 4001)])).toBe(10_001);
    expect(sharesOver([held('a', 6000), held('a', 5100)])).toBeNull();
  });
});

test('a relation read from the other end twice is itself, and its holder is the other one', () => {
  for (const kind of relationKinds) {
    expect(seenFromOther(seenFromOther(kind))).toBe(kind);
    const there = { other: 'own', own: 'other' } as const;
    const holder = holderIn(kind);
    expect(holderIn(seenFromOther(kind))).toBe(holder === null ? null : there[holder]);
  }
});
