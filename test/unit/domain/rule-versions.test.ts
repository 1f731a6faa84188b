import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standingAmong } from '#shared/domain/rule-versions.ts';

const version = fc
  .tuple(fc.integer({ min: 2024, max: 2027 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}.${String(month).padStart(2, '0')}`);
const file = fc.record({ version, sha256: fc.string({ minLength: 4 }) });

describe('how a version stands', () => {
  test('a file that is there is known, whatever the others are', () => {
    fc.assert(
      fc.property(fc.array(file, { minLength: 1 }), fc.nat(), (series, at) => {
        const known = series[at % series.length];
        expect(known && standingAmong(series, known)).toBe('known');
      }),
    );
  });

  test('the newer of two makes the other older, and each the same as itself in another file', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        const mirrored = { newer: 'older', older: 'newer', same_version: 'same_version' } as const;
        const standing = standingAmong([{ version: a, sha256: 'a' }], { version: b, sha256: 'b' });
        const other = standingAmong([{ version: b, sha256: 'b' }], { version: a, sha256: 'a' });
        expect(other).toBe(mirrored[standing as keyof typeof mirrored]);
      }),
    );
  });

  test('numbers count, not characters; between two it is older than the newest', () => {
    const series = ['2026.11.9', '2027.01'].map((each) => ({ version: each, sha256: each }));
    expect(standingAmong(series, { version: '2026.11.10', sha256: 'x' })).toBe('older');
    expect(standingAmong(series, { version: '2027.01.1', sha256: 'x' })).toBe('newer');
    expect(standingAmong([], { version: '2026.11', sha256: 'x' })).toBe('new_pack');
  });
});
