import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTabText, tabText } from '#shared/domain/tab-text.ts';

describe('a block of cells as text of the clipboard', () => {
  it('gives every block back', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('\t', '\r', '\n', '"', '=', "'", 'a', ' ') }),
    );
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(block, (rows) => {
        expect(readTabText(tabText(rows))).toEqual(rows);
      }),
    );
  });

  it('reads what spreadsheets write: quoted line breaks, the end of the last line', () => {
    expect(readTabText('甲\t"两\r\n行"\r\n\t"说""好""了"\r\n')).toEqual([
      ['甲', '两\r\n行'],
      ['', '说"好"了'],
    ]);
    expect(readTabText('甲\n乙')).toEqual([['甲'], ['乙']]);
    expect(readTabText('甲\n\n')).toEqual([['甲'], ['']]);
    expect(readTabText('')).toEqual([['']]);
  });

  it('takes a quotation mark that isn’t closed, or not at the end of a cell, as it stands', () => {
    expect(readTabText('"甲\t乙')).toEqual([['"甲', '乙']]);
    expect(readTabText('5"屏\t"甲"乙')).toEqual([['5"屏', '"甲"乙']]);
  });

  it('leaves no formula for a spreadsheet to evaluate, and one cell without a line end', () => {
    expect(tabText([['=1+1']])).toBe("'=1+1");
    expect(tabText([['甲', '乙']])).toBe('甲\t乙\r\n');
  });
});
