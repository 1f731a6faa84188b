import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestWays } from '#shared/domain/formula-completion.ts';
import type { Way } from '#shared/domain/formula-completion.ts';
import { conditionHolds, formulaState, leafKey, leafState, leavesOf } from '#shared/domain/formula.ts';
import type { Formula, FormulaFacts, FormulaLeaf } from '#shared/domain/formula.ts';

const atom = (id: string, ...covering: readonly string[]): FormulaLeaf =>
  covering.length > 0 ? { op: 'atom', id, covering } : { op: 'atom', id };
const allOf = (...parts: readonly Formula[]): Formula => ({ op: 'all_of', parts });
const anyOf = (...options: readonly Formula[]): Formula => ({ op: 'any_of', options });
const ifSo = (id: string, is: boolean, then: Formula, otherwise?: Formula): Formula => ({
  op: 'when',
  condition: { on: 'answer', id, is },
  then,
  ...(otherwise && { otherwise }),
});

const leaves: readonly FormulaLeaf[] = [
  ...[...'abcdefgh'].map((id) => atom(id)),
  atom('a', '酒类'),
  atom('b', '基金'),
  atom('b', '保险'),
  { op: 'scope', words: ['住宿', '旅店'] },
];

const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...leaves),
    fc.array(tie('formula'), { maxLength: 3 }).map((parts) => allOf(...parts)),
    fc.array(tie('formula'), { maxLength: 3 }).map((options) => anyOf(...options)),
    fc
      .tuple(
        fc.constantFrom('p', 'q'),
        fc.boolean(),
        tie('formula'),
        fc.option(tie('formula'), { nil: undefined }),
      )
      .map(([id, is, then, otherwise]) => ifSo(id, is, then, otherwise)),
    tie('formula').map((then): Formula => ({
      op: 'when',
      condition: { on: 'entity_type', in: ['government', 'media'] },
      then,
    })),
  ),
}));

const facts: fc.Arbitrary<FormulaFacts> = fc
  .record({
    papers: fc.subarray([...'abcdefgh'].flatMap((id) => [id, `${id} 酒类`, `${id} 基金`])),
    businessScope: fc.constantFrom(undefined, '住宿服务', '机械设备销售'),
    entityType: fc.constantFrom('company' as const, 'government' as const),
    answers: fc.subarray(['p yes', 'q no']),
  })
  .map(({ papers, businessScope, entityType, answers }) => ({
    atHand: new Map([...'abcdefgh'].map((id) => [id, papers.filter((text) => text.startsWith(id))] as const)),
    ...(businessScope !== undefined && { businessScope }),
    entityType,
    answers: new Map(answers.map((text) => [text.slice(0, 1), text.endsWith('yes')] as const)),
  }));

const prices = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 9, maxLength: 9 });
const idOf = (leaf: FormulaLeaf): string => (leaf.op === 'atom' ? leaf.id : 's');

/** One way in which the open questions could come out. */
type Answers = ReadonlyMap<string, boolean>;

function openQuestions(rule: Formula, known: FormulaFacts): string[] {
  const answers = ['p', 'q'].filter((id) => known.answers?.get(id) === undefined);
  const doubtful = leavesOf(rule).filter((leaf) => leafState(leaf, known) === 'question');
  return [...answers, ...doubtful.map(leafKey)];
}

const subsetsOf = <T>(all: readonly T[]): T[][] =>
  all.reduce<T[][]>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[]]);

/** Plain truth: no state between, every question answered. */
function holds(rule: Formula, known: FormulaFacts, answers: Answers, got: readonly FormulaLeaf[]): boolean {
  const inner = (part: Formula): boolean => holds(part, known, answers, got);
  switch (rule.op) {
    case 'atom':
    case 'scope': {
      const state = leafState(rule, known);
      const isGot = got.some(
        (leaf) =>
          leafKey(leaf) === leafKey(rule) ||
          (rule.op === 'atom' && rule.covering === undefined && leaf.op === 'atom' && leaf.id === rule.id),
      );
      return isGot || state === 'met' || (state === 'question' && answers.get(leafKey(rule)) === true);
    }
    case 'all_of':
      return rule.parts.every(inner);
    case 'any_of':
      return rule.options.some(inner);
    case 'when': {
      const { condition, then, otherwise } = rule;
      const is =
        conditionHolds(condition, known) ??
        (condition.on === 'answer' && answers.get(condition.id) === condition.is);
      return is ? inner(then) : otherwise !== undefined && inner(otherwise);
    }
  }
}

