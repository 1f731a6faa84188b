import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts';
import type { Category, CategoryPack, Permit } from '#shared/domain/category-pack.ts';
import { categoryRequirements } from '#shared/domain/category-requirements.ts';
import { judgeCategory } from '#shared/domain/category-verdict.ts';
import type { CategoryFacts } from '#shared/domain/category-verdict.ts';
import { checklistCounts, evaluateChecklist } from '#shared/domain/checklist-state.ts';
import type { ItemDecision, ItemInput } from '#shared/domain/checklist-state.ts';
import type { RequirementItem } from '#shared/domain/checklist.ts';
import { conditionsOf } from '#shared/domain/formula.ts';
import type { Formula, FormulaLeaf } from '#shared/domain/formula.ts';
import { permitState } from '#shared/domain/permit-papers.ts';
import type { PaperFacts } from '#shared/domain/pre-check-facts.ts';
import { categoryOf, categoryPack } from '#test/unit/categories/category-pack.ts';
import { permit } from './pre-check-permit-cases.ts';

const today = calendarDate('2026-11-22');

/** The lines as they stand with every paper put to each line that is about it. */
function standing(
  category: Category,
  pack: CategoryPack,
  facts: CategoryFacts,
  decisions: Readonly<Record<string, ItemDecision>> = {},
) {
  const lines = categoryRequirements(category, pack, facts, 'image').map(
    (draft, position): RequirementItem => ({ ...draft, position }),
  );
  const inputs = new Map(
    lines.map((line): [string, ItemInput] => [
      line.requirementId,
      {
        documents: facts.papers.flatMap((paper) => documentFor(line, paper, pack)),
        decision: decisions[line.requirementId] ?? null,
      },
    ]),
  );
  const items = evaluateChecklist(lines, inputs, today);
  return { lines, items, counts: checklistCounts(items) };
}

function documentFor({ asks, accepts }: RequirementItem, paper: PaperFacts, pack: CategoryPack) {
  if (asks?.of !== 'permit' || !accepts.includes(paper.kind)) return [];
  const asPermit = permitState(asks.leaf, paper, pack, today);
  const { kind, validUntil = null } = paper;
  return asPermit === 'missing' ? [] : [{ kind, validUntil, parts: ['whole'] as const, asPermit }];
}

/** In the words of a verdict: complete, held back, or open. */
function stateOf({ counts }: ReturnType<typeof standing>): 'met' | 'missing' | 'question' {
  if (counts.open > 0) return 'missing';
  return counts.toConfirm > 0 ? 'question' : 'met';
}

const company = (papers: readonly PaperFacts[], businessScope?: string): CategoryFacts => ({
  today,
  papers,
  client: { entityType: 'company', ...(businessScope !== undefined && { businessScope }) },
});

