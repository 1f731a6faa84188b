import type { PageLine } from './page-line.ts';
import type { SoughtCode } from './page-codes.ts';
import { dayField, firstOfEach, loneDay, readByLabels, termFields } from './paper-page.ts';
import type { PaperLabel } from './paper-page.ts';
import { readCreditCode, readRegistrationNumber } from './read-code.ts';
import type { ReadField } from './read-field.ts';
import { addressText, anyText, bodyName, personName, runningText } from './read-text.ts';

export const creditCode: SoughtCode = { field: 'credit_code', length: 18, read: readCreditCode };
const registrationNumber: SoughtCode = {
  field: 'registration_number',
  length: 15,
  read: readRegistrationNumber,
};

/** What a business licence prints, of companies, sole traders, partnerships and branches, new and old. */
const labels: readonly PaperLabel[] = [
  { words: ['统一社会信用代码', '社会信用代码', '信用代码'], code: creditCode },
  { words: ['注册号'], code: registrationNumber },
  {
    words: ['名称', '企业名称', '字号名称'],
    reach: 'rows',
    read: (value) => bodyName('subject_name', value),
  },
  { words: ['类型', '主体类型'], reach: 'rows', read: (value) => anyText('company_type', value) },
  {
    words: ['法定代表人', '法定代表人(负责人)', '经营者', '经营者姓名', '负责人', '投资人', '执行事务合伙人'],
    read: (value) => personName('legal_representative', value),
  },
  {
    words: ['注册资本', '注册资金', '出资额'],
    read: (value) => anyText('registered_capital', value),
  },
  { words: ['成立日期', '注册日期'], read: dayField('founded_on') },
  { words: ['营业期限', '经营期限', '合伙期限'], reach: 'rows', read: termFields },
  {
    words: ['住所', '经营场所', '营业场所', '主要经营场所'],
    reach: 'rows',
    read: (value) => addressText('address', value),
  },
  { words: ['经营范围'], reach: 'rows', read: (value) => runningText('business_scope', value) },
  { words: ['登记机关'] },
  { words: ['组成形式'] },
  { words: ['发证日期', '登记日期'], read: dayField('issued_on') },
];

export function licenceFields(lines: readonly PageLine[]): ReadField[] {
  const page = readByLabels(lines, labels);
  return firstOfEach([...page.fields, ...loneDay('issued_on', page)]);
}
