import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvRecord } from '#shared/domain/csv-text.ts';
import { guarded, unguarded } from '#shared/domain/formula-guard.ts';

/** Any text, and often one that begins like a formula. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.stringMatching(/^'{0,3}[=+\-@＝＋－＠\t\r\n]?/), fc.string({ unit: 'grapheme' }))
    .map((parts) => parts.join('')),
);

it('gives every text back', () => {
  fc.assert(
    fc.property(text, (any) => {
      expect(unguarded(guarded(any))).toBe(any);
    }),
  );
});

it('lets no text begin like a formula', () => {
  fc.assert(
    fc.property(text, (any) => {
      expect(guarded(any)).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/u);
    }),
  );
});

it.each([
  ['=1+1', "'=1+1"],
  ["'=1+1", "''=1+1"],
  ["'", "'"],
  ["'s-Hertogenbosch", "'s-Hertogenbosch"],
  ['a=1', 'a=1'],
  ['', ''],
])('%j is written %j', (any, written) => {
  expect(guarded(any)).toBe(written);
});

it('is read from a .csv by another parser as it was', () => {
  const records = fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1 });
  fc.assert(
    fc.property(records, (rows) => {
      const file = rows.map((row) => csvRecord(row.map(guarded))).join('');
      const options = { relax_column_count: true, record_delimiter: '\r\n' };
      expect(parse(file, options).map((row) => row.map(unguarded))).toEqual(rows);
    }),
  );
});