const fits = ({ assuming }: Way, answers: Answers): boolean =>
  assuming.every((one) => answers.get(one.ask === 'answer' ? one.id : leafKey(one.leaf)) === one.is);

describe('a formula with conditions', () => {
  it('costs what the best of all sets of items costs, whatever the open questions come to', () => {
    fc.assert(
      fc.property(formula, facts, prices, (rule, known, cost) => {
        const costOf = (leaf: FormulaLeaf): number => cost['abcdefghs'.indexOf(idOf(leaf))] ?? 0;
        const costs = (got: readonly FormulaLeaf[]): number =>
          [...new Map(got.map((leaf) => [idOf(leaf), costOf(leaf)])).values()].reduce((a, b) => a + b, 0);
        const ways = cheapestWays(rule, known, costOf);
        const state = formulaState(rule, known);
        for (const { assuming } of ways) {
          const asked = assuming.map((one) => (one.ask === 'answer' ? one.id : leafKey(one.leaf)));
          expect(new Set(asked).size).toBe(asked.length);
        }
        const candidates = subsetsOf(leavesOf(rule).filter((leaf) => leafState(leaf, known) !== 'met'));
        const questions = openQuestions(rule, known);
        for (const yes of subsetsOf(questions)) {
          const answers = new Map(questions.map((question) => [question, yes.includes(question)]));
          const best = candidates
            .filter((got) => holds(rule, known, answers, got))
            .reduce((least, got) => Math.min(least, costs(got)), Infinity);
          const fitting = ways.filter((way) => fits(way, answers));
          expect(Math.min(Infinity, ...fitting.map((way) => way.cost))).toBe(best);
          for (const way of fitting) {
            expect(costs(way.items)).toBe(way.cost);
            expect(holds(rule, known, answers, way.items)).toBe(true);
          }
          if (state !== 'question') expect(holds(rule, known, answers, [])).toBe(state === 'met');
        }
      }),
      { numRuns: 400 },
    );
  });

  const none: FormulaFacts = { atHand: new Map() };

  it('asks where it does not know, and says what would do in either case', () => {
    const school = ifSo('school_is_public', true, atom('approval'), atom('permit'));
    expect(cheapestWays(school, none).map(({ items, assuming }) => [items, assuming[0]?.is])).toEqual([
      [[atom('approval')], true],
      [[atom('permit')], false],
    ]);
    const known = { ...none, answers: new Map([['school_is_public', false]]) };
    expect(cheapestWays(school, known)).toEqual([{ items: [atom('permit')], assuming: [], cost: 1 }]);
    expect(formulaState(school, { ...known, atHand: new Map([['permit', ['办学许可证']]]) })).toBe('met');
  });

  it('takes a paper that does not say how far it extends for a question', () => {
    const wine = anyOf(atom('food', '酒类'), atom('filing'));
    const food = (text: string): FormulaFacts => ({ atHand: new Map([['food', [text]]]) });
    expect(formulaState(wine, food('食品生产许可证（酒类）'))).toBe('met');
    expect(formulaState(wine, food('食品生产许可证'))).toBe('question');
    expect(formulaState(wine, none)).toBe('missing');
  });

  it('counts one permit once, whatever each part wants it to extend to', () => {
    const both = allOf(atom('food', '酒类'), atom('food', '保健食品'), atom('food'));
    const [way] = cheapestWays(both, none);
    expect(way).toEqual({ items: [atom('food', '保健食品'), atom('food', '酒类')], assuming: [], cost: 1 });
  });

  it('opens a way only for the kinds of body it is meant for', () => {
    const organ: Formula = {
      op: 'when',
      condition: { on: 'entity_type', in: ['government'] },
      then: atom('code'),
    };
    const hasCode: FormulaFacts = { atHand: new Map([['code', ['code']]]) };
    expect(formulaState(organ, { ...hasCode, entityType: 'government' })).toBe('met');
    expect(formulaState(organ, { ...hasCode, entityType: 'company' })).toBe('missing');
    expect(cheapestWays(organ, { ...hasCode, entityType: 'company' })).toEqual([]);
  });

  it('reads platform and category as it reads the kind of body', () => {
    const fit = (condition: Extract<Formula, { op: 'when' }>['condition']) =>
      conditionHolds(condition, { ...none, platform: 'wechat', category: 'food' });
    expect(fit({ on: 'platform', in: ['wechat'] })).toBe(true);
    expect(fit({ on: 'platform', in: ['alipay'] })).toBe(false);
    expect(fit({ on: 'category', in: ['food'] })).toBe(true);
    expect(fit({ on: 'answer', id: 'x', is: true })).toBeUndefined();
  });
});
