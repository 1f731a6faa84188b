import { describe, expect, it } from 'vitest';
import { resultOf } from '#shared/contract/work.ts';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { accountsFirm, consultantNamed } from '#test/support/accounts-firm.ts';
import { openTestBackend } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';

const consultants = async ({ call }: TestBackend) => {
  const { rows } = await call.clients.list({ sort: { key: 'name', descending: false } });
  return rows.map(({ consultantName }) => consultantName);
};

describe('the clients of many accounts', () => {
  it('are each looked at once, as far as they have accounts among those that are meant', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const lan = await consultantNamed(opened, '周岚');
    const { clientIds, accountIds } = await accountsFirm(opened, 3, 2);
    await call.clients.update({ id: clientIds[0] ?? '', base: {}, changes: { consultantId: lan } });
    await call.clients.setTags({ id: clientIds[0] ?? '', tags: ['重点'] });
    expect(await call.bulk.lookAtClientsOfAccounts({})).toMatchObject({
      count: 3,
      fields: { consultantId: { isMixed: true } },
      tags: [{ name: '重点', count: 1 }],
    });
    const rows = { ids: accountIds.slice(0, 2) };
    expect(await call.bulk.lookAtClientsOfAccounts({ rows })).toMatchObject({
      count: 1,
      gone: [],
      fields: { consultantId: { isMixed: false, value: lan } },
    });
  });

  it('come into one charge and get tags in one change, undone as one; the others stay', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const lan = await consultantNamed(opened, '周岚');
    const { accountIds } = await accountsFirm(opened, 12, 2);
    const rows = { ids: accountIds.slice(0, 20) };
    const { seen } = await call.bulk.lookAtClientsOfAccounts({ rows });
    const input = { rows, changes: { consultantId: lan }, addTags: ['冬季'], seen };
    expect(await resultOf(call.bulk.writeClientsOfAccounts(input))).toMatchObject({
      written: 10,
      skipped: 0,
    });
    expect((await call.accounts.list({ filter: { consultantIds: [lan] } })).total).toBe(20);
    expect((await call.bulk.lookAtClients({})).tags).toEqual([{ name: '冬季', count: 10 }]);
    expect(await call.history.undo()).toMatchObject({ action: 'bulk.clients' });
    expect(new Set(await consultants(opened))).toEqual(new Set([null]));
    expect((await call.bulk.lookAtClients({})).tags).toEqual([]);
  });

  it('are refused as stale when they are otherwise, or others, than they were seen', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const lan = await consultantNamed(opened, '周岚');
    const { clientIds } = await accountsFirm(opened, 3);
    const write = async (seen: string) =>
      failureOf(resultOf(call.bulk.writeClientsOfAccounts({ changes: { consultantId: lan }, seen })));
    const first = await call.bulk.lookAtClientsOfAccounts({});
    await call.clients.update({ id: clientIds[0] ?? '', base: {}, changes: { serviceFeeFen: 300 } });
    expect(await write(first.seen)).toMatchObject({ code: 'STALE' });
    const second = await call.bulk.lookAtClientsOfAccounts({});
    await accountsFirm(opened, 1);
    expect(await write(second.seen)).toMatchObject({ code: 'STALE' });
    const unknown = call.bulk.writeClientsOfAccounts({ changes: { consultantId: 'nobody here' } });
    expect(await failureOf(resultOf(unknown))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await consultants(opened)).toEqual([null, null, null, null]);
  });
});

describe('the applications under way of many accounts', () => {
  it('are named for the printer', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const { accountIds } = await accountsFirm(opened, 3);
    const [first = '', second = ''] = accountIds;
    const open = await call.applications.create({ accountId: first, kind: 'first_certification' });
    const over = await call.applications.create({ accountId: second, kind: 'first_certification' });
    await call.applications.step({ id: over.id, step: { kind: 'withdraw' } });
    const { rows, total } = await call.bulk.toPrintOfAccounts({});
    expect(rows).toMatchObject([{ id: open.id, clientName: '示例0', kind: 'first_certification' }]);
    expect(total).toBe(1);
    expect(await call.bulk.toPrintOfAccounts({ rows: { except: [first] } })).toEqual({ rows: [], total: 0 });
  });
});

