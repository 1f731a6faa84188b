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
});
