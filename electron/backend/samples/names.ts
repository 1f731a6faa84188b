import type { EntityType } from '#shared/domain/entity-type.ts';
import { makeCreditCode } from '#shared/domain/credit-code.ts';
import { organisationCheckCharacter } from '#shared/domain/organisation-code.ts';
import type { Random } from './random.ts';

const towns = ['云汀', '澄川', '临岚', '望沙', '栖原', '霁城', '松浦', '砚州'] as const;
const words = [
  ...['青禾', '归舟', '云栖', '知白', '南乔', '晚晴', '拾光', '听澜', '素问', '朴石', '星野', '半山'],
  ...['渡口', '微雨', '长风', '木樨', '采薇', '初霁', '远岫', '清和', '一苇', '芳甸', '松间', '照水'],
] as [string, ...string[]];
const trades = [
  ...[
    '餐饮管理',
    '商贸',
    '网络科技',
    '文化传媒',
    '教育咨询',
    '家居用品',
    '物流',
    '生鲜',
    '健康管理',
    '建筑工程',
  ],
  ...[
    '服饰',
    '茶业',
    '口腔门诊',
    '宠物服务',
    '酒店管理',
    '体育发展',
    '广告',
    '机电设备',
    '园林绿化',
    '汽车服务',
  ],
] as [string, ...string[]];
const surnames = ['林', '顾', '沈', '温', '陆', '苏', '卷', '符', '齐', '白', '安', '灯'] as const;
const givenNames = ['若谷', '砚秋', '北辞', '微澜', '半夏', '小满', '云舒', '雅宁', '知远', '清和'] as const;

/** Entity types in the proportions of a firm's portfolio, in percent. */
const entityShares: readonly (readonly [EntityType, number, prefix: string])[] = [
  ['company', 70, '91'],
  ['sole_trader', 20, '92'],
  ['public_institution', 4, '12'],
  ['social_group', 3, '51'],
  ['private_non_enterprise', 3, '52'],
];

export interface FirmName {
  readonly name: string;
  readonly shortName: string;
  readonly entityType: EntityType;
  readonly creditCode: string;
}

/** The firm with that number; different numbers give different names and codes. */
export function firmName(random: Random, seed: number, no: number): FirmName {
  const [entityType, , prefix] = shareAt(random.below(100));
  const shortName = `${random.pick(words)}${random.pick(trades)}`;
  const name = `示例${shortName}（${random.pick(towns)}${no + 1}）${suffixOf(entityType)}`;
  return {
    name,
    shortName: `示例${shortName}${no + 1}`,
    entityType,
    creditCode: creditCode(prefix, seed, no),
  };
}

export const personName = (random: Random): string =>
  `${random.pick(surnames)}${random.pick(givenNames)}（示例）`;

function shareAt(percent: number): (typeof entityShares)[number] {
  let upTo = 0;
  const found = entityShares.find(([, share]) => (upTo += share) > percent);
  return found ?? ['company', 0, '91'];
}

function suffixOf(entityType: EntityType): string {
  switch (entityType) {
    case 'sole_trader':
      return '商行';
    case 'public_institution':
      return '服务中心';
    case 'social_group':
      return '协会';
    case 'private_non_enterprise':
      return '服务社';
    default:
      return '有限公司';
  }
}

/** District 99 of a province is given to nobody: no generated code can be a real body's. */
function creditCode(prefix: string, seed: number, no: number): string {
  const series = String(seed % 100).padStart(2, '0');
  const body = `MA${series}${String(no % 10_000).padStart(4, '0')}`;
  const district = 339_900 + (Math.floor(no / 10_000) % 100);
  return makeCreditCode(`${prefix}${district}${body}${organisationCheckCharacter(body)}`);
}
