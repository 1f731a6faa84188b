import { expect, test } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';

const account = { platform: 'wechat' as const, kind: 'mini_program' as const, name: '示例小程序' };

async function openWithClient() {
  const opened = openTestBackend();
  const { id: clientId } = await opened.call.clients.create({ name: '示例', entityType: 'company' });
  return { ...opened, clientId };
}

test('an app id belongs to one account of a platform, however it was typed', async () => {
  const { call, clientId } = await openWithClient();
  const first = await call.accounts.create({
    clientId,
    account: { ...account, appId: ' WX0000000000000001' },
  });
  const [saved] = (await call.clients.get({ id: clientId })).accounts;
  expect(saved).toMatchObject({
    id: first.id,
    appId: 'wx0000000000000001',
    openApplicationId: null,
    certifiedYears: [],
  });
  const taken = { code: 'DUPLICATE_APP_ID', data: { appId: 'wx0000000000000001', clientId, name: '示例' } };
  const again = { ...account, appId: 'ｗｘ0000000000000001' };
  expect(await failureOf(call.accounts.create({ clientId, account: again }))).toEqual(taken);
  const elsewhere = await call.accounts.create({ clientId, account: { ...again, platform: 'douyin' } });
  const move = { id: elsewhere.id, base: {}, changes: { platform: 'wechat' as const } };
  expect(await failureOf(call.accounts.update(move))).toEqual(taken);
});

test('a certification end can be set; the ends before it are remembered as years', async () => {
  const { call, clientId } = await openWithClient();
  const certifiedUntilOn = calendarDate('2025-10-21');
  const { id } = await call.accounts.create({ clientId, account: { ...account, certifiedUntilOn } });
  const changes = { certifiedUntilOn: calendarDate('2026-10-21') };
  expect(
    await failureOf(call.accounts.update({ id, base: { certifiedUntilOn: null }, changes })),
  ).toMatchObject({
    code: 'STALE',
    data: { field: 'certifiedUntilOn', expected: null, found: '2025-10-21' },
  });
  await call.accounts.update({ id, base: { certifiedUntilOn }, changes });
  const [saved] = (await call.clients.get({ id: clientId })).accounts;
  expect(saved).toMatchObject({ certifiedUntilOn: '2026-10-21', certifiedYears: ['2025-10-21'] });
});

test('an account stays while an application for it is under way', async () => {
  const { call, clientId } = await openWithClient();
  const { id } = await call.accounts.create({ clientId, account });
  const application = await call.applications.create({ accountId: id, kind: 'first_certification' });
  expect((await call.clients.get({ id: clientId })).accounts[0]?.openApplicationId).toBe(application.id);
  expect(await failureOf(call.accounts.trash({ id }))).toEqual({
    code: 'IN_USE',
    data: { what: 'applications', count: 1 },
  });
  await call.applications.step({ id: application.id, step: { kind: 'withdraw' } });
  await call.accounts.trash({ id });
  expect((await call.clients.get({ id: clientId })).accounts).toEqual([]);
  expect((await failureOf(call.accounts.trash({ id }))).code).toBe('NOT_FOUND');
});

const fee = {
  kind: 'service' as const,
  title: '示例服务费',
  amountFen: 360_000,
  chargedOn: calendarDate('2026-09-01'),
  dueOn: calendarDate('2026-09-30'),
  invoiceNumber: '',
};

test('payments add up on a fee, and what is owed on the client', async () => {
  const { call, clientId } = await openWithClient();
  const { id } = await call.fees.save({ clientId, id: null, fee });
  await call.fees.pay({ feeId: id, amountFen: 100_000, paidOn: calendarDate('2026-09-10') });
  await call.fees.pay({ feeId: id, amountFen: 60_000, paidOn: calendarDate('2026-09-11'), method: '转账' });
  const fees = async () => (await call.clients.get({ id: clientId })).fees;
  const owed = async () => (await call.clients.list({})).rows[0]?.owedFen;
  expect(await fees()).toEqual([{ ...fee, id, invoiceNumber: null, applicationId: null, paidFen: 160_000 }]);
  expect(await owed()).toBe(200_000);
  await call.history.undo();
  expect([(await fees())[0]?.paidFen, await owed()]).toEqual([100_000, 260_000]);
  await call.history.redo();
  await call.fees.save({ clientId, id, fee: { ...fee, amountFen: 400_000 } });
  expect(await owed()).toBe(240_000);
  await call.fees.remove({ id });
  expect([await fees(), await owed()]).toEqual([[], 0]);
  await call.history.undo();
  expect([(await fees())[0]?.paidFen, await owed()]).toEqual([160_000, 240_000]);
});

