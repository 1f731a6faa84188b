import { describe, expect, it } from 'vitest';
import { accountNameObservations, nameUnits } from '#shared/domain/account-name.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';
import { shippedPack } from '#test/unit/rules/shipped-packs.ts';

const checksOf = (name: string): string[] =>
  accountNameObservations(name, 'company', certificationPack.nameRules).map(({ check }) => check);

describe('the name of a program', () => {
  it.each([
    ['归樾商城', 8],
    ['归樾a1', 6],
    ['Guiyue Mall', 11],
    ['归樾·馆', 7],
    ['𠮷野', 4],
    ['ＡＢ', 4],
  ])('%s has %i units', (name, units) => {
    expect(nameUnits(name)).toBe(units);
  });

  it('is 4 to 30 units long, and better 8', () => {
    expect(checksOf('归a')).toEqual(['account_name_length']);
    expect(checksOf('归樾')).toEqual(['account_name_short']);
    expect(checksOf('归樾商a')).toEqual(['account_name_short']);
    expect(checksOf('归樾商城')).toEqual([]);
    expect(checksOf('归'.repeat(15))).toEqual([]);
    expect(checksOf(`${'归'.repeat(15)}a`)).toEqual(['account_name_length']);
  });

  it('may hold no word of the platform, but a generic word within a longer one', () => {
    expect(checksOf('归樾ＷｅＣｈａｔ商城')).toEqual(['account_name_word']);
    expect(checksOf('归 樾 微 信 商城')).toEqual(['account_name_word']);
    expect(checksOf('归樾小程序')).toEqual(['account_name_word']);
    expect(checksOf('归樾日历馆')).toEqual([]);
    expect(checksOf('斗地主')).toContain('account_name_word');
  });

  it('holds letters, digits, spaces and the usual symbols; others are doubtful on inferred knowledge alone', () => {
    for (const name of ['归樾·商城', '归樾 Mall 24', '归樾（云汀）', '归樾ü商城馆', '㛃𠮷野商城'])
      expect(checksOf(name), name).toEqual([]);
    for (const name of ['归樾铺子😀', '归樾★商城', '归樾商城♥', '归樾商城~'])
      expect(checksOf(name), name).toEqual(['account_name_word']);
    const [found] = accountNameObservations('归樾铺子😀', 'company', certificationPack.nameRules);
    expect(found?.rule?.tag).toBe('I');
    // What a source forbids comes before what is inferred.
    const [worse] = accountNameObservations('微信商城😀', 'company', certificationPack.nameRules);
    expect(worse?.rule?.tag).toBe('V');
  });

  it('of a merchant may not end with the word for company where it is none, and counts by characters', () => {
    const { nameRules } = shippedPack('wechat.pay.merchant');
    const ofMerchant = (name: string, entityType: EntityType): string[] =>
      nameRules === null
        ? ['no rules']
        : accountNameObservations(name, entityType, nameRules).map(({ check }) => check);
    expect(ofMerchant('归樾家居公司', 'sole_trader')).toEqual(['account_name_word']);
    expect(ofMerchant('归樾家居 公 司 ', 'government')).toEqual(['account_name_word']);
    expect(ofMerchant('归樾家居公司（一店）', 'sole_trader')).toEqual([]);
    expect(ofMerchant('归樾家居公司', 'company')).toEqual([]);
    expect(ofMerchant('归', 'company')).toEqual(['account_name_length']);
    expect(ofMerchant('归樾', 'company')).toEqual([]);
    expect(ofMerchant('归'.repeat(110), 'company')).toEqual([]);
    expect(ofMerchant('归'.repeat(111), 'company')).toEqual(['account_name_length']);
  });
});
