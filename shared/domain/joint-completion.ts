/** One way to meet a requirement: what to get for it, and what has to be so. */
export type JointWay = {
  /** Keys of papers; a key stands for the same paper in every requirement. */
  readonly papers: readonly string[];
  /** What is assumed of each open question, by the question's key. */
  readonly assuming: ReadonlyMap<string, boolean>;
  /** Of a checklist, the items that are met this way; it has no say in the choice. */
  readonly items?: readonly string[];
};

/** Something that has to be met, with every minimal way to meet it; a way without papers and assumptions is met. */
export type JointRequirement = { readonly id: string; readonly ways: readonly JointWay[] };

export type JointCompletion = {
  /** Keys of the papers to get, sorted, each with the ids of the requirements that it serves, sorted. */
  readonly papers: readonly { readonly key: string; readonly serves: readonly string[] }[];
  /** By which of its ways each requirement is met, by the requirement's id. */
  readonly chosen: ReadonlyMap<string, JointWay>;
  readonly assuming: ReadonlyMap<string, boolean>;
  readonly cost: number;
  /** False when the search was given up at its bound: the set is then the cheapest that was found, not proven. */
  readonly isCheapest: boolean;
  /** Requirements that nothing meets, or that contradict others in what they assume; they are left out. */
  readonly impossible: readonly string[];
};

/** How many partial choices are looked at in one group of requirements that share papers. */
export const searchBound = 20_000;

/** What a paper costs, by its key: 0 for one that is at hand and has only to be put in its place. */
export type CostOfKey = (key: string) => number;

/**
 * The cheapest papers that meet all requirements together, a paper that several want counted once. Of equally cheap
 * sets the one that assumes least, of those the smallest, of those always the same one, in whatever order the
 * requirements come. Exact by branch and bound: requirements that share nothing are solved apart. Where one such group
 * needs more than `bound` steps the best set found so far is given, and said to be no more than that.
 */
export function jointCompletion(
  requirements: readonly JointRequirement[],
  costOf: CostOfKey,
  bound: number = searchBound,
): JointCompletion {
  const sorted = requirements
    .map(({ id, ways }) => ({ id, ways: ways.toSorted((a, b) => compareWays(a, b, costOf)) }))
    .sort((a, b) => compareText(a.id, b.id));
  const solved = groupsOf(sorted).map((group) => solveGroup(group, costOf, bound));
  const papers = new Set(solved.flatMap(({ choice }) => [...choice.papers]));
  const assuming = new Map(solved.flatMap(({ choice }) => [...choice.assuming]));
  const impossible = solved.flatMap((each) => each.impossible).sort(compareText);
  const met = sorted.filter(({ id }) => !impossible.includes(id));
  const chosen = chosenWays({ papers, assuming }, met);
  return {
    papers: servedBy(papers, chosen),
    chosen,
    assuming,
    cost: sumOf(papers, costOf),
    isCheapest: solved.every((each) => each.isCheapest),
    impossible,
  };
}

type Choice = { readonly papers: ReadonlySet<string>; readonly assuming: ReadonlyMap<string, boolean> };

const nothing: Choice = { papers: new Set(), assuming: new Map() };

type Solved = {
  readonly choice: Choice;
  readonly isCheapest: boolean;
  readonly impossible: readonly string[];
};

/** Only those whose every way assumes something can contradict each other; without them the rest can be met. */
function solveGroup(group: readonly JointRequirement[], costOf: CostOfKey, bound: number): Solved {
  const { best, isGivenUp } = search(group, costOf, bound);
  if (best !== undefined) return { choice: best, isCheapest: !isGivenUp, impossible: [] };
  const rest = group.filter(({ ways }) => ways.some(({ assuming }) => assuming.size === 0));
  const found = search(rest, costOf, bound);
  return {
    choice: found.best ?? nothing,
    isCheapest: !found.isGivenUp,
    impossible: group.filter((each) => !rest.includes(each)).map(({ id }) => id),
  };
}

function search(group: readonly JointRequirement[], costOf: CostOfKey, bound: number) {
  let best: { readonly choice: Choice; readonly rank: Rank } | undefined;
  let steps = 0;
  const explore = (before: Choice, wanted: readonly JointRequirement[]): void => {
    steps += 1;
    if (steps > bound && best !== undefined) return;
    const settled = settle(before, wanted);
    if (settled === undefined) return;
    const { choice, open } = settled;
    const dearest = open.map((each) => leastExtra(each, choice, costOf));
    const cost = sumOf(choice.papers, costOf) + Math.max(0, ...dearest);
    const rank: Rank = [cost, choice.assuming.size, choice.papers.size];
    if (best !== undefined && compareRanks(rank, best.rank) >= 0) return;
    const next = open.toSorted((a, b) => a.ways.length - b.ways.length)[0];
    if (next === undefined) {
      best = { choice, rank };
      return;
    }
    const others = open.filter((each) => each !== next);
    for (const way of next.ways) explore(withWay(choice, way), others);
  };
  explore(nothing, group);
  return { best: best?.choice, isGivenUp: steps > bound };
}

