import type { Category, CategoryPack } from './category-pack.ts';
import { pathText } from './category-pack.ts';
import { recogniseCategories } from './category-recognition.ts';
import { judgeCategory, judgeRenewed } from './category-verdict.ts';
import type { CategoryVerdict } from './category-verdict.ts';
import { leafText, waysText } from './permit-words.ts';
import type { PreCheckFacts } from './pre-check-facts.ts';
import type { Observation } from './pre-check-observation.ts';
import type { RuleText } from './rule-pack.ts';

/** How the client stands to every category that the account's text names; empty where there is none. */
export function categoryVerdicts(facts: PreCheckFacts, pack: CategoryPack): CategoryVerdict[] {
  return categoriesOf(facts, pack).matches.map((category) => judgeCategory(category, pack, facts));
}

/** A paper, or words of the licence's scope, that the cheapest way to a category still lacks. */
export type CategoryNeed = { readonly category: RuleText; readonly title: RuleText };

/** What every category that the account's text names still lacks, cheapest way first. */
export function categoryNeeds(facts: PreCheckFacts, pack: CategoryPack): CategoryNeed[] {
  return categoriesOf(facts, pack).matches.flatMap((category) => {
    const [cheapest] = judgeCategory(category, pack, facts).ways;
    return (cheapest?.items ?? []).map((leaf) => ({
      category: pathText(category),
      title: leafText(leaf, pack),
    }));
  });
}

/** What the account's categories ask for and the client has not, and what the list does not know. */
export function permitObservations(facts: PreCheckFacts, pack: CategoryPack | undefined): Observation[] {
  if (pack === undefined) return [];
  const { matches, unknown } = categoriesOf(facts, pack);
  const observations = [
    ...unknown.map((text): Observation => ({
      check: 'category_unknown',
      place: { at: 'category', id: text },
      found: text,
    })),
    ...matches.flatMap((category) => observationsOf(category, pack, facts)),
  ];
  return withoutRepeats(observations);
}

/** The list is not for every kind of body; what it does not cover is not known. */
function categoriesOf({ category = '', client }: PreCheckFacts, pack: CategoryPack) {
  const read = recogniseCategories(category, pack);
  if (!pack.notFor.includes(client.entityType)) return read;
  return { matches: [], unknown: [...read.matches.map((one) => pathText(one).zh), ...read.unknown] };
}

function observationsOf(category: Category, pack: CategoryPack, facts: PreCheckFacts): Observation[] {
  const { tag, source, asOf } = category;
  const about = {
    place: { at: 'category', id: category.id } as const,
    rule: { tag, source, asOf },
    title: pathText(category),
  };
  if (facts.client.entityType === 'individual' && !category.forIndividuals) {
    return [{ ...about, check: 'category_not_for_individuals' }];
  }
  const verdict = judgeCategory(category, pack, facts);
  if (verdict.state === 'met') return [];
  if (verdict.state === 'closed') {
    return [{ ...about, check: 'permit_missing', expected: '该主体类型没有可用的资质' }];
  }
  const renewed = verdict.expired.length === 0 ? verdict : judgeRenewed(category, pack, facts);
  return [
    ...verdict.expired.map((id) => expiredObservation(id, about, facts)),
    ...openObservations(renewed, pack, about),
  ];
}

type About = Pick<Observation, 'place' | 'rule' | 'title'> & Pick<Required<Observation>, 'place'>;

function expiredObservation(documentId: string, about: About, { papers }: PreCheckFacts): Observation {
  const until = papers.find((paper) => paper.documentId === documentId)?.validUntil;
  return {
    ...about,
    check: 'permit_expired',
    place: { at: 'paper', documentId },
    ...(until !== undefined && { found: until }),
  };
}

/** What is still open once papers that have run out are renewed. */
function openObservations({ state, ways }: CategoryVerdict, pack: CategoryPack, about: About): Observation[] {
  if (state !== 'missing' && state !== 'question') return [];
  const expected = waysText(ways, pack).zh;
  if (state === 'question') return [{ ...about, check: 'permit_question', expected }];
  const leaves = ways[0]?.items ?? [];
  const scopes = leaves.filter(({ op }) => op === 'scope').map((leaf) => leafText(leaf, pack).zh);
  const observations: Observation[] = [];
  if (scopes.length < leaves.length) observations.push({ ...about, check: 'permit_missing', expected });
  if (scopes.length > 0) {
    observations.push({ ...about, check: 'scope_missing', expected: scopes.join('；') });
  }
  return observations;
}

/** A paper that several categories ask for has run out but once. */
function withoutRepeats(observations: readonly Observation[]): Observation[] {
  const byKey = new Map(observations.map((one) => [`${one.check} ${JSON.stringify(one.place)}`, one]));
  return [...byKey.values()];
}
