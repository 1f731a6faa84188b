import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { resultOf } from '#shared/contract/work.ts';
import type { Category, CategoryPack } from '#shared/domain/category-pack.ts';
import { openTestBackend, temporaryFolder } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { createSampleCase } from '#test/support/sample-case.ts';
import { categoryPack as shipped } from '#test/unit/categories/category-pack.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';

/** On a day after the shipped list was compared with its sources. */
const openFirm = (folder = temporaryFolder()) =>
  openTestBackend(folder, Date.parse('2026-11-23T09:00:00+08:00'));

const jewellery = 'shop.jewellery';
const catering = 'catering.place';

const changed = (id: string, change: Partial<Category>): readonly Category[] =>
  shipped.categories.map((category) => (category.id === id ? { ...category, ...change } : category));

/** The next version: jewellery asks for the food permit too, and goes to the internet authority. */
const nextList: Partial<CategoryPack> = {
  version: '2099.01',
  categories: changed(jewellery, {
    formula: {
      op: 'all_of',
      parts: [
        { op: 'scope', words: ['珠宝'] },
        { op: 'atom', id: foodPermit() },
      ],
    },
    cac: true,
  }),
};

function foodPermit(): string {
  const permit = shipped.permits.find(({ name }) => name.zh === '食品经营许可证');
  if (permit === undefined) throw new Error('no food permit');
  return permit.id;
}

function chosen({ backend }: TestBackend, content: object | string): string {
  const file = path.join(temporaryFolder(), 'list.json');
  fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return backend.tokens.grant(file, undefined, 'read');
}

async function look(firm: TestBackend, changes: Partial<CategoryPack> = nextList) {
  const file = chosen(firm, { ...shipped, ...changes });
  const preview = await resultOf(firm.call.rules.previewCategories({ file }));
  if (!preview.ok) throw new Error(JSON.stringify(preview.faults));
  const { sha256 } = preview.head;
  const install = (applicationIds: string[]) =>
    resultOf(firm.call.rules.installCategories({ file, sha256, applicationIds }));
  return { preview, sha256, install };
}

async function openCase({ call }: TestBackend, serial = '0') {
  const { clientId, accountId } = await createSampleCase(call, { name: `示例商行${serial}`, serial });
  const category = '商家自营-珠宝玉石';
  await call.accounts.update({ id: accountId, base: { category: null }, changes: { category } });
  const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
  return { id, clientId, accountId };
}

const listOf = async ({ call }: TestBackend, id: string) =>
  (await call.applications.preCheck({ id })).categoryList?.version;

describe('a new version of a list', () => {
  test('tells what differs, and what each open application would lack, before it is taken in', async () => {
    const firm = openFirm();
    const { id } = await openCase(firm);
    const before = firm.backend.db.prepare('SELECT count(*) AS n FROM events').get();
    const { preview } = await look(firm);
    expect(preview).toMatchObject({ standing: 'newer', comparedWith: shipped.version });
    expect(preview.differences).toMatchObject([
      { about: 'category', id: jewellery, kind: 'changed', aspects: ['formula', 'cac'] },
    ]);
    expect(preview.touched).toMatchObject([{ id, fromVersion: shipped.version, canMove: true }]);
    expect(preview.touched[0]?.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'need_added',
          title: expect.objectContaining({ zh: '食品经营许可证' }) as object,
        }),
        expect.objectContaining({ kind: 'finding_added', check: 'permit_missing' }),
      ]),
    );
    expect(firm.backend.db.prepare('SELECT count(*) AS n FROM events').get()).toEqual(before);
  });

  test('is gone by when the firm says so, by new cases at once, and by accounts', async () => {
    const firm = openFirm();
    const { call } = firm;
    const [moving, staying] = [await openCase(firm), await openCase(firm, '1')];
    const { install, sha256 } = await look(firm);
    await install([moving.id]);
    expect([await listOf(firm, moving.id), await listOf(firm, staying.id)]).toEqual([
      '2099.01',
      shipped.version,
    ]);
    const judged = await call.applications.judgeCategories({ clientId: staying.clientId, text: '珠宝玉石' });
    expect(judged.rulePack.version).toBe('2099.01');
    const fresh = await openCase(firm, '2');
    expect(await listOf(firm, fresh.id)).toBe('2099.01');

    const [late] = await resultOf(call.rules.outdatedCategories());
    expect(late).toMatchObject({ version: '2099.01', touched: [{ id: staying.id }] });
    await resultOf(call.rules.moveToCategories({ sha256, applicationIds: [staying.id] }));
    expect(await listOf(firm, staying.id)).toBe('2099.01');
    expect(await resultOf(call.rules.outdatedCategories())).toEqual([]);
    await call.history.undo();
    expect(await listOf(firm, staying.id)).toBe(shipped.version);
  });

  test('is taken back by one undo, and removed only while nothing goes by it', async () => {
    const firm = openFirm();
    const { call } = firm;
    const { id } = await openCase(firm);
    const judgement = JSON.stringify(await call.applications.preCheck({ id }));
    const { install, sha256 } = await look(firm);
    await install([id]);
    const failure = await failureOf(call.rules.removeCategories({ sha256 }));
    expect(failure).toMatchObject({ code: 'IN_USE', data: { count: 1 } });
    await call.history.undo();
    expect(JSON.stringify(await call.applications.preCheck({ id }))).toBe(judgement);
    expect((await call.rules.categoryLists()).map(({ version }) => version)).toEqual([shipped.version]);

    await (await look(firm)).install([]);
    await call.rules.removeCategories({ sha256 });
    expect((await call.rules.categories()).map(({ pack }) => pack.version)).toEqual([shipped.version]);
    const own = (await call.rules.categoryLists())[0]?.sha256 ?? '';
    expect(await failureOf(call.rules.removeCategories({ sha256: own }))).toMatchObject({
      data: { reason: 'shipped' },
    });
  });

  test('binds those that named none to the list that they went by until then', async () => {
    const firm = openFirm();
    const { id } = await openCase(firm);
    firm.backend.db.prepare('UPDATE applications SET category_pack_sha256 = NULL').run();
    expect(await listOf(firm, id)).toBe(shipped.version);
    await (await look(firm)).install([]);
    expect(await listOf(firm, id)).toBe(shipped.version);
    const [late] = await resultOf(firm.call.rules.outdatedCategories());
    expect(late?.touched).toMatchObject([{ id }]);
  });

  test('is told from a known one, an older one and one that calls itself the same', async () => {
    const firm = openFirm();
    const standing = async (changes: Partial<CategoryPack>) => (await look(firm, changes)).preview.standing;
    expect(await standing({ title: { zh: '别的', en: 'Another' } })).toBe('same_version');
    expect(await standing({ version: '2020.01' })).toBe('older');
    expect(await standing({ platform: 'alipay', version: '2020.01' })).toBe('new_pack');
    const { install } = await look(firm);
    await install([]);
    expect(await standing(nextList)).toBe('known');
    expect(await failureOf(install([]))).toMatchObject({ data: { reason: 'known' } });
  });

  test('is not taken in when the file has changed, and moves nobody who is closed', async () => {
    const firm = openFirm();
    const { call } = firm;
    const { id } = await openCase(firm);
    const { install, sha256 } = await look(firm);
    const file = chosen(firm, { ...shipped, version: '2098.01' });
    const other = resultOf(call.rules.installCategories({ file, sha256, applicationIds: [] }));
    expect(await failureOf(other)).toMatchObject({ code: 'STALE' });
    await install([]);
    await call.applications.step({ id, step: { kind: 'submit' } });
    await call.applications.step({ id, step: { kind: 'withdraw' } });
    const move = resultOf(call.rules.moveToCategories({ sha256, applicationIds: [id] }));
    expect(await failureOf(move)).toMatchObject({ data: { reason: 'closed' } });
  });
});

