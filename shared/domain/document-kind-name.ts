import type { DocumentKind } from './document-kind.ts';

/** What each kind of paper is called, as it is printed on it where it is an official one. */
export const documentKindNames = {
  business_licence: '营业执照',
  public_institution_certificate: '事业单位法人证书',
  credit_code_certificate: '统一社会信用代码证书',
  social_group_certificate: '社会团体法人登记证书',
  private_non_enterprise_certificate: '民办非企业单位登记证书',
  foundation_certificate: '基金会法人登记证书',
  representative_office_certificate: '外国企业常驻代表机构登记证',
  id_card: '身份证',
  account_proof: '对公账户证明',
  authorisation_letter: '授权书',
  application_letter: '申请公函',
  trademark_certificate: '商标注册证',
  trademark_authorisation: '商标授权书',
  food_business_permit: '食品经营许可证',
  telecom_permit: '增值电信业务经营许可证',
  education_permit: '办学许可证',
  medical_permit: '医疗机构执业许可证',
  filing_pledge: '备案承诺书',
  registry_change_record: '工商变更证明',
  shareholding_proof: '持股证明',
  invoice_information: '开票信息',
  lease: '租赁合同',
  other: '其他资料',
} as const satisfies Record<DocumentKind, string>;
