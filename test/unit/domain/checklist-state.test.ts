import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts';
import type { ItemDocument, ItemInput } from '#shared/domain/checklist-state.ts';
import {
  checklistCounts,
  unprovenOpen,
  evaluateChecklist,
  evaluateItem,
} from '#shared/domain/checklist-state.ts';
import type { RequirementItem } from '#shared/domain/checklist.ts';
import { instantiateChecklist } from '#shared/domain/checklist.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { certificationPack as pack } from '#test/unit/rules/certification-pack.ts';

const today = calendarDate('2026-09-22');
const title = { zh: '示例', en: 'Sample' };

function checklist(entityType: EntityType): readonly RequirementItem[] {
  const result = instantiateChecklist(pack, { entityType, kind: 'first_certification', facts: {} });
  return result.ok ? result.items : [];
}

function itemOf(changes: Partial<RequirementItem> = {}): RequirementItem {
  const [first] = checklist('company');
  if (!first) throw new Error('empty checklist');
  return { ...first, ...changes };
}

const licence = (changes: Partial<ItemDocument> = {}): ItemDocument => ({
  kind: 'business_licence',
  parts: ['whole'],
  validUntil: 'forever',
  ...changes,
});

describe('one item', () => {
  const item = itemOf();

  it.each<[string, readonly ItemDocument[], ReturnType<typeof evaluateItem>]>([
    ['no paper', [], { state: 'missing', reason: { code: 'no_document' } }],
    ['a paper without end', [licence()], { state: 'satisfied' }],
    [
      'a paper whose end nobody entered',
      [licence({ validUntil: null })],
      { state: 'to_confirm', reason: { code: 'validity_unknown' } },
    ],
    ['31 days left', [licence({ validUntil: addDays(today, 31) })], { state: 'satisfied' }],
    [
      '30 days left, inside the margin',
      [licence({ validUntil: addDays(today, 30) })],
      { state: 'expiring', reason: { code: 'expires', on: addDays(today, 30), days: 30 } },
    ],
    [
      'the last valid day',
      [licence({ validUntil: today })],
      { state: 'expiring', reason: { code: 'expires', on: today, days: 0 } },
    ],
    [
      'the day after',
      [licence({ validUntil: addDays(today, -1) })],
      { state: 'expired', reason: { code: 'expired', on: addDays(today, -1), days: -1 } },
    ],
    [
      'another paper',
      [{ kind: 'lease', parts: ['whole'], validUntil: 'forever' }],
      { state: 'to_confirm', reason: { code: 'kind_not_accepted', documentKind: 'lease' } },
    ],
    ['a paper sent back', [licence({ rejected: true })], { state: 'rejected', reason: { code: 'rejected' } }],
    ['a paper sent back and a new one', [licence({ rejected: true }), licence()], { state: 'satisfied' }],
  ])('%s', (_name, documents, expected) => {
    expect(evaluateItem(item, documents, today)).toEqual(expected);
  });

  it('needs both sides of an ID card', () => {
    const card = itemOf({ accepts: ['id_card'] });
    const front: ItemDocument = { kind: 'id_card', parts: ['front'], validUntil: 'forever' };
    expect(evaluateItem(card, [front], today)).toEqual({
      state: 'missing',
      reason: { code: 'part_missing', parts: ['back'] },
    });
    expect(evaluateItem(card, [{ ...front, parts: ['back', 'front'] }], today)).toEqual({
      state: 'satisfied',
    });
  });

  it('asks no end of a paper that prints none', () => {
    const letter = itemOf({ accepts: ['authorisation_letter'] });
    const paper: ItemDocument = { kind: 'authorisation_letter', parts: ['whole'] };
    expect(evaluateItem(letter, [paper], today)).toEqual({ state: 'satisfied' });
  });

  it('leaves open whether a paper that is only sometimes asked for applies', () => {
    const optional = itemOf({ needed: 'if_applicable' });
    expect(evaluateItem(optional, [], today)).toEqual({
      state: 'to_confirm',
      reason: { code: 'applicability_unknown' },
    });
    expect(evaluateItem(optional, [], today, 'confirmed').state).toBe('missing');
    expect(evaluateItem(optional, [], today, 'not_needed').state).toBe('not_needed');
  });

  it('lets a decision settle what is open, but not make a bad paper good', () => {
    expect(evaluateItem(item, [licence({ validUntil: null })], today, 'confirmed').state).toBe('satisfied');
    expect(evaluateItem(item, [licence({ validUntil: addDays(today, -1) })], today, 'confirmed').state).toBe(
      'expired',
    );
    expect(evaluateItem(item, [licence()], today, 'rejected')).toEqual({
      state: 'rejected',
      reason: { code: 'decided' },
    });
    expect(evaluateItem(item, [licence()], today, null)).toEqual({ state: 'satisfied' });
  });
});

/** A choice of three: a permit; a statement with a pledge and (a permit of either of two kinds); a health permit. */
function threeWays(): RequirementItem[] {
  const step = (option: number) => ({ choiceId: 'permit', option, title });
  const inner = (option: number) => ({ choiceId: 'inner', option, title });
  const paths = {
    a: [step(0)],
    b1: [step(1)],
    b2: [step(1), inner(0)],
    b3: [step(1), inner(1)],
    c: [step(2)],
  };
  return Object.entries(paths).map(([requirementId, choices], position) =>
    itemOf({ requirementId, choices, position, accepts: ['other'] }),
  );
}

const other: ItemInput = { documents: [{ kind: 'other', parts: ['whole'] }] };
const statesOf = (items: readonly RequirementItem[], given: readonly string[]): string => {
  const inputs = new Map(given.map((id) => [id, other]));
  return evaluateChecklist(items, inputs, today)
    .map(({ requirementId, state }) => `${requirementId} ${state}`)
    .join(', ');
};