/** Cost, number of assumptions, number of papers: the smaller is the better. */
type Rank = readonly [cost: number, assumed: number, size: number];

const compareRanks = (a: Rank, b: Rank): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/** Takes what there is only one way to; undefined where something can't be met any more. */
function settle(choice: Choice, wanted: readonly JointRequirement[]) {
  const open: JointRequirement[] = [];
  for (const requirement of wanted) {
    const ways = requirement.ways.filter((way) => agrees(way, choice));
    const [first, second] = ways;
    if (first === undefined) return undefined;
    if (ways.some((way) => isWithin(way, choice))) continue;
    if (second === undefined) {
      const others = wanted.filter((each) => each !== requirement);
      return settle(withWay(choice, first), others);
    }
    open.push({ id: requirement.id, ways });
  }
  return { choice, open };
}

const withWay = (choice: Choice, way: JointWay): Choice => ({
  papers: new Set([...choice.papers, ...way.papers]),
  assuming: new Map([...choice.assuming, ...way.assuming]),
});

const agrees = ({ assuming }: JointWay, choice: Choice): boolean =>
  [...assuming].every(([question, is]) => (choice.assuming.get(question) ?? is) === is);

const isWithin = ({ papers, assuming }: JointWay, choice: Choice): boolean =>
  papers.every((key) => choice.papers.has(key)) &&
  [...assuming].every(([question, is]) => choice.assuming.get(question) === is);

const leastExtra = ({ ways }: JointRequirement, { papers }: Choice, costOf: CostOfKey): number =>
  Math.min(
    ...ways.map((way) =>
      sumOf(
        way.papers.filter((key) => !papers.has(key)),
        costOf,
      ),
    ),
  );

function sumOf(keys: Iterable<string>, costOf: CostOfKey): number {
  let sum = 0;
  for (const key of new Set(keys)) sum += costOf(key);
  return sum;
}

/** Requirements that share a paper or a question, directly or over others, belong together. */
function groupsOf(requirements: readonly JointRequirement[]): JointRequirement[][] {
  let groups: { readonly keys: ReadonlySet<string>; readonly members: JointRequirement[] }[] = [];
  for (const requirement of requirements) {
    const own = new Set(
      requirement.ways.flatMap(({ papers, assuming }) => [
        ...papers,
        ...[...assuming.keys()].map(asQuestion),
      ]),
    );
    const touching = groups.filter(({ keys }) => [...own].some((key) => keys.has(key)));
    const joined = {
      keys: new Set([...own, ...touching.flatMap(({ keys }) => [...keys])]),
      members: [...touching.flatMap(({ members }) => members), requirement],
    };
    groups = [...groups.filter((group) => !touching.includes(group)), joined];
  }
  return groups.map(({ members }) => members.sort((a, b) => compareText(a.id, b.id)));
}

const asQuestion = (key: string): string => `? ${key}`;

/** Of the ways that the choice holds, the first in the one order of ways. */
function chosenWays(choice: Choice, requirements: readonly JointRequirement[]): Map<string, JointWay> {
  return new Map(
    requirements.flatMap(({ id, ways }): [string, JointWay][] => {
      const way = ways.find((each) => isWithin(each, choice));
      return way === undefined ? [] : [[id, way]];
    }),
  );
}

/** A paper serves the requirements of whose chosen way it is a part. */
function servedBy(papers: ReadonlySet<string>, chosen: ReadonlyMap<string, JointWay>) {
  return [...papers].sort(compareText).map((key) => ({
    key,
    serves: [...chosen].filter(([, way]) => way.papers.includes(key)).map(([id]) => id),
  }));
}

const compareWays = (a: JointWay, b: JointWay, costOf: CostOfKey): number =>
  sumOf(a.papers, costOf) - sumOf(b.papers, costOf) ||
  a.assuming.size - b.assuming.size ||
  a.papers.length - b.papers.length ||
  compareText(keyOf(a), keyOf(b));

const keyOf = ({ papers, assuming }: JointWay): string =>
  JSON.stringify([papers.toSorted(), [...assuming].sort(([a], [b]) => compareText(a, b))]);

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
