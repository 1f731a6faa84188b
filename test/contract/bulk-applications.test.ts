import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { resultOf } from '#shared/contract/work.ts';
import { openTestBackend, sampleNowMs, temporaryFolder } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';

const many = 24;

async function casesOf({ call }: TestBackend) {
  const ids: string[] = [];
  const accounts: string[] = [];
  for (let n = 0; n < many; n += 1) {
    const client = await call.clients.create({ name: `示例${n}`, entityType: 'company' });
    const account = await call.accounts.create({
      clientId: client.id,
      account: { platform: 'wechat', kind: 'mini_program', name: `号${n}` },
    });
    accounts.push(account.id);
    ids.push((await call.applications.create({ accountId: account.id, kind: 'first_certification' })).id);
  }
  return { ids, accounts };
}

async function inReview(opened: TestBackend) {
  const found = await casesOf(opened);
  for (const kind of ['submit', 'authorise', 'pay'] as const)
    await resultOf(opened.call.bulk.stepApplications({ step: { kind } }));
  return found;
}

const stagesOf = async ({ call }: TestBackend) =>
  (await call.applications.list({ limit: 500 })).rows.map(({ stage }) => stage);

describe('many applications', () => {
  it('are looked at together: where they stand, and for how many of them a step is allowed', async () => {
    const opened = openTestBackend();
    const { ids } = await casesOf(opened);
    const { call } = opened;
    await call.applications.step({ id: ids[0] ?? '', step: { kind: 'submit' } });
    const look = await call.bulk.lookAtApplications({});
    expect(look).toMatchObject({ count: many, gone: [], consultantId: { isMixed: false, value: null } });
    expect(look.stages).toContainEqual({ stage: 'collecting', count: many - 1 });
    expect(look.steps).toContainEqual({ kind: 'submit', count: many - 1 });
    expect(look.steps).toContainEqual({ kind: 'withdraw', count: many });
    expect(look.steps.map(({ kind }) => kind)).not.toContain('confirm');
    const named = await call.bulk.lookAtApplications({ filter: { stages: ['collecting'] }, rows: { ids } });
    expect(named).toMatchObject({ count: many - 1, gone: [ids[0]] });
  });

  it('take a step together or not at all: those that cannot are named beforehand', async () => {
    const opened = openTestBackend();
    const { ids } = await casesOf(opened);
    const { call } = opened;
    await call.applications.step({ id: ids[3] ?? '', step: { kind: 'withdraw' } });
    const before = await stagesOf(opened);
    const step = { kind: 'submit' } as const;
    const check = await resultOf(call.bulk.checkStep({ step }));
    expect(check).toMatchObject({
      count: many,
      refusedIds: [ids[3]],
      refused: [{ id: ids[3], stage: 'withdrawn', reason: 'action_not_allowed' }],
      doubtfulCount: many - 1,
    });
    expect(await failureOf(resultOf(call.bulk.stepApplications({ step })))).toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    });
    expect(await stagesOf(opened)).toEqual(before);
    const rows = { except: check.refusedIds };
    const done = await resultOf(call.bulk.stepApplications({ step, rows }));
    expect(done.written).toBe(many - 1);
    expect((await stagesOf(opened)).filter((stage) => stage === 'collecting')).toEqual([]);
    expect(await call.history.undo()).toMatchObject({ action: 'applications.submit' });
    expect(await stagesOf(opened)).toEqual(before);
  });

  it('pass together, each until the end that its own rules grant', async () => {
    const opened = openTestBackend();
    await inReview(opened);
    const { call } = opened;
    const step = { kind: 'pass' } as const;
    const check = await resultOf(call.bulk.checkStep({ step }));
    expect(check).toMatchObject({ count: many, refusedIds: [] });
    expect((await resultOf(call.bulk.stepApplications({ step }))).written).toBe(many);
    expect(new Set(await stagesOf(opened))).toEqual(new Set(['passed']));
    const ends = opened.backend.db
      .prepare<[], { certified_until_on: string }>('SELECT DISTINCT certified_until_on FROM accounts')
      .all();
    expect(ends).toEqual([{ certified_until_on: '2027-09-22' }]);
    await call.history.undo();
    expect(new Set(await stagesOf(opened))).toEqual(new Set(['in_review']));
  });

  it('are sent back together with the words of the platform, and not without', async () => {
    const opened = openTestBackend();
    await inReview(opened);
    const { call } = opened;
    for (const reasonText of [undefined, ' ']) {
      const step = { kind: 'return', reasonText } as const;
      expect((await resultOf(call.bulk.checkStep({ step }))).refused[0]).toMatchObject({
        reason: 'reason_missing',
      });
      expect(await failureOf(resultOf(call.bulk.stepApplications({ step })))).toMatchObject({
        code: 'ACTION_NOT_ALLOWED',
      });
    }
    const step = { kind: 'return', reasonText: ' 名称与主体不符 ' } as const;
    expect((await resultOf(call.bulk.stepApplications({ step }))).written).toBe(many);
    expect(new Set(await stagesOf(opened))).toEqual(new Set(['returned']));
    const texts = opened.backend.db
      .prepare<[], { reason_text: string }>('SELECT DISTINCT reason_text FROM attempts')
      .all();
    expect(texts).toEqual([{ reason_text: '名称与主体不符' }]);
  });

  it('refuse a moment that is to come', async () => {
    const opened = openTestBackend();
    await casesOf(opened);
    const step = { kind: 'withdraw', atMs: sampleNowMs + 60_000 } as const;
    const check = await resultOf(opened.call.bulk.checkStep({ step }));
    expect(check.refused[0]).toMatchObject({ reason: 'in_future' });
    expect(check.refusedIds).toHaveLength(many);
  });

  it('come into one charge, go to the trash, and come back as one', async () => {
    const opened = openTestBackend();
    const { ids } = await casesOf(opened);
    const { call } = opened;
    const consultant = { name: '周岚', phone: null, email: null, weeklyCapacity: null };
    const { id } = await call.consultants.save({ id: null, consultant });
    const rows = { ids: ids.slice(2) };
    const assigned = await resultOf(call.bulk.assignApplications({ rows, consultantId: id }));
    expect(assigned.written).toBe(many - 2);
    const nobody = call.bulk.assignApplications({ rows, consultantId: 'nobody here' });
    expect(await failureOf(resultOf(nobody))).toMatchObject({ code: 'NOT_FOUND' });
    await resultOf(call.bulk.trashApplications({ rows }));
    expect((await call.applications.list({})).total).toBe(2);
    await call.history.undo();
    await call.history.undo();
    const { rows: back } = await call.applications.list({ limit: 500 });
    expect(back.map(({ consultantName }) => consultantName)).toEqual(back.map(() => null));
    expect(back).toHaveLength(many);
  });
});

