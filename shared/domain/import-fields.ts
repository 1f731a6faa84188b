/** What a column of a portfolio workbook can mean. */
export const importFields = [
  'name',
  'creditCode',
  'entityType',
  'legalRepresentative',
  'administratorName',
  'administratorPhone',
  'address',
  'establishedOn',
  'licenceUntil',
  'standing',
  'standingCheckedOn',
  'platform',
  'accountName',
  'appId',
  'certifiedUntil',
  'consultant',
  'serviceFee',
  'bankName',
  'bankHolder',
  'bankNumber',
  'tags',
  'remark',
] as const;
export type ImportField = (typeof importFields)[number];

/**
 * Values by field in the form in which they are stored: dates as YYYY-MM-DD, 'forever' for a licence without end,
 * money in fen as digits, tags joined by 、. A field that says nothing is left out.
 */
export type ImportValues = Partial<Record<ImportField, string>>;

/** Fields without which a workbook can't be imported. */
export const requiredImportFields: readonly ImportField[] = ['name'];

export const accountImportFields = [
  'platform',
  'accountName',
  'appId',
  'certifiedUntil',
] as const satisfies readonly ImportField[];
export type AccountImportField = (typeof accountImportFields)[number];
export type ClientImportField = Exclude<ImportField, AccountImportField>;

export const isAccountImportField = (field: ImportField): field is AccountImportField =>
  accountImportFields.some((own) => own === field);

export const clientImportFields: readonly ClientImportField[] = importFields.filter(
  (field): field is ClientImportField => !isAccountImportField(field),
);

/**
 * Headings as firms write them, in the form of `headingKey`, the plainest first: when two columns could be the same
 * field, the one whose heading stands earlier in the list is taken.
 */
export const importHeadings: Readonly<Record<ImportField, readonly string[]>> = {
  name: [
    ...[
      '客户名称',
      '客户全称',
      '公司名称',
      '企业名称',
      '单位名称',
      '主体名称',
      '公司全称',
      '企业全称',
      '单位全称',
      '客户',
    ],
    ...['clientname', 'companyname', 'client', 'company', '公司', '单位', '名称', 'name'],
  ],
  creditCode: [
    ...[
      '统一社会信用代码',
      '社会统一信用代码',
      '统一信用代码',
      '社会信用代码',
      '信用代码',
      '统一代码',
      '营业执照号',
    ],
    ...['纳税人识别号', '税号', 'unifiedsocialcreditcode', 'creditcode', 'uscc'],
  ],
  entityType: ['主体类型', '企业类型', '单位类型', '客户类型', '类型', 'entitytype', 'type'],
  legalRepresentative: [
    '法定代表人',
    '法人代表',
    '法人',
    '法人姓名',
    '负责人姓名',
    '经营者',
    '经营者姓名',
    'legalrepresentative',
  ],
  administratorName: [
    '管理员',
    '管理员姓名',
    '联系人',
    '联系人姓名',
    '对接人',
    'administrator',
    'contact',
    'contactname',
  ],
  administratorPhone: [
    ...[
      '管理员手机',
      '管理员手机号',
      '管理员电话',
      '联系人手机',
      '联系人电话',
      '联系电话',
      '手机号码',
      '手机号',
      '手机',
      '电话',
    ],
    ...['administratorphone', 'contactphone', 'mobile', 'phone'],
  ],
  address: ['住所', '注册地址', '公司地址', '经营场所', '地址', 'address'],
  establishedOn: ['成立日期', '成立时间', '注册日期', '注册时间', 'establishedon', 'established'],
  licenceUntil: [
    '营业期限至',
    '营业期限',
    '执照有效期至',
    '执照有效期',
    '执照到期',
    '执照到期日',
    'licenceuntil',
    'licenseuntil',
  ],
  standing: [
    ...['登记状态', '企业登记状态', '工商登记状态', '经营状态', '企业状态', '工商状态', '存续状态'],
    ...['registrationstatus', 'registrystatus', 'standing'],
  ],
  standingCheckedOn: [
    ...['登记状态查询日期', '登记状态核查日期', '状态查询日期', '状态核查日期', '查询日期', '核查日期'],
    ...['standingcheckedon', 'statuscheckedon', 'checkedon'],
  ],
  platform: ['平台', '平台名称', '账号类型', 'platform'],
  accountName: [
    '小程序名称',
    '小程序',
    '小程序名',
    '账号名称',
    '平台账号',
    'accountname',
    'miniprogram',
    'miniprogramname',
  ],
  appId: ['appid', '小程序appid', '小程序id', '应用id'],
  certifiedUntil: [
    ...[
      '认证有效期至',
      '认证有效期',
      '认证到期',
      '认证到期日',
      '认证到期日期',
      '认证到期时间',
      '小程序到期',
      '小程序到期日',
    ],
    ...['小程序认证到期', '年审到期', '年审到期日', '到期日', '到期日期', '到期时间', 'certifieduntil'],
  ],
  consultant: ['负责人', '顾问', '经办人', '经办', '负责', '跟进人', 'consultant', 'owner'],
  serviceFee: ['服务费', '服务费元', '年服务费', '收费', '年费', 'servicefee', 'fee'],
  bankName: ['基本户开户行', '开户行', '开户银行', '开户行名称', 'bankname', 'bank'],
  bankHolder: ['账户名称', '户名', '银行户名', '开户名', '开户户名', 'accountholder'],
  bankNumber: ['银行账号', '对公账号', '银行账户', '基本户账号', '账号', 'bankaccount', 'accountnumber'],
  tags: ['标签', '分组', 'tags', 'tag'],
  remark: ['备注', '说明', '备注1', 'remarks', 'remark', 'notes', 'note'],
};