describe('alternatives', () => {
  const items = threeWays();

  it('are all missing while none is complete', () => {
    expect(statesOf(items, [])).toBe('a missing, b1 missing, b2 missing, b3 missing, c missing');
    expect(statesOf(items, ['b1'])).toBe('a missing, b1 satisfied, b2 missing, b3 missing, c missing');
  });

  it('are not needed once one option is complete', () => {
    expect(statesOf(items, ['a'])).toBe(
      'a satisfied, b1 not_needed, b2 not_needed, b3 not_needed, c not_needed',
    );
    expect(statesOf(items, ['b1', 'b3'])).toBe(
      'a not_needed, b1 satisfied, b2 not_needed, b3 satisfied, c not_needed',
    );
  });

  it('stay with the first complete option when there are several', () => {
    expect(statesOf(items, ['a', 'c'])).toBe(
      'a satisfied, b1 not_needed, b2 not_needed, b3 not_needed, c not_needed',
    );
  });

  it('settle an inner choice even while the outer one is open', () => {
    expect(statesOf(items, ['b3'])).toBe('a missing, b1 missing, b2 not_needed, b3 satisfied, c missing');
  });

  it('are not completed by dropping their papers', () => {
    const inputs = new Map<string, ItemInput>([['a', { documents: [], decision: 'not_needed' }]]);
    const states = evaluateChecklist(items, inputs, today).map(({ state }) => state);
    expect(states).toEqual(['not_needed', 'missing', 'missing', 'missing', 'missing']);
  });

  it('count as the option nearest to complete', () => {
    const count = (given: readonly string[]) =>
      checklistCounts(evaluateChecklist(items, new Map(given.map((id) => [id, other])), today));
    expect(count([])).toMatchObject({ total: 1, open: 1, satisfied: 0 });
    expect(count(['a'])).toMatchObject({ total: 1, open: 0, satisfied: 1 });
    expect(count(['b1', 'b2'])).toMatchObject({ total: 2, open: 0, satisfied: 2 });
  });

  it('of a public institution: one certificate is enough', () => {
    const inputs = new Map<string, ItemInput>([
      [
        'subject.credit_code_certificate',
        { documents: [{ kind: 'credit_code_certificate', parts: ['whole'], validUntil: 'forever' }] },
      ],
    ]);
    const [first, second] = evaluateChecklist(checklist('public_institution'), inputs, today);
    expect([first?.state, second?.state]).toEqual(['not_needed', 'satisfied']);
    expect(first?.reason).toEqual({ code: 'alternative_satisfied', choiceId: 'subject.certificate' });
  });
});

describe('the counts', () => {
  it('tell what holds a submission back', () => {
    const inputs = new Map<string, ItemInput>([
      ['subject.business_licence', { documents: [licence()] }],
      [
        'subject.administrator_id_card',
        { documents: [{ kind: 'id_card', parts: ['front', 'back'], validUntil: addDays(today, 19) }] },
      ],
      ['account.invoice_information', { documents: [], decision: 'not_needed' }],
    ]);
    const counts = checklistCounts(evaluateChecklist(checklist('company'), inputs, today));
    expect(counts).toEqual({ total: 6, satisfied: 1, expiring: 1, toConfirm: 2, open: 2 });
  });

  it('leave out what only an inferred rule asks for', () => {
    const items = checklist('company').map((item) => ({ ...item, blocks: false }));
    const counts = checklistCounts(evaluateChecklist(items, new Map(), today));
    expect(counts.open).toBe(0);
    // What a source would ask for is missing all the same, and told.
    const proven = checklistCounts(evaluateChecklist(checklist('company'), new Map(), today));
    expect(proven.open).toBeGreaterThan(0);
    expect([unprovenOpen(proven), unprovenOpen(counts)]).toEqual([0, proven.open]);
  });

  const anyInput: fc.Arbitrary<ItemInput> = fc.record({
    documents: fc.array(
      fc.record({
        kind: fc.constantFrom('business_licence', 'id_card', 'account_proof', 'other'),
        parts: fc.subarray(['front', 'back', 'whole'] as const),
        validUntil: fc.constantFrom(
          'forever' as const,
          null,
          addDays(today, -1),
          addDays(today, 10),
          addDays(today, 99),
        ),
        rejected: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    decision: fc.constantFrom('rejected', 'not_needed', 'confirmed', null),
  });

  it('add up for any papers, and a further good paper never opens an item', () => {
    const items = [...checklist('company'), ...threeWays()];
    const ids = items.map(({ requirementId }) => requirementId);
    fc.assert(
      fc.property(
        fc.array(anyInput, { minLength: ids.length, maxLength: ids.length }),
        fc.constantFrom(...ids),
        (given, id) => {
          const inputs = new Map(ids.map((key, index) => [key, given[index] ?? { documents: [] }]));
          const before = checklistCounts(evaluateChecklist(items, inputs, today));
          expect(before.satisfied + before.expiring + before.toConfirm + before.open).toBe(before.total);
          const [kind] = items.find(({ requirementId }) => requirementId === id)?.accepts ?? [];
          const input = inputs.get(id);
          if (!kind || !input) return;
          const good: ItemDocument = { kind, parts: ['front', 'back', 'whole'], validUntil: 'forever' };
          inputs.set(id, { ...input, documents: [...input.documents, good] });
          expect(checklistCounts(evaluateChecklist(items, inputs, today)).open).toBeLessThanOrEqual(
            before.open,
          );
        },
      ),
    );
  });
});
