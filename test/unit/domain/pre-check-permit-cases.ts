import { calendarDate, instantOf } from '#shared/domain/calendar-date.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { PaperFacts, PreCheckFacts } from '#shared/domain/pre-check-facts.ts';

type Change = (facts: PreCheckFacts) => PreCheckFacts;

export const permit = (
  kind: PaperFacts['kind'],
  title: string,
  part: Partial<PaperFacts> = {},
): PaperFacts => ({
  documentId: title,
  kind,
  title,
  stated: {},
  receivedOn: calendarDate('2026-09-01'),
  receivedAtMs: instantOf(calendarDate('2026-09-01')),
  files: [],
  ...part,
});

/** The account is of these categories, and the client has these papers for them. */
export const inCategory =
  (category: string, ...papers: readonly PaperFacts[]): Change =>
  (facts) => ({ ...facts, category, papers: [...facts.papers, ...papers] });

export const withScope =
  (businessScope: string, next: Change): Change =>
  (facts) => {
    const changed = next(facts);
    return { ...changed, client: { ...changed.client, businessScope } };
  };

const ofKind =
  (entityType: EntityType, next: Change): Change =>
  (facts) => {
    const changed = next(facts);
    return { ...changed, client: { ...changed.client, entityType } };
  };

const gone = { validUntil: calendarDate('2026-08-31') };

/** Bad cases of the permits that a category asks for. */
export const badPermits = {
  permit_missing: [
    inCategory('餐饮-餐饮服务场所'),
    inCategory('医疗器械自营', permit('industry_permit', '医疗器械经营许可证')),
    inCategory('网约车', permit('cooperation_agreement', '网约车合作协议')),
    inCategory('自营 > 食品饮料', permit('lease', '食品经营许可证')),
    inCategory('网约车', permit('industry_permit', '合作公司的网络预约出租汽车经营许可证')),
    ofKind('government', inCategory('商业服务-律师')),
  ],
  permit_expired: [
    inCategory('食品饮料', permit('food_business_permit', '食品经营许可证', gone)),
    inCategory('医疗-公立医疗机构', permit('medical_permit', '执业许可证', gone)),
    inCategory('宠物医院/兽医、典当', permit('industry_permit', '动物诊疗许可证', gone)),
  ],
  scope_missing: [
    withScope('服装零售', inCategory('商家自营-珠宝玉石')),
    withScope('餐饮管理', inCategory('旅游-住宿服务')),
    withScope('机械设备销售', inCategory('生鲜')),
    withScope('软件开发', inCategory('二手车')),
  ],
  category_not_for_individuals: ['餐饮服务场所', '社交-社区/论坛', '商家自营-玩具'].map((text) =>
    ofKind('individual', inCategory(text)),
  ),
  permit_question: [
    inCategory('自营-酒类', permit('food_business_permit', '食品经营许可证')),
    inCategory('商家自营-珠宝玉石'),
    withScope('商业保理', inCategory('商业保理')),
    inCategory('陌生人交友', permit('telecom_permit', '增值电信业务经营许可证')),
  ],
  category_missing: [
    inCategory(''),
    inCategory('  '),
    (facts) => inCategory('')({ ...facts, accountName: '示例归樾会员馆' }),
  ],
  category_unknown: ['卖东西', '医疗', '餐饮-太空舱、天气', '邮政'].map((text) => inCategory(text)),
} as const satisfies Readonly<Record<string, readonly Change[]>>;

/** Cases in which the category asks for nothing that is not there. */
export const goodPermits: readonly Change[] = [
  inCategory('工具-天气'),
  inCategory('餐饮服务-餐饮服务场所/餐饮服务管理企业', permit('food_business_permit', '示例小馆许可证')),
  inCategory('自营-酒类', permit('food_business_permit', '食品经营许可证', { remark: '含预包装食品销售' })),
  inCategory('自营-酒类；物流-查件', permit('industry_permit', '食品生产许可证（酒类）')),
  withScope('珠宝首饰零售；服装零售', inCategory('珠宝玉石')),
  withScope('住宿服务；餐饮服务', inCategory('旅游服务 > 住宿服务')),
  inCategory(
    '宠物医院',
    permit('industry_permit', '动物诊疗许可证', { validUntil: calendarDate('2026-09-22') }),
  ),
  inCategory(
    '网约车',
    permit('cooperation_agreement', '与网约车公司的合作协议'),
    permit('industry_permit', '合作公司的网络预约出租汽车经营许可证'),
  ),
  inCategory(
    '网络小说',
    permit('media_permit', '视听许可证'),
    permit('industry_permit', '网络文化经营许可证'),
    permit('cooperation_agreement', '版权合作协议'),
    permit('statement', '作品内容审核机制'),
    permit('statement', '承诺函'),
  ),
  ofKind(
    'public_institution',
    inCategory('政务-气象', permit('credit_code_certificate', '统一社会信用代码证书')),
  ),
  ofKind('private_non_enterprise', inCategory('学历教育（学校）', permit('education_permit', '办学许可证'))),
];
