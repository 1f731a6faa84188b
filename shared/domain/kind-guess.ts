import { cardSidesIn } from './card-sides.ts';
import { documentKindNames } from './document-kind-name.ts';
import { documentKinds } from './document-kind.ts';
import type { DocumentKind } from './document-kind.ts';
import { withoutSpaces } from './plain-text.ts';

/** By what a kind was found: the heading of the page, the name of its file, or what the text speaks of. */
export const kindSigns = ['heading', 'file_name', 'text'] as const;
export type KindSign = (typeof kindSigns)[number];

export interface KindGuess {
  readonly kind: DocumentKind;
  /** How sure it is, from 0 to 1. */
  readonly share: number;
  readonly sign: KindSign;
  /** What the name of the file says where that is another kind: what was guessed before the page was read. */
  readonly nameSays: DocumentKind | null;
}

/** Other words that such a paper is headed or named with. */
const otherNames: Partial<Record<DocumentKind, readonly string[]>> = {
  id_card: ['居民身份证', '国徽面', '人像面'],
  account_proof: ['开户许可证', '基本存款账户信息', '基本户信息', '开户信息', '单位银行结算账户'],
  authorisation_letter: ['授权委托书', '授权函'],
  application_letter: ['申请函', '公函'],
  trademark_authorisation: ['商标使用授权书', '商标授权'],
  telecom_permit: ['电信与信息服务业务经营许可证', 'ICP许可证'],
  lease: ['房屋租赁合同', '租房合同'],
  statement: ['承诺书', '声明'],
};

/** Words that name no paper by themselves. */
const vague: ReadonlySet<DocumentKind> = new Set(['other', 'platform_form', 'other_party_certificate']);

const namesOf = (kind: DocumentKind): readonly string[] =>
  vague.has(kind) ? [] : [documentKindNames[kind], ...(otherNames[kind] ?? [])];

interface Known {
  readonly kind: DocumentKind;
  readonly name: string;
}

/** The longest first, so that 商标授权书 is found before 授权书. */
const known: readonly Known[] = documentKinds
  .flatMap((kind) => namesOf(kind).map((name) => ({ kind, name: name.toUpperCase() })))
  .toSorted((a, b) => b.name.length - a.name.length);

/** So many lines at the top of a page may be its heading. */
const headLines = 6;
const byHeading = 0.95;
const byFileName = 0.85;
/** Less than what need not be asked: the name is that of all pieces of the file. */
const bySharedName = 0.6;
const byText = 0.5;

/**
 * What kind of paper it is, by its heading, else by the name of its file, else by what its text speaks of; null where
 * nothing tells. The name of a file that `holdsSeveral` pieces is sure of none of them. A heading is a line with little else than the paper's name: others speak of a paper that they are not.
 */
export function guessKind(
  text: string,
  fileName: string,
  { holdsSeveral = false }: { readonly holdsSeveral?: boolean } = {},
): KindGuess | null {
  const lines = text.split(/[\n\f]/u).map((line) => withoutSpaces(line).toUpperCase());
  const named = nameIn(withoutSpaces(fileName).toUpperCase());
  const heading = lines.slice(0, headLines).flatMap((line) => headedBy(line) ?? [])[0] ?? cardIn(text);
  const says = (kind: DocumentKind) => (named === undefined || named === kind ? null : named);
  if (heading !== undefined)
    return { kind: heading, share: byHeading, sign: 'heading', nameSays: says(heading) };
  if (named !== undefined) {
    const share = holdsSeveral ? bySharedName : byFileName;
    return { kind: named, share, sign: 'file_name', nameSays: null };
  }
  const spoken = nameIn(lines.join(''));
  return spoken === undefined ? null : { kind: spoken, share: byText, sign: 'text', nameSays: null };
}

/** The front of a card has no heading. */
const cardIn = (text: string): DocumentKind | undefined =>
  cardSidesIn(text).length > 0 ? 'id_card' : undefined;

/** As much as stands around a name in a heading: brackets, 副本, a body's name before it. */
const besideHeading = 8;

const headedBy = (line: string): DocumentKind | undefined =>
  known.find(
    ({ name }) => line.endsWith(name) || (line.includes(name) && line.length <= name.length + besideHeading),
  )?.kind;

const nameIn = (text: string): DocumentKind | undefined =>
  known.find(({ name }) => text.includes(name))?.kind;
