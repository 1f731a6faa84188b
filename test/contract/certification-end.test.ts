import { describe, expect, test } from 'vitest';
import { calendarDate, instantOf } from '#shared/domain/calendar-date.ts';
import type { LocalClient } from '#backend/router.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import { createSampleCase } from '#test/support/sample-case.ts';

const on = calendarDate('2027-09-18');
const atMs = instantOf(on, '15:20');

const endOf = async (call: LocalClient, clientId: string) => {
  const [account] = (await call.clients.get({ id: clientId })).accounts;
  return { on: account?.certifiedUntilOn, atMs: account?.certifiedUntilAtMs };
};

describe('the exact end of a certification', () => {
  test('has its own day, and goes with a change of the day alone', async () => {
    const { call } = openTestBackend();
    const { clientId, accountId: id } = await createSampleCase(call);
    await call.accounts.update({ id, base: {}, changes: { certifiedUntilAtMs: atMs } });
    expect(await endOf(call, clientId)).toEqual({ on, atMs });
    await call.accounts.update({ id, base: {}, changes: { certifiedUntilOn: calendarDate('2027-09-20') } });
    expect(await endOf(call, clientId)).toEqual({ on: '2027-09-20', atMs: null });
    await call.history.undo();
    expect(await endOf(call, clientId)).toEqual({ on, atMs });
    await call.accounts.update({ id, base: {}, changes: { certifiedUntilAtMs: null } });
    expect(await endOf(call, clientId)).toEqual({ on, atMs: null });
  });

  test('comes with the pass, and a pass that knows the day alone does away with the former one', async () => {
    const { call, ...opened } = openTestBackend();
    const { clientId, accountId } = await createSampleCase(call);
    const pass = async (kind: 'first_certification' | 'annual_review', end: object) => {
      const { id } = await call.applications.create({ accountId, kind });
      for (const step of ['submit', 'authorise', 'pay'] as const)
        await call.applications.step({ id, step: { kind: step } });
      await call.applications.step({ id, step: { kind: 'pass', ...end } });
      return (await call.applications.get({ id })).application.certifiedUntilOn;
    };
    expect(await pass('first_certification', { certifiedUntilAtMs: atMs })).toBe(on);
    expect(await endOf(call, clientId)).toEqual({ on, atMs });
    opened.setNow(sampleNowMs + 86_400_000);
    await pass('annual_review', { certifiedUntil: '2028-09-18' });
    expect(await endOf(call, clientId)).toEqual({ on: '2028-09-18', atMs: null });
  });

  test('holds an annual review back before its window opens, until the review is handed in', async () => {
    const { call, ...opened } = openTestBackend();
    const { accountId } = await createSampleCase(call);
    const ofReview = async (id: string) =>
      (await call.applications.preCheck({ id })).findings.filter(
        ({ check }) => check === 'review_not_open' || check === 'never_certified',
      );
    const { id } = await call.applications.create({ accountId, kind: 'annual_review' });
    expect(await ofReview(id)).toMatchObject([{ check: 'never_certified', level: 'warning' }]);
    const change = { certifiedUntilOn: on };
    await call.accounts.update({ id: accountId, base: {}, changes: change });
    expect(await ofReview(id)).toMatchObject([{ check: 'review_not_open', expected: '2027-06-20' }]);
    opened.setNow(instantOf(calendarDate('2027-06-20')));
    expect(await ofReview(id)).toEqual([]);
    for (const step of ['submit', 'authorise', 'pay'] as const)
      await call.applications.step({ id, step: { kind: step } });
    await call.applications.step({ id, step: { kind: 'pass', certifiedUntil: calendarDate('2028-09-18') } });
    expect(await ofReview(id)).toEqual([]);
  });
});
