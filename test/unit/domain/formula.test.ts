import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestCompletion } from '#shared/domain/formula-completion.ts';
import { isMet } from '#shared/domain/formula.ts';
import type { Formula } from '#shared/domain/formula.ts';

const atoms = [...'abcdefghijkl'];
const atom = (id: string): Formula => ({ op: 'atom', id });
const allOf = (...parts: readonly Formula[]): Formula => ({ op: 'all_of', parts });
const anyOf = (...options: readonly Formula[]): Formula => ({ op: 'any_of', options });

const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...atoms).map(atom),
    fc.array(tie('formula'), { maxLength: 3 }).map((parts) => allOf(...parts)),
    fc.array(tie('formula'), { maxLength: 3 }).map((options) => anyOf(...options)),
  ),
}));
const sets = fc.subarray(atoms).map((ids) => new Set(ids));
const costs = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 12, maxLength: 12 });

const subsets = Array.from({ length: 2 ** atoms.length }, (_, bits) =>
  atoms.filter((_atom, index) => (bits >> index) % 2 === 1),
);

describe('a formula over papers', () => {
  it('names what is missing, a shared paper once', () => {
    const food = anyOf(atom('permit'), allOf(atom('statement'), atom('pledge')));
    expect(cheapestCompletion(food, new Set())).toEqual(['permit']);
    expect(cheapestCompletion(food, new Set(['pledge']))).toEqual(['permit']);
    expect(cheapestCompletion(food, new Set(['pledge']), (id) => (id === 'permit' ? 5 : 1))).toEqual([
      'statement',
    ]);
    expect(cheapestCompletion(allOf(food, atom('permit')), new Set())).toEqual(['permit']);
    expect(cheapestCompletion(food, new Set(['permit']))).toEqual([]);
    expect(cheapestCompletion(anyOf(), new Set())).toBeUndefined();
  });

  it('costs what the best of all subsets costs', () => {
    fc.assert(
      fc.property(formula, sets, costs, (rule, atHand, prices) => {
        const costOf = (id: string): number => prices[atoms.indexOf(id)] ?? 0;
        const total = (ids: readonly string[]): number => ids.reduce((sum, id) => sum + costOf(id), 0);
        const best = subsets
          .filter((ids) => isMet(rule, new Set([...atHand, ...ids])))
          .reduce<number | undefined>((least, ids) => Math.min(least ?? Infinity, total(ids)), undefined);
        const found = cheapestCompletion(rule, atHand, costOf);
        expect(found === undefined ? undefined : total(found)).toBe(best);
        if (found !== undefined) expect(isMet(rule, new Set([...atHand, ...found]))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('never asks for more when more is at hand', () => {
    fc.assert(
      fc.property(formula, sets, sets, (rule, some, others) => {
        const before = cheapestCompletion(rule, some);
        const after = cheapestCompletion(rule, new Set([...some, ...others]));
        expect(after === undefined).toBe(before === undefined);
        expect(after?.length ?? 0).toBeLessThanOrEqual(before?.length ?? 0);
        expect(isMet(rule, some)).toBe(before?.length === 0);
      }),
    );
  });
});
