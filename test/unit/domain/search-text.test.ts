import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInitialsQuery, normaliseForSearch, phraseOf, searchTokens } from '#shared/domain/search-text.ts';

const mixed = fc
  .array(
    fc.constantFrom(...'深圳市样本示例（(）)ＡaA1１ \u3000\u200b𠮷👩\u200d💼ß"*-^:é\u0301ﾊﾞ㈱\u0000\ufffd'),
    {
      maxLength: 8,
    },
  )
  .map((characters) => characters.join(''));
const anyText = fc.oneof(
  mixed,
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 })
    .map((units) => String.fromCharCode(...units)),
);

/** What a full-text index does with a phrase: the tokens follow one another in the text. */
function hasPhrase(text: string, query: string): boolean {
  const phrase = phraseOf(query);
  return phrase !== undefined && ` ${searchTokens(text)} `.includes(` ${phrase.slice(1, -1)} `);
}

describe('search text', () => {
  it('normalises width, case, spaces and invisible characters', () => {
    expect(normaliseForSearch(' 示例（Ａbc）\u3000科\u200b技\ufeff ')).toBe('示例(ABC)科技');
    expect(normaliseForSearch('straße')).toBe('STRASSE');
    expect(normaliseForSearch('\ud842')).toBe('');
  });

  it('writes one token for each code point', () => {
    expect(searchTokens('深A1𠮷')).toBe('6df1 41 31 20bb7');
    expect(searchTokens(' \u200b')).toBe('');
    expect(phraseOf('深圳')).toBe('"6df1 5733"');
    expect(phraseOf('(')).toBe('"28"');
    expect(phraseOf('  ')).toBeUndefined();
  });

  it('finds every substring of one or more characters', () => {
    const name = '示例𠮷野（深圳）Ab-12科技有限公司';
    const characters = [...name];
    for (let from = 0; from < characters.length; from += 1) {
      for (let to = from + 1; to <= characters.length; to += 1) {
        expect(hasPhrase(name, characters.slice(from, to).join(''))).toBe(true);
      }
    }
  });

  it('finds by phrase exactly what contains the query', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, query) => {
        const wanted = normaliseForSearch(query);
        const contains = wanted !== '' && normaliseForSearch(text).includes(wanted);
        expect(hasPhrase(text, query)).toBe(contains);
      }),
      { numRuns: 5000 },
    );
  });

  it('finds by phrase every part of a text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(12), fc.nat(12), (text, from, length) => {
        const part = [...normaliseForSearch(text)].slice(from, from + length).join('');
        fc.pre(normaliseForSearch(part) === part && part !== '');
        expect(hasPhrase(text, part)).toBe(true);
      }),
    );
  });

  it.each(['ascii', 'unicode61'])('holds in a real full-text index with the tokenizer %s', (tokenizer) => {
    const database = new Database(':memory:');
    database.exec(`CREATE VIRTUAL TABLE texts USING fts5 (tokens, tokenize = '${tokenizer}')`);
    const texts = fc.sample(mixed, { numRuns: 300, seed: 1 });
    const insert = database.prepare('INSERT INTO texts (rowid, tokens) VALUES (?, ?)');
    for (const [index, text] of texts.entries()) insert.run(index, searchTokens(text));
    const find = database.prepare('SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rowid').pluck();
    for (const query of fc.sample(mixed, { numRuns: 300, seed: 2 })) {
      const wanted = normaliseForSearch(query);
      const phrase = phraseOf(query);
      if (phrase === undefined) continue;
      const holders = [...texts.keys()].filter((index) =>
        normaliseForSearch(texts[index] ?? '').includes(wanted),
      );
      expect(find.all(phrase)).toEqual(holders);
    }
    database.close();
  });

  it('makes tokens that no tokenizer divides or joins', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(searchTokens(text)).toMatch(/^([0-9a-f]+( [0-9a-f]+)*)?$/);
      }),
    );
  });

  it('knows which queries can be initials', () => {
    for (const query of ['szyb', 'SZ1', 'ｓｚ', ' s z ']) expect(isInitialsQuery(query), query).toBe(true);
    for (const query of ['', ' ', '深', 's深', 's-z', 'é']) expect(isInitialsQuery(query), query).toBe(false);
  });
});
