import { describe, expect, it } from 'vitest';
import { likeness, printOf } from '#shared/domain/page-print.ts';

describe('the print of a page', () => {
  it('is sixteen hex digits, of an even ground all zero', () => {
    expect(printOf(new Uint8Array(72).fill(255))).toBe('0000000000000000');
    const rising = Uint8Array.from({ length: 72 }, (_, at) => (at % 9) * 20);
    expect(printOf(rising)).toBe('ffffffffffffffff');
  });

  it('does not hang on how light the scan is', () => {
    const page = Uint8Array.from({ length: 72 }, (_, at) => (at * 37) % 180);
    expect(printOf(page.map((grey) => grey + 40))).toBe(printOf(page));
  });

  it('is compared by its bits', () => {
    expect(likeness('0000000000000000', '0000000000000000')).toBe(1);
    expect(likeness('0000000000000000', 'ffffffffffffffff')).toBe(0);
    expect(likeness('0000000000000000', '8000000000000001')).toBe(62 / 64);
  });
});
