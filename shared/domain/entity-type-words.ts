import { compactText } from './plain-text.ts';

/**
 * What kinds of body and their attributes are called, on licences and in lists of firms. The first that fits is taken:
 * longer words stand before those that they begin with.
 */
const words = [
  '民办非企业 民营非企业 社会服务机构 股份合作制? 农民专业合作社? 合作社? 联合社 联社',
  '有限 责任 股份 两合 无限 [总分子]公司 公司 集团 企业 分支机构 分店',
  '个体 工商户 户 个人 自然人 独资 合资 合伙 普通 特殊 一般 家庭 经营',
  '外商 外资 外企 外国 中外 港澳台 台港澳 港澳 香港 澳门 台湾 境[内外] 内资 海外 国外 地区 常驻 驻华',
  '代表处 代表机构 办事处 国有 国营 全民 集体 所有制 民营 私营 非?上市 投资 控股 法人 特别 非?营利',
  '民非 社会 服务 团体 社团 协会 商会 学会 基金会 慈善 公益 行业 村民 居民 社区 委员会 [村居]委会 基层 群众性 自治',
  '律师 事务所 律所 媒体 新闻 报社 电视台 广播 电台 杂志社 期刊社 事业 单位 机关 政府 党政 党群 行政',
  '组织 机构 主体 其[他它] 类型? 型 性质 非 制 或 与 及 和 的',
  'LIMITED LTD COMPANY CORPORATION ENTERPRISE BUSINESS BRANCH OFFICE SOLE TRADER PROPRIETOR(?:SHIP)?',
  'REPRESENTATIVE OVERSEAS FOREIGN COOPERATIVE PRIVATE PUBLIC NON PROFIT SOCIAL GROUP ASSOCIATION FOUNDATION',
  'RESIDENTS VILLAGERS COMMITTEE LAW FIRM INSTITUTION GOVERNMENT AGENCY MEDIA OTHER ORGANI[SZ]ATION INDIVIDUAL PERSON',
];
const known = new RegExp(words.flatMap((line) => line.split(' ')).join('|'), 'gu');

/** Whether a text is made of nothing but such words. */
export const isOfTypeWords = (text: string): boolean =>
  compactText(text)
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(known, '')
    .replaceAll(/[\p{P}\p{S}]/gu, '') === '';
