import type { CategoryPack } from './category-pack.ts';
import type { DocumentKind } from './document-kind.ts';
import { leafKey } from './formula.ts';
import type { NeededFacts } from './needed-facts.ts';
import { expiredOnFile } from './needed-paper-options.ts';
import type { Mention, NeededFor } from './needed-requirements.ts';
import { permitPapers } from './permit-papers.ts';
import { joinedTexts, leafText } from './permit-words.ts';
import type { Holder, RuleText } from './rule-pack.ts';

export const neededActs = ['attach', 'complete', 'replace', 'renew', 'get', 'scope'] as const;
/**
 * What is to be done for a paper: put one on file to its items, add a side that is missing, have another instead of
 * one that was refused, have one that ran out renewed, get it, or have the licence's scope changed.
 */
export type NeededAct = (typeof neededActs)[number];

export type NeededPaper = {
  readonly key: string;
  readonly act: NeededAct;
  /** The name of the paper; null where its kind says it. */
  readonly title: RuleText | null;
  /** What it is filed under; null for the scope. */
  readonly kind: DocumentKind | null;
  readonly holder?: Holder;
  /** Every item and category that it serves. */
  readonly serves: readonly NeededFor[];
  /** The papers on file that it stands for or that are to be put to the items, by document id. */
  readonly documentIds: readonly string[];
};

type Costs = CategoryPack['costs']['of'];

/** Without a list of categories every paper weighs the same. */
const evenCosts: Costs = { own_text: 1, certificate: 1, agreement: 1, filing: 1, permit: 1, scope: 1 };

/**
 * What a paper costs, by the weights of the list: nothing where it is on file, no more than one that is held where it
 * is renewed, as much as a text of one's own where only a side is missing.
 */
export function costOfPaper(
  mentions: readonly Mention[],
  facts: NeededFacts,
  costs: Costs = evenCosts,
): number {
  const [first] = mentions;
  if (first === undefined || first.as === 'file') return 0;
  const sorts = mentions.flatMap((mention) =>
    mention.as === 'file' ? [] : (mention.option?.sort ?? 'scope'),
  );
  const cost = Math.min(...sorts.map((sort) => costs[sort]));
  switch (actOf(mentions, facts)) {
    case 'renew':
      return Math.min(cost, costs.certificate);
    case 'complete':
      return Math.min(cost, costs.own_text);
    case 'attach':
    case 'replace':
    case 'get':
    case 'scope':
      return cost;
  }
}

/** The paper of a plan in full, from all its mentions in the requirements that it serves. */
export function neededPaper(key: string, mentions: readonly Mention[], facts: NeededFacts): NeededPaper {
  const options = mentions.flatMap((mention) => (mention.as === 'file' ? [] : (mention.option ?? [])));
  const onFile = mentions.flatMap((mention) => (mention.as === 'file' ? [mention.paper] : []))[0];
  const holder = options.find((option) => option.holder !== undefined)?.holder;
  return {
    key,
    act: actOf(mentions, facts),
    title: titleOf(mentions),
    kind: onFile?.kind ?? options[0]?.kind ?? null,
    ...(holder && { holder }),
    serves: servedOnce(mentions),
    documentIds: documentsOf(mentions, facts),
  };
}

/** What is quickest first, then what serves most, then by key. */
export const compareNeeded = (a: NeededPaper, b: NeededPaper): number =>
  neededActs.indexOf(a.act) - neededActs.indexOf(b.act) ||
  b.serves.length - a.serves.length ||
  (a.key < b.key ? -1 : 1);

/** Where items see one paper differently the heavier word counts: what was refused is no help to anybody. */
function actOf(mentions: readonly Mention[], facts: NeededFacts): NeededAct {
  const acts = new Set(mentions.map((mention) => actOfMention(mention, facts)));
  const order: readonly NeededAct[] = ['attach', 'scope', 'replace', 'renew', 'complete'];
  return order.find((act) => acts.has(act)) ?? 'get';
}

function actOfMention(mention: Mention, facts: NeededFacts): NeededAct {
  switch (mention.as) {
    case 'file':
      return 'attach';
    case 'leaf':
      if (mention.option === undefined) return 'scope';
      return expiredPermits(mention, facts).length > 0 ? 'renew' : 'get';
    case 'item': {
      const { item, application } = mention;
      if (item.state === 'rejected') return 'replace';
      if (item.state === 'expired') return 'renew';
      if (item.reason?.code === 'part_missing') return 'complete';
      return expiredOnFile(item, application, facts).some(({ kind }) => kind === mention.option.kind)
        ? 'renew'
        : 'get';
    }
  }
}

type LeafMention = Extract<Mention, { as: 'leaf' }>;

const expiredPermits = ({ leaf, pack }: LeafMention, { papers, today }: NeededFacts): string[] =>
  permitPapers(papers, pack, today)
    .filter(({ isExpired, permitId }) => isExpired && leaf.op === 'atom' && permitId === leaf.id)
    .map(({ documentId }) => documentId);

function documentsOf(mentions: readonly Mention[], facts: NeededFacts): string[] {
  const ids = mentions.flatMap((mention): readonly string[] => {
    switch (mention.as) {
      case 'file':
        return [mention.paper.documentId];
      case 'leaf':
        return expiredPermits(mention, facts);
      case 'item': {
        const { item, application, option } = mention;
        const expired = expiredOnFile(item, application, facts).filter(({ kind }) => kind === option.kind);
        return [...item.documentIds, ...expired.map(({ documentId }) => documentId)];
      }
    }
  });
  return [...new Set(ids)].sort();
}

function servedOnce(mentions: readonly Mention[]): NeededFor[] {
  const served = new Map(mentions.map(({ serves }) => [JSON.stringify(serves), serves]));
  return [...served].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, serves]) => serves);
}

/** As a category names it, with all that it has to extend to; else as the item does whose only paper it is. */
function titleOf(mentions: readonly Mention[]): RuleText | null {
  const leaves = new Map(
    mentions.flatMap((mention) => (mention.as === 'leaf' ? [[leafKey(mention.leaf), mention] as const] : [])),
  );
  const covering = [...leaves.values()].filter(
    ({ leaf }) => leaf.op === 'scope' || leaf.covering !== undefined,
  );
  const named = covering.length > 0 ? covering : [...leaves.values()].slice(0, 1);
  if (named.length > 0) {
    return joinedTexts(
      named.map(({ leaf, pack }) => leafText(leaf, pack)),
      '；',
      '; ',
    );
  }
  const item = mentions.find((mention) => mention.as === 'item' && mention.isOnly);
  return item?.as === 'item' ? item.item.title : null;
}
