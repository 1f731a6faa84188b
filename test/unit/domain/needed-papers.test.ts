import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { leastMissing } from '#shared/domain/checklist-completion.ts';
import { instantiateChecklist } from '#shared/domain/checklist.ts';
import { evaluateChecklist } from '#shared/domain/checklist-state.ts';
import type { ItemInput } from '#shared/domain/checklist-state.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { NeededApplication, NeededFacts } from '#shared/domain/needed-facts.ts';
import { neededPapers } from '#shared/domain/needed-papers.ts';
import type { PaperFacts } from '#shared/domain/pre-check-facts.ts';
import { categoryPack } from '#test/unit/categories/category-pack.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';
import { permit } from './pre-check-permit-cases.ts';

const today = calendarDate('2026-09-22');
const gone = calendarDate('2026-08-31');

type Given = Readonly<Record<string, ItemInput & { readonly documentIds?: readonly string[] }>>;

function application(applicationId: string, entityType: EntityType, given: Given = {}): NeededApplication {
  const kind = 'first_certification';
  const result = instantiateChecklist(certificationPack, { entityType, kind, facts: {} });
  if (!result.ok) throw new Error(entityType);
  const items = evaluateChecklist(result.items, new Map(Object.entries(given)), today);
  return {
    applicationId,
    categories: categoryPack,
    items: items.map((item) => ({ ...item, documentIds: given[item.requirementId]?.documentIds ?? [] })),
  };
}

const categoriesOf = (accountId: string, ...ids: readonly string[]): NeededFacts['accounts'][number] => ({
  accountId,
  pack: categoryPack,
  categories: categoryPack.categories.filter(({ id }) => ids.includes(id)),
});

const factsOf = (part: Partial<NeededFacts>, entityType: EntityType = 'company'): NeededFacts => ({
  today,
  papers: [],
  client: { entityType },
  contacts: [],
  applications: [],
  accounts: [],
  attachedTo: new Map(),
  ...part,
});

const planOf = (facts: NeededFacts) => neededPapers(facts, categoryPack.costs.of);
const linesOf = (facts: NeededFacts) =>
  planOf(facts).papers.map(({ act, key, serves }) => `${act} ${key} ${serves.length}`);

const licence = 'subject.business_licence';
const idCard = 'subject.administrator_id_card';
const whole = (kind: PaperFacts['kind'], documentId: string, part: Partial<PaperFacts> = {}) =>
  permit(kind, '', {
    documentId,
    validUntil: 'forever',
    files: [{ part: 'whole', mediaType: 'image/png', sizeBytes: 1 }],
    ...part,
  });

