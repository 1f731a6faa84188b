import { describe, expect, it } from 'vitest';
import type { EntityType } from '#shared/domain/entity-type.ts';
import {
  codeContradicts,
  entityTypes,
  isEntityType,
  mayCarryCodeOf,
  recogniseEntityType,
  suggestEntityType,
  wechatCustomerType,
} from '#shared/domain/entity-type.ts';

describe('entity types', () => {
  it('knows its own words', () => {
    for (const type of entityTypes) {
      expect(isEntityType(type)).toBe(true);
      expect(recogniseEntityType(type)).toBe(type);
      expect(recogniseEntityType(type.replaceAll('_', ' ').toUpperCase())).toBe(type);
    }
    expect(isEntityType('toString')).toBe(false);
  });

  it.each<[string, EntityType]>([
    ['公司', 'company'],
    ['企业', 'company'],
    ['有限责任公司', 'company'],
    ['有限责任公司（自然人投资或控股）', 'company'],
    ['有限责任公司(台港澳自然人独资)', 'company'],
    ['股份有限公司（非上市）', 'company'],
    ['个人独资企业', 'company'],
    ['普通合伙企业', 'company'],
    ['外商投资企业', 'company'],
    ['有限责任公司分公司', 'branch'],
    ['分公司', 'branch'],
    ['非法人分支机构', 'branch'],
    ['个体', 'sole_trader'],
    ['个体户', 'sole_trader'],
    [' 个 体 工商户 ', 'sole_trader'],
    ['外国（地区）企业常驻代表机构', 'representative_office'],
    ['代表处', 'representative_office'],
    ['媒体', 'media'],
    ['事业单位媒体', 'media'],
    ['政府', 'government'],
    ['机关', 'government'],
    ['事业单位', 'public_institution'],
    ['事业单位法人', 'public_institution'],
    ['基金会', 'foundation'],
    ['社会团体', 'social_group'],
    ['社团', 'social_group'],
    ['民非', 'private_non_enterprise'],
    ['民办非企业', 'private_non_enterprise'],
    ['民办非企业单位（法人）', 'private_non_enterprise'],
    ['合作社', 'cooperative'],
    ['农民专业合作社', 'cooperative'],
    ['村委会', 'committee'],
    ['居民委员会', 'committee'],
    ['基层群众性自治组织特别法人', 'committee'],
    ['律所', 'law_firm'],
    ['律师事务所', 'law_firm'],
    ['其他组织', 'other_organisation'],
    ['境外企业', 'overseas'],
    ['海外公司', 'overseas'],
    ['个人', 'individual'],
    ['Company', 'company'],
  ])('%s is %s', (text, type) => {
    expect(recogniseEntityType(text)).toBe(type);
  });

  it('does not guess', () => {
    for (const text of ['', '待定', '3', 'constructor']) expect(recogniseEntityType(text)).toBeUndefined();
  });

  it.each<[EntityType, number | undefined]>([
    ['company', 1],
    ['branch', 1],
    ['representative_office', 1],
    ['sole_trader', 12],
    ['media', undefined],
    ['government', 3],
    ['public_institution', 11],
    ['foundation', 4],
    ['social_group', 8],
    ['private_non_enterprise', 5],
    ['cooperative', undefined],
    ['committee', 4],
    ['law_firm', undefined],
    ['other_organisation', undefined],
    ['overseas', 14],
    ['individual', 15],
  ])('%s is customer type %s', (type, customerType) => {
    expect(wechatCustomerType(type)).toBe(customerType);
  });

  it('tells company-run media from those of public institutions by the credit code', () => {
    expect(wechatCustomerType('media', '91440399MAXA00014R')).toBe(2);
    expect(wechatCustomerType('media', '12110199MAXC000321')).toBe(9);
    expect(wechatCustomerType('media', '52110199MAXC000321')).toBeUndefined();
  });

  it('suggests a type for each known prefix', () => {
    const suggested: Readonly<Record<string, EntityType>> = {
      91: 'company',
      92: 'sole_trader',
      93: 'cooperative',
      11: 'government',
      12: 'public_institution',
      51: 'social_group',
      52: 'private_non_enterprise',
      53: 'foundation',
      54: 'committee',
      55: 'committee',
      31: 'law_firm',
    };
    for (const [prefix, type] of Object.entries(suggested)) expect(suggestEntityType(prefix)).toBe(type);
    const others = '13 19 59 32 33 34 35 39 21 29 41 49 61 62 69 71 72 79 81 89 A1 A9 N1 N2 N3 N9 Y1 G1 J1';
    for (const prefix of others.split(' ')) expect(suggestEntityType(prefix)).toBe('other_organisation');
    expect(suggestEntityType(' ｎ1 440399')).toBe('other_organisation');
    for (const prefix of ['', '9', '94', 'ZZ', '__']) expect(suggestEntityType(prefix)).toBeUndefined();
  });
});

describe('the credit code of an entity type', () => {
  it.each<[EntityType, EntityType, boolean]>([
    ['company', 'company', true],
    ['company', 'branch', true],
    ['company', 'representative_office', true],
    ['company', 'media', true],
    ['public_institution', 'media', true],
    ['company', 'sole_trader', false],
    ['sole_trader', 'company', false],
    ['public_institution', 'government', true],
    ['social_group', 'government', true],
    ['other_organisation', 'government', true],
    ['company', 'government', false],
    ['government', 'public_institution', false],
    ['government', 'committee', true],
    ['other_organisation', 'foundation', true],
    ['private_non_enterprise', 'media', false],
    ['other_organisation', 'law_firm', true],
    ['cooperative', 'company', true],
    ['other_organisation', 'company', false],
    ['social_group', 'foundation', false],
  ])('one that speaks for %s stands with %s: %s', (suggested, entityType, isRight) => {
    expect(mayCarryCodeOf(suggested, entityType)).toBe(isRight);
  });

  it('is certainly of another body only between companies and sole traders', () => {
    const pairs = entityTypes.flatMap((suggested) =>
      entityTypes.filter((type) => codeContradicts(suggested, type)).map((type) => [suggested, type]),
    );
    expect(pairs).toEqual([
      ['company', 'sole_trader'],
      ['sole_trader', 'company'],
      ['sole_trader', 'branch'],
      ['sole_trader', 'representative_office'],
    ]);
  });
});
