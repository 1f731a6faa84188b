import { checkBankAccount } from './bank-account.ts';
import { creditCode } from './licence-fields.ts';
import { isOneRow, joinedPieces, partOfPiece } from './page-line.ts';
import type { PageLine, PagePiece } from './page-line.ts';
import { dayField, firstOfEach, loneDay, readByLabels } from './paper-page.ts';
import type { PaperLabel, PaperPage } from './paper-page.ts';
import { codeCharacters, withFigures } from './read-code.ts';
import { readField } from './read-field.ts';
import type { ReadDoubt, ReadField } from './read-field.ts';
import { anyText, bodyName, personName } from './read-text.ts';

/** What a permit to open an account and a bank's sheet on a basic account print. */
const labels: readonly PaperLabel[] = [
  {
    words: ['账户名称', '存款人名称', '单位名称', '户名'],
    reach: 'rows',
    read: (value) => bodyName('subject_name', value),
  },
  { words: ['银行账号', '账户号码', '账号', '帐号'], read: accountNumber },
  {
    words: ['开户银行', '开户行', '开户银行名称'],
    reach: 'rows',
    read: (value) => bodyName('bank_name', value),
  },
  { words: ['账户性质', '账户类型'], read: (value) => anyText('account_kind', value) },
  {
    words: ['法定代表人(负责人)', '法定代表人(单位负责人)', '法定代表人', '单位负责人'],
    read: (value) => personName('legal_representative', value),
  },
  { words: ['统一社会信用代码'], code: creditCode },
  { words: ['基本存款账户编号', '核准号', '开户许可证核准号'], read: permitNumber },
  { words: ['账户状态'] },
  { words: ['编号'] },
  { words: ['发证机关'] },
  { words: ['发证日期', '打印日期', '开户日期'], read: dayField('issued_on') },
];

export function accountProofFields(lines: readonly PageLine[]): ReadField[] {
  const page = readByLabels(lines, labels);
  return firstOfEach([...page.fields, ...holderInSentence(page), ...loneDay('issued_on', page)]);
}

function accountNumber(value: PagePiece): ReadField[] {
  const read = codeCharacters(value.text);
  const characters = withFigures(read);
  const number = /^\d+/.exec(characters)?.[0] ?? '';
  if (number.length < 6) return [];
  // No check digit tells a wrong figure, so that a doubt about the form is all there is.
  const isOdd = number.length !== characters.length || checkBankAccount(number).level === 'error';
  const exchanged: readonly ReadDoubt[] = characters === read ? [] : ['corrected'];
  return [readField('bank_account_number', number, value, isOdd ? ['shape'] : exchanged)];
}

/** The number of a basic account's permit or record: J and 13 figures. */
function permitNumber(value: PagePiece): ReadField[] {
  const read = codeCharacters(value.text).slice(0, 14);
  const [first, figures] = [read.slice(0, 1), withFigures(read.slice(1))];
  const doubts: readonly ReadDoubt[] = first === 'J' && /^\d{13}$/.test(figures) ? [] : ['shape'];
  return first === '' ? [] : [readField('permit_number', first + figures, value, doubts)];
}

const sentence = /经审核[,.、]?(.+?)符合开户条件/u;

/** The permit names its holder in a sentence, which may run over into a second row. */
function holderInSentence({ rest, tilt }: PaperPage): ReadField[] {
  const begun = rest.find(({ text }) => text.replaceAll(' ', '').includes('经审核'));
  if (begun === undefined) return [];
  const next = rest
    .filter((piece) => piece !== begun && !isOneRow(begun, piece) && piece.y > begun.y)
    .filter((piece) => piece.y - begun.y < begun.height * 3)
    .sort((a, b) => a.y - b.y || a.left - b.left)
    .at(0);
  const readings = [begun, ...(next === undefined ? [] : [joinedPieces([begun, next], '', tilt)])];
  for (const piece of readings) {
    const match = sentence.exec(piece.text);
    const holder = match?.[1];
    if (match === null || holder === undefined) continue;
    const from = match.index + match[0].indexOf(holder);
    return bodyName('subject_name', partOfPiece(piece, from, from + holder.length), ['no_label']);
  }
  return [];
}
