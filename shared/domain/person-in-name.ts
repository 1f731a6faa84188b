import { documentKindNames } from './document-kind-name.ts';
import { compactText } from './plain-text.ts';

/** What stands beside a person's name in the name of a file: papers, sides, what they are to the client. */
const besideNames = [
  ...Object.values(documentKindNames),
  ...[
    '居民身份证',
    '正反面',
    '正面',
    '反面',
    '背面',
    '人像面',
    '国徽面',
    '头像面',
    '复印件',
    '扫描件',
    '原件',
    '照片',
  ],
  ...[
    '法定代表人',
    '法人代表',
    '法人',
    '负责人',
    '经营者',
    '经办人',
    '管理员',
    '运营者',
    '股东',
    '本人',
    '手持',
    '重拍',
  ],
]
  .toSorted((a, b) => b.length - a.length)
  .join('|');
const beside = new RegExp(besideNames, 'gu');
/** Between the characters of names of other peoples. */
const dots = /[·•・‧]/gu;
const apart = /[^\p{Script=Han}]+/u;
/** A longer name stands by itself also where something else stands before or behind it. */
const tellingLength = 3;

/**
 * Whether the name of a file tells a person: 身份证正面_某某某.jpg, 某某某身份证.jpg. A name of two characters has to stand alone, for
 * they may be part of any word.
 */
export function isPersonInName(fileName: string, person: string): boolean {
  const wanted = compactText(person).replaceAll(dots, '');
  if (!/^\p{Script=Han}{2,}$/u.test(wanted)) return false;
  const words = compactText(fileName).replaceAll(dots, '').replaceAll(beside, '_').split(apart);
  return words.some((word) => word === wanted || (wanted.length >= tellingLength && word.includes(wanted)));
}
