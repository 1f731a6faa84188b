import { expect, test } from 'vitest';
import { pagesIn } from '../../../electron/main/pdf-pages.ts';
import { footerTemplate } from '../../../electron/main/print-footer.ts';
import { textsOf } from '../../../electron/main/texts/texts.ts';

test('the foot shows both texts and the page of how many, in the language of the user', () => {
  const foot = { footLeft: '规则包 2026.09', footMiddle: '记录链首 8d41' };
  const chinese = footerTemplate(foot, textsOf('zh-CN'));
  expect(chinese).toContain('<span>规则包 2026.09</span><span>记录链首 8d41</span>');
  expect(chinese).toContain('第 <span class="pageNumber"></span> 页，共 <span class="totalPages"></span> 页');
  expect(footerTemplate(foot, textsOf('en'))).toContain('Page <span class="pageNumber">');
});

test('texts cannot become markup', () => {
  const template = footerTemplate({ footLeft: '<img src=x>"\'&', footMiddle: '' }, textsOf('en'));
  expect(template).toContain('&#60;img src=x&#62;&#34;&#39;&#38;');
  expect(template).not.toContain('<img');
});

test('pages are counted, the list of pages is not one', () => {
  const pdf = Buffer.from(
    '<</Type /Pages /Count 2>> <</Type /Page\n/Parent 1 0 R>> <</Type/Page /X>> <</Type /PageLabel>>',
  );
  expect(pagesIn(pdf)).toBe(2);
});
