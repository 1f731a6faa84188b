import type { Category, CategoryPack } from './category-pack.ts';
import { pathText, unlistedFor } from './category-pack.ts';
import { recogniseCategories } from './category-recognition.ts';
import type { RecognisedCategories } from './category-recognition.ts';
import { judgeCategory, judgeRenewed } from './category-verdict.ts';
import type { CategoryVerdict } from './category-verdict.ts';
import { joinedTexts, leafText, waysText } from './permit-words.ts';
import type { PreCheckFacts } from './pre-check-facts.ts';
import type { Observation } from './pre-check-observation.ts';
import type { RuleText } from './rule-pack.ts';

/** How the client stands to every category that the application is about; empty where there is none. */
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
  const unlisted = unlistedObservation(facts, pack);
  if (unlisted !== undefined) return [unlisted];
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

/** Says of a kind of body that the list is not for that no list is known for it, whatever its categories are. */
function unlistedObservation(
  { category = '', client }: PreCheckFacts,
  pack: CategoryPack,
): Observation | undefined {
  const unlisted = unlistedFor(pack, client.entityType);
  if (unlisted === undefined || category.trim() === '') return undefined;
  const { id, text, tag, source, asOf } = unlisted;
  return {
    check: 'category_unknown',
    place: { at: 'category', id },
    rule: { tag, source, asOf },
    text,
    remedy: unlistedRemedy,
    found: category,
  };
}

const unlistedRemedy: RuleText = {
  zh: '在平台后台查看可选的类目和所要资质，以那里为准',
  en: 'See in the platform’s console which categories can be chosen and what they ask for; that is what counts',
};

/**
 * The category that was applied for, else those that the account's text names. The list is not for every kind of body;
 * what it does not cover is not known.
 */
function categoriesOf({ category = '', appliedCategory, client }: PreCheckFacts, pack: CategoryPack) {
  const read =
    appliedCategory === undefined ? recogniseCategories(category, pack) : byId(appliedCategory, pack);
  if (!pack.notFor.includes(client.entityType)) return read;
  return { matches: [], unknown: [...read.matches.map((one) => pathText(one).zh), ...read.unknown] };
}

function byId(id: string, { categories }: CategoryPack): RecognisedCategories {
  const found = categories.find((category) => category.id === id);
  return found === undefined ? { matches: [], unknown: [id] } : { matches: [found], unknown: [] };
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
    return [{ ...about, check: 'permit_missing', expected: closedText }];
  }
  const renewed = verdict.expired.length === 0 ? verdict : judgeRenewed(category, pack, facts);
  return [
    ...verdict.expired.map((id) => expiredObservation(id, about, facts)),
    ...openObservations(renewed, pack, about),
  ];
}

const closedText: RuleText = {
  zh: '该主体类型没有可用的资质',
  en: 'nothing that this kind of body could show',
};

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
  const expected = waysText(ways, pack);
  if (state === 'question') return [{ ...about, check: 'permit_question', expected }];
  const leaves = ways[0]?.items ?? [];
  const scopes = leaves.filter(({ op }) => op === 'scope').map((leaf) => leafText(leaf, pack));
  const observations: Observation[] = [];
  if (scopes.length < leaves.length) observations.push({ ...about, check: 'permit_missing', expected });
  if (scopes.length > 0) {
    observations.push({ ...about, check: 'scope_missing', expected: joinedTexts(scopes, '；', '; ') });
  }
  return observations;
}

/** A paper that several categories ask for has run out but once. */
function withoutRepeats(observations: readonly Observation[]): Observation[] {
  const byKey = new Map(observations.map((one) => [`${one.check} ${JSON.stringify(one.place)}`, one]));
  return [...byKey.values()];
}
