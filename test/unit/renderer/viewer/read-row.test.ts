import { expect, test } from 'vitest';
import type { ReadFieldRow, Reading } from '#shared/contract/reading.ts';
import { frameOf, isSettled, nextWaiting, readRows } from '../../../../renderer/features/viewer/read-row.ts';

const field = (name: ReadFieldRow['field'], more: Partial<ReadFieldRow> = {}): ReadFieldRow => ({
  field: name,
  value: '示例',
  raw: '示例',
  pageNo: 1,
  box: [
    [10, 22],
    [60, 20],
    [61, 40],
    [11, 42],
  ],
  confidence: 0.9,
  doubts: [],
  agreement: { state: 'new' },
  target: { kind: 'column', column: 'issuedOn' },
  ...more,
});
const known = (source: 'paper' | 'record') => ({ source, value: '示例', differences: [], isSame: true });
const reading = (...fields: ReadFieldRow[]): Reading => ({ state: 'read', pages: [], fields });

test('a value waits while it has a place and nothing is kept there; what agrees with the record alone is settled', () => {
  const rows = readRows(
    reading(
      field('credit_code'),
      field('subject_name', { agreement: { state: 'agrees', known: [known('record')] } }),
      field('issued_on', { agreement: { state: 'agrees', known: [known('paper')] } }),
      field('company_type', { target: null }),
    ),
  );
  expect(rows.map(({ isWaiting }) => isWaiting)).toEqual([true, true, false, false]);
  expect(rows.map(isSettled)).toEqual([false, true, false, false]);
  expect(rows.map(({ noted }) => noted)).toEqual([null, null, '示例', null]);
});

test('the next that waits is sought below, then from the top, and is never the same', () => {
  const rows = readRows(reading(field('credit_code'), field('sex', { target: null }), field('subject_name')));
  expect(nextWaiting(rows, 1)?.no).toBe(3);
  expect(nextWaiting(rows, 3)?.no).toBe(1);
  expect(nextWaiting(rows.slice(0, 2), 1)).toBeNull();
});

test('nothing is listed of a file that was not read', () => {
  expect(readRows(undefined)).toEqual([]);
  expect(readRows({ state: 'waiting' })).toEqual([]);
});

test('the frame goes around all corners', () =>
  expect(frameOf(field('sex'))).toEqual({ x: 10, y: 20, width: 51, height: 22 }));
