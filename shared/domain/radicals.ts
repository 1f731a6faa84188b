/**
 * Radicals that look like a whole character, and the character: some writers of PDF files set 长 as the radical ⻓
 * (Unicode block CJK Radicals Supplement, pairs of EquivalentUnifiedIdeograph). Kangxi radicals are not among them: NFKC
 * turns those into characters by itself.
 */
const pairs =
  '⺠民⺬示⺶羊⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙';

const characters = [...pairs];
const characterOf = new Map(
  characters.flatMap((radical, at) =>
    at % 2 === 0 ? [[radical, characters[at + 1] ?? radical] as const] : [],
  ),
);

/** The text with such radicals replaced by the characters that they stand for. */
export const withWholeCharacters = (text: string): string =>
  text.replaceAll(/[\u2e80-\u2ef2]/gu, (radical) => characterOf.get(radical) ?? radical);
