import { expect, test } from 'vitest';
import { pagesIn } from '../../../electron/main/pdf-pages.ts';

test('pages are counted, the list of pages is not one', () => {
  const pdf = Buffer.from(
    '<</Type /Pages /Count 2>> <</Type /Page\n/Parent 1 0 R>> <</Type/Page /X>> <</Type /PageLabel>>',
  );
  expect(pagesIn(pdf)).toBe(2);
});