test.each(['{', '{}'])('a list in the rows whose text is %s is passed over', async (content) => {
  const folder = temporaryFolder();
  const first = openFirm(folder);
  const { id } = await openCase(first);
  first.backend.db
    .prepare(`UPDATE rule_packs SET content = ?, sha256 = ? WHERE kind = 'categories'`)
    .run(content, 'f'.repeat(64));
  first.backend.db.prepare('UPDATE applications SET category_pack_sha256 = ?').run('f'.repeat(64));
  first.backend.close();
  const again = openFirm(folder);
  expect(await listOf(again, id)).toBe(shipped.version);
  expect(await again.call.rules.categoryLists()).toHaveLength(1);
});

describe('a file that is no sound list', () => {
  const faultsOf = async (content: object | string) => {
    const firm = openFirm();
    const preview = await resultOf(firm.call.rules.previewCategories({ file: chosen(firm, content) }));
    if (preview.ok) throw new Error('it was taken for sound');
    return preview.faults;
  };

  test('is refused with places, in both languages', async () => {
    const at = shipped.categories.findIndex(({ id }) => id === catering);
    const categories = changed(catering, { formula: { op: 'atom', id: 'nowhere' }, cac: undefined });
    expect(await faultsOf({ ...shipped, categories })).toEqual([
      { place: `categories.${at}.cac`, fault: { zh: '缺少这一项', en: 'Missing' } },
    ]);
    const nowhere = changed(catering, { formula: { op: 'atom', id: 'nowhere' } });
    expect(await faultsOf({ ...shipped, categories: nowhere })).toContainEqual({
      place: `categories.${catering}.nowhere`,
      fault: { zh: '引用的资质不存在', en: 'Names a permit that is not there' },
    });
  });

  test('is refused when it says a thing twice, or was compared on a day to come', async () => {
    const text = JSON.stringify(shipped);
    expect(await faultsOf(text.replace('{', '{"version":"2099.01",'))).toMatchObject([
      { place: 'version', fault: { zh: '同一项写了两遍，第二遍在第 1 行' } },
    ]);
    expect(await faultsOf({ ...shipped, asOf: '2026-11-24' })).toMatchObject([
      { place: 'asOf', fault: { en: expect.stringContaining('2026-11-24') as string } },
    ]);
  });

  test('is told from a rule pack and from what is no JSON', async () => {
    expect(await faultsOf(certificationPack)).toMatchObject([
      { place: '', fault: { zh: '这是规则包，请在规则包的页面装入' } },
    ]);
    expect(await faultsOf('{"id": 1,\n"x": }')).toMatchObject([{ place: '' }]);
  });
});
