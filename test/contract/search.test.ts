import { expect, test } from 'vitest';
import { addClient } from '#backend/clients/service.ts';
import { recomputeSearch } from '#backend/search/service.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import * as scans from '#test/support/scans.ts';
import { allOf } from '#test/support/streams.ts';

const person = {
  name: '林示例',
  phone: '13812345678',
  email: null,
  wechat: null,
  idNumber: null,
  availableHours: null,
  isLegalRepresentative: false,
  isAdministrator: true,
  isFinance: false,
  answersCalls: true,
  leftOn: null,
};

async function openPortfolio() {
  const opened = openTestBackend();
  const { call } = opened;
  const { id: clientId } = await call.clients.create({
    name: '栩禾（云汀）餐饮管理有限公司',
    entityType: 'company',
    creditCode: '91330199MA0000001W',
    legalRepresentative: '许听澜',
    address: '云汀市栩水区禾桥路 19 号',
  });
  const account = { platform: 'wechat' as const, kind: 'mini_program' as const, name: '栩禾小馆' };
  const accountIds = { appId: 'wx00000000000000ab', originalId: 'gh_0000000000cd' };
  const { id: accountId } = await call.accounts.create({ clientId, account: { ...account, ...accountIds } });
  const application = await call.applications.create({ accountId, kind: 'first_certification' });
  const contact = await call.clients.saveContact({ clientId, id: null, contact: person });
  await call.clients.setTags({ id: clientId, tags: ['连锁门店'] });
  const kinds = async (text: string) => (await call.search.query({ text })).groups.map((group) => group.kind);
  return { ...opened, clientId, accountId, application, contact, kinds };
}

test('anything is found by one to four characters, initials or part of a code', async () => {
  const { kinds } = await openPortfolio();
  expect(await kinds('栩')).toEqual(['client', 'account', 'application']);
  expect(await kinds('餐饮')).toEqual(['client']);
  expect(await kinds('云汀餐')).toEqual([]);
  expect(await kinds('(云汀)餐')).toEqual(['client']);
  expect(await kinds('ytcy')).toEqual(['client']);
  expect(await kinds('xhxg')).toEqual(['account', 'application']);
  expect(await kinds('ma000')).toEqual(['client']);
  expect(await kinds('许听澜')).toEqual(['client']);
  expect(await kinds('禾桥路19')).toEqual(['client']);
  expect(await kinds('连锁')).toEqual(['client']);
  expect(await kinds('12345')).toEqual(['contact']);
  expect(await kinds('lsl')).toEqual(['contact']);
  expect(await kinds('wx0000')).toEqual(['account']);
  expect(await kinds('cd')).toEqual(['account']);
  expect(await kinds('A-2026')).toEqual(['application']);
  expect(await kinds('  ')).toEqual([]);
  expect(await kinds('"')).toEqual([]);
});

test('a hit says what it is and whose', async () => {
  const { call, clientId, accountId, application, contact } = await openPortfolio();
  const name = '栩禾（云汀）餐饮管理有限公司';
  const hitsOf = async (text: string) =>
    (await call.search.query({ text })).groups.flatMap((group) => group.hits);
  expect(await hitsOf('许听')).toEqual([
    { kind: 'client', id: clientId, clientId, title: name, detail: '许听澜 · 91330199MA0000001W' },
  ]);
  expect(await hitsOf('YTCY')).toEqual([
    { kind: 'client', id: clientId, clientId, title: name, detail: '91330199MA0000001W' },
  ]);
  expect((await hitsOf('1234')).map(({ detail }) => detail)).toEqual([`13812345678 · ${name}`]);
  expect(await hitsOf('林示例')).toEqual([
    { kind: 'contact', id: contact.id, clientId, title: '林示例', detail: name },
  ]);
  expect(await hitsOf('小馆')).toEqual([
    { kind: 'account', id: accountId, clientId, title: '栩禾小馆', detail: `wx00000000000000ab · ${name}` },
    {
      kind: 'application',
      id: application.id,
      clientId,
      title: '栩禾小馆',
      detail: `${application.number} · ${name}`,
    },
  ]);
});

test('the index follows new names, wherever they show', async () => {
  const { call, backend, clientId, accountId, application, kinds } = await openPortfolio();
  await call.accounts.update({ id: accountId, base: {}, changes: { name: '青屿小馆' } });
  expect(await kinds('栩禾小馆')).toEqual([]);
  expect(await kinds('青屿')).toEqual(['account', 'application']);
  await call.clients.update({ id: clientId, base: {}, changes: { name: '示例改名有限公司' } });
  const { groups } = await call.search.query({ text: '青屿', kinds: ['application'] });
  expect(groups).toMatchObject([
    { kind: 'application', hits: [{ detail: `${application.number} · 示例改名有限公司` }] },
  ]);
  await call.clients.setTags({ id: clientId, tags: [] });
  expect(await kinds('连锁')).toEqual([]);

  const entries = () =>
    backend.db.prepare('SELECT kind, entity_id, title, detail, rank FROM search_entries ORDER BY 1, 2').all();
  const derived = entries();
  recomputeSearch(backend);
  expect(entries()).toEqual(derived);
});