describe('the checklist of a category, over random formulas and papers', () => {
  const ids = [...'abcdef'];
  const kinds = ['industry_permit', 'statement'] as const;
  const permits = ids.map((id, index): Permit => ({
    id,
    name: { zh: `证${id}`, en: `Permit ${id}` },
    sort: 'permit',
    filedAs: index === 0 ? kinds : [kinds[index % 2] ?? 'statement'],
    words: [`证${id}`],
    tag: 'P',
    source: ['S25'],
    asOf: today,
  }));
  const leaves: readonly FormulaLeaf[] = [
    ...ids.map((id): FormulaLeaf => ({ op: 'atom', id })),
    { op: 'atom', id: 'a', covering: ['酒类'] },
    { op: 'atom', id: 'b', covering: ['基金', '保险'] },
    { op: 'scope', words: ['住宿'] },
  ];
  const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
    formula: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom(...leaves),
      fc.array(tie('formula'), { maxLength: 3 }).map((parts): Formula => ({ op: 'all_of', parts })),
      fc.array(tie('formula'), { maxLength: 3 }).map((options): Formula => ({ op: 'any_of', options })),
      fc
        .record({
          condition: fc.constantFrom(
            { on: 'answer', id: 'p', is: true } as const,
            { on: 'answer', id: 'q', is: false } as const,
            { on: 'entity_type', in: ['company'] } as const,
            { on: 'entity_type', in: ['government'] } as const,
          ),
          then: tie('formula'),
          otherwise: fc.option(tie('formula'), { nil: undefined }),
        })
        .map(({ condition, then, otherwise }): Formula => ({
          op: 'when',
          condition,
          then,
          ...(otherwise && { otherwise }),
        })),
    ),
  }));
  /** A list asks a question once; one that is asked twice may contradict itself. */
  const asksOnce = (rule: Formula): boolean => {
    const questions = conditionsOf(rule).flatMap((each) => (each.on === 'answer' ? [each.id] : []));
    return new Set(questions).size === questions.length;
  };
  const paper = fc.record({
    kind: fc.constantFrom(...kinds),
    title: fc.constantFrom(...ids.map((id) => `证${id}`), '证a、证b', '别的'),
    remark: fc.constantFrom('', '酒类', '基金'),
    validUntil: fc.constantFrom('forever' as const, addDays(today, -1), addDays(today, 3)),
  });
  const papersOf = fc
    .array(paper, { maxLength: 7 })
    .map((rows) =>
      rows.map(({ kind, title, ...part }, index) =>
        permit(kind, title, { ...part, documentId: String(index) }),
      ),
    );
  const factsOf = fc
    .record({
      papers: papersOf,
      scope: fc.constantFrom(undefined, '住宿服务', '软件开发'),
      answers: fc.subarray(['p yes', 'q no']),
    })
    .map(({ papers, scope, answers }): CategoryFacts => ({
      ...company(papers, scope),
      answers: Object.fromEntries(answers.map((text) => [text.slice(0, 1), text.endsWith('yes')])),
    }));
  const pack = (rule: Formula): [Category, CategoryPack] => {
    const category: Category = {
      id: 'test',
      path: [
        { zh: '一', en: 'One' },
        { zh: '二', en: 'Two' },
      ],
      formula: rule,
      cac: false,
      forIndividuals: false,
      tag: 'P',
      source: ['S25'],
      asOf: today,
    };
    return [category, { ...categoryPack, permits, questions: [], categories: [category] }];
  };

  it('stands as the formula does', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(formula.filter(asksOnce), factsOf, (rule, facts) => {
        const [category, list] = pack(rule);
        const { state } = judgeCategory(category, list, facts);
        seen.set(state, (seen.get(state) ?? 0) + 1);
        expect(stateOf(standing(category, list, facts))).toBe(state === 'closed' ? 'missing' : state);
      }),
      { numRuns: 3000 },
    );
    expect([...seen.keys()].sort()).toEqual(['closed', 'met', 'missing', 'question']);
  });

  it('keeps the ids of its lines, each but once, whatever becomes known', () => {
    fc.assert(
      fc.property(formula, factsOf, factsOf, (rule, some, others) => {
        const [category, list] = pack(rule);
        const linesOf = (facts: CategoryFacts) => standing(category, list, facts).lines;
        const known = new Map(linesOf(some).map((line) => [line.requirementId, line.title.zh]));
        expect(known.size).toBe(linesOf(some).length);
        for (const { requirementId, title } of linesOf(others)) {
          expect([undefined, title.zh]).toContain(known.get(requirementId));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the checklist of a category of the list', () => {
  const linesOf = (id: string, facts: CategoryFacts) => {
    const { lines, items } = standing(categoryOf(id), categoryPack, facts);
    return lines.map(({ title, choices }, index) => [
      choices.map(({ option }) => 'ABC'[option]).join(''),
      title.zh,
      items[index]?.state,
    ]);
  };

  it('lists alternatives as a choice with the name of each way', () => {
    expect(linesOf('logistics.courier', company([]))).toEqual([
      ['A', '快递业务经营许可证', 'missing'],
      ['B', '快递末端网点备案证明', 'missing'],
      ['C', '与快递公司的合作协议（含用户数据隐私条款）', 'missing'],
      ['CA', '合作快递公司的快递业务经营许可证', 'missing'],
      ['CB', '合作快递网点的备案证明', 'missing'],
    ]);
    const [, , last] = categoryRequirements(
      categoryOf('logistics.courier'),
      categoryPack,
      company([]),
      'image',
    );
    expect(last?.choices[0]?.way?.zh).toBe('快递合作方');
  });

  it('asks the kind of body and the licence for what they can tell', () => {
    const facts = company([], '珠宝首饰零售');
    expect(linesOf('shop.jewellery', facts)).toMatchObject([['', /经营范围含「珠宝」/, 'satisfied']]);
    expect(linesOf('shop.jewellery', company([]))).toMatchObject([['', /经营范围/, 'to_confirm']]);
    expect(linesOf('shop.jewellery', company([], '餐饮'))).toMatchObject([['', /经营范围/, 'missing']]);
    expect(linesOf('tools.weather', company([]))).toEqual([]);
  });

  it('puts an open question into each of its ways, and takes the firm’s word for it', () => {
    const prepaid = linesOf('shop.prepaid_cards', company([]));
    expect(
      prepaid.filter(([, title]) => (title ?? '').includes('代售')).map(([option, title]) => [option, title]),
    ).toEqual([
      ['A', '是否代售他人发行的预付卡：是'],
      ['A', expect.stringContaining('代售') as string],
      ['B', '是否代售他人发行的预付卡：否'],
    ]);
    const own = company([
      permit('industry_permit', '支付业务许可证（预付卡）', { validUntil: 'forever' }),
      permit('filing_certificate', '单用途商业预付卡备案公示', { validUntil: 'forever' }),
    ]);
    const category = categoryOf('shop.prepaid_cards');
    expect(stateOf(standing(category, categoryPack, own))).toBe('question');
    const answer = standing(category, categoryPack, own, { 'category.answer.2': 'confirmed' });
    expect(stateOf(answer)).toBe('met');
  });

  it('says that a category is closed to the client', () => {
    const individual: CategoryFacts = { today, papers: [], client: { entityType: 'individual' } };
    expect(linesOf('catering.place', individual)).toEqual([['', '该主体类型没有可用的资质', 'missing']]);
  });

  it('lets a paper that nothing names as the permit be confirmed', () => {
    const [line] = categoryRequirements(categoryOf('life.vet'), categoryPack, company([]), 'image');
    if (line === undefined) throw new Error('no line');
    const item: RequirementItem = { ...line, position: 0 };
    const stateWith = (asPermit: 'met' | 'missing', decision: ItemDecision | null) =>
      evaluateChecklist(
        [item],
        new Map([
          [
            item.requirementId,
            {
              documents: [{ kind: 'industry_permit', parts: ['whole'], validUntil: 'forever', asPermit }],
              decision,
            },
          ],
        ]),
        today,
      ).map(({ state, reason }) => [state, reason?.code]);
    expect(stateWith('met', null)).toEqual([['satisfied', undefined]]);
    expect(stateWith('missing', null)).toEqual([['to_confirm', 'permit_not_named']]);
    expect(stateWith('missing', 'confirmed')).toEqual([['satisfied', undefined]]);
  });
});

describe('every permit of the list', () => {
  it('is known by its own name, so that a file put to its line is it', () => {
    const unknown = categoryPack.permits.filter(
      ({ id, name, filedAs }) =>
        permitState({ op: 'atom', id }, permit(filedAs[0] ?? 'other', name.zh), categoryPack, today) !==
        'met',
    );
    expect(unknown.map(({ id, name }) => [id, name.zh])).toEqual([]);
  });
});
