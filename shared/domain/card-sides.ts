/** The two sides of one ID card that came as two: what tells them, and which belong together. */
import { compactText } from './plain-text.ts';

export type CardSide = 'front' | 'back';

const frontLabels = ['姓名', '性别', '民族', '出生', '住址'] as const;
const backWords = ['居民身份证', '签发机关', '有效期限'] as const;

/** The sides that a page shows by what is printed on it. A letter that gives somebody's number is no card. */
export function cardSidesIn(text: string): readonly CardSide[] {
  const page = compactText(text);
  const count = (words: readonly string[]): number => words.filter((word) => page.includes(word)).length;
  return [
    ...(page.includes('公民身份号码') && count(frontLabels) >= 2 ? (['front'] as const) : []),
    ...(count(backWords) >= 2 ? (['back'] as const) : []),
  ];
}

interface NamedSide {
  /** The rest of the name: what both sides have in common. */
  readonly stem: string;
  readonly side: CardSide;
  /** By a word; else by a number, which may count anything. */
  readonly isWord: boolean;
}

const frontWord = /正面|人像面|头像面|front/iu;
const backWord = /反面|背面|国徽面|back/iu;
const bothWords = /正反|两面|双面/u;
const ending = /\.[a-z0-9]{2,5}$/iu;
const number = /^(.*?\D)[-_.(]?0?([12])\)?$/u;
const separators = /[-_.,、·—()[\]]+/gu;

/** The side of a card that the name of a file tells: 身份证正面_某某.jpg, 某某身份证_2.jpg. Null where it tells none. */
export function sideInName(fileName: string): NamedSide | null {
  const name = compactText(fileName).replace(ending, '');
  const [isFront, isBack] = [frontWord.test(name), backWord.test(name)];
  if ((isFront && isBack) || bothWords.test(name)) return null;
  if (isFront || isBack) {
    const rest = name.replace(isFront ? frontWord : backWord, '_');
    return { stem: stemOf(rest), side: isFront ? 'front' : 'back', isWord: true };
  }
  const [, rest, no] = number.exec(name) ?? [];
  if (rest === undefined) return null;
  return { stem: stemOf(rest), side: no === '1' ? 'front' : 'back', isWord: false };
}

const stemOf = (rest: string): string =>
  rest
    .replaceAll(separators, '_')
    .replaceAll(/^_+|_+$/gu, '')
    .toLowerCase();

/** A piece of one page that is an ID card or may be one. */
export interface SidePiece {
  readonly id: string;
  readonly isCard: boolean;
  /** By word, else by a guess that is sure. */
  readonly clientId: string | null;
  readonly folderName: string;
  readonly fileName: string;
  /** What was read on its page; empty while nobody has. */
  readonly sides: readonly CardSide[];
}

export interface SidePair {
  readonly front: string;
  readonly back: string;
  readonly sign: 'name' | 'reading';
}

/**
 * Pieces that are the two sides of one card: by the names of their files, else read as front and back with the same client.
 * Only where there is one of each: of two cards nobody knows which sides belong together.
 */
export function pairsOfSides(pieces: readonly SidePiece[]): readonly SidePair[] {
  const alone = pieces.filter(({ sides }) => sides.length < 2);
  const named = groupsOf(alone, ({ folderName, fileName }) => {
    const found = sideInName(fileName);
    return found && JSON.stringify([folderName, found.stem, found.isWord]);
  }).flatMap((group) => byName(group) ?? []);
  const taken = new Set(named.flatMap(({ front, back }) => [front, back]));
  const rest = alone.filter(({ id, isCard }) => isCard && !taken.has(id));
  return [...named, ...groupsOf(rest, ({ clientId }) => clientId).flatMap((group) => byReading(group) ?? [])];
}

function groupsOf(
  pieces: readonly SidePiece[],
  keyOf: (piece: SidePiece) => string | null,
): readonly (readonly SidePiece[])[] {
  const groups = new Map<string, SidePiece[]>();
  for (const piece of pieces) {
    const key = keyOf(piece);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), piece]);
  }
  return [...groups.values()];
}

function byName([one, other, ...more]: readonly SidePiece[]): SidePair | null {
  if (one === undefined || other === undefined || more.length > 0) return null;
  if (one.clientId !== null && other.clientId !== null && one.clientId !== other.clientId) return null;
  const isWord = sideInName(one.fileName)?.isWord === true;
  // Numbers count pages of anything: one of them has to be known as a card.
  if (!isWord && !one.isCard && !other.isCard) return null;
  const [first = opposite(other.sides[0])] = one.sides;
  const [second = opposite(first)] = other.sides;
  const side = first ?? sideInName(one.fileName)?.side;
  const otherSide = second ?? sideInName(other.fileName)?.side;
  return side === undefined || otherSide === undefined
    ? null
    : pairOf([one, side], [other, otherSide], 'name');
}

const opposite = (side: CardSide | undefined): CardSide | undefined =>
  side && (side === 'front' ? 'back' : 'front');

function byReading([one, other, ...more]: readonly SidePiece[]): SidePair | null {
  const [side, otherSide] = [one?.sides[0], other?.sides[0]];
  if (one === undefined || other === undefined || more.length > 0) return null;
  if (side === undefined || otherSide === undefined) return null;
  return pairOf([one, side], [other, otherSide], 'reading');
}

type Sided = readonly [SidePiece, CardSide];

function pairOf([one, side]: Sided, [other, otherSide]: Sided, sign: SidePair['sign']): SidePair | null {
  if (side === otherSide) return null;
  const [front, back] = side === 'front' ? [one, other] : [other, one];
  return { front: front.id, back: back.id, sign };
}