describe('the papers that a client still needs', () => {
  it('are nothing where nothing is asked for', () => {
    expect(planOf(factsOf({}))).toEqual({
      papers: [],
      assuming: [],
      isCheapest: true,
      applications: [],
      categories: [],
    });
  });

  it('count a paper that several applications want once', () => {
    const lines = linesOf(
      factsOf({ applications: [application('a', 'company'), application('b', 'company')] }),
    );
    expect(lines).toContain('get kind.business_licence 2');
    expect(lines).toContain('get kind.id_card.administrator 2');
  });

  it('are as many as one checklist lacks, where it stands alone', () => {
    for (const entityType of certificationPack.coveredEntityTypes) {
      const alone = application('a', entityType);
      const plan = planOf(factsOf({ applications: [alone] }, entityType));
      const items = new Set(
        plan.papers.flatMap(({ serves }) =>
          serves.map((each) => (each.by === 'application' ? each.requirementId : '')),
        ),
      );
      expect(items.size, entityType).toBe(leastMissing(alone.items).length);
    }
  });

  it('put a paper on file to its item instead of asking for it', () => {
    const facts = factsOf({
      applications: [application('a', 'company')],
      papers: [whole('business_licence', 'held')],
    });
    const [first] = planOf(facts).papers;
    expect(first).toMatchObject({ act: 'attach', kind: 'business_licence', documentIds: ['held'] });
    const run = factsOf({ ...facts, papers: [whole('business_licence', 'held', { validUntil: gone })] });
    expect(planOf(run).papers).toContainEqual(
      expect.objectContaining({ act: 'renew', key: 'kind.business_licence', documentIds: ['held'] }),
    );
    const bare = factsOf({ ...facts, papers: [whole('business_licence', 'held', { files: [] })] });
    expect(linesOf(bare)).toContain('get kind.business_licence 1');
  });

  it('take a person’s card only from the one who is meant', () => {
    const sides = ['front', 'back'] as const;
    const card = whole('id_card', 'card', {
      contactId: 'someone',
      files: sides.map((part) => ({ part, mediaType: 'image/png', sizeBytes: 1 })),
    });
    const contact = { contactId: 'someone', isAdministrator: true, isLegalRepresentative: false };
    const facts = factsOf({ applications: [application('a', 'company')], papers: [card] });
    expect(linesOf(facts)).toContain('get kind.id_card.administrator 1');
    expect(linesOf({ ...facts, contacts: [contact] })).toContain('attach file.card 1');
  });

  it('do not lend a letter that was made for another order', () => {
    const asked = application('b', 'company', { 'account.authorisation_letter': { documents: [] } });
    const items = asked.items.map((item) =>
      item.requirementId === 'account.authorisation_letter'
        ? { ...item, blocks: true, needed: 'required' as const, state: 'missing' as const }
        : item,
    );
    const letter = whole('authorisation_letter', 'letter');
    const facts = factsOf({ applications: [{ ...asked, items }], papers: [letter] });
    const wantsLetter = asked.items.some(
      ({ requirementId }) => requirementId === 'account.authorisation_letter',
    );
    expect(wantsLetter).toBe(true);
    expect(linesOf(facts)).toContain('attach file.letter 1');
    const lent = { ...facts, attachedTo: new Map([['letter', ['a']]]) };
    expect(linesOf(lent)).toContain('get kind.authorisation_letter.b 1');
  });

  it('follow the firm’s own word: dropped, refused, confirmed', () => {
    const document = { kind: 'business_licence', parts: ['whole'], validUntil: null } as const;
    const stateOf = (given: Given) =>
      linesOf(factsOf({ applications: [application('a', 'company', given)] }));
    expect(stateOf({ [licence]: { documents: [], decision: 'not_needed' } }).join()).not.toContain('licence');
    expect(
      stateOf({ [licence]: { documents: [document], decision: 'confirmed', documentIds: ['x'] } }).join(),
    ).not.toContain('licence');
    const refused = planOf(
      factsOf({
        applications: [
          application('a', 'company', {
            [licence]: { documents: [document], decision: 'rejected', documentIds: ['x'] },
          }),
        ],
        papers: [whole('business_licence', 'x')],
      }),
    );
    expect(refused.papers).toContainEqual(
      expect.objectContaining({ act: 'replace', key: 'kind.business_licence', documentIds: ['x'] }),
    );
  });

  it('name the side that is missing and the card that ran out', () => {
    const front = { kind: 'id_card', parts: ['front'], validUntil: 'forever' } as const;
    const old = { kind: 'id_card', parts: ['front', 'back'], validUntil: gone } as const;
    const acts = (document: typeof front | typeof old) =>
      planOf(
        factsOf({
          applications: [
            application('a', 'company', { [idCard]: { documents: [document], documentIds: ['card'] } }),
          ],
        }),
      ).papers.find(({ key }) => key === 'kind.id_card.administrator')?.act;
    expect(acts(front)).toBe('complete');
    expect(acts(old)).toBe('renew');
  });

  it('prefer the permit that serves two categories to the cheapest of each', () => {
    const facts = factsOf({
      accounts: [categoriesOf('first', 'catering.place'), categoriesOf('second', 'shop.food')],
    });
    expect(linesOf(facts)).toEqual(['get kind.food_business_permit 2']);
    expect(linesOf(factsOf({ accounts: [categoriesOf('second', 'shop.food')] }))).toEqual([
      'get permit.prepacked_food_filing 1',
    ]);
  });

  it('renew a permit that ran out, and ask for none that is there', () => {
    const accounts = [categoriesOf('first', 'catering.place')];
    const held = permit('food_business_permit', '食品经营许可证');
    expect(linesOf(factsOf({ accounts, papers: [held] }))).toEqual([]);
    const plan = planOf(factsOf({ accounts, papers: [{ ...held, validUntil: gone }] }));
    expect(plan.papers).toMatchObject([{ act: 'renew', documentIds: ['食品经营许可证'] }]);
    expect(plan.categories).toMatchObject([{ categoryId: 'catering.place', state: 'missing' }]);
  });

  it('are one paper for an item that names a permit and the category that asks for it', () => {
    const base = application('a', 'company').items[0];
    if (base === undefined) throw new Error('no item');
    const named = {
      ...base,
      requirementId: 'category.medical',
      title: { zh: '医疗器械经营许可证', en: 'Medical device operating permit' },
      accepts: ['industry_permit', 'approval_document', 'other'] as const,
    };
    const facts = factsOf({
      accounts: [categoriesOf('first', 'medical.devices')],
      applications: [{ applicationId: 'a', categories: categoryPack, items: [named] }],
    });
    const shared = planOf(facts).papers.find(({ key }) => key === 'permit.device_business_permit');
    expect(shared?.serves.map(({ by }) => by).sort()).toEqual(['application', 'category']);
    const held = permit('industry_permit', '医疗器械经营许可证', {
      validUntil: 'forever',
      files: [{ part: 'whole', mediaType: 'image/png', sizeBytes: 1 }],
    });
    expect(linesOf({ ...facts, papers: [held] })[0]).toBe('attach file.医疗器械经营许可证 1');
  });

  it('take for granted what nobody knows yet, one thing of each question, and say so', () => {
    const facts = factsOf({ accounts: [categoriesOf('first', 'finance.factoring', 'shop.prepaid_cards')] });
    const plan = planOf(facts);
    expect(plan.assuming).toMatchObject([
      { questionId: 'foreign_invested', is: false },
      { questionId: 'resells_prepaid_cards', is: false },
      { questionId: null },
    ]);
    const answered = { ...facts, answers: { foreign_invested: true, resells_prepaid_cards: true } };
    expect(planOf(answered).papers.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['permit.foreign_investment_filing', 'permit.notarised_resale_mandate']),
    );
  });

  it('leave out a category that is closed to the kind of body', () => {
    const plan = planOf(factsOf({ accounts: [categoriesOf('first', 'business.lawyer')] }, 'government'));
    expect(plan.papers).toEqual([]);
    expect(plan.categories).toMatchObject([{ categoryId: 'business.lawyer', state: 'closed' }]);
  });

  it('do not depend on the order of the facts', () => {
    const facts = factsOf({
      applications: [application('b', 'company'), application('a', 'company')],
      accounts: [
        categoriesOf('second', 'shop.food', 'cars.used'),
        categoriesOf('first', 'catering.place', 'medical.devices'),
      ],
    });
    const turned = {
      ...facts,
      applications: facts.applications.toReversed(),
      accounts: facts.accounts.toReversed(),
    };
    const [plan, other] = [planOf(facts), planOf(turned)];
    expect([other.papers, other.assuming]).toEqual([plan.papers, plan.assuming]);
  });
});