describe('the fields of many accounts', () => {
  const day = calendarDate('2027-03-01');

  it('are looked at together, written where they are named, and undone as one', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const { accountIds } = await accountsFirm(opened, 12);
    const [first = '', second = ''] = accountIds;
    const until = calendarDate('2027-01-15');
    await call.accounts.update({ id: first, base: {}, changes: { category: '餐饮', filedOn: day } });
    const atMs = Date.parse('2027-01-15T14:00:00+08:00');
    await call.accounts.update({ id: second, base: {}, changes: { certifiedUntilAtMs: atMs } });
    const look = await call.bulk.lookAtAccountFields({});
    expect(look).toMatchObject({
      count: 12,
      fields: {
        platform: { isMixed: false, value: 'wechat' },
        category: { isMixed: true },
        certifiedSinceOn: { isMixed: false, value: null },
        certifiedUntilOn: { isMixed: true },
      },
      exactEndCount: 1,
    });
    const changes = { certifiedUntilOn: until };
    expect(await resultOf(call.bulk.writeAccounts({ changes, seen: look.seen }))).toMatchObject({
      written: 12,
      skipped: 0,
    });
    // As of one account: a day that is written does away with the time of the end; what was not named stays.
    expect(await call.bulk.lookAtAccountFields({})).toMatchObject({
      fields: { category: { isMixed: true }, certifiedUntilOn: { isMixed: false, value: until } },
      exactEndCount: 0,
    });
    expect((await call.accounts.get({ id: first })).account).toMatchObject({
      category: '餐饮',
      filedOn: day,
    });
    expect(await call.history.undo()).toMatchObject({ action: 'bulk.accounts' });
    expect((await call.accounts.get({ id: second })).account.certifiedUntilAtMs).toBe(atMs);
    expect(await call.bulk.lookAtAccountFields({})).toMatchObject({ exactEndCount: 1, seen: look.seen });
  });

  it('leave out of merchants the day of a filing, which they do not have', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const { clientIds, accountIds } = await accountsFirm(opened, 2);
    const account = { platform: 'wechat', kind: 'merchant', name: '商户' } as const;
    const { id } = await call.accounts.create({ clientId: clientIds[0] ?? '', account });
    const { merchantCount, seen } = await call.bulk.lookAtAccountFields({});
    expect(merchantCount).toBe(1);
    const days = call.bulk.writeAccounts({ changes: { filedOn: day }, seen });
    expect(await resultOf(days)).toMatchObject({ written: 2, skipped: 0 });
    await resultOf(call.bulk.writeAccounts({ changes: { filedOn: day, category: '餐饮' } }));
    expect((await call.accounts.get({ id })).account).toMatchObject({ filedOn: null, category: '餐饮' });
    const other = await call.accounts.get({ id: accountIds[0] ?? '' });
    expect(other.account).toMatchObject({ filedOn: day, category: '餐饮' });
  });

  it('are refused as stale when they are otherwise, or others, than they were seen', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const { accountIds } = await accountsFirm(opened, 3);
    const { seen } = await call.bulk.lookAtAccountFields({});
    await call.accounts.update({ id: accountIds[2] ?? '', base: {}, changes: { filedOn: day } });
    const write = call.bulk.writeAccounts({ changes: { certifiedSinceOn: day }, seen });
    expect(await failureOf(resultOf(write))).toMatchObject({ code: 'STALE' });
    expect((await call.bulk.lookAtAccountFields({})).fields.certifiedSinceOn).toEqual({
      isMixed: false,
      value: null,
    });
  });
});
