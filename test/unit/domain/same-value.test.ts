import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSameSaying, isSameValue, sayingOf, sorted } from '#shared/domain/same-value.ts';

const anyValue = fc.jsonValue({ maxDepth: 3 });

it('holds exactly where the two would be written the same with their keys in order', () => {
  const written = (value: unknown): string => JSON.stringify(sorted(value));
  const pair = fc.oneof(
    fc.tuple(anyValue, anyValue),
    anyValue.map((value) => [value, structuredClone(value)] as const),
    fc.dictionary(fc.string(), anyValue).map((value) => {
      const other = Object.fromEntries(Object.entries(value).reverse());
      return [value, other] as const;
    }),
  );
  fc.assert(fc.property(pair, ([a, b]) => isSameValue(a, b) === (written(a) === written(b))));
  expect(isSameValue({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(isSameValue([undefined], [])).toBe(false);
  expect(isSameValue([], {})).toBe(false);
  expect(isSameValue({ a: null }, {})).toBe(false);
});

it('of what two rules say leaves out on whose word, and nothing else', () => {
  const rule = fc.dictionary(fc.constantFrom('tag', 'source', 'asOf', 'text', 'total'), anyValue);
  fc.assert(fc.property(rule, rule, (a, b) => isSameSaying(a, b) === isSameValue(sayingOf(a), sayingOf(b))));
});
