import { expect, test } from 'vitest';
import type { ReadFieldRow, Reading } from '#shared/contract/reading.ts';
import {
  frameOf,
  isSettled,
  nextWaiting,
  readRows,
  stepFrom,
} from '../../../../renderer/features/viewer/read-row.ts';

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

test('one key goes through what waits round and round, and through everything once nothing does', () => {
  const kept: Partial<ReadFieldRow> = { agreement: { state: 'agrees', known: [known('paper')] } };
  const some = readRows(
    reading(field('credit_code', kept), field('subject_name'), field('sex'), field('issued_on', kept)),
  );
  expect(stepFrom(some, null, 1)?.no).toBe(2);
  expect(stepFrom(some, 2, 1)?.no).toBe(3);
  expect(stepFrom(some, 3, 1)?.no).toBe(2);
  expect(stepFrom(some, null, -1)?.no).toBe(3);
  expect(stepFrom(some, 2, -1)?.no).toBe(3);
  expect(stepFrom(some, 4, -1)?.no).toBe(3);
  const all = readRows(reading(field('credit_code', kept), field('subject_name', kept)));
  expect([stepFrom(all, null, 1)?.no, stepFrom(all, 1, 1)?.no, stepFrom(all, 2, 1)?.no]).toEqual([1, 2, 1]);
  expect(stepFrom([], null, 1)).toBeNull();
});

test('nothing is listed of a file that was not read', () => {
  expect(readRows(undefined)).toEqual([]);
  expect(readRows({ state: 'waiting' })).toEqual([]);
});

test('the frame goes around all corners', () =>
  expect(frameOf(field('sex'))).toEqual({ x: 10, y: 20, width: 51, height: 22 }));
