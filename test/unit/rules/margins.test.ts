import { describe, expect, it } from 'vitest';
import { documentRules } from '#shared/domain/rule-pack-leaves.ts';
import { shippedPack, shippedPacks } from './shipped-packs.ts';

const dated = (id: string) => documentRules(shippedPack(id)).filter(([, rule]) => rule.marginDays > 0);

describe('the time that must be left on a paper', () => {
  it.each(shippedPacks.map(({ id }) => id))('%s: no source of the paper is made to vouch for it', (id) => {
    for (const [at, rule] of dated(id)) {
      const { tag } = rule.marginBasis ?? rule;
      expect(['I', 'P'], at).toContain(tag);
    }
  });

  it('is our own for a licence, and a month by copies of the filing rules for an ID', () => {
    const licence = dated('wechat.mp.certification').find(([, rule]) =>
      rule.accepts.includes('business_licence'),
    );
    expect(licence?.[1]).toMatchObject({ tag: 'V', marginBasis: { tag: 'I', source: ['OWN'] } });
    const ids = dated('wechat.mp.filing').filter(([, rule]) => rule.accepts.includes('id_card'));
    for (const [, rule] of ids) expect(rule.marginBasis).toMatchObject({ tag: 'P', source: ['S23'] });
    expect(ids.length).toBeGreaterThan(0);
  });
});

describe('sources that disagree about a committee', () => {
  it('are named, as for public institutions, and the payment offers both sums', () => {
    const { fees, conflicts } = shippedPack('wechat.mp.certification');
    const own = fees.filter(
      ({ entityTypes }) => entityTypes.includes('committee') && entityTypes.length === 1,
    );
    expect(own.map(({ amountFen }) => amountFen)).toEqual([30_000, 0]);
    const conflict = conflicts.find(({ id }) => id === 'committee_fee');
    expect(conflict?.places).toEqual(own.map((fee) => `fees.${fees.indexOf(fee)}`));
  });
});