test('a fee is saved for its own client and application only', async () => {
  const { call, clientId } = await openWithClient();
  const other = await call.clients.create({ name: '样本', entityType: 'company' });
  const { id } = await call.fees.save({ clientId, id: null, fee });
  expect((await failureOf(call.fees.save({ clientId: other.id, id, fee }))).code).toBe('NOT_FOUND');
  const strange = call.fees.save({ clientId, id: null, applicationId: 'nowhere', fee });
  expect(await failureOf(strange)).toEqual({
    code: 'NOT_FOUND',
    data: { what: 'applications', id: 'nowhere' },
  });
  const payment = call.fees.pay({ feeId: 'nowhere', amountFen: 1, paidOn: calendarDate('2026-09-10') });
  expect((await failureOf(payment)).code).toBe('NOT_FOUND');
});

test('a task is a duty until it is done, and moves with its client', async () => {
  const { call, clientId } = await openWithClient();
  const other = await call.clients.create({ name: '样本', entityType: 'company' });
  const task = { title: '示例回访', dueOn: calendarDate('2026-09-25'), clientId };
  const { id } = await call.tasks.save({ ...task, id: null });
  const duties = async (of: string) =>
    (await call.clients.get({ id: of })).obligations.flatMap((duty) => duty.taskId ?? []);
  expect(await duties(clientId)).toEqual([id]);
  await call.tasks.save({ ...task, id, clientId: other.id });
  expect([await duties(clientId), await duties(other.id)]).toEqual([[], [id]]);
  await call.tasks.finish({ id });
  expect(await duties(other.id)).toEqual([]);
  expect(await call.tasks.finish({ id })).toEqual({ changeId: null });
  await call.history.undo();
  expect(await duties(other.id)).toEqual([id]);
  await call.tasks.trash({ id });
  expect((await failureOf(call.tasks.finish({ id }))).code).toBe('NOT_FOUND');
});

test('of a fee only what was changed is written, and nothing that was written meanwhile is overwritten', async () => {
  const { call, clientId } = await openWithClient();
  const base = {
    ...{ kind: 'service' as const, title: '示例服务费', amountFen: 100_00, invoiceNumber: null },
    ...{ chargedOn: calendarDate('2026-09-01'), dueOn: null },
  };
  const { id } = await call.fees.save({ clientId, id: null, fee: base });
  const stored = async () => (await call.clients.get({ id: clientId })).fees[0];
  await call.fees.update({ id, base, changes: { amountFen: 200_00 } });
  await call.fees.update({ id, base, changes: { dueOn: calendarDate('2026-10-01'), invoiceNumber: '001' } });
  const both = { amountFen: 200_00, dueOn: '2026-10-01', invoiceNumber: '001' };
  expect(await stored()).toMatchObject({ ...base, ...both });

  const stale = { id, base, changes: { title: '示例年费', amountFen: 300_00 } };
  expect(await failureOf(call.fees.update(stale))).toMatchObject({
    code: 'STALE',
    data: { fields: [{ field: 'amountFen', expected: 100_00, found: 200_00 }] },
  });
  expect(await stored()).toMatchObject({ ...base, ...both });
  await call.history.undo();
  expect(await stored()).toMatchObject({ ...base, amountFen: 200_00 });
  await call.fees.remove({ id });
  expect((await failureOf(call.fees.update(stale))).code).toBe('NOT_FOUND');
});
