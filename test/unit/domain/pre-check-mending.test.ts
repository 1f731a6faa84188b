import { describe, expect, it } from 'vitest';
import type { CheckId } from '#shared/domain/check-rule.ts';
import type { PreCheckFacts } from '#shared/domain/pre-check-facts.ts';
import { preCheck } from '#shared/domain/pre-check.ts';
import { shippedPack } from '#test/unit/rules/shipped-packs.ts';
import { cleanCase, sampleSeed } from './pre-check-cases.ts';
import { bank, client, contact, says } from './pre-check-changes.ts';

const pack = shippedPack('wechat.mp.certification');
const clean = cleanCase(sampleSeed);
const found = (facts: PreCheckFacts, check: CheckId, by = pack) =>
  preCheck(facts, by).findings.filter((one) => one.check === check);

describe('where a difference is mended', () => {
  it('is the record, when the licence says otherwise: nothing has to be added to the papers', () => {
    const facts = client({ legalRepresentative: '样例丁' })(clean);
    expect(found(facts, 'legal_representative_differs')).toMatchObject([
      {
        place: { at: 'client', field: 'legalRepresentative' },
        expected: sampleSeed.person,
        found: '样例丁',
        remedyTitles: [],
      },
    ]);
  });

  it('is the paper, when that deviates from the licence: the letter is drawn up anew', () => {
    const facts = says('authorisation_letter', { legal_representative: '样例丁' })(clean);
    expect(found(facts, 'legal_representative_differs')).toMatchObject([
      { place: { at: 'item' }, remedyTitles: [{ zh: '授权书' }] },
    ]);
  });

  it('is the bank account on file, as the proof decides', () => {
    expect(
      found(bank({ accountNumber: '400000000012346' })(clean), 'bank_account_number_differs'),
    ).toMatchObject([
      { place: { at: 'bank_account' }, expected: sampleSeed.accountNumber, remedyTitles: [] },
    ]);
  });

  it('is the contact, as the ID card decides', () => {
    expect(found(contact({ name: '样例丁' })(clean), 'person_name_differs')).toMatchObject([
      { place: { at: 'contact' }, expected: sampleSeed.person, remedyTitles: [] },
    ]);
  });

  it('is the record without a licence typed off, as there is nothing that decides', () => {
    const untyped = says('business_licence', { legal_representative: '' })(clean);
    const facts = says('authorisation_letter', { legal_representative: '样例丁' })(untyped);
    expect(found(facts, 'legal_representative_differs')).toMatchObject([{ place: { at: 'item' } }]);
  });
});

describe('the letter about a new name', () => {
  const filing = shippedPack('wechat.mp.filing');
  const filed = cleanCase(sampleSeed, { pack: filing, kind: 'filing' });
  const titles = (facts: PreCheckFacts, check: CheckId) =>
    found(facts, check, filing).flatMap(({ remedyTitles }) => remedyTitles.map(({ zh }) => zh));

  it('is proposed where names differ, not for a bracket or another legal representative', () => {
    expect(titles(client({ name: '示例青岚有限公司' })(filed), 'subject_name_differs')).toContain(
      '主体更名函',
    );
    const bracket = bank({ holderName: sampleSeed.name.replace('（', '(').replace('）', ')') })(filed);
    expect(found(bracket, 'subject_name_spelling', filing)).toHaveLength(1);
    expect(titles(bracket, 'subject_name_spelling')).toEqual([]);
    const changed = says('platform_form', { legal_representative: '样例丁' })(filed);
    expect(found(changed, 'legal_representative_differs', filing)).toHaveLength(1);
    expect(titles(changed, 'legal_representative_differs')).toEqual([]);
  });
});
