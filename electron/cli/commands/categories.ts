import { pathText } from '#shared/domain/category-pack.ts';
import type { Category, CategoryPack } from '#shared/domain/category-pack.ts';
import { recogniseCategories } from '#shared/domain/category-recognition.ts';
import { searchCategories } from '#shared/domain/category-search.ts';
import { cheapestWays } from '#shared/domain/formula-completion.ts';
import { leavesOf } from '#shared/domain/formula.ts';
import { leafText, waysText } from '#shared/domain/permit-words.ts';
import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { clientIdOf } from '../find-client.ts';
import { withSession } from '../session.ts';
import { listDeeds } from './category-lists.ts';
import { moveOptions, moveWish } from '../rule-files.ts';
import { UsageError } from '../usage.ts';

/** The categories of the platforms, or those that a text names and what they ask for, in general or of one client; whole lists. */
export const categories: Command = async (args, options) => {
  const known = {
    client: { type: 'string' },
    'dry-run': { type: 'boolean' },
    ...moveOptions,
  } as const;
  const { values, positionals } = strict(args, known);
  const [name = '', ...others] = positionals;
  const deed = Object.hasOwn(listDeeds, name) ? listDeeds[name] : undefined;
  if (deed !== undefined) {
    const flags = { dryRun: values['dry-run'] === true, wish: moveWish(values) };
    return withSession(options, (session) => deed({ ...session, ...flags, args: others }));
  }
  const text = positionals.length === 0 ? undefined : positionals.join('、');
  const subject = values.client;
  if (subject !== undefined && text === undefined) throw new UsageError('the category is missing');
  return withSession(options, async ({ call }) => {
    if (subject !== undefined && text !== undefined) {
      const clientId = await clientIdOf(call, subject);
      return { output: await call.applications.judgeCategories({ clientId, text }) };
    }
    const newest = await call.rules.categories();
    return { output: newest.map(({ pack }) => listed(pack, text)) };
  });
};

function listed(pack: CategoryPack, text: string | undefined) {
  const head = {
    id: pack.id,
    version: pack.version,
    asOf: pack.asOf,
    notFor: pack.notFor,
    unknowns: pack.unknowns ?? [],
  };
  if (text === undefined) return { ...head, categories: pack.categories.map((category) => row(category)) };
  const { matches, unknown } = recogniseCategories(text, pack);
  // What names no category by itself is looked for in names and papers, as the window does.
  const found = unknown.flatMap((part) =>
    searchCategories(pack, part).map((category) => ({ part, category })),
  );
  const named = [...new Set([...matches, ...found.map(({ category }) => category)])];
  return {
    ...head,
    categories: named.map((category) => whole(category, pack)),
    unknown: unknown.filter((part) => !found.some((one) => one.part === part)),
  };
}

function row(category: Category) {
  const { id, cac, forIndividuals, formula } = category;
  return { id, path: pathText(category), cac, forIndividuals, paperCount: leavesOf(formula).length };
}

/** The formula with the words of its papers, and the cheapest ways for a client of whom nothing is known. */
function whole(category: Category, pack: CategoryPack) {
  const { formula, note, tag, source, asOf } = category;
  const ways = cheapestWays(formula, { atHand: new Map(), platform: pack.platform, category: category.id });
  return {
    ...row(category),
    formula,
    papers: leavesOf(formula).map((leaf) => leafText(leaf, pack)),
    needed: ways.some(({ items }) => items.length > 0) ? waysText(ways, pack) : null,
    ...(note && { note }),
    tag,
    source,
    asOf,
  };
}
