import type { ImportField } from '#shared/domain/import-fields.ts';
import { cellsLeftOut } from '#shared/domain/import-left-out.ts';
import type { CellNote } from '#shared/domain/import-note.ts';
import type { PlannedRow } from '#shared/domain/import-plan.ts';

/** How the returned workbook calls the fields. */
const fieldNames: Readonly<Record<ImportField, string>> = {
  name: '客户名称',
  creditCode: '统一社会信用代码',
  entityType: '主体类型',
  legalRepresentative: '法定代表人',
  administratorName: '管理员',
  administratorPhone: '管理员手机',
  address: '住所',
  establishedOn: '成立日期',
  licenceUntil: '营业期限至',
  standing: '登记状态',
  standingCheckedOn: '登记状态查询日期',
  platform: '平台',
  accountName: '小程序名称',
  appId: 'AppID',
  certifiedUntil: '认证有效期至',
  consultant: '负责人',
  serviceFee: '服务费',
  bankName: '开户行',
  bankHolder: '账户名称',
  bankNumber: '银行账号',
  tags: '标签',
  remark: '备注',
};

/** What the remark begins with where the row is written and only cells of it are not. */
const onlyCells = '其余照写，没写这些格：';

/** What stands in the row for a field. */
type Said = (field: ImportField) => string;

/**
 * Why a row, or a cell of it, is not written, in the words of the firm: the returned workbook is read in Excel, not in
 * the program.
 */
export function reasonsOf(row: Pick<PlannedRow, 'deed' | 'notes'>, said: Said): string {
  const faults = row.notes.filter(({ level }) => level === 'error');
  if (faults.length > 0) return inWords(faults, said);
  const cells = cellsLeftOut(row);
  return cells.length === 0 ? '' : onlyCells + inWords(cells, said);
}

const inWords = (notes: readonly CellNote[], said: Said): string =>
  notes.map((note) => `${fieldNames[note.field]}：${reasonOf(note, said)}`).join('；');

function reasonOf({ field, code, data }: CellNote, said: Said): string {
  const { value = '' } = data;
  switch (code) {
    case 'empty':
      return '没有填';
    case 'not_a_name':
      return `「${value}」不是名称`;
    case 'only_legal_form':
      return `「${value}」只是组织形式，缺字号`;
    case 'too_long':
      return `${data.length} 个字，最多 ${data.limit} 个`;
    case 'formula_error':
      return `公式出错 ${value}`;
    case 'digits_lost':
      return `按数字存成 ${value}，后几位已丢失，要按文本重填`;
    case 'credit_code_length':
      return `${value} 有 ${data.length} 位，应为 18 位`;
    case 'credit_code_alphabet':
      return data.suggestion === undefined
        ? `${value} 有不该出现的字符`
        : `${value} 有不该出现的字符，可能是 ${data.suggestion}`;
    case 'credit_code_checksum':
      return `${value} 校验位不对，前 17 位算得末位 ${data.expected}；执照上确是如此的，先在客户里注明为何采用再导`;
    case 'bank_number_alphabet':
      return `${value} 不全是数字`;
    case 'bank_number_length':
      return `${value} 有 ${data.length} 位，账号是 6 至 32 位`;
    case 'entity_type_unknown':
      return `不认得「${value}」`;
    case 'standing_unknown':
      return `不认得登记状态「${value}」`;
    case 'no_such_day':
      return `${value} 没有这一天`;
    case 'not_a_date':
      return `「${value}」不是日期`;
    case 'ambiguous_date':
      return `「${value}」是哪一天不明确`;
    case 'dates_reversed':
      return `「${value}」起止颠倒`;
    case 'forever_not_allowed':
      return `「${value}」不能是长期`;
    case 'not_an_amount':
      return `「${value}」不是金额`;
    case 'platform_unknown':
      return `不认得平台「${value}」`;
    case 'app_id_taken':
      return `${value} 已属于「${data.name}」`;
    case 'client_unclear':
      return `同名客户有 ${data.count} 个，没有信用代码分不清`;
    case 'bank_number_words':
      return `「${value}」不是账号`;
    case 'phone_without_name':
      return `${value} 没有姓名，不知是谁的`;
    case 'account_unclear':
      return '这一户有几个账号，分不清是哪一个的';
    case 'name_differs':
      return `与库里写法不同，留库里的「${data.kept}」`;
    case 'earlier_than_stored':
      return '比库里早，留库里的';
    case 'conflict_in_file':
      return `「${said(field)}」与第 ${data.rowNo} 行不同，取那一行的`;
    // What lets a row in is no reason to return it.
    case 'read_as':
    case 'credit_code_noted':
    case 'credit_code_prefix':
    case 'bank_number_stored':
    case 'entity_type_read_as':
    case 'entity_type_differs':
    case 'entity_type_from_code':
    case 'standing_missing':
    case 'app_id_shape':
    case 'account_name_missing':
    case 'phone_doubtful':
    case 'consultant_new':
    case 'namesake':
      return '';
  }
}
