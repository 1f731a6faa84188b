/** What is done for many accounts with their applications: those under way take a step, new ones are opened. */
import { describe, expect, it } from 'vitest';
import { resultOf } from '#shared/contract/work.ts';
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts';
import { accountsFirm } from '#test/support/accounts-firm.ts';
import { openTestBackend } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';

const stagesOf = async ({ call }: TestBackend) =>
  (await call.applications.list({ limit: 500 })).rows.map(({ stage }) => stage);

describe('the applications under way of many accounts', () => {
  it('take a step in one change, but for those that are left out', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const { accountIds } = await accountsFirm(opened, 12);
    const ids: string[] = [];
    for (const accountId of accountIds.slice(0, 11))
      ids.push((await call.applications.create({ accountId, kind: 'first_certification' })).id);
    const [submitted = ''] = ids;
    await call.applications.step({ id: submitted, step: { kind: 'submit' } });
    const rows = { except: accountIds.slice(10, 11) };
    expect(await call.bulk.lookAtApplicationsOfAccounts({ rows })).toMatchObject({
      count: 10,
      gone: [],
      steps: expect.arrayContaining([{ kind: 'submit', count: 9 }]) as unknown,
    });
    const step = { kind: 'submit' } as const;
    const check = await resultOf(call.bulk.checkStepOfAccounts({ rows, step }));
    expect(check).toMatchObject({ count: 10, refusedIds: [submitted], doubtfulCount: 9 });
    const refused = call.bulk.stepApplicationsOfAccounts({ rows, step });
    expect(await failureOf(resultOf(refused))).toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
    const without = check.refusedIds;
    const done = await resultOf(call.bulk.stepApplicationsOfAccounts({ rows, step, without }));
    expect(done).toMatchObject({ written: 9, skipped: 0 });
    expect((await stagesOf(opened)).filter((stage) => stage === 'collecting')).toHaveLength(1);
    expect(await call.history.undo()).toMatchObject({ action: 'applications.submit' });
    expect((await stagesOf(opened)).filter((stage) => stage === 'collecting')).toHaveLength(10);
  });
});

describe('new applications of many accounts', () => {
  it('are what each account asks for, opened in one change with the checklist of its rules', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const { clientIds, accountIds } = await accountsFirm(opened, 10);
    const certifiedUntilOn = addDays(opened.backend.clock.today(), 20);
    for (const id of accountIds.slice(0, 3))
      await call.accounts.update({ id, base: {}, changes: { certifiedUntilOn } });
    const account = { platform: 'wechat', kind: 'merchant', name: '商户' } as const;
    await call.accounts.create({ clientId: clientIds[0] ?? '', account });
    const check = await resultOf(call.bulk.checkStart({}));
    expect(check).toMatchObject({ count: 11, refusedIds: [], doubtfulIds: [] });
    expect(check.kinds.toSorted((a, b) => a.count - b.count)).toEqual([
      { kind: 'merchant_onboarding', count: 1 },
      { kind: 'annual_review', count: 3 },
      { kind: 'first_certification', count: 7 },
    ]);
    const done = await resultOf(call.bulk.startApplications({}));
    expect(done).toMatchObject({ written: 11, skipped: 0 });
    const { rows } = await call.applications.list({ limit: 500 });
    expect(new Set(rows.map(({ number }) => number)).size).toBe(11);
    expect(rows.every(({ itemCount }) => itemCount > 0)).toBe(true);
    const single = await call.applications.get({
      id: rows.find(({ kind }) => kind === 'annual_review')?.id ?? '',
    });
    expect(single.application).toMatchObject({ stage: 'collecting', entityType: 'company' });
    expect(await call.history.undo()).toMatchObject({ action: 'bulk.startApplications' });
    expect((await call.applications.list({})).total).toBe(0);
    await call.history.redo();
    expect((await call.applications.list({})).total).toBe(11);
    expect(await call.history.verify()).toMatchObject({ brokenAt: null });
  });

  it('are all opened or none: who has one under way, and for whom there are no rules, is named', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const { accountIds, clientIds } = await accountsFirm(opened, 3);
    const [first = '', , third = ''] = accountIds;
    const { number } = await call.applications.create({ accountId: first, kind: 'first_certification' });
    const elsewhere = { platform: 'douyin', kind: 'official_account', name: '示例号' } as const;
    const { id: unfit } = await call.accounts.create({ clientId: clientIds[1] ?? '', account: elsewhere });
    const check = await resultOf(call.bulk.checkStart({}));
    expect(check.count).toBe(4);
    expect(check.refusedIds.toSorted()).toEqual([first, unfit].toSorted());
    expect(check.refused.find(({ id }) => id === first)).toMatchObject({
      ...{ name: '号0.0', clientName: '示例0', kind: 'first_certification', reason: 'already_open', number },
    });
    expect(['not_covered', 'kind_unfit']).toContain(check.refused.find(({ id }) => id === unfit)?.reason);
    expect(
      await failureOf(resultOf(call.bulk.startApplications({ rows: { ids: [first, third] } }))),
    ).toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
      data: { reason: 'already_open', stage: number },
    });
    expect((await call.applications.list({})).total).toBe(1);
    const rest = call.bulk.startApplications({ rows: { except: check.refusedIds } });
    expect((await resultOf(rest)).written).toBe(2);
  });

  it('are refused as stale when others are meant, or otherwise, than were looked at', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const { accountIds } = await accountsFirm(opened, 2);
    const [first = ''] = accountIds;
    const start = async (seen: string) => failureOf(resultOf(call.bulk.startApplications({ seen })));
    const alone = await resultOf(call.bulk.checkStart({}));
    await accountsFirm(opened, 1);
    expect(await start(alone.seen)).toMatchObject({ code: 'STALE' });
    const early = await resultOf(call.bulk.checkStart({}));
    const certifiedUntilOn = calendarDate('2027-08-01');
    await call.accounts.update({ id: first, base: {}, changes: { certifiedUntilOn } });
    expect(await start(early.seen)).toMatchObject({ code: 'STALE' });
    expect((await call.applications.list({})).total).toBe(0);
    const { seen, doubtfulIds } = await resultOf(call.bulk.checkStart({}));
    expect(doubtfulIds).toEqual([first]);
    expect(await resultOf(call.bulk.startApplications({ seen }))).toMatchObject({ written: 3 });
  });

  it('are doubtful before the review opens, and where one of the kind has passed', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const { accountIds } = await accountsFirm(opened, 2);
    const [early = '', passed = ''] = accountIds;
    const certifiedUntilOn = calendarDate('2027-08-01');
    await call.accounts.update({ id: early, base: {}, changes: { certifiedUntilOn } });
    const rows = { ids: [early] };
    expect(await resultOf(call.bulk.checkStart({ rows }))).toMatchObject({
      refusedIds: [],
      doubtful: [{ id: early, kind: 'annual_review', doubts: ['too_early'] }],
    });
    const { id } = await call.applications.create({ accountId: passed, kind: 'filing' });
    const asked = { rows: { ids: [passed] }, kind: 'filing' as const };
    expect((await resultOf(call.bulk.checkStart(asked))).refused).toMatchObject([{ reason: 'already_open' }]);
    opened.backend.db.prepare("UPDATE applications SET stage = 'passed' WHERE id = ?").run(id);
    expect((await resultOf(call.bulk.checkStart(asked))).doubtful).toMatchObject([
      { doubts: ['passed_before'] },
    ]);
  });
});
