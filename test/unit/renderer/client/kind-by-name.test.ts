import { expect, it } from 'vitest';
import { kindByName } from '#renderer/features/client/kind-by-name.ts';
import { chinese } from '../speech.ts';

const wordsOf = (kind: Parameters<Parameters<typeof kindByName>[1]>[0]): string =>
  chinese.t(`vocabulary.documentKind.${kind}`);

it('reads the kind of a paper from the name of its file, the longest word first', () => {
  expect(kindByName('示例-营业执照(副本).pdf', wordsOf)).toBe('business_licence');
  expect(kindByName('商标授权书.jpg', wordsOf)).toBe('trademark_authorisation');
  expect(kindByName('IMG_2031.jpg', wordsOf)).toBeUndefined();
});
