import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOfQuestion, minimalWays } from '#shared/domain/formula-completion.ts';
import { formulaState } from '#shared/domain/formula.ts';
import type { Formula } from '#shared/domain/formula.ts';
import { jointCompletion } from '#shared/domain/joint-completion.ts';
import type { JointRequirement, JointWay } from '#shared/domain/joint-completion.ts';

const atoms = Array.from({ length: 12 }, (_, index) => `paper${index}`);
const questions = ['first', 'second'];

const { formula: anyFormula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 2, depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...atoms).map((id): Formula => ({ op: 'atom', id })),
    fc
      .array(tie('formula'), { minLength: 1, maxLength: 3 })
      .map((parts): Formula => ({ op: 'all_of', parts })),
    fc
      .array(tie('formula'), { minLength: 1, maxLength: 3 })
      .map((options): Formula => ({ op: 'any_of', options })),
    fc
      .record({
        id: fc.constantFrom(...questions),
        is: fc.boolean(),
        then: tie('formula'),
        otherwise: tie('formula'),
      })
      .map(({ id, is, then, otherwise }): Formula => ({
        op: 'when',
        condition: { on: 'answer', id, is },
        then,
        otherwise,
      })),
  ),
}));

const systems = fc.array(anyFormula, { minLength: 1, maxLength: 5 });
const costs = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 12, maxLength: 12 });
const atHandSets = fc.subarray(atoms, { maxLength: 4 });

const factsOf = (papers: readonly string[], answers: ReadonlyMap<string, boolean> = new Map()) => ({
  atHand: new Map(papers.map((id) => [id, [id]])),
  answers,
});

const requirementOf = (formula: Formula, id: string, atHand: readonly string[]): JointRequirement => ({
  id,
  ways: minimalWays(formula, factsOf(atHand)).map(({ items, assuming }): JointWay => ({
    papers: items.map((leaf) => (leaf.op === 'atom' ? leaf.id : '')),
    assuming: new Map(assuming.map((each) => [keyOfQuestion(each), each.is])),
  })),
});

/** What the best of all sets of papers costs, whatever is answered: every set is looked at. */
function bruteForce(system: readonly Formula[], atHand: readonly string[], price: readonly number[]): number {
  let best = Infinity;
  for (const first of [true, false])
    for (const second of [true, false]) {
      const answers = new Map([
        ['first', first],
        ['second', second],
      ]);
      for (let set = 0; set < 1 << atoms.length; set += 1) {
        const added = atoms.filter((_, index) => (set & (1 << index)) !== 0);
        const cost = added.reduce((sum, id) => sum + (price[atoms.indexOf(id)] ?? 0), 0);
        if (cost >= best) continue;
        const facts = factsOf([...atHand, ...added], answers);
        if (system.every((formula) => formulaState(formula, facts) === 'met')) best = cost;
      }
    }
  return best;
}

const planOf = (system: readonly Formula[], atHand: readonly string[], price: readonly number[]) =>
  jointCompletion(
    system.map((formula, index) => requirementOf(formula, `r${index}`, atHand)),
    (key) => price[atoms.indexOf(key)] ?? 0,
  );

describe('the cheapest papers for several requirements together', () => {
  it('cost what the best of all sets of papers does, and meet every requirement', () => {
    fc.assert(
      fc.property(systems, atHandSets, costs, (system, atHand, price) => {
        const plan = planOf(system, atHand, price);
        expect(plan.impossible).toEqual([]);
        expect(plan.isCheapest).toBe(true);
        expect(plan.cost).toBe(bruteForce(system, atHand, price));
        const answers = new Map([...plan.assuming].map(([key, is]) => [key.replace('answer ', ''), is]));
        const facts = factsOf([...atHand, ...plan.papers.map(({ key }) => key)], answers);
        for (const formula of system) expect(formulaState(formula, facts)).toBe('met');
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('do not depend on the order of the requirements, and each serves somebody', () => {
    fc.assert(
      fc.property(systems, costs, (system, price) => {
        const requirements = system.map((formula, index) => requirementOf(formula, `r${index}`, []));
        const costOf = (key: string): number => price[atoms.indexOf(key)] ?? 0;
        const plan = jointCompletion(requirements, costOf);
        expect(jointCompletion(requirements.toReversed(), costOf)).toEqual(plan);
        for (const { serves } of plan.papers) expect(serves.length).toBeGreaterThan(0);
      }),
    );
  });

  const way = (papers: readonly string[], assuming: Record<string, boolean> = {}): JointWay => ({
    papers,
    assuming: new Map(Object.entries(assuming)),
  });

  it('take the paper that serves both, though each alone would have a cheaper one', () => {
    const requirements = [
      { id: 'a', ways: [way(['cheap for a']), way(['both'])] },
      { id: 'b', ways: [way(['cheap for b']), way(['both'])] },
    ];
    const plan = jointCompletion(requirements, (key) => (key === 'both' ? 3 : 2));
    expect(plan.papers).toEqual([{ key: 'both', serves: ['a', 'b'] }]);
  });

  it('assume one thing of a question, and no more than has to be', () => {
    const requirements = [
      { id: 'a', ways: [way(['x'], { q: true }), way(['y'], { q: false })] },
      { id: 'b', ways: [way([], { q: false }), way(['z'], { q: true })] },
    ];
    const plan = jointCompletion(requirements, () => 1);
    expect([...plan.assuming]).toEqual([['q', false]]);
    expect(plan.papers.map(({ key }) => key)).toEqual(['y']);
  });

  it('leave out what contradicts itself, and say so', () => {
    const requirements = [
      { id: 'a', ways: [way(['x'], { q: true })] },
      { id: 'b', ways: [way(['x'], { q: false })] },
      { id: 'c', ways: [way(['x'])] },
      { id: 'never', ways: [] },
    ];
    const plan = jointCompletion(requirements, () => 1);
    expect(plan.impossible).toEqual(['a', 'b', 'never']);
    expect(plan.papers).toEqual([{ key: 'x', serves: ['c'] }]);
  });

  it('are given as far as they were found where the search is too long, without a claim', () => {
    const triples = Array.from({ length: 30 }, (_, index) => ({
      id: `r${index}`,
      ways: [1, 7, 11].map((step) => way([`p${(index * step) % 31}`, `p${(index + step) % 31}`])),
    }));
    const plan = jointCompletion(triples, () => 1, 50);
    expect(plan.isCheapest).toBe(false);
    const got = new Set(plan.papers.map(({ key }) => key));
    for (const { ways } of triples)
      expect(ways.some(({ papers }) => papers.every((key) => got.has(key)))).toBe(true);
    const longer = jointCompletion(triples, () => 1, 5000);
    expect(longer.cost).toBeLessThanOrEqual(plan.cost);
  });
});
