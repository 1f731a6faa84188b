import { describe, expect, it } from 'vitest';
import { cheapestWays } from '#shared/domain/formula-completion.ts';
import { waysText } from '#shared/domain/permit-words.ts';
import { categoryPack as pack } from './category-pack.ts';

describe('the ways of a category in words', () => {
  it('say each way once', () => {
    for (const { id, formula } of pack.categories) {
      const ways = cheapestWays(formula, { atHand: new Map(), platform: pack.platform, category: id });
      const said = waysText(ways, pack).zh.split('；或');
      expect(said, id).toEqual([...new Set(said)]);
    }
  });

  it('keep what is asked for where it is met or assumed', () => {
    const jewellery = pack.categories.find(({ id }) => id === 'shop.jewellery');
    if (jewellery === undefined) throw new Error('the list has jewellery');
    const at = { atHand: new Map(), platform: pack.platform, category: jewellery.id };
    expect(waysText(cheapestWays(jewellery.formula, at), pack).zh).toBe(
      '营业执照的经营范围含「珠宝」或「金银」或「贵金属」或「首饰」',
    );
  });
});