describe('many accounts', () => {
  it('go to the trash only when nothing is under way for any of them', async () => {
    const opened = openTestBackend();
    const { ids, accounts } = await casesOf(opened);
    const { call } = opened;
    for (const id of ids.slice(0, 12)) await call.applications.step({ id, step: { kind: 'withdraw' } });
    const look = await call.bulk.lookAtAccounts({});
    expect(look.count).toBe(many);
    expect(look.busy.toSorted()).toEqual(accounts.slice(12).toSorted());
    expect(await failureOf(resultOf(call.bulk.trashAccounts({})))).toMatchObject({ code: 'IN_USE' });
    const done = await resultOf(call.bulk.trashAccounts({ rows: { except: look.busy } }));
    expect(done.written).toBe(12);
    expect((await call.accounts.list({})).total).toBe(12);
    await call.history.undo();
    expect((await call.accounts.list({})).total).toBe(many);
  });
});

describe('an export of the selected rows', () => {
  it('has them and no others', async () => {
    const opened = openTestBackend();
    const { ids, accounts } = await casesOf(opened);
    const folder = temporaryFolder();
    const written = async (name: 'applications' | 'accounts', rows: object): Promise<string[]> => {
      const file = path.join(folder, `${name}.csv`);
      const target = opened.backend.tokens.grant(file);
      await resultOf(opened.call.exports[name]({ target, format: 'csv', rows }));
      return fs.readFileSync(file, 'utf8').trimEnd().split('\n').slice(1);
    };
    expect(await written('applications', { ids: ids.slice(0, 3) })).toHaveLength(3);
    const lines = await written('accounts', { except: accounts.slice(0, 20) });
    expect(lines).toHaveLength(many - 20);
    expect(lines.every((line) => /号2[0-3]/.test(line))).toBe(true);
  });
});
