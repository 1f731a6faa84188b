import type { DocumentKind, DocumentPart } from './document-kind.ts';
import type { PageLine } from './page-line.ts';
import { straightened } from './page-line.ts';

export type KindGuess = {
  readonly kind: DocumentKind;
  readonly part: DocumentPart;
  /** 0 to 1. */
  readonly confidence: number;
};

type Title = { readonly kind: DocumentKind; readonly part: DocumentPart; readonly words: readonly string[] };

/** What is printed on papers of a kind and on no other, the most telling first. */
const titles: readonly Title[] = [
  { kind: 'id_card', part: 'front', words: ['公民身份号码'] },
  { kind: 'id_card', part: 'back', words: ['居民身份证'] },
  { kind: 'business_licence', part: 'whole', words: ['营业执照'] },
  { kind: 'public_institution_certificate', part: 'whole', words: ['事业单位法人证书'] },
  { kind: 'credit_code_certificate', part: 'whole', words: ['统一社会信用代码证书'] },
  { kind: 'social_group_certificate', part: 'whole', words: ['社会团体法人登记证书', '社会团体登记证书'] },
  {
    kind: 'private_non_enterprise_certificate',
    part: 'whole',
    words: ['民办非企业单位登记证书', '民办非企业单位'],
  },
  { kind: 'foundation_certificate', part: 'whole', words: ['基金会法人登记证书'] },
  {
    kind: 'account_proof',
    part: 'whole',
    words: ['开户许可证', '基本存款账户信息', '基本存款账户编号'],
  },
  { kind: 'food_business_permit', part: 'whole', words: ['食品经营许可证'] },
  {
    kind: 'telecom_permit',
    part: 'whole',
    words: ['增值电信业务经营许可证', '电信业务经营许可证', '电信与信息服务业务经营许可证'],
  },
];

/** Labels that hint at a kind where its title can't be read; so many have to be there. */
const hints: readonly (Title & { readonly atLeast: number })[] = [
  {
    kind: 'business_licence',
    part: 'whole',
    words: ['注册资本', '成立日期', '经营范围', '登记机关', '营业期限'],
    atLeast: 3,
  },
  { kind: 'id_card', part: 'front', words: ['姓名', '性别', '民族', '出生', '住址'], atLeast: 3 },
  { kind: 'id_card', part: 'back', words: ['签发机关', '有效期限'], atLeast: 2 },
  { kind: 'account_proof', part: 'whole', words: ['开户银行', '账号', '账户名称', '账户性质'], atLeast: 2 },
  { kind: 'food_business_permit', part: 'whole', words: ['主体业态', '经营项目', '许可证编号'], atLeast: 2 },
  { kind: 'telecom_permit', part: 'whole', words: ['业务种类', '业务覆盖范围', '服务项目'], atLeast: 2 },
  {
    kind: 'public_institution_certificate',
    part: 'whole',
    words: ['宗旨和业务范围', '经费来源', '开办资金', '举办单位'],
    atLeast: 2,
  },
];

/** What kind of paper a page is, by its title, else by its labels; undefined where nothing tells. A word in passing is no title. */
export function guessKind(lines: readonly PageLine[]): KindGuess | undefined {
  const texts = straightened(lines).pieces.map(({ text, confidence }) => ({
    text: text.replaceAll(' ', ''),
    confidence,
  }));
  for (const { kind, part, words } of titles) {
    const found = texts.find(({ text }) => words.some((word) => isTitle(text, word)));
    if (found !== undefined) return { kind, part, confidence: Math.min(0.98, found.confidence) };
  }
  const page = texts.map(({ text }) => text).join('\n');
  const hinted = hints.find(
    ({ words, atLeast }) => words.filter((word) => page.includes(word)).length >= atLeast,
  );
  return hinted === undefined ? undefined : { kind: hinted.kind, part: hinted.part, confidence: 0.6 };
}

/** The words with little else in their line, one of five or more misread at most. */
function isTitle(text: string, word: string): boolean {
  const at = text.indexOf(word);
  // A letter that names the paper in a sentence is not the paper; a number behind it belongs to it.
  if (at !== -1) return text.length - word.length <= 8 || /^[0-9A-Z()]*$/u.test(text.replace(word, ''));
  if (word.length < 5 || text.length !== word.length) return false;
  return [...word].filter((character, index) => text.charAt(index) !== character).length <= 1;
}
