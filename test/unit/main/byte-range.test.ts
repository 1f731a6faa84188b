import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseByteRange } from '../../../electron/main/byte-range.ts';

describe('a range of bytes', () => {
  test.each([
    ['bytes=0-499', { start: 0, end: 500 }],
    ['bytes=500-999', { start: 500, end: 1000 }],
    ['bytes=500-', { start: 500, end: 1000 }],
    ['bytes=-500', { start: 500, end: 1000 }],
    ['bytes=-5000', { start: 0, end: 1000 }],
    ['bytes=990-5000', { start: 990, end: 1000 }],
    ['bytes=1000-', 'unsatisfiable'],
    ['bytes=1000-1001', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-4', null],
    ['bytes=0-1,5-6', null],
    ['bytes=-', null],
    ['bytes=a-b', null],
    ['items=0-1', null],
    ['', null],
    [null, null],
  ] as const)('%s of 1000 bytes', (header, expected) => {
    expect(parseByteRange(header, 1000)).toEqual(expected);
  });

  test('an empty file has no part', () => {
    expect(parseByteRange('bytes=0-', 0)).toBe('unsatisfiable');
    expect(parseByteRange('bytes=-1', 0)).toBe('unsatisfiable');
  });

  test('what is given lies within the file and is not empty', () => {
    const number = fc.option(fc.nat(3000), { nil: '' });
    fc.assert(
      fc.property(number, number, fc.nat(2000), (first, last, sizeBytes) => {
        const range = parseByteRange(`bytes=${first}-${last}`, sizeBytes);
        if (range === null || range === 'unsatisfiable') return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.start).toBeLessThan(range.end);
        expect(range.end).toBeLessThanOrEqual(sizeBytes);
      }),
    );
  });
});
