import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptAround } from '#shared/domain/excerpt.ts';
import { highlight } from '#shared/domain/highlight.ts';

describe('an excerpt', () => {
  test('is the whole of a short text, on one line', () => {
    expect(excerptAround(' 一\n二 ', [])).toBe('一 二');
  });

  test('shows what was found, wherever it stands in a long text', () => {
    const padding = fc.string({ unit: fc.constantFrom('甲', '乙', ' ', '\n', '𠀀'), maxLength: 200 });
    fc.assert(
      fc.property(padding, padding, (head, tail) => {
        const text = `${head}公章${tail}`;
        const shown = excerptAround(text, highlight(text, '公章'));
        expect(shown).toContain('公章');
        expect([...shown].length).toBeLessThanOrEqual(62);
      }),
    );
  });
});
