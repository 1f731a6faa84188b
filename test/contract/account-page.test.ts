import { expect, test } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';

const account = { platform: 'wechat' as const, kind: 'mini_program' as const, name: '示例小程序' };

async function openWithAccounts() {
  const opened = openTestBackend();
  const { call } = opened;
  const { id: clientId } = await call.clients.create({ name: '示例', entityType: 'company' });
  const certifiedUntilOn = calendarDate('2026-10-21');
  const { id } = await call.accounts.create({ clientId, account: { ...account, certifiedUntilOn } });
  const { id: other } = await call.accounts.create({ clientId, account: { ...account, name: '另一个' } });
  return { ...opened, clientId, id, other };
}

test('the page of an account has what is its own, and nothing of its neighbour', async () => {
  const { call, clientId, id, other } = await openWithAccounts();
  const review = await call.applications.create({ accountId: id, kind: 'annual_review' });
  const first = await call.applications.create({ accountId: other, kind: 'first_certification' });
  const fee = {
    kind: 'platform' as const,
    title: '审核费',
    amountFen: 30_000,
    chargedOn: calendarDate('2026-09-22'),
  };
  const rest = { dueOn: null, invoiceNumber: null };
  await call.fees.save({ clientId, id: null, applicationId: review.id, fee: { ...fee, ...rest } });
  await call.fees.save({
    clientId,
    id: null,
    applicationId: first.id,
    fee: { ...fee, ...rest, title: '别的' },
  });
  const page = await call.accounts.get({ id });
  expect(page.client).toMatchObject({ id: clientId, name: '示例' });
  expect(page.account).toMatchObject({
    id,
    name: '示例小程序',
    openApplicationId: review.id,
    deletedAtMs: null,
  });
  expect(page.applications.map((order) => order.id)).toEqual([review.id]);
  expect(page.applications[0]).toMatchObject({ kind: 'annual_review', attempts: [], closedAtMs: null });
  expect(page.fees.map(({ title }) => title)).toEqual(['审核费']);
  const kinds = page.obligations.map(({ kind, subject }) => `${kind} ${subject}`).sort();
  expect(kinds).toEqual(['certification_expiry 示例小程序', 'collecting 示例小程序', 'fee_due 审核费']);
  expect(page.plan).toMatchObject({ askOn: '2026-07-13', opensOn: '2026-07-23', submitOn: '2026-08-21' });
  expect((await call.accounts.get({ id: other })).plan).toBeNull();
});

test('its history is that of the account, its applications and their fees', async () => {
  const { call, clientId, id, other } = await openWithAccounts();
  const { id: orderId } = await call.applications.create({ accountId: id, kind: 'annual_review' });
  await call.accounts.update({ id, base: { remark: null }, changes: { remark: '先办' } });
  await call.accounts.update({ id: other, base: { remark: null }, changes: { remark: '后办' } });
  await call.applications.step({ id: orderId, step: { kind: 'withdraw' } });
  const page = await call.accounts.get({ id });
  const whole = await call.history.list({ accountId: id, limit: 500 });
  expect(page.history).toEqual(whole);
  expect(page.historyCount).toBe(whole.length);
  expect(new Set(whole.map(({ rowId }) => rowId))).toEqual(new Set([id, orderId]));
  const ofClient = await call.history.list({ clientId, limit: 500 });
  expect(ofClient.length).toBeGreaterThan(whole.length);
});

test('an account comes back from the trash, and undo takes that back', async () => {
  const { call, clientId, id } = await openWithAccounts();
  await call.accounts.trash({ id });
  expect((await call.accounts.get({ id })).account.deletedAtMs).not.toBeNull();
  await call.accounts.restore({ id });
  expect((await call.clients.get({ id: clientId })).accounts.map((each) => each.id)).toContain(id);
  await call.history.undo();
  expect((await call.accounts.get({ id })).account.deletedAtMs).not.toBeNull();
});

test('an account does not come back without its client, nor to a number that has another owner', async () => {
  const { call, clientId, id, other } = await openWithAccounts();
  const appId = 'wx0123456789abcdef';
  await call.accounts.update({ id, base: { appId: null }, changes: { appId } });
  await call.accounts.trash({ id });
  await call.accounts.update({ id: other, base: { appId: null }, changes: { appId } });
  expect(await failureOf(call.accounts.restore({ id }))).toMatchObject({ code: 'DUPLICATE_APP_ID' });
  await call.clients.trash({ id: clientId });
  expect(await failureOf(call.accounts.restore({ id }))).toEqual({
    code: 'NOT_FOUND',
    data: { what: 'clients', id: clientId },
  });
  expect(await failureOf(call.accounts.get({ id: 'nobody' }))).toMatchObject({ code: 'NOT_FOUND' });
});
