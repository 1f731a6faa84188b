import type { CategoryPack } from './category-pack.ts';
import type { Assumption, Way } from './formula-completion.ts';
import type { FormulaLeaf } from './formula.ts';
import type { RuleText } from './rule-pack.ts';

/** What a leaf asks for: a paper by its name and what it extends to, or the words of the licence's scope. */
export function leafText(leaf: FormulaLeaf, { permits }: CategoryPack): RuleText {
  if (leaf.op === 'scope') {
    const { zh, en } = eitherOf(leaf.words);
    return { zh: `营业执照的经营范围含${zh}`, en: `business scope of the licence with ${en}` };
  }
  const name = permits.find(({ id }) => id === leaf.id)?.name ?? { zh: leaf.id, en: leaf.id };
  if (leaf.covering === undefined) return name;
  const { zh, en } = eitherOf(leaf.covering);
  return { zh: `${name.zh}（范围含${zh}）`, en: `${name.en} (extending to ${en})` };
}

/** What has to be so for a way to be enough. */
export function assumptionText(assumption: Assumption, pack: CategoryPack): RuleText {
  if (assumption.ask === 'answer') {
    const text = questionText(assumption.id, pack);
    return assumption.is
      ? { zh: `${text.zh}：是`, en: `${text.en}: yes` }
      : { zh: `${text.zh}：否`, en: `${text.en}: no` };
  }
  const { leaf } = assumption;
  if (leaf.op === 'scope') return leafText(leaf, pack);
  const name = leafText({ op: 'atom', id: leaf.id }, pack);
  const { zh, en } = eitherOf(leaf.covering ?? []);
  return { zh: `${name.zh}的范围含${zh}`, en: `${name.en} extends to ${en}` };
}

/** A question of the pack, by its id. */
export const questionText = (id: string, { questions }: CategoryPack): RuleText =>
  questions.find((question) => question.id === id)?.text ?? { zh: id, en: id };

/** Every way in one sentence: what to get, and on what assumption. Ways that read alike are said once. */
export function waysText(ways: readonly Way[], pack: CategoryPack): RuleText {
  const texts = new Map(ways.map((way) => wayText(way, pack)).map((text) => [text.zh, text]));
  return joinedTexts([...texts.values()], '；或', '; or ');
}

function wayText({ items, assuming }: Way, pack: CategoryPack): RuleText {
  const papers = joinedTexts(
    items.map((leaf) => leafText(leaf, pack)),
    '、',
    ' and ',
  );
  if (assuming.length === 0) return papers;
  const given = joinedTexts(
    assuming.map((assumption) => assumptionText(assumption, pack)),
    '，',
    ', ',
  );
  if (items.length === 0) return given;
  return { zh: `${papers.zh}（若${given.zh}）`, en: `${papers.en} (if: ${given.en})` };
}

/** Several texts as one, with what stands between them in each language. */
export const joinedTexts = (texts: readonly RuleText[], zh: string, en: string): RuleText => ({
  zh: texts.map((text) => text.zh).join(zh),
  en: texts.map((text) => text.en).join(en),
});

const eitherOf = (words: readonly string[]): RuleText => ({
  zh: words.map((word) => `「${word}」`).join('或'),
  en: words.map((word) => `“${word}”`).join(' or '),
});
