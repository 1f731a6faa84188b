import type { DocumentKind } from './document-kind.ts';
import { editDistance } from './edit-distance.ts';
import { normaliseCode } from './identifier-check.ts';
import { nameKey } from './name-key.ts';
import type { PaperSaying } from './paper-sayings.ts';
import { nearestRecorded, recordedValues } from './stated-record.ts';
import type { RecordedFacts } from './stated-record.ts';
import { natureOf } from './stated-value.ts';
import type { StatedField } from './stated-value.ts';

/**
 * What it means that a paper says otherwise than the client's data. `conflict`: it is another body's or person's, as far as
 * can be told. `change`: the same one's, of whom this is different now. `unclear`: perhaps it was only misread, or is a number of
 * another kind.
 */
export const differenceWeights = ['conflict', 'change', 'unclear'] as const;
type DifferenceWeight = (typeof differenceWeights)[number];

/** A value of a paper, and what the client's data say in its place. */
export type PaperDifference = {
  readonly field: StatedField;
  readonly says: string;
  readonly known: string;
  readonly weight: DifferenceWeight;
};

type Paper = { readonly kind: DocumentKind; readonly contactId: string | null };
type Compared = { readonly field: StatedField } & (
  | { readonly level: 'same' }
  | { readonly level: 'other' | 'unclear'; readonly says: string; readonly known: string }
);

/** The number by which a body or a person stays the same whatever else of it changes. */
const codeOf = ({ kind }: Paper): StatedField => (kind === 'id_card' ? 'id_number' : 'credit_code');
/** The name that tells whose paper it is, where no number does. */
const nameOf = ({ kind }: Paper): StatedField => (kind === 'id_card' ? 'person_name' : 'subject_name');

/**
 * Where a paper says otherwise than the client's data. With the client's number on it, another name, head or address is a
 * change that the data lack; another number is a conflict, and so is another name where no number tells that it is the
 * same body. Once one thing is a conflict, all that differs is.
 */
export function differencesOf(
  paper: Paper,
  sayings: readonly PaperSaying[],
  recorded: RecordedFacts,
): PaperDifference[] {
  const compared = sayings.flatMap((saying) => compare(saying, paper, recorded) ?? []);
  const weighs = weightsOf(paper, compared);
  return compared.flatMap((one) =>
    one.level === 'same'
      ? []
      : [{ field: one.field, says: one.says, known: one.known, weight: weighs(one.level) }],
  );
}

function weightsOf(paper: Paper, compared: readonly Compared[]) {
  const levelOf = (field: StatedField) => compared.find((one) => one.field === field)?.level;
  const code = levelOf(codeOf(paper));
  const isOther = code === 'other' || (code !== 'same' && levelOf(nameOf(paper)) === 'other');
  return (level: 'other' | 'unclear'): DifferenceWeight =>
    level === 'unclear' ? 'unclear' : isOther ? 'conflict' : 'change';
}

/** How many of the things that a paper says there is something on file to hold against. */
export const comparedCount = (
  paper: Paper,
  sayings: readonly PaperSaying[],
  recorded: RecordedFacts,
): number => sayings.filter((saying) => compare(saying, paper, recorded) !== undefined).length;

export const isContradicted = (differences: readonly { readonly weight: DifferenceWeight }[]): boolean =>
  differences.some(({ weight }) => weight === 'conflict');

/** Undefined where nothing is on file. */
function compare(
  { field, value, reading }: PaperSaying,
  paper: Paper,
  recorded: RecordedFacts,
): Compared | undefined {
  const nearest = nearestRecorded(field, value, recordedValues(field, paper, recorded));
  if (nearest === undefined) return undefined;
  if (nearest.comparison.level !== 'different') return { field, level: 'same' };
  const other = { field, says: value, known: nearest.value } as const;
  const isCertain = reading === 'certain' || (reading === 'unclear' && isFar(field, value, nearest.value));
  const isOfOneKind = field !== codeOf(paper) || isAsLong(value, nearest.value);
  return { ...other, level: isCertain && isOfOneKind ? 'other' : 'unclear' };
}

/** A number of before 2015, or of a passport, says nothing of one of today. */
const isAsLong = (a: string, b: string): boolean => normaliseCode(a).length === normaliseCode(b).length;

/** More than a third of it is otherwise: so much is not misread where it was read at all. */
function isFar(field: StatedField, a: string, b: string): boolean {
  const key = natureOf(field) === 'name' ? nameKey : normaliseCode;
  const [left, right] = [key(a), key(b)];
  return editDistance(left, right) * 3 > Math.max(left.length, right.length);
}
