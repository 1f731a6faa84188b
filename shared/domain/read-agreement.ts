import type { CalendarDate } from './calendar-date.ts';
import { carriesValidity, subjectDocumentKinds } from './document-kind.ts';
import type { DocumentKind } from './document-kind.ts';
import { compareCodes } from './identifier-check.ts';
import type { NameDifference } from './name-key.ts';
import { isLookAlike } from './read-code.ts';
import { highConfidence } from './read-field.ts';
import type { ReadField, ReadFieldName } from './read-field.ts';
import { nearestRecorded, recordedValues } from './stated-record.ts';
import type { RecordedFacts } from './stated-record.ts';
import { compareStated, isStatedField, natureOf, numberFieldOf, statedFieldsOf } from './stated-value.ts';
import type { StatedField, StatedValues } from './stated-value.ts';

/** The facts of a paper itself that a reading can fill in. */
export const readColumns = ['number', 'validFromOn', 'validUntil', 'issuedOn'] as const;
export type ReadColumn = (typeof readColumns)[number];

/** Where a confirmed value is kept: among what the paper states, or as a fact of the paper. */
export type ReadTarget =
  | { readonly kind: 'stated'; readonly field: StatedField }
  | { readonly kind: 'column'; readonly column: ReadColumn };

/** What is known of the paper that was read. */
export type PaperOnFile = {
  readonly kind: DocumentKind;
  readonly contactId: string | null;
  readonly stated: StatedValues;
  readonly number: string | null;
  readonly validFromOn: CalendarDate | null;
  readonly validUntil: CalendarDate | 'forever' | null;
  readonly issuedOn: CalendarDate | null;
};

/** A value that what was read is held against: what the paper is noted to say, or what is on file of the client. */
export type KnownValue = {
  readonly source: 'paper' | 'record';
  readonly value: string;
  /** In what the two are written otherwise where they mean the same; empty where they are identical. */
  readonly differences: readonly NameDifference[];
  /** Whether it means what was read. */
  readonly isSame: boolean;
};

/**
 * `agrees`: with all that is known, which also settles what was hard to read. `differs`: read well, and something known
 * says otherwise. `new`: read well, and nothing is known. `doubtful`: to be looked at; `suggestion` is a known value that
 * what was read may well be.
 */
export type ReadAgreement =
  | { readonly state: 'agrees'; readonly known: readonly KnownValue[] }
  | { readonly state: 'differs'; readonly known: readonly KnownValue[] }
  | { readonly state: 'new' }
  | {
      readonly state: 'doubtful';
      readonly known: readonly KnownValue[];
      readonly suggestion?: string;
    };

/** Where a value of a paper is kept once it is confirmed; undefined for what is only shown. */
export function targetOf(kind: DocumentKind, field: ReadFieldName): ReadTarget | undefined {
  if (isStatedField(field) && statedFieldsOf(kind).includes(field)) return { kind: 'stated', field };
  if (field === 'issued_on') return { kind: 'column', column: 'issuedOn' };
  if (field === 'permit_number' && numberFieldOf(kind) === undefined)
    return { kind: 'column', column: 'number' };
  if (!carriesValidity(kind)) return undefined;
  if (field === 'valid_from') return { kind: 'column', column: 'validFromOn' };
  return field === 'valid_until' ? { kind: 'column', column: 'validUntil' } : undefined;
}

/** Holds one value that was read against what the paper is noted to say and what is on file of the client. */
export function agreementOf(field: ReadField, paper: PaperOnFile, recorded: RecordedFacts): ReadAgreement {
  const known = [...againstPaper(field, paper), ...againstRecord(field, paper, recorded)];
  const isSure = field.confidence >= highConfidence;
  if (known.length === 0) return isSure ? { state: 'new' } : { state: 'doubtful', known };
  const others = known.filter(({ isSame }) => !isSame);
  if (others.length === 0) return { state: 'agrees', known };
  if (isSure) return { state: 'differs', known };
  const alike = others.find(({ value }) => isLikely(field, value));
  return { state: 'doubtful', known, ...(alike !== undefined && { suggestion: alike.value }) };
}

/** What the paper is noted to say in the place where the value would be kept. */
function againstPaper(field: ReadField, paper: PaperOnFile): KnownValue[] {
  const target = targetOf(paper.kind, field.field);
  if (target === undefined) return [];
  const value = target.kind === 'stated' ? paper.stated[target.field] : paper[target.column];
  if (value === undefined || value === null || value === '') return [];
  if (target.kind === 'stated') return [comparedAs('paper', target.field, value, field.value)];
  const isSame =
    target.column === 'number'
      ? compareCodes(value, field.value).level === 'identical'
      : value === field.value;
  return [{ source: 'paper', value, differences: [], isSame }];
}

/** What is on file of the client in the field of the same name; of several values the one that comes nearest. */
function againstRecord(
  { field, value }: ReadField,
  paper: PaperOnFile,
  recorded: RecordedFacts,
): KnownValue[] {
  const day = recordedDay(field, paper.kind, recorded);
  if (day !== null) return [{ source: 'record', value: day, differences: [], isSame: day === value }];
  if (!isStatedField(field) || isOfSomeoneElse(field, paper.kind)) return [];
  const nearest = nearestRecorded(field, value, recordedValues(field, paper, recorded));
  return nearest === undefined ? [] : [comparedAs('record', field, nearest.value, value)];
}

/** The days of a client that the paper which says who it is gives as well. */
function recordedDay(field: ReadFieldName, kind: DocumentKind, { client }: RecordedFacts): string | null {
  if (!(subjectDocumentKinds as readonly DocumentKind[]).includes(kind)) return null;
  if (field === 'founded_on') return client.establishedOn ?? null;
  return field === 'valid_until' ? (client.licenceUntil ?? null) : null;
}

/** The address of an ID card is its holder's, not the client's. */
const isOfSomeoneElse = (field: StatedField, kind: DocumentKind): boolean =>
  kind === 'id_card' && field === 'address';

function comparedAs(
  source: KnownValue['source'],
  field: StatedField,
  value: string,
  read: string,
): KnownValue {
  const comparison = compareStated(field, value, read);
  return {
    source,
    value,
    differences: comparison.level === 'equivalent' ? comparison.differences : [],
    isSame: comparison.level !== 'different',
  };
}

/** Whether a known value may well be what stands there: a code of characters that look alike, a name but for one character. */
function isLikely({ field, value }: ReadField, known: string): boolean {
  if (!isStatedField(field)) return false;
  if (natureOf(field) !== 'name') return isLookAlike(value, known);
  return value.length === known.length && value.length > 2 && differing(value, known) === 1;
}

const differing = (a: string, b: string): number =>
  [...a].filter((character, index) => b.charAt(index) !== character).length;
