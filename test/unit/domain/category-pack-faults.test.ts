import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { categoryPackFaults } from '#shared/domain/category-pack-faults.ts';
import type { CategoryPackFault } from '#shared/domain/category-pack-faults.ts';
import type { Category, CategoryPack, CategoryQuestion, Permit } from '#shared/domain/category-pack.ts';
import type { Formula, FormulaCondition } from '#shared/domain/formula.ts';
import { categoryOf, categoryPack as pack } from '#test/unit/categories/category-pack.ts';

type Change = (pack: CategoryPack) => CategoryPack;

const category =
  (id: string, part: Partial<Category>): Change =>
  (old) => ({ ...old, categories: old.categories.map((one) => (one.id === id ? { ...one, ...part } : one)) });
const permit =
  (id: string, part: Partial<Permit>): Change =>
  (old) => ({ ...old, permits: old.permits.map((one) => (one.id === id ? { ...one, ...part } : one)) });
const question =
  (id: string, part: Partial<CategoryQuestion>): Change =>
  (old) => ({ ...old, questions: old.questions.map((one) => (one.id === id ? { ...one, ...part } : one)) });
const formula = (value: Formula): Change => category('shop.food', { formula: value });
const food: Formula = { op: 'atom', id: 'food_business_permit' };
const never: Formula = { op: 'any_of', options: [] };
const anyOf = (...options: readonly Formula[]): Formula => ({ op: 'any_of', options });
const allOf = (...parts: readonly Formula[]): Formula => ({ op: 'all_of', parts });
const when = (condition: FormulaCondition, then: Formula = food): Formula => ({
  op: 'when',
  condition,
  then,
});
const later = calendarDate('2026-12-01');
const third = { ...pack.sources[0]!, code: 'S99' };
const [first] = pack.permits;
const [asked] = pack.questions;
const { path } = categoryOf('shop.food');
const spare: Permit = { ...first!, id: 'spare' };

/** At least three bad packs for every fault. */
const bad: Readonly<Record<CategoryPackFault['code'], readonly Change[]>> = {
  unknown_source: [
    category('shop.food', { source: ['S25', 'S99'] }),
    permit('food_business_permit', { source: ['S99'] }),
    question('school_is_public', { source: [] }),
  ],
  unused_source: ['S99', 'S98', 'S97'].map((code) => (old) => ({
    ...old,
    sources: [...old.sources, { ...third, code }],
  })),
  official_without_official_source: [
    category('shop.food', { tag: 'V' }),
    permit('food_business_permit', { tag: 'V' }),
    (old) => ({ ...old, cacReview: { ...old.cacReview, tag: 'V' } }),
  ],
  known_after_pack_date: [
    category('shop.food', { asOf: later }),
    permit('telecom_permit', { usualTerm: { years: 5, tag: 'M', source: ['OWN'], asOf: later } }),
    (old) => ({ ...old, asOf: calendarDate('2026-01-01') }),
  ],
  duplicate_id: [
    (old) => ({ ...old, permits: [...old.permits, first!] }),
    (old) => ({ ...old, categories: [...old.categories, categoryOf('shop.food')] }),
    (old) => ({ ...old, questions: [...old.questions, asked!] }),
    (old) => ({ ...old, sources: [...old.sources, old.sources[0]!] }),
  ],
  duplicate_path: [
    category('shop.alcohol', { path }),
    category('shop.alcohol', { path: [path[0], { ...path[1], en: 'Alcohol' }] }),
    category('shop.alcohol', { path: [path[0], { zh: '酒类', en: path[1].en }] }),
  ],
  unknown_permit: [
    formula({ op: 'atom', id: 'nowhere' }),
    formula(anyOf(food, allOf(food, { op: 'atom', id: 'nowhere' }))),
    (old) => ({ ...old, permits: old.permits.slice(1) }),
  ],
  unused_permit: [
    (old) => ({ ...old, permits: [...old.permits, spare] }),
    category('business.pawn', { formula: food }),
    category('life.vet', { formula: allOf() }),
  ],
  unrecognisable_permit: [
    permit('pawn_permit', { words: [] }),
    permit('pawn_permit', { ownKind: 'lease' }),
    permit('food_business_permit', { filedAs: ['other'] }),
  ],
  unknown_question: [
    formula(when({ on: 'answer', id: 'nobody_asks', is: true })),
    (old) => ({ ...old, questions: old.questions.slice(1) }),
    (old) => ({ ...old, questions: [] }),
  ],
  unused_question: [
    (old) => ({ ...old, questions: [...old.questions, { ...asked!, id: 'spare' }] }),
    category('finance.factoring', { formula: food }),
    category('cars.used', { formula: allOf() }),
  ],
  answered_both_ways: [
    question('school_is_public', { noFor: ['public_institution'] }),
    question('foreign_invested', { yesFor: ['sole_trader'] }),
    question('resells_prepaid_cards', { yesFor: ['company'], noFor: ['company'] }),
  ],
  unknown_category: [
    formula(when({ on: 'category', in: ['shop.nothing'] })),
    formula(anyOf(food, when({ on: 'category', in: ['shop.food', 'shop.nothing'] }))),
    formula(allOf(food, anyOf(food, when({ on: 'category', in: ['x'] })))),
  ],
  never_met: [
    formula(never),
    formula(when({ on: 'platform', in: ['alipay'] })),
    formula(when({ on: 'entity_type', in: ['overseas'] })),
    formula(allOf(food, never)),
  ],
  option_never_met: [
    formula(anyOf(food, never)),
    formula(anyOf(food, when({ on: 'platform', in: ['douyin'] }))),
    formula(allOf(food, anyOf(food, when({ on: 'entity_type', in: ['overseas'] })))),
    formula(
      anyOf(
        food,
        when(
          { on: 'answer', id: 'foreign_invested', is: true },
          when({ on: 'answer', id: 'foreign_invested', is: false }),
        ),
      ),
    ),
  ],
  cost_not_above_zero: ([0, -1, Number.NaN] as const).map((permitCost) => (old) => ({
    ...old,
    costs: { ...old.costs, of: { ...old.costs.of, permit: permitCost } },
  })),
};

describe('faults of a category pack', () => {
  it('finds none in the shipped pack', () => {
    expect(categoryPackFaults(pack)).toEqual([]);
  });

  it.each(Object.entries(bad))('finds %s', (code, changes) => {
    expect(changes.length).toBeGreaterThanOrEqual(3);
    for (const change of changes) {
      expect(categoryPackFaults(change(pack)).map((fault) => fault.code)).toContain(code);
    }
  });
});
