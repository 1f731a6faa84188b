import type { PagePiece } from './page-line.ts';
import type { TextBox } from './text-box.ts';

/** What can be read off the papers that are known, beyond what a paper states for comparison (`StatedField`). */
export const readFieldNames = [
  'credit_code',
  'registration_number',
  'permit_number',
  'subject_name',
  'company_type',
  'legal_representative',
  'registered_capital',
  'founded_on',
  'valid_from',
  'valid_until',
  'address',
  'premises',
  'business_scope',
  'issuer',
  'issued_on',
  'person_name',
  'sex',
  'nation',
  'born_on',
  'id_number',
  'bank_account_number',
  'bank_name',
  'account_kind',
  'area_covered',
] as const;
export type ReadFieldName = (typeof readFieldNames)[number];

const dayFields: ReadonlySet<ReadFieldName> = new Set([
  'founded_on',
  'valid_from',
  'valid_until',
  'issued_on',
  'born_on',
]);

/** Whether a field is a day; only the end of a paper may be 'forever' too. */
export const isDayField = (field: ReadFieldName): boolean => dayFields.has(field);

/** Why a value may be other than it was read. */
export const readDoubts = [
  /** Its check character is not right. */
  'check_failed',
  /** It has characters that no such code has; what they look like makes the check right. */
  'corrected',
  /** It was read otherwise; of all exchanges of one character for one that looks like it, this alone makes the check right. */
  'guessed',
  /** It has too few or too many characters, or other ones than such a value has. */
  'shape',
  /** The organisation code within the credit code fails its own check, as that of some real ones does. */
  'organisation_code',
  /** No label stands before it: it was known by its form. */
  'no_label',
  /** Another value on the same page says otherwise. */
  'contradicted',
  /** More than one value on the page may be it. */
  'several',
  /** The characters themselves were hard to read. */
  'faint',
] as const;
export type ReadDoubt = (typeof readDoubts)[number];

/** One value read off a page. */
export type ReadField = {
  readonly field: ReadFieldName;
  /**
   * NFKC, but with the wide brackets that papers print in names; a code in capitals without spaces, a date as
   * YYYY-MM-DD, a term without an end as 'forever'.
   */
  readonly value: string;
  /** As it was recognised. */
  readonly raw: string;
  readonly box: TextBox;
  /** 0 to 1. A value whose check character is wrong, or that was guessed right, stays below `highConfidence`. */
  readonly confidence: number;
  readonly doubts: readonly ReadDoubt[];
};

/** From here on a value may be taken without being looked at by itself. */
export const highConfidence = 0.8;

/** What a doubt leaves of the confidence at most. */
const limits: Readonly<Record<ReadDoubt, number>> = {
  check_failed: 0.4,
  corrected: 0.9,
  guessed: 0.75,
  shape: 0.5,
  organisation_code: 0.79,
  no_label: 0.9,
  contradicted: 0.6,
  several: 0.6,
  faint: 0.79,
};

/** Below this mean the recogniser itself is in doubt about a character. */
const faintBelow = 0.8;

/** A field of what was read at a place, its confidence held down by what is doubtful about it. */
export function readField(
  field: ReadFieldName,
  value: string,
  source: PagePiece,
  found: readonly ReadDoubt[] = [],
): ReadField {
  const faint: readonly ReadDoubt[] = source.confidence < faintBelow ? ['faint'] : [];
  const doubts = [...new Set([...found, ...faint])];
  const confidence = Math.min(source.confidence, ...doubts.map((doubt) => limits[doubt]));
  return {
    field,
    value,
    raw: source.text,
    box: source.box,
    confidence: Math.round(confidence * 1000) / 1000,
    doubts,
  };
}

/** The same field with one more doubt, and a confidence that allows for it. */
export function doubted(field: ReadField, doubt: ReadDoubt): ReadField {
  if (field.doubts.includes(doubt)) return field;
  return {
    ...field,
    confidence: Math.min(field.confidence, limits[doubt]),
    doubts: [...field.doubts, doubt],
  };
}