test('a person of two clients is found at both', async () => {
  const { call, clientId } = await openPortfolio();
  const other = await call.clients.create({ name: '样本', entityType: 'company' });
  const [contact] = (await call.clients.get({ id: clientId })).contacts;
  await call.clients.saveContact({
    clientId: other.id,
    id: null,
    contactId: contact!.contactId,
    contact: { ...person, name: '林样本' },
  });
  const { groups } = await call.search.query({ text: '林样本' });
  expect(groups[0]?.hits.map((hit) => hit.clientId).sort()).toEqual([clientId, other.id].sort());
});

test('totals count all hits while the hits are limited', async () => {
  const { call } = openTestBackend();
  for (let i = 0; i < 9; i += 1)
    await call.clients.create({ name: `示例${'长'.repeat(i)}`, entityType: 'company' });
  const { groups } = await call.search.query({ text: '示例', limitPerKind: 2 });
  expect(groups).toMatchObject([
    { kind: 'client', total: 9, hits: [{ title: '示例' }, { title: '示例长' }] },
  ]);
});

test('a paper is found by its kind, its number and the names of its files', async () => {
  const { call, backend, clientId, kinds } = await openPortfolio();
  const file = scans.fileIn(temporaryFolder(), '门头照片.png', await scans.picture('png'));
  const files = [{ token: backend.tokens.grant(file) }];
  await allOf(await call.documents.add({ clientId, kind: 'food_business_permit', files }));
  for (const text of ['食品经营', 'spjyxkz', '门头照']) expect(await kinds(text)).toEqual(['document']);
  const { groups } = await call.search.query({ text: '食品经营' });
  expect(groups[0]?.hits).toMatchObject([
    { title: '食品经营许可证', detail: '栩禾（云汀）餐饮管理有限公司' },
  ]);
  const byFile = await call.search.query({ text: '门头照' });
  expect(byFile.groups[0]?.hits).toMatchObject([{ detail: '门头照片.png · 栩禾（云汀）餐饮管理有限公司' }]);
  expect((await call.documents.list({ filter: { text: '经营许可' } })).rows).toHaveLength(1);
});

test('the lists of applications and papers find by the client as well', async () => {
  const { call, backend, clientId } = await openPortfolio();
  const file = scans.fileIn(temporaryFolder(), 'a.png', await scans.picture('png'));
  const files = [{ token: backend.tokens.grant(file) }];
  await allOf(await call.documents.add({ clientId, kind: 'lease', files }));
  for (const text of ['云汀', 'ytcy', 'ma000', '许听澜']) {
    expect((await call.documents.list({ filter: { text } })).total).toBe(1);
    expect((await call.applications.list({ filter: { text } })).total).toBe(1);
  }
  expect((await call.documents.list({ filter: { text: '查无' } })).total).toBe(0);
  expect((await call.applications.list({ filter: { text: '查无' } })).total).toBe(0);
});

test('what goes by the name that was asked for comes before what is found by something else', async () => {
  const { call, clientId, kinds } = await openPortfolio();
  await call.clients.create({ name: '栩禾小馆之友', entityType: 'company', address: '示例路 许可巷 1 号' });
  const note = '许可证下周到';
  await call.notes.add({ clientId, applicationId: null, text: note });
  expect(await kinds('许可')).toEqual(['note', 'client']);
  const { groups } = await call.search.query({ text: '栩禾', kinds: ['client'] });
  expect(groups[0]?.hits.map(({ title }) => title)).toEqual(['栩禾小馆之友', '栩禾（云汀）餐饮管理有限公司']);
  await call.clients.create({ name: '短', entityType: 'company', address: '餐饮街 1 号' });
  const food = await call.search.query({ text: '餐饮', kinds: ['client'], limitPerKind: 1 });
  expect(food.groups[0]?.hits.map(({ title }) => title)).toEqual(['栩禾（云汀）餐饮管理有限公司']);
});

test('many entries are written out together, whatever their titles are like', async () => {
  const { backend, call } = openTestBackend();
  backend.changes.record('clients.create', (change) => {
    for (let index = 0; index < 60; index++) {
      const name = `示例${'禾'.repeat((index * 7) % 13)}${index}`;
      addClient(backend, change, { name, entityType: 'company' });
    }
  });
  // The index in one piece: at every number that falls it would have begun another.
  expect(backend.db.prepare('SELECT count(DISTINCT segid) AS n FROM search_index_idx').get()).toEqual({
    n: 1,
  });
  expect((await call.search.query({ text: '示例' })).groups.map(({ total }) => total)).toEqual([60]);
});
