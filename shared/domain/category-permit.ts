import type { CalendarDate } from './calendar-date.ts';
import type { DocumentKind } from './document-kind.ts';
import { compactText } from './plain-text.ts';
import type { Provenance, RuleSource } from './rule-pack.ts';

/** What a category asks for beyond the papers of the body: any one of these kinds will do. */
export type PermitNeed = Provenance & { readonly kinds: readonly DocumentKind[] };

const copiedOn = '2026-02-21' as CalendarDate;

/** Where the list of categories is from. */
export const permitListSource: RuleSource = {
  code: 'S25',
  title: {
    zh: '小程序开放服务类目清单的第三方副本',
    en: 'Third-party copy of the list of open mini program categories',
  },
  publisher: 'third_party',
  date: copiedOn,
  url: 'github.com/catforpy/wechat-mini-program-B',
};

const list = { tag: 'P', source: [permitListSource.code], asOf: copiedOn } as const;

const needs: readonly (readonly [RegExp, readonly DocumentKind[]])[] = [
  [/餐饮|食品|饮料|酒类|保健品|外卖/u, ['food_business_permit']],
  [
    /学历教育|在线视频课程|教育培训|培训机构|^教育$/u,
    ['education_permit', 'public_institution_certificate', 'approval_document'],
  ],
  [/医疗机构|诊所|(?<!宠物)医院|^医疗$/u, ['medical_permit', 'approval_document']],
  [/OTA|电商平台|陌生人交友|婚恋/iu, ['telecom_permit']],
  [/时政|其他视频|视频广场|电台|直播/u, ['media_permit', 'approval_document']],
];

/**
 * The permits that a category as people write it (餐饮-餐饮服务场所, 医疗 …) usually asks for; empty for one that is not
 * recognised, which does not mean that it asks for none.
 */
export function permitNeeds(category: string): PermitNeed[] {
  const plain = compactText(category);
  return needs.filter(([words]) => words.test(plain)).map(([, kinds]) => ({ ...list, kinds }));
}
