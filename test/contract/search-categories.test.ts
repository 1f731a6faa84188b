import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathText } from '#shared/domain/category-pack.ts';
import type { Category } from '#shared/domain/category-pack.ts';
import { leavesOf } from '#shared/domain/formula.ts';
import { initialsOf } from '#shared/domain/pinyin-initials.ts';
import { isInitialsQuery, normaliseForSearch } from '#shared/domain/search-text.ts';
import { recomputeSearch } from '#backend/search/service.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { createSampleCase } from '#test/support/sample-case.ts';

async function openCases(count: number) {
  const opened = openTestBackend();
  const { backend, call } = opened;
  const { accountId } = await createSampleCase(call);
  const pack = backend.categories.find('wechat', 'mini_program')?.pack;
  if (pack === undefined) throw new Error('no list');
  const step = Math.floor(pack.categories.length / count);
  const cases: { id: string; texts: string[] }[] = [];
  for (const category of pack.categories.filter((_, index) => index % step === 0).slice(0, count)) {
    const { id, number } = await call.applications.create({
      accountId,
      kind: 'category_permit',
      category: category.id,
    });
    const { account } = await call.applications.get({ id });
    cases.push({ id, texts: [account.name, number, ...namesOf(category)] });
  }
  /** Everything that the list calls it by, read without the program’s own search. */
  function namesOf(category: Category): string[] {
    const ids = leavesOf(category.formula).flatMap((leaf) => (leaf.op === 'atom' ? [leaf.id] : []));
    const permits = pack?.permits.filter(({ id }) => ids.includes(id)).map(({ name }) => name.zh) ?? [];
    return [pathText(category).zh, ...(category.alsoCalled ?? []), ...permits];
  }
  const found = async (text: string) => {
    const { groups } = await call.search.query({ text, kinds: ['application'], limitPerKind: 100 });
    return groups.flatMap(({ hits }) => hits);
  };
  return { ...opened, cases, pack, found };
}

function isHit(texts: readonly string[], query: string): boolean {
  const wanted = normaliseForSearch(query);
  if (wanted === '') return false;
  const inInitials = (text: string): boolean => isInitialsQuery(query) && initialsOf(text).includes(wanted);
  return texts.some((text) => normaliseForSearch(text).includes(wanted) || inInitials(text));
}

test('an application is found by what a plain scan of its category’s names and permits finds', async () => {
  const { cases, found, backend } = await openCases(12);
  const anyText = fc.constantFrom(...cases.flatMap(({ texts }) => texts));
  const cut = (text: string, at: number, length: number): string =>
    [...text].slice(at % [...text].length, (at % [...text].length) + length).join('');
  const query = fc.oneof(
    fc.tuple(anyText, fc.nat(30), fc.integer({ min: 1, max: 6 })).map(([text, at, n]) => cut(text, at, n)),
    fc
      .tuple(anyText, fc.nat(9), fc.integer({ min: 2, max: 4 }))
      .map(([text, at, n]) => cut(initialsOf(text) || 'x', at, n).toLowerCase()),
  );
  const scan = (text: string) =>
    cases
      .filter(({ texts }) => isHit(texts, text))
      .map(({ id }) => id)
      .sort();
  await fc.assert(
    fc.asyncProperty(query, async (text) => {
      expect((await found(text)).map(({ id }) => id).sort(), text).toEqual(scan(text));
    }),
    { numRuns: 120 },
  );
  const first = cases[0]?.texts[2] ?? '';
  expect(scan(first)).not.toEqual([]);
  recomputeSearch(backend);
  expect((await found(first)).map(({ id }) => id).sort()).toEqual(scan(first));
});

test('a hit shows the name or the permit in which the query stands', async () => {
  const { cases, found } = await openCases(4);
  for (const { id, texts } of cases) {
    for (const name of texts.slice(2)) {
      const hit = (await found(name)).find((one) => one.id === id);
      expect(hit?.detail.startsWith(name), name).toBe(true);
    }
  }
});

test('a case of another kind is not found by a category, and the list of applications finds as the search does', async () => {
  const { call, cases, found } = await openCases(2);
  const { accountId } = (await call.applications.list({})).rows[0]!;
  await call.applications.create({ accountId, kind: 'first_certification' });
  const name = cases[0]!.texts[2]!;
  const ids = (await found(name)).map(({ id }) => id);
  expect(ids).toContain(cases[0]!.id);
  const { rows } = await call.applications.list({ filter: { text: name } });
  expect(rows.map(({ id }) => id).sort()).toEqual(ids.sort());
});
