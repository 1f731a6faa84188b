import { creditCode } from './licence-fields.ts';
import type { PageLine, PagePiece } from './page-line.ts';
import { dayField, endField, firstOfEach, loneDay, readByLabels, termFields } from './paper-page.ts';
import type { PaperLabel, PaperPage } from './paper-page.ts';
import { codeCharacters, withFigures } from './read-code.ts';
import { readField } from './read-field.ts';
import type { ReadDoubt, ReadField } from './read-field.ts';
import { addressText, anyText, bodyName, personName, runningText } from './read-text.ts';

/** What permits of both kinds print. */
const ofEveryPermit: readonly PaperLabel[] = [
  {
    words: ['法定代表人(负责人)', '法定代表人', '负责人'],
    read: (value) => personName('legal_representative', value),
  },
  { words: ['有效期至'], read: endField },
  { words: ['有效期', '有效期限'], reach: 'rows', read: termFields },
  { words: ['发证机关'], reach: 'rows', read: (value) => bodyName('issuer', value) },
  { words: ['发证日期', '签发日期', '颁发日期'], read: dayField('issued_on') },
];

const ofFood: readonly PaperLabel[] = [
  { words: ['经营者名称', '经营者'], reach: 'rows', read: (value) => bodyName('subject_name', value) },
  { words: ['统一社会信用代码', '社会信用代码(身份证号码)', '社会信用代码'], code: creditCode },
  { words: ['住所'], reach: 'rows', read: (value) => addressText('address', value) },
  { words: ['经营场所'], reach: 'rows', read: (value) => addressText('premises', value) },
  { words: ['许可证编号'], read: foodPermitNumber },
  { words: ['主体业态'], reach: 'rows', read: (value) => anyText('company_type', value) },
  { words: ['经营项目'], reach: 'rows', read: (value) => runningText('business_scope', value) },
  { words: ['日常监督管理机构'] },
  { words: ['日常监督管理人员'] },
  { words: ['投诉举报电话'] },
  { words: ['签发人'] },
  ...ofEveryPermit,
];

const ofTelecom: readonly PaperLabel[] = [
  { words: ['公司名称', '单位名称'], reach: 'rows', read: (value) => bodyName('subject_name', value) },
  { words: ['统一社会信用代码'], code: creditCode },
  { words: ['经营许可证编号', '许可证编号'], read: telecomPermitNumber },
  {
    words: ['注册住所', '注册地址', '住所'],
    reach: 'rows',
    read: (value) => addressText('address', value),
  },
  {
    words: ['业务种类', '业务种类(服务项目)'],
    reach: 'rows',
    read: (value) => runningText('business_scope', value),
  },
  {
    words: ['业务覆盖范围', '覆盖范围'],
    reach: 'rows',
    read: (value) => runningText('area_covered', value),
  },
  { words: ['注册资本'], read: (value) => anyText('registered_capital', value) },
  { words: ['服务项目'] },
  ...ofEveryPermit,
];

/** A permit to sell food (食品经营许可证). */
export function foodPermitFields(lines: readonly PageLine[]): ReadField[] {
  const page = readByLabels(lines, ofFood);
  return firstOfEach([
    ...page.fields,
    ...numberInRest(page, /JY ?\d/u, foodPermitNumber),
    ...loneDay('issued_on', page),
  ]);
}

/** A permit to run value-added telecom services (增值电信业务经营许可证). */
export function telecomPermitFields(lines: readonly PageLine[]): ReadField[] {
  const page = readByLabels(lines, ofTelecom);
  const numbers = numberInRest(page, /[AB][12][.-]|ICP/u, telecomPermitNumber);
  return firstOfEach([...page.fields, ...numbers, ...loneDay('issued_on', page)]);
}

function numberInRest(
  { rest }: PaperPage,
  form: RegExp,
  read: (piece: PagePiece) => ReadField[],
): ReadField[] {
  return rest.filter(({ text }) => form.test(text)).flatMap(read);
}

/** JY and 14 figures; the first of them is the line of business. */
function foodPermitNumber(value: PagePiece): ReadField[] {
  const read = codeCharacters(value.text);
  const start = read.indexOf('JY');
  const figures = withFigures(read.slice(start === -1 ? 0 : start + 2)).slice(0, 14);
  const doubts: readonly ReadDoubt[] = start !== -1 && /^\d{14}$/.test(figures) ? [] : ['shape'];
  return figures === '' ? [] : [readField('permit_number', `JY${figures}`, value, doubts)];
}

/** A place's short name, the classes of service and eight figures (粤B2-20240001), or one of an older row (京ICP证030173号). */
const telecomForms =
  /^(?:[\u4e00-\u9fff]?[AB][12](?:\.[AB][12])*-\d{8}|[\u4e00-\u9fff]ICP证(?:B2-)?\d{6,8}号?)$/u;

function telecomPermitNumber(value: PagePiece): ReadField[] {
  const number = value.text.replaceAll(/\s/gu, '').toUpperCase();
  if (number === '') return [];
  return [readField('permit_number', number, value, telecomForms.test(number) ? [] : ['shape'])];
}
