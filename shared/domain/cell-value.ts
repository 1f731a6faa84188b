import { normaliseFilingNumber } from './account-numbers.ts';
import { clientCodeFault } from './client-code.ts';
import { recogniseEntityType } from './entity-type.ts';
import type { EntityType } from './entity-type.ts';
import { normaliseCode } from './identifier-check.ts';
import { parseYuan } from './money.ts';
import { parseTypedDate, parseTypedRange } from './parse-date.ts';
import type { TypedDate, TypedRange } from './parse-date.ts';
import { compactText, withoutInvisible } from './plain-text.ts';

/** As a field stores it: text, a date as YYYY-MM-DD, 'forever', an amount in fen, a choice's key; null is nothing. */
export type CellValue = string | number | null;

/** One of a list: its key, and the word by which it is shown and typed. */
export type CellOption = { readonly value: string; readonly label: string };

/** What a cell of a table can hold. */
export type CellType =
  | { readonly kind: 'line' | 'text' | 'date' | 'money' | 'platformKey' | 'filingNumber' }
  /** A line that can't be left empty, such as a name. */
  | { readonly kind: 'name' }
  /** A day, or no end, for which `forever` is the word. */
  | { readonly kind: 'term'; readonly forever: string }
  /** A client's code; what kind of body it is checked for, where that is known. */
  | { readonly kind: 'clientCode'; readonly entityType: EntityType | null }
  | { readonly kind: 'entityType'; readonly options: readonly CellOption[] }
  | { readonly kind: 'choice'; readonly options: readonly CellOption[]; readonly isRequired: boolean };

/** What can be wrong with the text of a cell; some of it only the data can tell. */
export const cellFaultCodes = [
  ...['required', 'too_long', 'not_an_amount', 'digits_lost'],
  ...['no_such_day', 'not_a_date', 'ambiguous', 'reversed', 'forever_not_allowed'],
  ...['choice_unknown', 'choice_ambiguous', 'client_code'],
  ...['not_editable', 'beyond_rows', 'beyond_columns'],
  ...['stale', 'gone', 'taken', 'repeated'],
] as const;
export type CellFaultCode = (typeof cellFaultCodes)[number];

/** What is wrong with a cell, and what its message needs. */
export type CellFault = {
  readonly code: CellFaultCode;
  /** The longest text that is stored. */
  readonly limit?: number | undefined;
  /** Which other row has the value. */
  readonly name?: string | undefined;
  /** What the cell holds by now, where it was written elsewhere. */
  readonly found?: CellValue | undefined;
};

export type CellReading =
  | { readonly kind: 'value'; readonly value: CellValue }
  | { readonly kind: 'fault'; readonly fault: CellFault };

const lineLimit = 500;
const textLimit = 20_000;

/** The text of a value, plain enough for `readCellText` and a spreadsheet to read it; nothing is the empty text. */
export function cellText(type: CellType, value: CellValue): string {
  if (value === null) return '';
  switch (type.kind) {
    case 'money':
      return typeof value === 'number' ? String(value / 100) : value;
    case 'term':
      return value === 'forever' ? type.forever : String(value);
    case 'entityType':
    case 'choice':
      return type.options.find((option) => option.value === value)?.label ?? String(value);
    case 'name':
    case 'line':
    case 'text':
    case 'date':
    case 'platformKey':
    case 'filingNumber':
    case 'clientCode':
      return String(value);
  }
}

/** Whether a cell may be left empty. */
export const mayBeEmpty = (type: CellType): boolean =>
  type.kind !== 'name' && type.kind !== 'entityType' && !(type.kind === 'choice' && type.isRequired);

/** Reads what was typed into a cell, or pasted. */
export function readCellText(type: CellType, typed: string): CellReading {
  const text = withoutInvisible(typed).trim();
  if (text === '') return mayBeEmpty(type) ? valueOf(null) : faultOf('required');
  switch (type.kind) {
    case 'name':
    case 'line':
      return limited(onOneLine(text), lineLimit);
    case 'text':
      return limited(text.replaceAll(/\r\n?/gu, '\n'), textLimit);
    case 'platformKey':
      return keyOf(text, compactText(text).toLowerCase());
    case 'filingNumber':
      return limited(normaliseFilingNumber(text), lineLimit);
    case 'clientCode':
      return readCode(text, type.entityType);
    case 'money':
      return readAmount(text);
    case 'date':
      return readDay(parseTypedDate(text), false);
    case 'term':
      return text === type.forever ? valueOf('forever') : readDay(parseTypedRange(text), true);
    case 'entityType':
      return readChoice(type.options, text, recogniseEntityType(text));
    case 'choice':
      return readChoice(type.options, text);
  }
}

const valueOf = (value: CellValue): CellReading => ({ kind: 'value', value: value === '' ? null : value });
const faultOf = (code: CellFaultCode, more: Omit<CellFault, 'code'> = {}): CellReading => ({
  kind: 'fault',
  fault: { code, ...more },
});

/** What a spreadsheet broke over lines, or tabs stand in, is one line again. */
const onOneLine = (text: string): string => text.replaceAll(/\s*[\t\r\n\v\f\u2028\u2029]\s*/gu, ' ');

const limited = (text: string, limit: number): CellReading =>
  text.length > limit ? faultOf('too_long', { limit }) : valueOf(text);

/** A spreadsheet keeps 15 digits of a number: a longer code that was typed as one can't be known any more. */
const hasLostDigits = (text: string): boolean => /^\d(\.\d+)?E\+?\d+$/iu.test(text);

const keyOf = (text: string, key: string): CellReading =>
  hasLostDigits(text) ? faultOf('digits_lost') : limited(key, lineLimit);

function readCode(text: string, entityType: EntityType | null): CellReading {
  const code = normaliseCode(text);
  if (hasLostDigits(text)) return faultOf('digits_lost');
  if (entityType !== null && clientCodeFault(code, entityType) !== undefined) return faultOf('client_code');
  return limited(code, lineLimit);
}

function readAmount(text: string): CellReading {
  const fen = parseYuan(text);
  return fen === undefined || fen < 0 ? faultOf('not_an_amount') : valueOf(fen);
}

function readDay(read: TypedDate | TypedRange, mayBeForever: boolean): CellReading {
  switch (read.kind) {
    case 'empty':
      return valueOf(null);
    case 'date':
      return valueOf(read.date);
    case 'forever':
      return mayBeForever ? valueOf('forever') : faultOf('forever_not_allowed');
    case 'range':
      return valueOf(read.until);
    case 'invalid':
      return faultOf(read.reason);
  }
}

function readChoice(options: readonly CellOption[], text: string, recognised?: string): CellReading {
  const wanted = compactText(text).toLowerCase();
  const fits = options.filter(
    ({ value, label }) => value === text || compactText(label).toLowerCase() === wanted,
  );
  if (fits.length > 1) return faultOf('choice_ambiguous');
  const value = fits[0]?.value ?? recognised;
  return value === undefined ? faultOf('choice_unknown') : valueOf(value);
}

/** The rows of a list by the text that somebody types to find one: what begins so first, then what holds it. */
export function optionsLike(options: readonly CellOption[], typed: string): readonly CellOption[] {
  const wanted = compactText(typed).toLowerCase();
  const places = options.map((option) => ({
    option,
    at: compactText(option.label).toLowerCase().indexOf(wanted),
  }));
  const found = places.filter(({ at }) => at >= 0);
  return found.toSorted((a, b) => Number(a.at > 0) - Number(b.at > 0)).map(({ option }) => option);
}
