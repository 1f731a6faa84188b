import { bankAccountFault } from './bank-account.ts';
import { checkClientCode } from './client-code.ts';
import { isOfTypeWords } from './entity-type-words.ts';
import { isEntityType, recogniseEntityType } from './entity-type.ts';
import { normaliseCode } from './identifier-check.ts';
import type { ImportField } from './import-fields.ts';
import { cellNote } from './import-note.ts';
import type { CellNote } from './import-note.ts';
import { isOnlyLegalForm } from './legal-form.ts';
import { parseYuan } from './money.ts';
import { parseTypedDate, parseTypedRange } from './parse-date.ts';
import type { TypedDate, TypedRange } from './parse-date.ts';
import { checkPhone } from './phone-number.ts';
import { compactText, withoutInvisible } from './plain-text.ts';
import type { AccountKind } from './platform.ts';
import { recognisePlatform } from './platform.ts';
import { recogniseStanding } from './standing.ts';

/** What one cell says: a value in its stored form, or none, and what is to be said about it. */
export type CellReading = {
  readonly value?: string;
  readonly notes: readonly CellNote[];
  /** Named beside the platform: 微信公众号. */
  readonly accountKind?: AccountKind;
};

/** The longest line and the longest text that the program stores. */
const lineLimit = 500;
const textLimit = 20_000;
/** Days between the two date systems of workbooks. */
const days1904 = 1462;

/** Reads a cell of a column, given as text: dates as ISO or as the workbook's serial number. An empty one says nothing. */
export function readCell(field: ImportField, text: string, is1904 = false): CellReading {
  const typed = withoutInvisible(text).trim();
  if (typed === '') return { notes: [] };
  if (/^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/u.test(typed)) {
    return refused(field, 'formula_error', { value: typed });
  }
  const reading = readTyped(field, typed, is1904);
  // Nothing but dashes, and the like.
  if (reading.value === '') return { notes: [] };
  const length = reading.value?.length ?? 0;
  const limit = field === 'remark' ? textLimit : lineLimit;
  return length > limit ? refused(field, 'too_long', { length, limit }) : reading;
}

/** A telephone number as it is compared and stored: half width, a mobile number without spaces and country code. */
export function phoneText(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const mobile = /^(?:\+?86)?(1\d{10})$/.exec(compactText(plain).replaceAll('-', ''))?.[1];
  return mobile ?? plain;
}

const betweenTags = '、，,;；/|\\s';
const quotedTag = `"((?:""|[^"])+)"(?=$|[${betweenTags}])`;
const tagPattern = new RegExp(`${quotedTag}|[^${betweenTags}]+`, 'gu');
const needsQuotes = new RegExp(`^"|[${betweenTags}]`, 'u');

/** Tags as people list them: separated by 、 ， , ; | / or spaces; one that holds such a sign stands in "". */
export function tagList(text: string): string[] {
  const tags = [...text.matchAll(tagPattern)].map(
    ([whole, quoted]) => quoted?.replaceAll('""', '"') ?? whole,
  );
  return [...new Set(tags)];
}

/** Tags as one text, which `tagList` reads back. */
export const tagsText = (tags: readonly string[]): string =>
  tags.map((tag) => (needsQuotes.test(tag) ? `"${tag.replaceAll('"', '""')}"` : tag)).join('、');

function readTyped(field: ImportField, typed: string, is1904: boolean): CellReading {
  switch (field) {
    case 'creditCode':
      return readCreditCode(typed);
    case 'entityType':
      return readEntityType(typed);
    case 'standing':
      return readStanding(typed);
    case 'establishedOn':
    case 'standingCheckedOn':
      return readDate(field, typed, parseTypedDate(dateText(typed, is1904)));
    case 'certifiedUntil':
    case 'licenceUntil':
      return readDate(field, typed, parseTypedRange(dateText(typed, is1904)));
    case 'serviceFee':
      return readAmount(typed);
    case 'platform':
      return readPlatform(typed);
    case 'bankNumber':
      if (hasLostDigits(typed))
        return { notes: [cellNote(field, 'warning', 'digits_lost', { value: typed })] };
      return readBankNumber(typed);
    case 'administratorPhone':
      return readPhone(typed);
    case 'appId':
      return readAs(field, typed, compactText(typed).toLowerCase());
    case 'tags':
      return { value: tagsText(tagList(typed)), notes: [] };
    case 'remark':
      return { value: typed.replaceAll(/\r\n?/gu, '\n').replaceAll(/[^\S\n]+/gu, ' '), notes: [] };
    case 'name':
      if (!/\p{L}/u.test(typed)) return refused(field, 'not_a_name', { value: typed });
      if (isOnlyLegalForm(typed)) return refused(field, 'only_legal_form', { value: typed });
      return readAs(field, typed, typed.replaceAll(/\s+/gu, ' '));
    case 'legalRepresentative':
    case 'administratorName':
    case 'address':
    case 'accountName':
    case 'consultant':
    case 'bankName':
    case 'bankHolder':
      return readAs(field, typed, typed.replaceAll(/\s+/gu, ' '));
  }
}

function readAs(field: ImportField, typed: string, value: string): CellReading {
  return { value, notes: value === typed ? [] : [cellNote(field, 'fixed', 'read_as', { value })] };
}

const refused = (field: ImportField, code: CellNote['code'], data: CellNote['data']): CellReading => ({
  notes: [cellNote(field, 'error', code, data)],
});

/** A spreadsheet keeps 15 digits of a number: a longer code that was typed as one can't be known any more. */
const hasLostDigits = (typed: string): boolean => /^\d(\.\d+)?E\+?\d+$/iu.test(typed);

