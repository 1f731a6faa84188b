import { guessField } from './import-guess.ts';
import { importFields, importHeadings, requiredImportFields } from './import-fields.ts';
import type { ImportField } from './import-fields.ts';
import { compactText } from './plain-text.ts';

/** How a column came to its field. */
export type MatchedBy = 'heading' | 'remembered' | 'guessed' | 'chosen' | 'skipped';

export type ColumnMatch = {
  /** Index of the column, from 0. */
  readonly column: number;
  readonly heading: string;
  readonly field: ImportField | null;
  readonly how: MatchedBy;
};

/** The user's own choice for a column. */
export type ColumnChoice = { readonly column: number; readonly field: ImportField | null };

/** What earlier imports made of a heading, by `headingKey`; null for a heading that the user left out. */
export type RememberedColumns = ReadonlyMap<string, ImportField | null>;

/** A sheet as text, cell by cell; a row may be shorter than others. */
export type SheetText = readonly (readonly string[])[];

export type HeaderReading =
  | { readonly found: true; readonly index: number; readonly columns: readonly ColumnMatch[] }
  | { readonly found: false; readonly missing: readonly ImportField[] };

/** Rows above the headings, such as a merged title, are looked through this far. */
const headerReach = 20;
/** How many rows are looked at to guess a column. */
const sampleRows = 200;
/** So many known headings are no accident; a single one is, unless it stands nearly alone. */
const surelyHeadings = 2;
const cellsPerHeading = 3;

/** A heading without spaces, brackets, dashes and case, as the table of headings has it. */
export function headingKey(heading: string): string {
  return compactText(heading)
    .toLowerCase()
    .replaceAll(/[()[\]【】〔〕\-_:*/.,、#]/gu, '');
}

/**
 * Finds the headings of a sheet and what each column means. `missing` names the required fields that no column
 * stands for, all of them when there is no row of headings.
 */
export function readHeader(
  rows: SheetText,
  choices: readonly ColumnChoice[] = [],
  remembered: RememberedColumns = new Map(),
): HeaderReading {
  const index = findHeaderRow(rows, remembered);
  if (index === undefined) return { found: false, missing: requiredImportFields };
  const samples = rows.slice(index + 1, index + 1 + sampleRows);
  const columns = matchColumns(paddedHeadings(rows, index), choices, remembered, samples);
  const missing = requiredImportFields.filter((field) => !columns.some((column) => column.field === field));
  return missing.length === 0 ? { found: true, index, columns } : { found: false, missing };
}

/**
 * Finds the row of headings: the one with the most known columns, the first of equals, else the one above values that
 * speak for themselves. Undefined when there is none. The user's choices have no say in it, so that their column
 * numbers stay true.
 */
export function findHeaderRow(
  rows: SheetText,
  remembered: RememberedColumns = new Map(),
): number | undefined {
  const scored = rows.slice(0, headerReach).flatMap((row, index) => {
    const filled = row.filter((cell) => cell.trim() !== '');
    const fields = new Set(
      filled.flatMap((cell) => remembered.get(headingKey(cell)) ?? fieldOf(cell)?.field ?? []),
    );
    const hasRequired = requiredImportFields.every((field) => fields.has(field));
    const isAlone = hasRequired && filled.length <= cellsPerHeading;
    return fields.size >= surelyHeadings || isAlone ? [{ index, count: fields.size, hasRequired }] : [];
  });
  const [best] = scored.sort(
    (a, b) => b.count - a.count || Number(b.hasRequired) - Number(a.hasRequired) || a.index - b.index,
  );
  return best?.index ?? findUnknownHeadings(rows);
}

/** Headings of which none is known: the first row above values that show where the names are. */
function findUnknownHeadings(rows: SheetText): number | undefined {
  const first = rows.findIndex((row) => row.filter((cell) => cell.trim() !== '').length >= surelyHeadings);
  if (first < 0 || first >= headerReach) return undefined;
  const samples = rows.slice(first + 1, first + 1 + sampleRows);
  const isAbove = (heading: string, column: number) =>
    guessField([heading]) === undefined && guessField(samples.map((row) => row[column] ?? '')) === 'name';
  return rows[first]?.some(isAbove) === true ? first : undefined;
}

/**
 * Gives each column its field: the user's choice first, then what was chosen for the same heading last time, then
 * the heading itself, then what the values below look like. No field is given twice.
 */
export function matchColumns(
  headings: readonly string[],
  choices: readonly ColumnChoice[] = [],
  remembered: RememberedColumns = new Map(),
  samples: SheetText = [],
): ColumnMatch[] {
  const columns = headings.map((heading, column) => ({ column, heading, key: headingKey(heading) }));
  const given = new Map<number, { readonly field: ImportField | null; readonly how: MatchedBy }>();
  const taken = new Set<ImportField>();
  const give = (column: number, field: ImportField | null, how: MatchedBy) => {
    if (given.has(column) || (field !== null && taken.has(field))) return;
    if (field !== null) taken.add(field);
    given.set(column, field === null ? skipped : { field, how });
  };

  for (const { column, field } of choices)
    give(column, field === null || taken.has(field) ? null : field, 'chosen');
  for (const { column, key } of columns) {
    const field = key === '' ? undefined : remembered.get(key);
    if (field !== undefined) give(column, field, 'remembered');
  }
  const named = columns.map(({ column, heading }) => ({ column, meaning: fieldOf(heading) }));
  for (const { column, meaning } of named.toSorted(
    (a, b) => (a.meaning?.rank ?? 0) - (b.meaning?.rank ?? 0),
  )) {
    if (meaning !== undefined) give(column, meaning.field, 'heading');
  }
  for (const { column, meaning } of named) {
    if (given.has(column) || meaning !== undefined) continue;
    const field = guessField(samples.map((row) => row[column] ?? ''));
    if (field !== undefined) give(column, field, 'guessed');
  }
  return columns.map(({ column, heading }) => ({ column, heading, ...(given.get(column) ?? skipped) }));
}

const skipped = { field: null, how: 'skipped' } as const;

/** The headings as they stand, with an empty one for each column that only has values. */
function paddedHeadings(rows: SheetText, index: number): string[] {
  const width = rows
    .slice(index)
    .reduce((widest, row) => Math.max(widest, row.findLastIndex((cell) => cell.trim() !== '') + 1), 0);
  const headings = rows[index] ?? [];
  return Array.from({ length: width }, (_, column) => (headings[column] ?? '').trim());
}

/** What is known about headings, made once: key → field and how plain a name for it the heading is. */
const known: ReadonlyMap<string, { readonly field: ImportField; readonly rank: number }> = new Map(
  importFields.flatMap((field) => importHeadings[field].map((key, rank) => [key, { field, rank }])),
);

function fieldOf(heading: string) {
  // What stands in brackets is often a unit or an explanation: 服务费（元/年）.
  const withoutRemark = heading.normalize('NFKC').replaceAll(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/gu, '');
  return known.get(headingKey(heading)) ?? known.get(headingKey(withoutRemark));
}
