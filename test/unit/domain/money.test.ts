import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFen, parseYuan } from '#shared/domain/money.ts';

describe('reading amounts', () => {
  it.each<[string | number, number]>([
    ['3,600 元', 360_000],
    ['¥300', 30_000],
    ['￥３００．５０', 30_050],
    ['300.5', 30_050],
    ['.5', 50],
    ['30.', 3_000],
    ['人民币 300 元整', 30_000],
    ['RMB 300', 30_000],
    ['300 CNY', 30_000],
    ['1,234,567.89', 123_456_789],
    ['1.2万', 1_200_000],
    ['1.2 万元', 1_200_000],
    ['2400*2-800', 400_000],
    ['2400 × 2 － 800', 400_000],
    ['（300+30）*2', 66_000],
    ['300元+30元', 33_000],
    ['=100/3', 3_333],
    ['200/3', 6_667],
    ['100/3*3', 10_000],
    ['2-3-4', -500],
    ['100/2/5', 1_000],
    ['-300', -30_000],
    ['-(300-50)', -25_000],
    ['0.1+0.2', 30],
    ['1.005', 101],
    ['-1.005', -101],
    ['0', 0],
    [300, 30_000],
    [300.5, 30_050],
    [1.005, 101],
    [-0.01, -1],
  ])('%j is %i fen', (value, fen) => {
    expect(parseYuan(value)).toBe(fen);
  });

  it.each<string | number>([
    '',
    ' ',
    '元',
    '.',
    '三百',
    '3元5',
    '3人民币600',
    '3 600',
    '3,60',
    '36,00',
    '1,2345',
    '1.2.3',
    '1+',
    '*2',
    '1++',
    '(1',
    '1)',
    '()',
    '2(3)',
    '1/0',
    '1/(2-2)',
    'alert(1)',
    '1e5',
    '2**3',
    '99999999999999999',
    '('.repeat(300),
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e21,
  ])('%j is no amount', (value) => {
    expect(parseYuan(value)).toBeUndefined();
  });

  it('answers every text', () => {
    const characters = fc.constantFrom(...'0123456789.,+-*/()（） 元万¥=');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(characters, { maxLength: 20 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (value) => {
        const fen = parseYuan(value);
        expect(fen === undefined || Number.isSafeInteger(fen)).toBe(true);
      }),
    );
  });

  it('computes like arithmetic on whole yuan', () => {
    const yuan = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(yuan, yuan, yuan, (a, b, c) => {
        expect(parseYuan(`${a}+${b}*${c}`)).toBe((a + b * c) * 100);
        expect(parseYuan(`(${a}-${b})*${c}`)).toBe((a - b) * c * 100 + 0);
      }),
    );
  });
});

describe('writing amounts', () => {
  it.each([
    [360_000, '3,600'],
    [360_050, '3,600.50'],
    [5, '0.05'],
    [0, '0'],
    [-30_005, '-300.05'],
    [-99, '-0.99'],
    [100_000_000_00, '100,000,000'],
    [Number.MAX_SAFE_INTEGER, '90,071,992,547,409.91'],
  ])('%i fen is %s', (fen, text) => {
    expect(formatFen(fen)).toBe(text);
    expect(formatFen(fen, 'en')).toBe(text);
  });

  it('refuses parts of a fen', () => {
    expect(() => formatFen(0.5)).toThrow(RangeError);
  });

  it('is read back as the same amount', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        expect(parseYuan(formatFen(fen))).toBe(fen + 0);
      }),
    );
  });
});
