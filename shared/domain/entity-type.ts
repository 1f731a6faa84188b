import { compactText } from './plain-text.ts';

/** The kinds of body (主体类型) a client can be, in the order in which a form offers them. */
export const entityTypes = [
  'company',
  'branch',
  'sole_trader',
  'representative_office',
  'media',
  'government',
  'public_institution',
  'foundation',
  'social_group',
  'private_non_enterprise',
  'cooperative',
  'committee',
  'law_firm',
  'other_organisation',
  'overseas',
  'individual',
] as const;

export type EntityType = (typeof entityTypes)[number];

/** First two characters of a unified social credit code: registering authority and body category (GB 32100-2015). */
const TYPE_BY_CREDIT_CODE_PREFIX: Readonly<Record<string, EntityType>> = {
  '91': 'company',
  '92': 'sole_trader',
  '93': 'cooperative',
  '11': 'government',
  '12': 'public_institution',
  '51': 'social_group',
  '52': 'private_non_enterprise',
  '53': 'foundation',
  '54': 'committee',
  '55': 'committee',
  '31': 'law_firm',
  ...otherOrganisations('13 19 59 32 33 34 35 39 21 29 41 49 61 62 69 71 72 79 81 89'),
  ...otherOrganisations('A1 A9 G1 J1 N1 N2 N3 N9 Y1'),
};

/** Ordered: a text is what the first matching rule says, so narrower words stand before wider ones. */
const RECOGNITION: readonly (readonly [RegExp, EntityType])[] = [
  [/分公司|分支机构|分店|^BRANCH/, 'branch'],
  [/代表处|代表机构|^REPRESENTATIVE/, 'representative_office'],
  [
    /(境外|海外|国外|港澳|香港|澳门|台湾|外国)(企业|公司|主体|机构)|^(境外|海外|OVERSEAS|FOREIGNCOMPANY)/,
    'overseas',
  ],
  [/(有限|责任|股份)公司/, 'company'],
  [/个体|^SOLE/, 'sole_trader'],
  [/合作社|^COOPERATIVE/, 'cooperative'],
  [/民办非|民营非|民非|社会服务机构|^(PRIVATENON|NONPROFIT)/, 'private_non_enterprise'],
  [/基金会|^FOUNDATION/, 'foundation'],
  [/社会团体|社团|协会|商会|学会|^(SOCIALGROUP|ASSOCIATION)/, 'social_group'],
  [/村委会|居委会|村民委员会|居民委员会|群众性自治组织|^(COMMITTEE|RESIDENTS['’]?COMMITTEE)/, 'committee'],
  [/律师事务所|律所|^LAWFIRM/, 'law_firm'],
  [/媒体|报社|电视台|广播电台|杂志社|期刊社|^MEDIA/, 'media'],
  [/事业单位|事业法人|^PUBLICINSTITUTION/, 'public_institution'],
  [/政府|机关|行政单位|^GOVERNMENT/, 'government'],
  [/组织|^其他|^OTHER/, 'other_organisation'],
  [/企业|公司|^COMPANY$|^ENTERPRISE$/, 'company'],
  [/^(个人|自然人|个人主体|INDIVIDUAL|PERSON)$/, 'individual'],
];

/** Whether the value is one of the entity types. */
export function isEntityType(value: unknown): value is EntityType {
  return entityTypes.some((type) => type === value);
}

/**
 * WeChat's `customer_type` (认证类型) for an entity type, undefined where the type alone does not decide it:
 * media (2 company-run, 9 public institution), cooperatives, law firms and other organisations (4 or 6). A
 * credit code settles media.
 */
export function wechatCustomerType(entityType: EntityType, creditCode?: string): number | undefined {
  switch (entityType) {
    case 'company':
    case 'branch':
    case 'representative_office':
      return 1;
    case 'sole_trader':
      return 12;
    case 'media':
      return mediaCustomerType(creditCode);
    case 'government':
      return 3;
    case 'public_institution':
      return 11;
    case 'foundation':
    case 'committee':
      return 4;
    case 'social_group':
      return 8;
    case 'private_non_enterprise':
      return 5;
    case 'cooperative':
    case 'law_firm':
    case 'other_organisation':
      return undefined;
    case 'overseas':
      return 14;
    case 'individual':
      return 15;
  }
}

/**
 * Reads an entity type as a licence, a spreadsheet or this program's own files write it (有限责任公司, 个体户,
 * 民非, sole_trader …). Undefined when the text says nothing known.
 */
export function recogniseEntityType(text: string): EntityType | undefined {
  const plain = compactText(text);
  const own = plain.toLowerCase();
  if (isEntityType(own)) return own;
  const label = plain.toUpperCase().replaceAll(/[-_]/g, '');
  return RECOGNITION.find(([pattern]) => pattern.test(label))?.[1];
}

/**
 * The entity type that a unified social credit code's first two characters speak for (GB 32100-2015), undefined
 * for an unknown pair. 91 also covers branches and representative offices: it is a suggestion, not a verdict.
 */
export function suggestEntityType(creditCode: string): EntityType | undefined {
  const prefix = compactText(creditCode).slice(0, 2).toUpperCase();
  return Object.hasOwn(TYPE_BY_CREDIT_CODE_PREFIX, prefix) ? TYPE_BY_CREDIT_CODE_PREFIX[prefix] : undefined;
}

/**
 * Whether a body of this kind may carry a credit code whose beginning speaks for `suggested`: a suggestion, by which
 * nothing is refused. 91 is also the beginning of branches and representative offices, 93 may be a company or a branch;
 * media are companies or public institutions; government covers organs, public institutions and social bodies with
 * administrative functions; the kinds that the platform takes as other organisations stand for each other.
 */
export function mayCarryCodeOf(suggested: EntityType, entityType: EntityType): boolean {
  return suggested === entityType || (mayAlsoCarry[entityType]?.includes(suggested) ?? false);
}

const loose: readonly EntityType[] = ['cooperative', 'committee', 'law_firm', 'other_organisation'];

const mayAlsoCarry: Readonly<Partial<Record<EntityType, readonly EntityType[]>>> = {
  company: ['cooperative'],
  branch: ['company', 'cooperative'],
  representative_office: ['company'],
  media: ['company', 'public_institution'],
  government: ['public_institution', 'social_group', 'other_organisation'],
  foundation: ['other_organisation'],
  cooperative: loose,
  committee: [...loose, 'government'],
  law_firm: loose,
  other_organisation: [...loose, 'foundation'],
};

/** Types that the platform registers as a company: their code begins with 91, or 93. */
const companyTypes: readonly EntityType[] = ['company', 'branch', 'representative_office'];

/**
 * Whether code and entity type are certainly of two bodies: a sole trader's code (92) with a type of companies, or a
 * company's (91) with a sole trader. Of this pair alone a refusal by the platform is on record; of every other one the
 * type that a code speaks for is inferred.
 */
export const codeContradicts = (suggested: EntityType, entityType: EntityType): boolean =>
  entityType === 'sole_trader'
    ? suggested === 'company'
    : suggested === 'sole_trader' && companyTypes.includes(entityType);

function otherOrganisations(prefixes: string): Record<string, EntityType> {
  return Object.fromEntries(prefixes.split(' ').map((prefix) => [prefix, 'other_organisation']));
}

function mediaCustomerType(creditCode: string | undefined): number | undefined {
  const suggested = creditCode === undefined ? undefined : suggestEntityType(creditCode);
  if (suggested === 'company') return 2;
  return suggested === 'public_institution' ? 9 : undefined;
}
