import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pinyinRanges, readingsOf } from '#shared/domain/full-pinyin.ts';
import { initialsOf } from '#shared/domain/pinyin-initials.ts';
import { isInitialsQuery, normaliseForSearch } from '#shared/domain/search-text.ts';
import type { Change } from '#backend/db/change.ts';
import { findAll, recomputeSearch, searchPapers } from '#backend/search/service.ts';
import { openSearch } from '#test/support/search-backend.ts';

interface Firm {
  readonly name: string;
  readonly legalRepresentative: string | null;
  readonly address: string | null;
  readonly identifiers: readonly string[];
}

// Few characters, so that a short query meets many texts; wide forms, brackets and marks that normalisation moves.
const letters = [...'示例样本科技银行重庆长ab12A１Ｂ（）()· 　-é', 'ﬁ', '㈱', 'e\u0301', '\u200b', '𠮷'];
const text = (max: number) =>
  fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: max }).map((all) => all.join(''));
const firm: fc.Arbitrary<Firm> = fc.record({
  name: text(10),
  legalRepresentative: fc.option(text(4)),
  address: fc.option(text(12)),
  identifiers: fc.array(text(6), { maxLength: 2 }),
});
/** One to four characters, cut out of a text or made up. */
const queryFor = (firms: readonly Firm[]) =>
  fc.oneof(
    text(4),
    fc
      .tuple(fc.constantFrom(...firms), fc.nat(9), fc.integer({ min: 1, max: 4 }))
      .map(([{ name }, at, length]) => {
        const characters = [...name];
        return characters.slice(at % characters.length, (at % characters.length) + length).join('');
      }),
    fc
      .tuple(fc.constantFrom(...firms), fc.nat(9), fc.integer({ min: 1, max: 4 }))
      .map(([{ name }, at, length]) =>
        initialsOf(name)
          .slice(at, at + length)
          .toLowerCase(),
      ),
    fc
      .tuple(fc.constantFrom(...firms), fc.nat(9), fc.integer({ min: 1, max: 4 }), fc.nat(3))
      .map(([{ name }, at, length, cut]) => {
        const typed = (readingsOf(name)[0]?.syllables ?? []).slice(at, at + length).join('');
        return typed.slice(0, Math.max(1, typed.length - cut));
      }),
  );

function addFirm(change: Change, firm: Firm): string {
  const client = { name: firm.name, name_key: firm.name, entity_type: 'company', address: firm.address };
  const id = change.insert('clients', { ...client, legal_representative: firm.legalRepresentative });
  for (const value of firm.identifiers)
    change.insert('client_identifiers', { client_id: id, kind: 'other', value });
  return id;
}

const fieldsOf = (firm: Firm): string[] =>
  [firm.name, firm.legalRepresentative, firm.address, ...firm.identifiers].flatMap((field) => field ?? []);

/** What a search means, said without an index. */
function isHit(firm: Firm, query: string): boolean {
  const wanted = normaliseForSearch(query);
  if (wanted === '') return false;
  const direct = fieldsOf(firm).some((field) => normaliseForSearch(field).includes(wanted));
  if (direct) return true;
  if (!isInitialsQuery(query)) return false;
  const byInitials = fieldsOf(firm).some((field) => initialsOf(field).includes(wanted));
  return byInitials || pinyinRanges(firm.name, query).length > 0;
}

