import { expect, test } from 'vitest';
import { openTestBackend } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';

const base = {
  kind: 'basic' as const,
  holderName: '示例甲',
  bankName: null,
  accountNumber: '622200001111',
};

async function newClient(call: TestBackend['call'], name = '澄州示例科技有限公司'): Promise<string> {
  return (await call.clients.create({ name, entityType: 'company' })).id;
}

test('bank accounts are kept per client', async () => {
  const { call } = openTestBackend();
  const [a, b] = [await newClient(call, '示例甲'), await newClient(call, '示例乙')];
  const bankAccount = {
    kind: 'basic' as const,
    holderName: '示例甲',
    bankName: '示例银行',
    accountNumber: '6222 0000 1111',
    permitNumber: 'j440399 0000199',
    clearingCode: '104 3990 00199',
  };
  const { id } = await call.clients.saveBankAccount({ clientId: a, id: null, bankAccount });
  expect((await call.clients.get({ id: a })).bankAccounts).toEqual([
    {
      ...bankAccount,
      id,
      accountNumber: '622200001111',
      permitNumber: 'J4403990000199',
      clearingCode: '104399000199',
    },
  ]);
  expect((await failureOf(call.clients.saveBankAccount({ clientId: b, id, bankAccount }))).code).toBe(
    'NOT_FOUND',
  );
  await call.clients.removeBankAccount({ id });
  expect((await call.clients.get({ id: a })).bankAccounts).toEqual([]);
});

test('of a bank account only what was changed is written, and nothing that was written meanwhile is overwritten', async () => {
  const { call } = openTestBackend();
  const clientId = await newClient(call);
  const { id } = await call.clients.saveBankAccount({ clientId, id: null, bankAccount: base });
  const stored = async () => (await call.clients.get({ id: clientId })).bankAccounts[0];
  const holder = { id, base, changes: { holderName: '示例乙', permitNumber: 'j4403990000199' } };
  await call.clients.updateBankAccount(holder);
  await call.clients.updateBankAccount({ id, base, changes: { accountNumber: '6222 0000 2222' } });
  const both = { holderName: '示例乙', permitNumber: 'J4403990000199', accountNumber: '622200002222' };
  expect(await stored()).toMatchObject({ ...base, ...both });
  expect(await call.clients.updateBankAccount(holder)).toEqual({ changeId: null });

  const stale = { id, base, changes: { kind: 'general' as const, holderName: '示例丙' } };
  expect(await failureOf(call.clients.updateBankAccount(stale))).toMatchObject({
    code: 'STALE',
    data: { fields: [{ field: 'holderName', expected: '示例甲', found: '示例乙' }] },
  });
  expect(await stored()).toMatchObject({ kind: 'basic', ...both });
  await call.clients.removeBankAccount({ id });
  expect((await failureOf(call.clients.updateBankAccount(stale))).code).toBe('NOT_FOUND');
});

test('a number that can be no bank account’s is refused by name, and one from earlier times keeps nothing else from being written', async () => {
  const { call, backend } = openTestBackend();
  const clientId = await newClient(call);
  for (const accountNumber of ['4000O0001234', '12345', '4'.repeat(33)]) {
    const refused = { code: 'BANK_NUMBER_IMPOSSIBLE', data: { field: 'accountNumber', accountNumber } };
    const bankAccount = { ...base, accountNumber };
    expect(await failureOf(call.clients.saveBankAccount({ clientId, id: null, bankAccount }))).toMatchObject(
      refused,
    );
  }
  const { id } = await call.clients.saveBankAccount({ clientId, id: null, bankAccount: base });
  const changes = { accountNumber: '12 345' };
  expect(await failureOf(call.clients.updateBankAccount({ id, base, changes }))).toMatchObject({
    code: 'BANK_NUMBER_IMPOSSIBLE',
    data: { accountNumber: '12345' },
  });
  const stored = async () => (await call.clients.get({ id: clientId })).bankAccounts[0];
  expect(await stored()).toMatchObject(base);

  backend.db.prepare('UPDATE bank_accounts SET account_number = ? WHERE id = ?').run('12345', id);
  const old = { ...base, accountNumber: '12345' };
  await call.clients.updateBankAccount({ id, base: old, changes: { bankName: '示例银行' } });
  await call.clients.saveBankAccount({ clientId, id, bankAccount: { ...old, holderName: '示例乙' } });
  expect(await stored()).toMatchObject({ ...old, holderName: '示例乙' });
  await call.clients.updateBankAccount({ id, base: old, changes: { accountNumber: null } });
  expect(await stored()).toMatchObject({ accountNumber: null });
  // A doubt alone is saved.
  await call.clients.updateBankAccount({ id, base: {}, changes: { accountNumber: '6222000' } });
});
