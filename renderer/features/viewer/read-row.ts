/** What was read off a paper, as it is listed beside the page: pure. */
import type { ReadFieldRow, Reading } from '#shared/contract/reading.ts';
import type { PageBox } from '#renderer/components/scan/page-box.ts';

export interface ReadRow {
  /** As it is numbered on the page, from 1. */
  readonly no: number;
  readonly read: ReadFieldRow;
  /** What the paper is noted to say there. */
  readonly noted: string | null;
  /** It has a place to be kept in, and nothing is kept there yet. */
  readonly isWaiting: boolean;
}

export const readRows = (reading: Reading | undefined): readonly ReadRow[] =>
  reading?.state === 'read' ? reading.fields.map((read, index) => rowOf(read, index + 1)) : [];

function rowOf(read: ReadFieldRow, no: number): ReadRow {
  const noted = knownOf(read).find(({ source }) => source === 'paper')?.value ?? null;
  return { no, read, noted, isWaiting: read.target !== null && noted === null };
}

export const knownOf = ({ agreement }: ReadFieldRow) => ('known' in agreement ? agreement.known : []);

/** Taken by one key: all that is known agrees, and it is not kept yet. */
export const isSettled = ({ isWaiting, read }: ReadRow): boolean =>
  isWaiting && read.agreement.state === 'agrees';

/** The next row that waits, after `no` and then from the top; null when none does. */
export function nextWaiting(rows: readonly ReadRow[], no: number): ReadRow | null {
  const waiting = rows.filter((row) => row.isWaiting && row.no !== no);
  return waiting.find((row) => row.no > no) ?? waiting[0] ?? null;
}

/** The next row in a direction, round and round: of those that wait, or of all where none does. */
export function stepFrom(rows: readonly ReadRow[], no: number | null, by: 1 | -1): ReadRow | null {
  const waiting = rows.filter((row) => row.isWaiting && row.no !== no);
  const of = waiting.length > 0 ? waiting : rows;
  const inTurn = by === 1 ? of : of.toReversed();
  const isBeyond = (row: ReadRow): boolean => no === null || (by === 1 ? row.no > no : row.no < no);
  return inTurn.find(isBeyond) ?? inTurn[0] ?? null;
}

/** The upright frame around the text. */
export function frameOf({ box }: ReadFieldRow): PageBox {
  const xs = box.map(([x]) => x);
  const ys = box.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
