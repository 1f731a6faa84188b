import { expect, test } from 'vitest';
import { paths } from '#renderer/components/paths.ts';
import { paperInAddress } from '../../../../renderer/features/print/printed-paper.ts';

test('a paper’s address names the page and the words that are looked for', () => {
  expect(paths.document('a b')).toBe('#/documents/a%20b');
  expect(paths.document('a', { page: 3 })).toBe('#/documents/a?page=3');
  expect(paths.document('a', { page: 3, find: '违约 & 金' })).toBe(
    `#/documents/a?page=3&find=${encodeURIComponent('违约 & 金')}`,
  );
});

test('what is printed is one version of a paper, turned by quarters', () => {
  expect(paperInAddress('#/paper/a%20b/c/90')).toEqual({ documentId: 'a b', versionId: 'c', turn: 90 });
  for (const address of ['#/paper/a/b/45', '#/paper/a/b', '#/checklist/a', '#/paper/a/b/c/90'])
    expect(paperInAddress(address)).toBeNull();
});
