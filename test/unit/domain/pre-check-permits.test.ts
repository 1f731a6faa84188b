import { describe, expect, it } from 'vitest';
import { pathText } from '#shared/domain/category-pack.ts';
import { permitObservations } from '#shared/domain/pre-check-permits.ts';
import { preCheck } from '#shared/domain/pre-check.ts';
import { categoryPack } from '#test/unit/categories/category-pack.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';
import { cleanCase, sampleSeed } from './pre-check-cases.ts';
import { goodPermits, inCategory, permit, withScope } from './pre-check-permit-cases.ts';

const clean = cleanCase(sampleSeed);
const seen = (facts: typeof clean) => permitObservations(facts, categoryPack);

describe('the permits of a category in the pre-check', () => {
  it.each(goodPermits.map((change, index) => [index, change] as const))(
    'finds nothing in clean case %i',
    (_index, change) => {
      expect(seen(change(clean))).toEqual([]);
    },
  );

  it('says the cheapest completion in words', () => {
    const [missing] = seen(
      inCategory('医疗器械自营', permit('industry_permit', '医疗器械经营许可证'))(clean),
    );
    expect(missing).toMatchObject({
      check: 'permit_missing',
      place: { at: 'category', id: 'medical.devices' },
      title: { zh: '医疗服务-医疗器械自营' },
      expected: {
        zh: '药品、医疗器械互联网信息服务备案凭证',
        en: expect.stringMatching(/^[\x20-\x7e]+$/u) as string,
      },
      rule: { tag: 'P', source: ['S25'], asOf: '2026-02-21' },
    });
  });

  it('asks instead of guessing, and takes the answer', () => {
    const factoring = withScope('商业保理', inCategory('商业保理'))(clean);
    expect(seen(factoring)).toMatchObject([
      {
        check: 'permit_question',
        expected: {
          zh: '是否外商投资企业：否；或外商投资企业备案凭证（范围含「商业保理」）（若是否外商投资企业：是）',
          en: expect.stringMatching(/foreign-invested company: no; or .*\(if: .*: yes\)/u) as string,
        },
      },
    ]);
    expect(seen({ ...factoring, answers: { foreign_invested: false } })).toEqual([]);
    expect(seen({ ...factoring, answers: { foreign_invested: true } })).toMatchObject([
      {
        check: 'permit_missing',
        expected: { zh: '外商投资企业备案凭证（范围含「商业保理」）' },
      },
    ]);
  });

  it('names only the paper to renew where renewing it is enough', () => {
    const gone = { validUntil: clean.today && ('2026-01-01' as typeof clean.today) };
    const [finding, ...others] = seen(
      inCategory('食品饮料、母婴食品', permit('food_business_permit', '食品经营许可证', gone))(clean),
    );
    expect(finding).toMatchObject({ check: 'permit_expired', found: '2026-01-01' });
    expect(others).toEqual([]);
  });

  it('does not judge what the list is not for', () => {
    const overseas = inCategory('食品饮料')({
      ...clean,
      client: { ...clean.client, entityType: 'overseas' },
    });
    expect(seen(overseas)).toMatchObject([
      {
        check: 'category_unknown',
        found: '食品饮料',
        place: { at: 'category', id: 'list.overseas' },
        text: {
          zh: expect.stringContaining('境外主体另有一份类目清单') as string,
          en: expect.stringContaining('Overseas subjects have a list of categories of their own') as string,
        },
      },
    ]);
    expect(seen({ ...overseas, category: ' ' })).toEqual([]);
    // A list of a former program does not say so; what was judged by it is judged by it again.
    const { unknowns, ...former } = categoryPack;
    expect(unknowns).toHaveLength(1);
    expect(permitObservations(overseas, former)).toMatchObject([
      { check: 'category_unknown', found: '商家自营-食品饮料' },
    ]);
    expect(seen(clean)).toEqual([]);
    expect(permitObservations(inCategory('食品饮料')(clean), undefined)).toEqual([]);
  });

  it('never blocks on an inferred row', () => {
    const { findings } = preCheck(inCategory('熟人交友')(clean), certificationPack, categoryPack);
    expect(findings).toMatchObject([{ check: 'permit_missing', level: 'warning', tag: 'I' }]);
  });

  it.each(['company', 'government', 'individual'] as const)(
    'asks a %s for nothing more when every paper of the pack is there',
    (entityType) => {
      const answers = Object.fromEntries(categoryPack.questions.map(({ id }) => [id, true]));
      for (const category of categoryPack.categories) {
        const remark = JSON.stringify(category.formula);
        const papers = categoryPack.permits.map(({ id, filedAs, isPartners, words, name }) =>
          permit(filedAs[0] ?? 'other', `${isPartners === true ? '合作方' : ''}${words[0] ?? name.zh}`, {
            documentId: id,
            remark,
          }),
        );
        const facts = withScope(
          remark,
          inCategory(pathText(category).zh, ...papers),
        )({
          ...clean,
          client: { ...clean.client, entityType },
          answers,
        });
        const found = seen(facts).filter(({ check }) => check !== 'category_not_for_individuals');
        const isClosed = found.some(
          ({ expected }) => typeof expected === 'object' && expected.zh === '该主体类型没有可用的资质',
        );
        expect([category.id, isClosed ? [] : found]).toEqual([category.id, []]);
      }
    },
  );
});
