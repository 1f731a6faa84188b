import { creditCode } from './licence-fields.ts';
import type { PageLine } from './page-line.ts';
import { dayField, firstOfEach, loneDay, readByLabels, termFields } from './paper-page.ts';
import type { PaperLabel } from './paper-page.ts';
import type { ReadField } from './read-field.ts';
import { addressText, anyText, bodyName, personName, runningText } from './read-text.ts';

/** What the certificates of public institutions, social groups, foundations and their like print. */
const labels: readonly PaperLabel[] = [
  { words: ['统一社会信用代码', '社会信用代码', '信用代码'], code: creditCode },
  {
    words: ['名称', '单位名称', '机构名称'],
    reach: 'rows',
    read: (value) => bodyName('subject_name', value),
  },
  {
    words: ['宗旨和业务范围', '业务范围'],
    reach: 'rows',
    read: (value) => runningText('business_scope', value),
  },
  {
    words: ['住所', '地址', '机构地址'],
    reach: 'rows',
    read: (value) => addressText('address', value),
  },
  {
    words: ['法定代表人', '法定代表人(负责人)', '负责人'],
    read: (value) => personName('legal_representative', value),
  },
  {
    words: ['开办资金', '注册资金', '活动资金', '原始基金数额'],
    read: (value) => anyText('registered_capital', value),
  },
  { words: ['经费来源'] },
  { words: ['举办单位'] },
  { words: ['业务主管单位'] },
  { words: ['类型', '社团类型'], read: (value) => anyText('company_type', value) },
  {
    words: ['登记管理机关', '登记机关', '发证机关', '颁发机关'],
    read: (value) => bodyName('issuer', value),
  },
  { words: ['有效期', '有效期限'], reach: 'rows', read: termFields },
  { words: ['发证日期', '颁发日期', '成立登记日期'], read: dayField('issued_on') },
];

export function certificateFields(lines: readonly PageLine[]): ReadField[] {
  const page = readByLabels(lines, labels);
  return firstOfEach([...page.fields, ...loneDay('issued_on', page)]);
}