function readCreditCode(typed: string): CellReading {
  if (hasLostDigits(typed)) return refused('creditCode', 'digits_lost', { value: typed });
  const check = checkClientCode(typed);
  const [flaw] = check.flaws;
  if (flaw === undefined) return readAs('creditCode', typed, check.value);
  const data = {
    value: check.value,
    ...(flaw.expected !== undefined && { expected: flaw.expected }),
    ...(flaw.suggestion !== undefined && { suggestion: flaw.suggestion }),
    ...(flaw.at !== undefined && { at: flaw.at }),
  };
  switch (flaw.code) {
    case 'empty':
      return { notes: [] };
    case 'length':
      return refused('creditCode', 'credit_code_length', { ...data, length: check.value.length });
    case 'alphabet':
    case 'old_alphabet':
      return refused('creditCode', 'credit_code_alphabet', data);
    case 'checksum':
      return refused('creditCode', 'credit_code_checksum', data);
    case 'old_checksum':
      if (flaw.level === 'error') return refused('creditCode', 'credit_code_checksum', data);
      return { value: check.value, notes: [cellNote('creditCode', 'warning', 'credit_code_prefix', data)] };
    case 'old_length':
    case 'unknown_prefix':
    case 'organisation_code':
      return { value: check.value, notes: [cellNote('creditCode', 'warning', 'credit_code_prefix', data)] };
  }
}

/** As in the form: what can't be a number is a fault, a doubt is not spoken of. Words in its place (待补) are left out. */
function readBankNumber(typed: string): CellReading {
  const value = normaliseCode(typed);
  const fault = bankAccountFault(value);
  if (fault === undefined) return readAs('bankNumber', typed, value);
  if (!/\d/u.test(value))
    return { notes: [cellNote('bankNumber', 'warning', 'bank_number_words', { value: typed })] };
  return refused('bankNumber', fault === 'length' ? 'bank_number_length' : 'bank_number_alphabet', {
    value,
    length: value.length,
  });
}

/** Whatever stands there is taken: numbering plans change, and the form only warns as well. */
function readPhone(typed: string): CellReading {
  const value = phoneText(typed);
  const [flaw] = checkPhone(value).flaws;
  const reading = readAs('administratorPhone', typed, value);
  if (flaw === undefined || flaw.code === 'empty') return reading;
  const note = cellNote('administratorPhone', 'warning', 'phone_doubtful', { value, flaw: flaw.code });
  return { value, notes: [...reading.notes, note] };
}

/** A known word inside of others (火星企业) is read, and said: it may be meant otherwise. */
function readEntityType(typed: string): CellReading {
  const value = recogniseEntityType(typed);
  if (value === undefined) return refused('entityType', 'entity_type_unknown', { value: typed });
  const isWhole = isEntityType(typed) || isOfTypeWords(typed);
  return {
    value,
    notes: isWhole ? [] : [cellNote('entityType', 'warning', 'entity_type_read_as', { value, typed })],
  };
}

function readStanding(typed: string): CellReading {
  const value = recogniseStanding(typed);
  return value === undefined
    ? refused('standing', 'standing_unknown', { value: typed })
    : { value, notes: [] };
}

function readDate(field: ImportField, typed: string, read: TypedDate | TypedRange): CellReading {
  switch (read.kind) {
    case 'empty':
      return { notes: [] };
    case 'date':
      return readAs(field, typed, read.date);
    case 'range':
      return read.until === 'forever' ? readForever(field, typed) : readAs(field, typed, read.until);
    case 'forever':
      return readForever(field, typed);
    case 'invalid':
      return refused(field, dateCodes[read.reason], { value: typed });
  }
}

function readForever(field: ImportField, typed: string): CellReading {
  if (field === 'licenceUntil') return { value: 'forever', notes: [] };
  return refused(field, 'forever_not_allowed', { value: typed });
}

const dateCodes = {
  no_such_day: 'no_such_day',
  not_a_date: 'not_a_date',
  ambiguous: 'ambiguous_date',
  reversed: 'dates_reversed',
} as const;

/** A bare number in a date column is a day of the workbook's own date system. */
const dateText = (typed: string, is1904: boolean): string =>
  is1904 && /^\d{5}(\.\d+)?$/u.test(typed) ? String(Number(typed) + days1904) : typed;

function readAmount(typed: string): CellReading {
  const fen = parseYuan(typed);
  if (fen === undefined || fen < 0) return refused('serviceFee', 'not_an_amount', { value: typed });
  const value = String(fen);
  return /^\d+(\.\d{1,2})?$/u.test(typed) ? { value, notes: [] } : readAs('serviceFee', typed, value);
}

function readPlatform(typed: string): CellReading {
  const accountKind = kindOf(typed);
  // Without a platform's name these are words of WeChat.
  const platform = recognisePlatform(typed) ?? (accountKind === undefined ? undefined : 'wechat');
  if (platform === undefined) return refused('platform', 'platform_unknown', { value: typed });
  return { value: platform, notes: [], ...(accountKind !== undefined && { accountKind }) };
}

function kindOf(typed: string): AccountKind | undefined {
  if (/小程序|mini ?program/iu.test(typed)) return 'mini_program';
  if (/公众号|服务号|订阅号|official ?account/iu.test(typed)) return 'official_account';
  if (/商户|merchant/iu.test(typed)) return 'merchant';
  return /其他账号|other ?account/iu.test(typed) ? 'other' : undefined;
}
