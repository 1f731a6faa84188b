import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortClientName, submissionNames } from '#shared/domain/submission-names.ts';
import '#test/support/property-seed.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.stringMatching(/^[一-龥]{0,90}$/u),
  fc.constantFrom(
    'CON',
    'nul.txt',
    '../../etc/passwd',
    'a/b\\c:d*?"<>|',
    '...',
    '',
    ' ',
    'e\u0301',
    '\u202Egpj.exe',
  ),
);
const files = fc.array(
  fc.record({
    lineNo: fc.integer({ min: 1, max: 300 }),
    paper: text,
    clientName: text,
    ending: fc.constantFrom('.pdf', '.jpg', '.png', '.bin'),
  }),
  { maxLength: 30 },
);
const bytesOf = (name: string): number => new TextEncoder().encode(name).length;

describe('names of a submission’s files', () => {
  test('an example', () => {
    const clientName = '示例归樾家居用品有限公司';
    expect(
      submissionNames([
        { lineNo: 1, paper: '营业执照', clientName, ending: '.pdf' },
        { lineNo: 2, paper: '身份证 示例甲 正面', clientName, ending: '.jpg' },
        { lineNo: 2, paper: '身份证 示例甲 反面', clientName, ending: '.jpg' },
      ]),
    ).toEqual([
      '01 营业执照 示例归樾家居用品.pdf',
      '02-1 身份证 示例甲 正面 示例归樾家居用品.jpg',
      '02-2 身份证 示例甲 反面 示例归樾家居用品.jpg',
    ]);
  });

  test('are no two alike, fit every system, and sort as they are given', () => {
    fc.assert(
      fc.property(files, (some) => {
        const names = submissionNames(some);
        expect(names).toHaveLength(some.length);
        expect(new Set(names.map((name) => name.normalize('NFKC').toLowerCase())).size).toBe(names.length);
        for (const [index, name] of names.entries()) {
          expect(name).toBe(name.normalize('NFC'));
          expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u);
          expect(name).not.toMatch(/^[\s.]|[\s.]$/u);
          expect(bytesOf(name)).toBeLessThanOrEqual(160);
          expect(name.endsWith(some[index]?.ending ?? '')).toBe(true);
          expect(Number(/^\d+/u.exec(name)?.[0])).toBe(some[index]?.lineNo);
        }
        const inOrder = names
          .map((name, index) => ({ name, no: some[index]?.lineNo ?? 0 }))
          .sort((a, b) => a.no - b.no)
          .map(({ name }) => name);
        expect(names.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(inOrder);
      }),
    );
  });

  test('a client’s short name is never empty where the name is not', () => {
    expect(shortClientName('示例甲餐饮店（普通合伙）')).toBe('示例甲餐饮店');
    expect(shortClientName('有限公司')).toBe('有限公司');
    expect(shortClientName('示例乙股份有限公司')).toBe('示例乙');
  });
});