test('a search finds what a plain scan for the substring finds, no more and no less', () => {
  const backend = openSearch();
  const scenario = fc.array(firm, { minLength: 1, maxLength: 6 }).chain((firms) =>
    fc.record({
      firms: fc.constant(firms),
      queries: fc.array(queryFor(firms), { minLength: 1, maxLength: 12 }),
    }),
  );
  fc.assert(
    fc.property(scenario, ({ firms, queries }) => {
      const ids = backend.changes.record('test', (change) => firms.map((one) => addFirm(change, one))).result;
      for (const query of queries) {
        const expected = ids.filter((_, index) => isHit(firms[index]!, query)).sort();
        const hits = findAll(backend, query, { limitPerKind: 100 });
        expect(hits.flatMap((group) => group.hits.map(({ id }) => id)).sort(), query).toEqual(expected);
        expect(
          hits.reduce((sum, group) => sum + group.total, 0),
          query,
        ).toBe(expected.length);
        if (normaliseForSearch(query) !== '')
          expect([...(searchPapers(backend, query)?.clientIds ?? [])].sort()).toEqual(expected);
      }
      backend.changes.record('test', (change) => ids.forEach((id) => change.remove('clients', id)));
      for (const query of queries) expect(findAll(backend, query, { limitPerKind: 100 })).toEqual([]);
    }),
    { numRuns: 150 },
  );
  backend.close();
});

test('changes leave the same entries as building the index anew', () => {
  const backend = openSearch();
  const entries = () =>
    backend.db
      .prepare(
        'SELECT kind, entity_id, client_id, title, detail, rank FROM search_entries ORDER BY kind, entity_id',
      )
      .all();
  const step = fc.oneof(
    fc.record({ kind: fc.constant('rename' as const), at: fc.nat(9), name: text(8) }),
    fc.record({ kind: fc.constantFrom('trash' as const, 'restore' as const), at: fc.nat(9) }),
  );
  fc.assert(
    fc.property(
      fc.array(firm, { minLength: 1, maxLength: 5 }),
      fc.array(step, { maxLength: 8 }),
      (firms, steps) => {
        const ids = backend.changes.record('test', (change) =>
          firms.map((one) => addFirm(change, one)),
        ).result;
        for (const one of steps) {
          const id = ids[one.at % ids.length]!;
          backend.changes.record('test', (change) => {
            if (one.kind === 'rename') change.update('clients', id, { name: one.name });
            else if (one.kind === 'trash') change.remove('clients', id);
            else change.restore('clients', id);
          });
        }
        const derived = entries();
        recomputeSearch(backend);
        expect(entries()).toEqual(derived);
      },
    ),
    { numRuns: 40 },
  );
  backend.close();
});

test('titles that begin with the query come first, then shorter titles', () => {
  const backend = openSearch();
  const names = ['甲乙示例科技有限公司', '乙示例', '示例甲乙丙丁', '示例', '丙示例甲'];
  backend.changes.record('test', (change) => {
    for (const name of names)
      addFirm(change, { name, legalRepresentative: null, address: null, identifiers: [] });
  });
  const titles = (limitPerKind: number) =>
    findAll(backend, '示例', { limitPerKind })[0]?.hits.map((hit) => hit.title);
  expect(titles(10)).toEqual(['示例', '示例甲乙丙丁', '乙示例', '丙示例甲', '甲乙示例科技有限公司']);
  expect(titles(3)).toEqual(['示例', '示例甲乙丙丁', '乙示例']);
  expect(findAll(backend, 'sl', { limitPerKind: 1 })).toMatchObject([
    { kind: 'client', total: 5, hits: [{ title: '示例' }] },
  ]);
  backend.close();
});

test('a phrase never spans two fields', () => {
  const backend = openSearch();
  backend.changes.record('test', (change) => {
    addFirm(change, { name: '示例甲', legalRepresentative: '乙样本', address: null, identifiers: [] });
  });
  expect(findAll(backend, '甲乙', { limitPerKind: 5 })).toEqual([]);
  // Here the first text ends with the character that the second one begins with.
  backend.changes.record('test', (change) => {
    addFirm(change, { name: '丙丁', legalRepresentative: '丁戊', address: null, identifiers: [] });
  });
  expect(findAll(backend, '丙丁戊', { limitPerKind: 5 })).toEqual([]);
  expect(findAll(backend, 'bdw', { limitPerKind: 5 })).toEqual([]);
  expect(findAll(backend, 'jy', { limitPerKind: 5 })).toEqual([]);
  expect(findAll(backend, '乙样', { limitPerKind: 5 })).toHaveLength(1);
  backend.close();
});
