import { describe, expect, test } from 'vitest';
import type { LocalClient } from '#backend/router.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { createSampleCase } from '#test/support/sample-case.ts';

const hourMs = 3_600_000;

async function openCase(call: LocalClient) {
  const { clientId, accountId } = await createSampleCase(call);
  const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
  await call.applications.step({ id, step: { kind: 'submit', atMs: sampleNowMs - 9 * hourMs } });
  return { clientId, id };
}

const missedFinding = async (call: LocalClient, id: string) =>
  (await call.applications.preCheck({ id })).findings.find(({ check }) => check === 'calls_missed')?.found;

describe('the log of the reviewer’s calls', () => {
  test('keeps each call in order, now or when it was, and moves nothing', async () => {
    const { call } = openTestBackend();
    const { id } = await openCase(call);
    await call.applications.recordCall({ id, outcome: 'missed' });
    const atMs = sampleNowMs - hourMs;
    await call.applications.recordCall({ id, outcome: 'answered', atMs, remark: '3 分钟' });
    const { calls, application } = await call.applications.get({ id });
    expect(calls).toMatchObject([
      { outcome: 'answered', atMs, remark: '3 分钟' },
      { outcome: 'missed', atMs: sampleNowMs, remark: null },
    ]);
    expect(application.stage).toBe('awaiting_authorisation');
  });

  test('is what the pre-check counts, and no call is its own second', async () => {
    const { call } = openTestBackend();
    const { id } = await openCase(call);
    expect(await missedFinding(call, id)).toBeUndefined();
    const at = (hours: number) => ({ atMs: sampleNowMs - hours * hourMs });
    await call.applications.step({ id, step: { kind: 'authorise', ...at(8) } });
    await call.applications.step({ id, step: { kind: 'pay', ...at(7) } });
    await call.applications.recordCall({ id, outcome: 'missed', ...at(6) });
    expect(await missedFinding(call, id)).toBe('1 / 3');
    const reason = { reasonCode: 'call_missed', reasonText: '未接' };
    await call.applications.step({ id, step: { kind: 'return', ...reason, ...at(5) } });
    expect(await missedFinding(call, id)).toBe('1 / 3');
    await call.applications.recordCall({ id, outcome: 'answered', ...at(1) });
    expect(await missedFinding(call, id)).toBe('1 / 3');
  });

  test('makes the order ours to look up once the rules end it', async () => {
    const { call } = openTestBackend();
    const { id } = await openCase(call);
    const at = (hours: number) => ({ atMs: sampleNowMs - hours * hourMs });
    await call.applications.step({ id, step: { kind: 'authorise', ...at(8) } });
    await call.applications.step({ id, step: { kind: 'pay', ...at(7) } });
    const duty = async () => (await call.applications.get({ id })).obligations[0];
    for (const hours of [6, 5]) await call.applications.recordCall({ id, outcome: 'missed', ...at(hours) });
    expect(await duty()).toMatchObject({ kind: 'clock_review', waitingOn: 'platform' });
    await call.applications.recordCall({ id, outcome: 'missed', ...at(4) });
    expect(await duty()).toMatchObject({ kind: 'clock_review', waitingOn: 'us' });
    const { groups } = await call.today.get({});
    expect(groups.find(({ group }) => group === 'today')?.rows).toMatchObject([{ kind: 'clock_review' }]);
    await call.history.undo();
    expect(await duty()).toMatchObject({ waitingOn: 'platform' });
  });

  test('gives back what undo takes, and undo what was removed', async () => {
    const { call } = openTestBackend();
    const { id } = await openCase(call);
    const count = async () => (await call.applications.get({ id })).calls.length;
    const { id: callId } = await call.applications.recordCall({ id, outcome: 'missed' });
    await call.history.undo();
    expect(await count()).toBe(0);
    await call.history.redo();
    expect(await count()).toBe(1);
    await call.applications.removeCall({ callId });
    expect(await count()).toBe(0);
    await call.history.undo();
    expect(await count()).toBe(1);
  });

  test('refuses what has not come yet, what lies before the submission and what is not there', async () => {
    const { call } = openTestBackend();
    const { id } = await openCase(call);
    const early = { id, outcome: 'missed', atMs: sampleNowMs - 10 * hourMs } as const;
    expect(await failureOf(call.applications.recordCall(early))).toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
      data: { reason: 'call_before_submission' },
    });
    const late = call.applications.recordCall({ id, outcome: 'missed', atMs: sampleNowMs + 60_000 });
    expect(await failureOf(late)).toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
      data: { reason: 'in_future' },
    });
    expect(await failureOf(call.applications.recordCall({ id: 'none', outcome: 'missed' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await failureOf(call.applications.removeCall({ callId: 'none' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('goes to the trash with its application and comes back with it', async () => {
    const { call, backend } = openTestBackend();
    const { id } = await openCase(call);
    await call.applications.recordCall({ id, outcome: 'missed' });
    const live = () =>
      backend.db.prepare('SELECT count(*) AS n FROM calls WHERE deleted_at_ms IS NULL').get();
    await call.applications.trash({ id });
    expect(live()).toEqual({ n: 0 });
    await call.history.undo();
    expect(live()).toEqual({ n: 1 });
  });
});
