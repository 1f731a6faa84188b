import type { Category, CategoryPack } from './category-pack.ts';
import { pathText } from './category-pack.ts';
import { nameKey } from './name-key.ts';
import { withPlainDashes } from './plain-text.ts';

export type RecognisedCategories = {
  /** In the order of the text, each once. */
  readonly matches: readonly Category[];
  /** Parts of the text that name no category, or more than one. */
  readonly unknown: readonly string[];
};

/**
 * Finds the categories that a text as people write it names: several separated by 、，；or new lines, each as its path
 * (餐饮服务-外卖平台, 自营 > 酒类) or by its own name where that is enough. Nothing is guessed: a name that several
 * categories bear is not known.
 */
export function recogniseCategories(text: string, { categories }: CategoryPack): RecognisedCategories {
  const found = partsOf(text).map((part) => ({ part, category: categoryOf(part, categories) }));
  return {
    matches: [...new Set(found.flatMap(({ category }) => category ?? []))],
    unknown: [...new Set(found.flatMap(({ part, category }) => (category === undefined ? [part] : [])))],
  };
}

const partsOf = (text: string): string[] =>
  text
    .split(/[、，,；;\n]/u)
    .map((part) => part.trim())
    .filter(Boolean);

function categoryOf(part: string, categories: readonly Category[]): Category | undefined {
  const key = keyOf(part);
  const whole = categories.filter((category) => keysOf(category).has(key));
  if (whole[0] !== undefined && whole.length === 1) {
    return isOtherFirstLevel(part, whole[0], categories) ? undefined : whole[0];
  }
  const [first, ...others] = levelsOf(part);
  if (first === undefined || others.length === 0) return undefined;
  const inFirst = categories.filter(({ path }) => isFirstLevel(first, path[0].zh, path[0].en));
  return soleBest(inFirst, others);
}

/** 医疗 alone may be the first level as well as the authority of that name. */
const isOtherFirstLevel = (part: string, { path }: Category, categories: readonly Category[]): boolean =>
  categories.some(
    (other) => other.path[0].zh !== path[0].zh && isFirstLevel(part, other.path[0].zh, other.path[0].en),
  );

/** Of the categories of one first level, the one that the deeper levels name; the deepest level may be a third one. */
function soleBest(categories: readonly Category[], levels: readonly string[]): Category | undefined {
  for (const level of [levels.join('-'), ...levels]) {
    const key = keyOf(level);
    const named = categories.filter((category) => keysOf(category).has(key));
    if (named.length === 1) return named[0];
  }
  return undefined;
}

const keyOf = (text: string): string => nameKey(withPlainDashes(text)).replaceAll(/[()“”"']/gu, '');

/** Dashes, angle brackets, arrows and colons stand between the levels; a slash does where nothing else is there. */
function levelsOf(part: string): string[] {
  const levels = withPlainDashes(part).split(/\s*(?:-+>?|[>＞›»→·:：]|\|)\s*/u);
  const read = levels.length > 1 ? levels : part.split(/[/／]/u);
  return read.map((level) => level.trim()).filter(Boolean);
}

/** 餐饮 and 餐饮服务, 自营 and 商家自营 are one first level. */
function isFirstLevel(text: string, zh: string, en: string): boolean {
  const [key, name] = [keyOf(text), keyOf(zh)];
  return key === keyOf(en) || (key.length > 1 && (name.startsWith(key) || name.endsWith(key)));
}

const known = new WeakMap<Category, ReadonlySet<string>>();

/** A category's names in the form in which they are compared, worked out once. */
function keysOf(category: Category): ReadonlySet<string> {
  const keys = known.get(category) ?? new Set(namesOf(category).map(keyOf));
  known.set(category, keys);
  return keys;
}

/** Its second level, whole and by the halves of a double name, what else it is called, and its path. */
function namesOf({ path: [first, second], alsoCalled = [] }: Category): string[] {
  const halves = second.zh.split('/').filter((half) => half.length > 1);
  const paths = [`${first.zh}-${second.zh}`, `${first.en} - ${second.en}`, `${first.en}-${second.en}`];
  return [second.zh, second.en, ...halves, ...alsoCalled, ...paths];
}

/** The text with every category that is known by the name that the platform's list has for it. */
export function withKnownNames(text: string, pack: CategoryPack): string {
  const parts = partsOf(text).map((part) => {
    const category = categoryOf(part, pack.categories);
    return category === undefined ? part : pathText(category).zh;
  });
  return [...new Set(parts)].join('、');
}

/** The text with a category joined to it, by its path; unchanged where it names the category already. */
export function withCategory(text: string, category: Category, pack: CategoryPack): string {
  if (recogniseCategories(text, pack).matches.includes(category)) return text;
  return [text.trim(), pathText(category).zh].filter(Boolean).join('、');
}