/** A checklist with some of its items met, refused or decided away, and some papers on file. */
const oneCase = fc.constantFrom(...certificationPack.coveredEntityTypes).chain((entityType) => {
  const ids = application('a', entityType).items.map(({ requirementId, accepts }) => ({
    requirementId,
    accepts,
  }));
  const state = fc.constantFrom('open', 'met', 'decided' as const);
  return fc.record({
    entityType: fc.constant(entityType),
    states: fc.array(state, { minLength: ids.length, maxLength: ids.length }),
    onFile: fc.subarray([...new Set(ids.flatMap(({ accepts }) => accepts))]),
    ids: fc.constant(ids),
  });
});

describe('a checklist with alternatives', () => {
  it('is advised the very papers that the client’s plan names, which complete it', () => {
    fc.assert(
      fc.property(oneCase, ({ entityType, states, onFile, ids }) => {
        const inputs = (met: readonly string[]): Given =>
          Object.fromEntries(
            ids.flatMap(({ requirementId, accepts }, index): [string, Given[string]][] => {
              if (states[index] === 'decided')
                return [[requirementId, { documents: [], decision: 'not_needed' }]];
              if (states[index] === 'open' && !met.includes(requirementId)) return [];
              const parts = ['front', 'back', 'whole'] as const;
              return [
                [
                  requirementId,
                  { documents: [{ kind: accepts[0] ?? 'other', parts, validUntil: 'forever' }] },
                ],
              ];
            }),
          );
        const alone = application('a', entityType, inputs([]));
        const papers = onFile.map((kind) => whole(kind, `file ${kind}`));
        const plan = planOf(factsOf({ applications: [alone], papers }, entityType));
        const named = plan.papers.flatMap(({ serves }) =>
          serves.map((each) => (each.by === 'application' ? each.requirementId : '')),
        );
        const advised = plan.applications[0]?.advised ?? [];
        expect([...new Set(named)].sort()).toEqual([...advised].sort());
        expect(leastMissing(application('a', entityType, inputs(advised)).items)).toEqual([]);
        expect(advised.length).toBeGreaterThanOrEqual(leastMissing(alone.items).length);
      }),
      { numRuns: 300 },
    );
  });

  it('is not completed by an alternative that was decided away', () => {
    const given = {
      'subject.public_institution_certificate': { documents: [], decision: 'not_needed' },
    } as const;
    const { items } = application('a', 'public_institution', given);
    expect(leastMissing(items)).toContain('subject.credit_code_certificate');
  });
});
