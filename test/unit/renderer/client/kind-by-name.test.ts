import { expect, it } from 'vitest';
import { kindByName, paperTitle } from '#renderer/features/client/kind-by-name.ts';
import { chinese } from '../speech.ts';

const wordsOf = (kind: Parameters<Parameters<typeof kindByName>[1]>[0]): string =>
  chinese.t(`vocabulary.documentKind.${kind}`);

it('reads the kind of a paper from the name of its file, the longest word first', () => {
  expect(kindByName('示例-营业执照(副本).pdf', wordsOf)).toBe('business_licence');
  expect(kindByName('商标授权书.jpg', wordsOf)).toBe('trademark_authorisation');
  expect(kindByName('IMG_2031.jpg', wordsOf)).toBeUndefined();
});

it('calls a paper after its kind, and after its file where the kind says nothing', () => {
  expect(paperTitle('lease', '房屋合同.pdf', wordsOf)).toBe(wordsOf('lease'));
  expect(paperTitle('other', '房屋合同.pdf', wordsOf)).toBe('房屋合同');
  expect(paperTitle(null, '2026.08 说明', wordsOf)).toBe('2026.08 说明');
  expect(paperTitle('other', '.pdf', wordsOf)).toBe('.pdf');
});
