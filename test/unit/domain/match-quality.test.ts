import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlight } from '#shared/domain/highlight.ts';
import { byMatchQuality, matchQualities, matchQuality } from '#shared/domain/match-quality.ts';

test('a name is the query, begins with it, holds it, or does not show it', () => {
  expect(matchQuality('营业执照', '营业执照')).toBe('whole');
  expect(matchQuality('营业执照', 'yyzz')).toBe('whole');
  expect(matchQuality('营业执照副本', '营业')).toBe('start');
  expect(matchQuality('示例营业执照', '营业')).toBe('inside');
  expect(matchQuality('身份证', '营业')).toBe('none');
  expect(matchQuality('', '营业')).toBe('none');
  expect(matchQuality('哈哈', '哈')).toBe('start');
  expect(matchQuality('1111', '1')).toBe('start');
});

const text = fc.string({ unit: fc.constantFrom('示', '例', '甲', 'a', '1', '（', ' ') });

test('nothing is lost or added, the better come first, and equals keep their order', () => {
  fc.assert(
    fc.property(fc.array(text), text, (titles, query) => {
      const entries = titles.map((title, index) => ({ title, index }));
      const ranked = byMatchQuality(entries, query).map(({ entry }) => entry);
      expect(ranked.toSorted((a, b) => a.index - b.index)).toEqual(entries);
      const places = ranked.map(({ title, index }) => ({
        quality: matchQualities.indexOf(matchQuality(title, query)),
        index,
      }));
      for (const [at, place] of places.entries()) {
        const next = places[at + 1];
        if (next === undefined) continue;
        expect(next.quality).toBeGreaterThanOrEqual(place.quality);
        if (next.quality === place.quality) expect(next.index).toBeGreaterThan(place.index);
      }
      for (const { title } of entries)
        expect(matchQuality(title, query) === 'none').toBe(highlight(title, query).length === 0);
    }),
  );
});
