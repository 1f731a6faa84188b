import { nameKey } from '#shared/domain/name-key.ts';
import { highConfidence } from '#shared/domain/read-field.ts';
import type { ReadField, ReadFieldName } from '#shared/domain/read-field.ts';
import type { Damage } from '#test/fixtures/ocr/damages.ts';
import type { DrawnPaper } from '#test/fixtures/ocr/drawn-papers.ts';

/** How one field of one page was read. `isTrusted`: with high confidence. */
export type Mark = {
  readonly paper: string;
  readonly field: ReadFieldName;
  readonly damage: Damage;
  readonly result: 'right' | 'wrong' | 'missing';
  readonly isTrusted: boolean;
  readonly expected: string;
  readonly read: ReadField | undefined;
};

/** What the targets speak of. */
export const groups = {
  codes: { fields: ['credit_code', 'id_number'], target: 0.98 },
  names: { fields: ['subject_name', 'person_name', 'legal_representative'], target: 0.95 },
  dates: { fields: ['founded_on', 'valid_from', 'valid_until', 'born_on', 'issued_on'], target: 0.95 },
} as const satisfies Readonly<Record<string, { fields: readonly ReadFieldName[]; target: number }>>;

/** Values that a check digit stands guard over. */
export const isChecked = ({ field }: Mark): boolean => field === 'credit_code' || field === 'id_number';

export function marksOf(paper: DrawnPaper, damage: Damage, fields: readonly ReadField[]): Mark[] {
  return (Object.entries(paper.says) as [ReadFieldName, string][]).map(([field, expected]) => {
    const read = fields.find((one) => one.field === field);
    const isRight = read !== undefined && sameText(read.value, expected);
    return {
      ...{ paper: paper.name, field, damage, expected, read },
      result: read === undefined ? 'missing' : isRight ? 'right' : 'wrong',
      isTrusted: read !== undefined && read.confidence >= highConfidence,
    };
  });
}

/** Punctuation of a scope is not held against it. */
const sameText = (a: string, b: string): boolean => bare(a) === bare(b);
const bare = (text: string): string => nameKey(text).replaceAll(/[\p{P}\p{S}]/gu, '');

export const shareRight = (marks: readonly Mark[]): number =>
  marks.length === 0 ? 1 : marks.filter(({ result }) => result === 'right').length / marks.length;

const percent = (share: number): string => (share * 100).toFixed(1).padStart(6);

/** Rows of fields, columns of damages; a cell is the share that was read right, in percent. */
export function tableOf(marks: readonly Mark[]): string {
  const damages = [...new Set(marks.map(({ damage }) => damage))];
  const fields = [...new Set(marks.map(({ field }) => field))];
  const width = Math.max(...fields.map((field) => field.length));
  const head = damages.map(({ name, isMild }, index) => `${index + 1} ${name}${isMild ? ' (mild)' : ''}`);
  const row = (name: string, own: readonly Mark[]): string =>
    [
      name.padEnd(width),
      ...damages.map((damage) => {
        const cell = own.filter((mark) => mark.damage === damage);
        return cell.length === 0 ? '     -' : percent(shareRight(cell));
      }),
      ` all ${percent(shareRight(own))}`,
    ].join(' ');
  return [
    head.join(' · '),
    [''.padEnd(width), ...damages.map((_, index) => String(index + 1).padStart(6))].join(' '),
    ...fields.map((field) =>
      row(
        field,
        marks.filter((mark) => mark.field === field),
      ),
    ),
    row('all', marks),
  ].join('\n');
}
