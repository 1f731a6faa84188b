import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, fileTextLimit, pageBreak, pageTextOf } from '#shared/domain/file-text.ts';
import { foundOnPage } from '#shared/domain/found-on-page.ts';
import type { ExcerptRoom } from '#shared/domain/found-on-page.ts';
import { highlight } from '#shared/domain/highlight.ts';
import { normaliseForSearch } from '#shared/domain/search-text.ts';

const text = ['甲方：示例贸易', '逾期付款的，按日\n万分之五计收违约', '金。合同编号 HT-2026-0042'].join(
  pageBreak,
);

describe('where a file holds a query', () => {
  it('is said by page and with the words around it', () => {
    expect(foundOnPage(text, '示例')).toEqual({
      page: 1,
      excerpt: '甲方：示例贸易 逾期付款的，按日 万分之五计收…',
    });
    expect(foundOnPage(text, 'ht20260042')).toBeUndefined();
    expect(foundOnPage(text, 'ｈt-2026')).toMatchObject({ page: 3 });
    expect(foundOnPage(text, '没有的')).toBeUndefined();
    expect(foundOnPage(text, ' ')).toBeUndefined();
  });

  it('is found over the end of a line and of a page, which is named by its beginning', () => {
    expect(foundOnPage(text, '按日万分')).toMatchObject({ page: 2 });
    const over = foundOnPage(text, '违约金');
    expect(over?.page).toBe(2);
    expect(over?.excerpt).toBe('…，按日 万分之五计收违约金。合同编号 HT-2026-0042');
  });

  it('shows as much before and after it as there is room for', () => {
    const says = `${'前'.repeat(30)}盖章${'后'.repeat(200)}`;
    const excerpt = (room?: ExcerptRoom) => foundOnPage(says, '盖章', room)?.excerpt;
    expect(excerpt()).toBe(`…${'前'.repeat(10)}盖章${'后'.repeat(18)}…`);
    expect(excerpt({ before: 2, after: 120 })).toBe(`…前前盖章${'后'.repeat(120)}…`);
    expect(excerpt({ before: 30, after: 200 })).toBe(says);
  });

  it('shows what was found in a text of any length, quickly', () => {
    const long = `${'长'.repeat(40_000)}\n${'𠮷 '.repeat(5000)}此处盖章${pageBreak}${'尾'.repeat(40_000)}`;
    const found = foundOnPage(long, '此处盖章');
    expect(found?.page).toBe(1);
    expect(highlight(found?.excerpt ?? '', '此处盖章')).toHaveLength(1);
    expect([...(found?.excerpt ?? '')].length).toBeLessThan(70);
  });

  it('is the same as that of a plain scan, and can be seen in the excerpt', () => {
    const letters = [...'示例合同ＡＢab12（）-· \n\f', '\u200b', '𠮷', 'ﬁ', 'e\u0301', '㈱'];
    const texts = fc.array(fc.constantFrom(...letters), { maxLength: 120 }).map((all) => all.join(''));
    fc.assert(
      fc.property(texts, fc.nat(119), fc.integer({ min: 1, max: 6 }), (says, at, length) => {
        const query = [...says].slice(at, at + length).join('');
        const found = foundOnPage(says, query);
        const isThere =
          normaliseForSearch(query) !== '' && normaliseForSearch(says).includes(normaliseForSearch(query));
        expect(found !== undefined).toBe(isThere);
        if (found !== undefined) expect(highlight(found.excerpt, query)).not.toEqual([]);
      }),
    );
  });
});

describe('the text of a page', () => {
  it('is kept in lines, without what shows nothing, and with characters for radicals', () => {
    expect(pageTextOf('  ⻓沙市\u0000\u200b \n\n \f⻔店\r\n马')).toBe('长沙市\n门店\n马');
    expect(normaliseForSearch(pageTextOf('⻋⻚⼀'))).toBe('车页一');
  });

  it('is cut without half a character', () => {
    expect(cutText('示例', 5)).toBe('示例');
    expect(cutText('a𠮷b', 2)).toBe('a');
    expect(cutText('a𠮷b', 3)).toBe('a𠮷');
    expect(fileTextLimit).toBeGreaterThan(50_000);
  });
});
