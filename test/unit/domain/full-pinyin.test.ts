import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { pinyinRanges, pinyinWays, readingsOf } from '#shared/domain/full-pinyin.ts';
import { highlight } from '#shared/domain/highlight.ts';

const seen = (text: string, query: string): string[] => [
  ...new Set(pinyinRanges(text, query).map(({ start, end }) => text.slice(start, end))),
];

describe('full pinyin', () => {
  test('finds a name from the beginning of any of its syllables, while the last one is being typed', () => {
    expect(seen('归樾家居', 'guiyue')).toEqual(['归樾']);
    expect(seen('归樾家居', 'guiy')).toEqual(['归樾']);
    expect(seen('归樾家居', 'yuejia')).toEqual(['樾家']);
    expect(seen('上海杭州', 'hang')).toEqual(['杭']);
    expect(seen('归樾家居', 'uiyue')).toEqual([]);
    expect(seen('归樾（云汀）', 'yueyun')).toEqual(['樾（云']);
    expect(seen('深圳A1科技', 'zhena1keji')).toEqual(['圳A1科技']);
    expect(seen('绿城', 'lvcheng')).toEqual(['绿城']);
    expect(seen('西安', 'xian')).toEqual(['西安']);
    expect(seen('先锋', 'xian')).toEqual(['先']);
  });

  test('knows every reading of a character', () => {
    for (const query of ['chongqing', 'zhongqing']) expect(seen('重庆', query)).toEqual(['重庆']);
    for (const query of ['changle', 'changyue', 'zhangle']) expect(seen('长乐', query)).toEqual(['长乐']);
  });

  test('is not what single letters mean, nor what is no pinyin', () => {
    expect(pinyinWays('gy')).toEqual([]);
    expect(pinyinWays('归yue')).toEqual([]);
    expect(pinyinWays('')).toEqual([]);
    expect(pinyinWays('xian').map((way) => way.join(' '))).toEqual(expect.arrayContaining(['xian', 'xi an']));
  });

  test('every stretch of a name is found by its pinyin, however one of its characters is read', () => {
    const characters = [...'归樾栩禾重庆长乐银行会计和都深圳科技有限公司餐饮绿女略'];
    const name = fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), fc.nat(), (letters, a, b, choice) => {
        const text = letters.join('');
        const from = a % letters.length;
        const size = 1 + (b % Math.min(6, letters.length - from));
        const [whole] = readingsOf(text);
        const query = whole?.syllables.slice(from, from + size) ?? [];
        const wanted = letters.slice(from, from + size).join('');
        expect(seen(text, query.join('')).some((part) => part.includes(wanted))).toBe(
          query.join('').length > 1,
        );
        const at = choice % size;
        const all = pinyin(letters[from + at] ?? '', {
          multiple: true,
          toneType: 'none',
          type: 'array',
          v: true,
        });
        const other = query.with(at, all[choice % all.length] ?? '').join('');
        if (other.length > 1) expect(seen(text, other).some((part) => part.includes(wanted))).toBe(true);
      }),
    );
  });

  test('is marked in a text where neither its characters nor its initials are found', () => {
    expect(highlight('澄州归樾家居', 'guiyue')).toEqual([{ start: 2, end: 4 }]);
    expect(highlight('guiyue', 'guiyue')).toEqual([{ start: 0, end: 6 }]);
  });
});
