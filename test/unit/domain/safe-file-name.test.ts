import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { namesTaken, safeFileName } from '#shared/domain/safe-file-name.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('.', ' ', '/', '\\', ':', '\u202e', 'é', 'e\u0301', '证', '𬭎', 'a') }),
  fc.constantFrom('CON', 'con.pdf', 'LPT1', 'com¹.x', '..', '../../x', '', 'nul', 'a\ud800b'),
);

describe('a safe name', () => {
  it('keeps what every system takes', () => {
    expect(safeFileName('云汀（归樾）家居用品有限公司')).toBe('云汀（归樾）家居用品有限公司');
  });

  it.each([
    ['../../x', 'x'],
    ['a/b\\c:d', 'a b c d'],
    ['con', '_con'],
    ['NUL.pdf', '_NUL.pdf'],
    ['console', 'console'],
    ['licence\u202efdp.exe', 'licencefdp.exe'],
    ['end. . ', 'end'],
    [' .. ', '_'],
    ['e\u0301t', '\u00e9t'],
  ])('%j becomes %j', (text, name) => expect(safeFileName(text)).toBe(name));

  test('is a name on every system, whatever it is made of', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 8, max: 200 }), (text, maxBytes) => {
        const name = safeFileName(text, maxBytes);
        expect(name).not.toBe('');
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(name).not.toMatch(/^[.\s]|[.\s]$/u);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(maxBytes);
        expect(name.normalize('NFC')).toBe(name);
        expect(safeFileName(name, maxBytes)).toBe(name);
      }),
    );
  });
});

describe('names in one folder', () => {
  it('are apart where a system does not tell capitals and forms apart', () => {
    const names = namesTaken(['Old.pdf']);
    expect(names.take('old', '.pdf')).toBe('old (2).pdf');
    expect(names.take('caf\u00e9')).toBe('caf\u00e9');
    expect(names.take('CAFE\u0301')).toBe('CAFE\u0301 (2)');
    expect(names.take('cafe\u0301')).toBe('cafe\u0301 (3)');
  });

  test('are never the same', () => {
    const stem = fc.constantFrom('a', 'A', 'a (2)', 'Ａ', 'ß', 'SS', 'ẞ');
    fc.assert(
      fc.property(fc.array(stem), (stems) => {
        const names = namesTaken();
        const taken = stems.map((each) => names.take(each).toLowerCase());
        expect(new Set(taken).size).toBe(stems.length);
      }),
    );
  });
});
