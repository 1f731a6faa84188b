import { describe, expect, test } from 'vitest';
import { openTestBackend } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';

const firm = { name: '澄州示例科技有限公司', entityType: 'company' as const };
const creditCode = '91330199MA0000001W';
const person = {
  name: '示例人',
  phone: '13800000000',
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

async function newClient(call: TestBackend['call'], name = firm.name): Promise<string> {
  return (await call.clients.create({ ...firm, name })).id;
}

test('a new client has its facts in one form, and defaults for what was not said', async () => {
  const { call } = openTestBackend();
  const { id } = await call.clients.create({
    ...firm,
    name: ' 澄州示例科技有限公司 ',
    creditCode: '９１３３０１９９－ma0000001w ',
    address: '',
    licenceUntil: 'forever',
  });
  const { client, history } = await call.clients.get({ id });
  expect(client).toMatchObject({
    name: firm.name,
    creditCode,
    address: null,
    licenceUntil: 'forever',
    serviceStatus: 'active',
    deletedAtMs: null,
  });
  expect(history).toMatchObject([
    { action: 'clients.create', table: 'clients', operation: 'insert', rowId: id },
  ]);
});

test('a credit code belongs to one client', async () => {
  const { call } = openTestBackend();
  const { id } = await call.clients.create({ ...firm, creditCode });
  const taken = { code: 'DUPLICATE_CREDIT_CODE', data: { creditCode, clientId: id, name: firm.name } };
  expect(await failureOf(call.clients.create({ ...firm, name: '另一示例', creditCode }))).toEqual(taken);
  const other = await newClient(call, '另一示例');
  const update = {
    id: other,
    base: { creditCode: null },
    changes: { creditCode: ` ${creditCode.toLowerCase()}` },
  };
  expect(await failureOf(call.clients.update(update))).toEqual(taken);
  expect((await call.clients.list({})).total).toBe(2);
});

test('a save writes the changed fields only, and refuses to overwrite what was written meanwhile', async () => {
  const { call } = openTestBackend();
  const id = await newClient(call);
  await call.clients.update({ id, base: { address: null }, changes: { address: '澄州市示例路 1 号' } });
  const { changeId } = await call.clients.update({ id, base: { remark: null }, changes: { remark: '样本' } });
  const { client, history } = await call.clients.get({ id });
  expect(client).toMatchObject({ address: '澄州市示例路 1 号', remark: '样本' });
  expect(history.find((entry) => entry.changeId === changeId)).toMatchObject({
    before: { remark: null },
    after: { remark: '样本' },
  });

  const stale = { id, base: { remark: null, address: null }, changes: { remark: '样本', address: '别处' } };
  expect(await failureOf(call.clients.update(stale))).toEqual({
    code: 'STALE',
    data: {
      ...{ field: 'address', expected: null, found: '澄州市示例路 1 号' },
      fields: [{ field: 'address', expected: null, found: '澄州市示例路 1 号' }],
    },
  });
  expect((await call.clients.get({ id })).client.address).toBe('澄州市示例路 1 号');
});

test('every field that was written meanwhile is named, as it is', async () => {
  const { call } = openTestBackend();
  const id = await newClient(call);
  const base = { serviceFeeFen: null, remark: null, address: null };
  await call.clients.update({ id, base, changes: { serviceFeeFen: 100, remark: '别处' } });
  const mine = { serviceFeeFen: 200, remark: '我的', address: '示例路' };
  expect(await failureOf(call.clients.update({ id, base, changes: mine }))).toMatchObject({
    code: 'STALE',
    data: {
      fields: [
        { field: 'serviceFeeFen', expected: null, found: 100 },
        { field: 'remark', expected: null, found: '别处' },
      ],
    },
  });
});

test('a save of the same values is no change', async () => {
  const { call } = openTestBackend();
  const { id } = await call.clients.create({ ...firm, creditCode, licenceUntil: '2030-01-01' as never });
  const changes = { creditCode: '91330199-ma0000001w', licenceUntil: '2030-01-01' as never };
  expect(await call.clients.update({ id, base: { creditCode }, changes })).toEqual({ changeId: null });
});

test('an unknown client or consultant is refused', async () => {
  const { call } = openTestBackend();
  const unknown = (what: string) => ({ code: 'NOT_FOUND', data: { what, id: 'nobody-at-all' } });
  expect(await failureOf(call.clients.get({ id: 'nobody-at-all' }))).toEqual(unknown('clients'));
  expect(await failureOf(call.clients.create({ ...firm, consultantId: 'nobody-at-all' }))).toEqual(
    unknown('consultants'),
  );
  expect((await call.clients.list({})).total).toBe(0);
});

test('tags are set by name; a tag taken away and given again is the same row', async () => {
  const { call, backend } = openTestBackend();
  const [a, b] = [await newClient(call, '示例甲'), await newClient(call, '示例乙')];
  await call.clients.setTags({ id: a, tags: ['重点', '餐饮', '重点'] });
  await call.clients.setTags({ id: b, tags: ['餐饮'] });
  await call.clients.setTags({ id: a, tags: ['餐饮'] });
  await call.clients.setTags({ id: a, tags: ['餐饮', '重点'] });
  expect((await call.clients.get({ id: a })).tags.sort()).toEqual(['重点', '餐饮'].sort());
  const count = (table: string) => backend.db.prepare(`SELECT count(*) AS n FROM ${table}`).get();
  expect([count('tags'), count('client_tags')]).toEqual([{ n: 2 }, { n: 3 }]);
  const tagged = async (tag: string) =>
    (await call.clients.list({ filter: { tag } })).rows.map((row) => row.id).sort();
  expect(await tagged('餐饮')).toEqual([a, b].sort());
  expect(await tagged('重点')).toEqual([a]);
});

test('a contact can belong to two clients; the person stays until the last one lets go', async () => {
  const { call, backend } = openTestBackend();
  const [a, b] = [await newClient(call, '示例甲'), await newClient(call, '示例乙')];
  const first = await call.clients.saveContact({ clientId: a, id: null, contact: person });
  const { contactId } = (await call.clients.get({ id: a })).contacts[0]!;
  const moved = { ...person, phone: '13900000000', isFinance: true };
  const second = await call.clients.saveContact({ clientId: b, id: null, contactId, contact: moved });
  expect((await call.clients.get({ id: a })).contacts).toMatchObject([
    { id: first.id, phone: '13900000000', isFinance: false },
  ]);
  expect((await call.clients.get({ id: b })).contacts).toMatchObject([
    { id: second.id, contactId, isFinance: true },
  ]);

  await call.clients.removeContact({ id: first.id });
  expect((await call.clients.get({ id: a })).contacts).toEqual([]);
  expect((await call.clients.get({ id: b })).contacts).toHaveLength(1);
  await call.clients.removeContact({ id: second.id });
  expect(backend.db.prepare('SELECT count(*) AS n FROM contacts WHERE deleted_at_ms IS NULL').get()).toEqual({
    n: 0,
  });
  expect((await failureOf(call.clients.removeContact({ id: second.id }))).code).toBe('NOT_FOUND');
  await call.history.undo();
  expect((await call.clients.get({ id: b })).contacts).toMatchObject([
    { name: person.name, phone: '13900000000' },
  ]);
});

test('of a contact only what was changed is written, and nothing that was written meanwhile is overwritten', async () => {
  const { call } = openTestBackend();
  const clientId = await newClient(call);
  const { id } = await call.clients.saveContact({ clientId, id: null, contact: person });
  const stored = async () => (await call.clients.get({ id: clientId })).contacts[0];
  const [phone, idNumber] = ['13900000000', '11010119900307299x'];
  await call.clients.updateContact({ id, base: person, changes: { phone, idNumber, isFinance: true } });
  await call.clients.updateContact({ id, base: person, changes: { wechat: 'shili', answersCalls: false } });
  const both = { ...person, phone, idNumber: '11010119900307299X', isFinance: true };
  expect(await stored()).toMatchObject({ ...both, wechat: 'shili', answersCalls: false });

  const stale = {
    id,
    base: person,
    changes: { phone: '13700000000', email: 'a@example.com' },
  };
  expect(await failureOf(call.clients.updateContact(stale))).toMatchObject({
    code: 'STALE',
    data: { fields: [{ field: 'phone', expected: person.phone, found: phone }] },
  });
  expect(await stored()).toMatchObject({ phone, email: null });
  // Another way of writing what is there by now is no conflict.
  expect(await call.clients.updateContact({ id, base: person, changes: { idNumber } })).toEqual({
    changeId: null,
  });
  await call.history.undo();
  expect(await stored()).toMatchObject({ ...both, wechat: null, answersCalls: true });
  await call.clients.removeContact({ id });
  expect((await failureOf(call.clients.updateContact(stale))).code).toBe('NOT_FOUND');
});

test('a relation is seen from both clients, each from its own side', async () => {
  const { call } = openTestBackend();
  const [a, b] = [await newClient(call, '示例甲'), await newClient(call, '示例乙')];
  const { id } = await call.clients.saveRelation({ clientId: a, otherClientId: b, kind: 'parent' });
  expect((await call.clients.get({ id: a })).relations).toEqual([
    { id, clientId: b, name: '示例乙', kind: 'parent', shareBp: null, remark: null },
  ]);
  expect((await call.clients.get({ id: b })).relations).toEqual([
    { id, clientId: a, name: '示例甲', kind: 'subsidiary', shareBp: null, remark: null },
  ]);
  expect(await call.clients.saveRelation({ clientId: b, otherClientId: a, kind: 'subsidiary' })).toEqual({
    changeId: null,
    id,
  });
  expect(
    (await failureOf(call.clients.saveRelation({ clientId: a, otherClientId: a, kind: 'other' }))).code,
  ).toBe('ACTION_NOT_ALLOWED');
  await call.clients.removeRelation({ id });
  expect((await call.clients.get({ id: b })).relations).toEqual([]);
  expect((await call.clients.saveRelation({ clientId: a, otherClientId: b, kind: 'parent' })).id).toBe(id);
});

test('the trash takes a client with all that is its own, and gives back exactly that', async () => {
  const { call } = openTestBackend();
  const [id, other] = [await newClient(call, '示例甲'), await newClient(call, '示例乙')];
  const account = { platform: 'wechat' as const, kind: 'mini_program' as const, name: '示例小程序' };
  const kept = await call.accounts.create({ clientId: id, account });
  const gone = await call.accounts.create({ clientId: id, account: { ...account, name: '旧示例' } });
  await call.accounts.trash({ id: gone.id });
  await call.applications.create({ accountId: kept.id, kind: 'first_certification' });
  const fee = {
    kind: 'service' as const,
    title: '服务费',
    amountFen: 100,
    chargedOn: '2026-01-01' as never,
    dueOn: null,
    invoiceNumber: null,
  };
  const { id: feeId } = await call.fees.save({ clientId: id, id: null, fee });
  await call.fees.pay({ feeId, amountFen: 40, paidOn: '2026-01-02' as never });
  await call.tasks.save({ id: null, clientId: id, title: '示例待办', dueOn: '2026-10-01' as never });
  await call.clients.saveContact({ clientId: id, id: null, contact: person });
  await call.clients.setTags({ id, tags: ['重点'] });
  await call.clients.saveRelation({ clientId: other, otherClientId: id, kind: 'parent' });
  const before = await call.clients.get({ id });
  const listed = await call.clients.list({});

  const { changeId } = await call.clients.trash({ id });
  const inTrash = await call.clients.get({ id });
  expect(inTrash.client.deletedAtMs).not.toBeNull();
  for (const part of [
    'tags',
    'contacts',
    'relations',
    'accounts',
    'applications',
    'fees',
    'obligations',
  ] as const) {
    expect(inTrash[part], part).toEqual([]);
  }
  expect(
    new Set(
      inTrash.history
        .filter((entry) => entry.operation === 'delete' && entry.rowId !== gone.id)
        .map((entry) => entry.changeId),
    ),
  ).toEqual(new Set([changeId]));
  expect((await call.clients.get({ id: other })).relations).toEqual([]);
  expect((await call.clients.list({})).rows.map((row) => row.id)).toEqual([other]);
  expect((await call.search.query({ text: '示例甲' })).groups).toEqual([]);

  await call.clients.restore({ id });
  const restored = await call.clients.get({ id });
  const { client, history, historyCount } = restored;
  expect(restored).toEqual({ ...before, client, history, historyCount });
  expect(client).toEqual({ ...before.client, updatedAtMs: client.updatedAtMs });
  expect(await call.clients.list({})).toEqual(listed);
  expect((await call.search.query({ text: '旧示例' })).groups).toEqual([]);
});

test('a client does not come back beside another one with its credit code or app id', async () => {
  const { call } = openTestBackend();
  const account = {
    platform: 'wechat' as const,
    kind: 'mini_program' as const,
    name: '示例',
    appId: 'wx0000000000000001',
  };
  const first = await call.clients.create({ ...firm, creditCode });
  await call.accounts.create({ clientId: first.id, account });
  await call.clients.trash({ id: first.id });
  const second = await call.clients.create({ ...firm, creditCode });
  expect(await failureOf(call.clients.restore({ id: first.id }))).toMatchObject({
    code: 'DUPLICATE_CREDIT_CODE',
    data: { clientId: second.id },
  });
  await call.clients.update({ id: second.id, base: { creditCode }, changes: { creditCode: null } });
  await call.accounts.create({ clientId: second.id, account });
  expect(await failureOf(call.clients.restore({ id: first.id }))).toMatchObject({
    code: 'DUPLICATE_APP_ID',
    data: { clientId: second.id },
  });
  expect((await call.clients.get({ id: first.id })).client.deletedAtMs).not.toBeNull();
});

describe('a code whose check character is wrong', () => {
  const wrong = '91440399MAXA00015R';
  const needed = {
    code: 'CREDIT_CODE_NOTE_NEEDED',
    data: { creditCode: wrong, flaw: 'checksum', expected: 'W' },
  };

  test('is stored only with a note that says why it is used', async () => {
    const { call } = openTestBackend();
    expect(await failureOf(call.clients.create({ ...firm, creditCode: wrong }))).toEqual(needed);
    expect(await failureOf(call.clients.create({ ...firm, creditCode: wrong, creditCodeNote: ' ' }))).toEqual(
      needed,
    );
    expect((await call.clients.list({})).total).toBe(0);
    const { id } = await call.clients.create({ ...firm, creditCode: wrong, creditCodeNote: '执照如此' });
    const client = async () => (await call.clients.get({ id })).client;
    expect(await client()).toMatchObject({ creditCode: wrong, creditCodeNote: '执照如此' });
    const save = (changes: object) => call.clients.update({ id, base: {}, changes });
    expect(await failureOf(save({ creditCodeNote: null }))).toEqual(needed);
    await save({ address: '示例市样本路 2 号' });
    expect(await save({ creditCode: wrong.toLowerCase() })).toEqual({ changeId: null });
    expect((await client()).creditCodeNote).toBe('执照如此');
  });

  test('is one rule for every code that can’t be right, and none for an old one that is', async () => {
    const { call } = openTestBackend();
    for (const creditCode of ['91330199MAXAO10175', '9133', '40000001-7']) {
      const failure = await failureOf(call.clients.create({ ...firm, creditCode }));
      expect(failure.code, creditCode).toBe('CREDIT_CODE_NOTE_NEEDED');
    }
    await call.clients.create({ ...firm, creditCode: '9133', creditCodeNote: '待客户补全' });
    await call.clients.create({ ...firm, name: '示例甲', creditCode: '440399000000005' });
    await call.clients.create({ ...firm, name: '示例乙', creditCode: '40000001-8' });
    await call.clients.create({ name: '示例丙', entityType: 'overseas', creditCode: '12345678' });
    expect((await call.clients.list({})).total).toBe(4);
  });

  test('loses its note with the next code, and gets both back by undo', async () => {
    const { call } = openTestBackend();
    const { id } = await call.clients.create({ ...firm, creditCode: wrong, creditCodeNote: '执照如此' });
    const save = (changes: object) => call.clients.update({ id, base: {}, changes });
    const other = '92330199MAXB000223';
    expect((await failureOf(save({ creditCode: other }))).code).toBe('CREDIT_CODE_NOTE_NEEDED');
    await save({ creditCode });
    const { client, history } = await call.clients.get({ id });
    expect(client).toMatchObject({ creditCode, creditCodeNote: null });
    expect(history[0]).toMatchObject({
      before: { credit_code: wrong, credit_code_note: '执照如此' },
      after: { credit_code: creditCode, credit_code_note: null },
    });
    await call.history.undo();
    expect((await call.clients.get({ id })).client).toMatchObject({
      creditCode: wrong,
      creditCodeNote: '执照如此',
    });
  });

  test('warns in the pre-check instead of holding the submission back', async () => {
    const { call } = openTestBackend();
    const { id: clientId } = await call.clients.create({
      ...{ ...firm, creditCode: wrong, creditCodeNote: '执照如此' },
    });
    const account = { platform: 'wechat', kind: 'mini_program', name: '示例归樾商城' } as const;
    const { id: accountId } = await call.accounts.create({ clientId, account });
    const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
    const { findings } = await call.applications.preCheck({ id });
    const ofCode = findings.filter(({ key }) => key.endsWith(' creditCode'));
    expect(ofCode.map(({ check, level }) => [check, level])).toEqual([['credit_code_noted', 'warning']]);
  });
});
