import { describe, expect, it } from 'vitest';
import { categoryPackSchema } from '#shared/contract/category-pack.ts';
import { categoryPackFaults } from '#shared/domain/category-pack-faults.ts';
import { costBy } from '#shared/domain/category-pack.ts';
import { cheapestWays } from '#shared/domain/formula-completion.ts';
import { categoryOf, categoryPack as pack, packFile } from './category-pack.ts';

/** The special-industry rows of the trade reference, each with the categories that it gives. */
const rows: readonly (readonly string[])[] = [
  ['logistics.courier'],
  ['logistics.freight'],
  ['education.degree_training'],
  ['education.school'],
  ['education.driving_school'],
  ['education.online_video'],
  ['medical.public'],
  ['medical.private_other'],
  ['medical.internet_hospital'],
  ['medical.otc_drugs'],
  ['medical.devices'],
  ['medical.prescription'],
  ['finance.bank', 'finance.trust'],
  ['finance.insurance'],
  ['finance.securities'],
  ['finance.public_fund'],
  ['finance.microloan'],
  ['finance.factoring'],
  ['transport.ride_hailing'],
  ['transport.taxi'],
  ['property.marketing'],
  ['life.jobs', 'life.jobs_abroad'],
  ['life.vet'],
  ['life.bath'],
  ['life.performance_tickets'],
  ['life.locksmith'],
  ['catering.place'],
  ['catering.delivery_platform'],
  ['travel.lodging'],
  ['travel.ota', 'ecommerce.platform'],
  ['shop.food', 'shop.infant_food'],
  ['shop.alcohol'],
  ['shop.health_food'],
  ['shop.fresh_food'],
  ['shop.books', 'culture.publications'],
  ['shop.prepaid_cards'],
  ['shop.jewellery'],
  ['culture.novels'],
  ['culture.music', 'culture.animation'],
  ['culture.other_video'],
  ['culture.micro_drama'],
  ['news.current_affairs'],
  ['social.forum', 'social.notes', 'social.questions'],
  ['social.strangers', 'social.dating'],
  ['social.live'],
  ['business.law_firm', 'business.accounting_firm', 'business.tax_firm'],
  ['business.patent_agency'],
  ['business.pawn', 'business.auction', 'business.relic_auction'],
  ['cars.used'],
  ['ai.questions', 'ai.faces', 'ai.painting', 'ai.writing'],
  ['charity.information'],
  ['public.health', 'public.tax', 'public.social_security', 'public.tobacco'],
];

const asks = (id: string): boolean => {
  const { formula } = categoryOf(id);
  return !(formula.op === 'all_of' && formula.parts.length === 0);
};

describe('the shipped category pack', () => {
  it('is well formed and without faults', () => {
    expect(categoryPackSchema.safeParse(packFile).error?.issues ?? []).toEqual([]);
    expect(categoryPackFaults(pack)).toEqual([]);
  });

  it('has all 52 special-industry rows, each asking for something', () => {
    expect(rows).toHaveLength(52);
    for (const id of rows.flat()) expect([id, asks(id)]).toEqual([id, true]);
  });

  it('marks the categories that the internet authority looks at', () => {
    const marked = pack.categories.filter(({ cac }) => cac).map(({ path }) => path[1].zh);
    expect(marked.sort()).toEqual(
      [
        '时政信息',
        '其他视频',
        '视频广场',
        '电台',
        '陌生人交友',
        '熟人交友',
        '社区/论坛',
        '直播',
        '笔记',
        '婚恋',
        '问答',
        '直播答题',
      ].sort(),
    );
  });

  it('opens to individuals what asks for nothing, and the one category that asks for a lawyer’s certificate', () => {
    const open = pack.categories.filter(({ forIndividuals }) => forIndividuals);
    expect(open.length).toBeGreaterThan(25);
    expect(open.filter(({ id }) => asks(id)).map(({ id }) => id)).toEqual([
      'business.lawyer',
      'education.online',
    ]);
  });

  it('takes its rows from the copy of the list, and says of every remembered term that it is one', () => {
    for (const { id, tag, source, asOf } of pack.categories) {
      expect([id, source, asOf]).toEqual([id, ['S25'], '2026-02-21']);
      expect(tag).toBe(id === 'social.friends' ? 'I' : 'P');
    }
    const terms = pack.permits.flatMap(({ usualTerm }) => (usualTerm === undefined ? [] : [usualTerm]));
    expect(terms.map(({ tag }) => tag)).toEqual(terms.map(() => 'M'));
  });

  it('names the least that a shop with nothing at hand needs', () => {
    const company = { atHand: new Map(), businessScope: '', entityType: 'company' as const };
    const least = (id: string) =>
      cheapestWays(categoryOf(id).formula, company, costBy(pack))[0]?.items.map((leaf) =>
        leaf.op === 'atom' ? leaf.id : leaf.words.join('|'),
      );
    expect(least('catering.place')).toEqual(['food_business_permit']);
    expect(least('shop.food')).toEqual(['prepacked_food_filing']);
    expect(least('travel.lodging')).toEqual(['住宿|旅店|旅馆|客房']);
    expect(least('medical.devices')).toEqual(['device_business_permit', 'drug_information_filing']);
    expect(least('tools.weather')).toEqual([]);
  });
});
