import type { ImportField } from './import-fields.ts';

/** What was found in a cell. `error` keeps the row out, `warning` lets it in, `fixed` says how it was read. */
export type CellNote = {
  readonly field: ImportField;
  readonly level: 'error' | 'warning' | 'fixed';
  readonly code: CellNoteCode;
  /** What the message names: the value as found, what was expected, another row's number, a limit. */
  readonly data: Readonly<Record<string, string | number>>;
};

export const cellNoteCodes = [
  'empty',
  'read_as',
  'too_long',
  'formula_error',
  'digits_lost',
  'not_a_name',
  'only_legal_form',
  'credit_code_length',
  'credit_code_alphabet',
  'credit_code_checksum',
  'credit_code_noted',
  'credit_code_prefix',
  'bank_number_alphabet',
  'bank_number_length',
  'bank_number_stored',
  'bank_number_words',
  'entity_type_unknown',
  'entity_type_read_as',
  'entity_type_differs',
  'entity_type_from_code',
  'standing_unknown',
  'standing_missing',
  'no_such_day',
  'not_a_date',
  'ambiguous_date',
  'dates_reversed',
  'forever_not_allowed',
  'not_an_amount',
  'platform_unknown',
  'app_id_shape',
  'app_id_taken',
  'account_name_missing',
  'account_unclear',
  'phone_doubtful',
  'phone_without_name',
  'consultant_new',
  'client_unclear',
  'namesake',
  'name_differs',
  'earlier_than_stored',
  'conflict_in_file',
] as const;
export type CellNoteCode = (typeof cellNoteCodes)[number];

export const cellNote = (
  field: ImportField,
  level: CellNote['level'],
  code: CellNoteCode,
  data: CellNote['data'] = {},
): CellNote => ({ field, level, code, data });
