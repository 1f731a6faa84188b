import { describe, expect, test } from 'vitest';
import type { ApplicationStep } from '#shared/contract/applications.ts';
import type { LocalClient } from '#backend/router.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { createSampleCase } from '#test/support/sample-case.ts';

const hourMs = 3_600_000;
const hoursAgo = (hours: number): number => sampleNowMs - hours * hourMs;

async function openCase() {
  const opened = openTestBackend();
  const { accountId } = await createSampleCase(opened.call);
  const { id } = await opened.call.applications.create({ accountId, kind: 'first_certification' });
  const steps = async (...all: readonly ApplicationStep[]) => {
    for (const step of all) await opened.call.applications.step({ id, step });
  };
  return { ...opened, id, steps, get: () => opened.call.applications.get({ id }) };
}

describe('a submission that lapses', () => {
  test('stays in the ledger beside the attempts, with what the pre-check said', async () => {
    const { steps, get } = await openCase();
    await steps(
      { kind: 'submit', atMs: hoursAgo(60) },
      { kind: 'authorisation_lapsed', atMs: hoursAgo(36) },
      { kind: 'submit', atMs: hoursAgo(30) },
      { kind: 'authorise', atMs: hoursAgo(29) },
      { kind: 'payment_lapsed', atMs: hoursAgo(6) },
    );
    const { lapses, attempts, application, judgements } = await get();
    expect(lapses).toMatchObject([
      { clockId: 'authorisation', submittedAtMs: hoursAgo(60), lapsedAtMs: hoursAgo(36) },
      { clockId: 'payment', submittedAtMs: hoursAgo(30), lapsedAtMs: hoursAgo(6) },
    ]);
    expect(attempts).toEqual([]);
    expect(application.stage).toBe('collecting');
    expect(judgements.map(({ atMs }) => atMs)).toEqual(lapses.map(({ submittedAtMs }) => submittedAtMs));
  });

  test('goes and comes with undo, and with the application to the trash and back', async () => {
    const { call, id, steps, get } = await openCase();
    await steps({ kind: 'submit', atMs: hoursAgo(30) }, { kind: 'authorisation_lapsed', atMs: hoursAgo(6) });
    await call.history.undo();
    expect(await get()).toMatchObject({ lapses: [], application: { stage: 'awaiting_authorisation' } });
    await call.history.redo();
    await call.applications.trash({ id });
    await call.history.undo();
    expect((await get()).lapses).toHaveLength(1);
  });
});

describe('a step', () => {
  test('that is still to come is refused, and leaves nothing behind', async () => {
    const { call, id, get } = await openCase();
    const step = { kind: 'submit', atMs: sampleNowMs + 1 } as const;
    const failure = await failureOf(call.applications.step({ id, step }));
    expect(failure).toMatchObject({ code: 'ACTION_NOT_ALLOWED', data: { reason: 'in_future' } });
    expect(await get()).toMatchObject({ application: { stage: 'collecting' }, judgements: [], attempts: [] });
    await call.applications.step({ id, step: { kind: 'submit', atMs: sampleNowMs } });
  });
});

test('a return for a reason that the rules do not know is refused, its words alone are kept', async () => {
  const { call, id, steps, get } = await openCase();
  await steps(
    { kind: 'submit', atMs: hoursAgo(9) },
    { kind: 'authorise', atMs: hoursAgo(8) },
    { kind: 'pay', atMs: hoursAgo(7) },
  );
  const step: ApplicationStep = { kind: 'return', reasonText: '不清晰' };
  expect(
    await failureOf(call.applications.step({ id, step: { ...step, reasonCode: 'nothing' } })),
  ).toMatchObject({ data: { reason: 'reason_unknown' } });
  await steps(step);
  expect((await get()).attempts).toMatchObject([{ reasonCode: null, reasonText: '不清晰' }]);
});

describe('the papers that a return names', () => {
  const walk = [
    { kind: 'submit', atMs: hoursAgo(9) },
    { kind: 'authorise', atMs: hoursAgo(8) },
    { kind: 'pay', atMs: hoursAgo(7) },
  ] as const;
  const licenceId = 'subject.business_licence';
  const licence = async (call: LocalClient, id: string) => {
    const { items } = await call.applications.get({ id });
    return items.find(({ requirement }) => requirement.requirementId === licenceId);
  };

  test('are kept with the attempt, and only what is asked for can be named', async () => {
    const { call, id, steps, get } = await openCase();
    await steps(...walk);
    const step: ApplicationStep = { kind: 'return', reasonText: '不清晰', rejects: ['nothing'] };
    expect(await failureOf(call.applications.step({ id, step }))).toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
      data: { reason: 'rejects_unasked' },
    });
    expect((await get()).application.stage).toBe('in_review');
    await steps({ kind: 'return', reasonText: '不清晰', rejects: [licenceId, licenceId] });
    expect((await get()).attempts).toMatchObject([{ outcome: 'returned', rejects: [licenceId] }]);
    await call.history.undo();
    expect((await get()).attempts).toMatchObject([{ outcome: 'pending', rejects: [] }]);
    expect((await licence(call, id))?.requirement.state).toBe('missing');
  });
});

test('what an order has left behind goes to the trash with its client and comes back', async () => {
  const { backend, call, id, steps, get } = await openCase();
  await steps(
    { kind: 'submit', atMs: hoursAgo(60) },
    { kind: 'authorisation_lapsed', atMs: hoursAgo(36) },
    { kind: 'submit', atMs: hoursAgo(9) },
    { kind: 'authorise', atMs: hoursAgo(8) },
    { kind: 'pay', atMs: hoursAgo(7) },
    { kind: 'return', atMs: hoursAgo(6), reasonText: '不清晰', rejects: ['subject.business_licence'] },
  );
  await call.applications.recordCall({ id, outcome: 'missed' });
  const live = () =>
    (['lapses', 'rejected_items', 'calls', 'attempts'] as const).map(
      (table) =>
        backend.db
          .prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table} WHERE deleted_at_ms IS NULL`)
          .get()?.n,
    );
  expect(live()).toEqual([1, 1, 1, 1]);
  const { client } = await get();
  await call.clients.trash({ id: client.id });
  expect(live()).toEqual([0, 0, 0, 0]);
  await call.history.undo();
  expect(live()).toEqual([1, 1, 1, 1]);
});

test('a verdict of another edition of the pre-check is not called altered', async () => {
  const { backend, steps, get } = await openCase();
  await steps({ kind: 'submit', atMs: hoursAgo(1) });
  expect((await get()).judgements).toMatchObject([{ replays: true }]);
  backend.db.prepare(`UPDATE judgements SET verdict_sha256 = 'other'`).run();
  expect((await get()).judgements).toMatchObject([{ replays: false }]);
  backend.db.prepare('UPDATE judgements SET edition = NULL').run();
  expect((await get()).judgements).toMatchObject([{ replays: null }]);
});
