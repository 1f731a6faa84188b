import fc from 'fast-check';
import { expect, it } from 'vitest';
import { repeatedKeys } from '#shared/domain/repeated-keys.ts';
import { packNames, rawPack } from '#test/unit/rules/shipped-packs.ts';

it.each<[string, string, number]>([
  ['{"a":1,"a":2}', 'a', 1],
  ['{\n"a": [\n{"b":1,\n"b":2}]}', 'a.0.b', 4],
  ['{"a":"x","\\u0061":2}', 'a', 1],
  ['[1, {"k": {"x": 1}, "l": "k", "k": 2}]', '1.k', 1],
  ['{"a\\"b":1,"c":"{\\"a\\":","a\\"b":2}', 'a"b', 1],
])('%s has %s twice, in line %i', (text, place, line) => {
  expect(repeatedKeys(text)).toEqual([{ place, line }]);
});

it('finds none in what a program writes, however it is laid out', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, gap) => {
      expect(repeatedKeys(JSON.stringify(value, null, gap))).toEqual([]);
    }),
  );
  for (const name of packNames) expect(repeatedKeys(JSON.stringify(rawPack(name), null, 2))).toEqual([]);
});

it('finds a key that is written again anywhere in an object', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.nat(), (object, pick) => {
      const entries = Object.entries(object).map(
        ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
      );
      const again = entries[pick % entries.length] ?? '';
      const key = Object.keys(object)[pick % entries.length];
      expect(repeatedKeys(`[{${[...entries, again].join(',')}}]`)).toEqual([{ place: `0.${key}`, line: 1 }]);
    }),
  );
});

it('is quick and safe with what is nested very deeply', () => {
  const deep = 200_000;
  expect(repeatedKeys(`${'['.repeat(deep)}${']'.repeat(deep)}`)).toEqual([]);
});
