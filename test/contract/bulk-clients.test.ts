import { describe, expect, it } from 'vitest';
import { resultOf } from '#shared/contract/work.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import { openTestBackend, temporaryFolder } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { all, facts, firmOf, many } from '#test/support/many-clients.ts';

type Call = TestBackend['call'];
const consultants = async (call: Call) =>
  (await call.clients.list({ limit: 500 })).rows.map((row) => row.consultantName);
const changeCount = ({ backend }: TestBackend): number =>
  backend.db.prepare<[], { n: number }>('SELECT count(*) AS n FROM changes').get()?.n ?? 0;

describe('a look at many clients', () => {
  it('tells what they have in common and what differs, their tags and their sum', async () => {
    const opened = openTestBackend();
    const { lan, ids } = await firmOf(opened, 4);
    const { call } = opened;
    await call.clients.setTags({ id: ids[0] ?? '', tags: ['重点', '餐饮'] });
    await call.clients.setTags({ id: ids[2] ?? '', tags: ['重点'] });
    expect(await call.bulk.lookAtClients(all)).toMatchObject({
      count: 4,
      gone: [],
      fields: {
        consultantId: { isMixed: true },
        serviceStatus: { isMixed: false, value: 'active' },
        serviceFeeFen: { isMixed: false, value: 100 },
        standing: { isMixed: false, value: null },
      },
      tags: [
        { name: '重点', count: 2 },
        { name: '餐饮', count: 1 },
      ],
      serviceFeeTotalFen: 400,
    });
    const some = await call.bulk.lookAtClients({ filter: {}, rows: { ids: [ids[0] ?? '', ids[2] ?? ''] } });
    expect(some).toMatchObject({ count: 2, fields: { consultantId: { isMixed: false, value: lan } } });
  });

  it('holds to the filter: named rows that left it are gone, excepted ones are not meant', async () => {
    const opened = openTestBackend();
    const { lan, ids } = await firmOf(opened, 4);
    const { call } = opened;
    const filter = { consultantIds: [lan] };
    expect(await call.bulk.lookAtClients({ filter, rows: { ids } })).toMatchObject({
      count: 2,
      gone: [ids[1], ids[3]],
    });
    expect(await call.bulk.lookAtClients({ filter, rows: { except: [ids[0] ?? ''] } })).toMatchObject({
      count: 1,
      gone: [],
    });
    await call.clients.trash({ id: ids[0] ?? '' });
    expect(await call.bulk.lookAtClients({ filter: {}, rows: { ids: ids.slice(0, 1) } })).toMatchObject({
      count: 0,
      gone: [ids[0]],
    });
  });
});

describe('the same written to many clients', () => {
  it('is one change in parts, writes only the fields that are named, and is undone and redone as one', async () => {
    const folder = temporaryFolder();
    const first = openTestBackend(folder);
    const { lan } = await firmOf(first);
    const before = facts(first);
    const changes = changeCount(first);
    const steps: WorkStep<unknown>[] = [];
    const input = {
      ...all,
      changes: { consultantId: lan, serviceStatus: 'paused' as const },
      addTags: ['冬季'],
    };
    const done = await resultOf(first.call.bulk.writeClients(input), (step) => steps.push(step));
    expect(done).toMatchObject({ written: many, skipped: 0 });
    expect(steps.length).toBeGreaterThan(1);
    expect(changeCount(first)).toBe(changes + 1);
    expect(new Set(await consultants(first.call))).toEqual(new Set(['示例顾问甲']));
    const after = facts(first);
    expect(after.tags).toHaveLength(many);
    expect(await first.call.history.verify()).toMatchObject({ brokenAt: null });
    first.backend.close();

    const second = openTestBackend(folder);
    expect(await second.call.history.undo()).toMatchObject({ action: 'bulk.clients' });
    expect(facts(second)).toEqual(before);
    second.backend.close();

    const third = openTestBackend(folder);
    expect(await third.call.history.redo()).toMatchObject({ action: 'bulk.clients' });
    expect(facts(third)).toEqual(after);
    expect(await third.call.history.undo({ changeId: done.changeId ?? '' })).toMatchObject({
      action: 'bulk.clients',
    });
    expect(facts(third)).toEqual(before);
  });

  it('adds and takes away tags of those that lack or have them, and counts who was different', async () => {
    const opened = openTestBackend();
    const { ids } = await firmOf(opened, 3);
    const { call } = opened;
    await call.clients.setTags({ id: ids[0] ?? '', tags: ['重点'] });
    await call.clients.setTags({ id: ids[1] ?? '', tags: ['旧'] });
    const add = await resultOf(call.bulk.writeClients({ ...all, addTags: ['重点'], removeTags: ['旧'] }));
    expect(add.written).toBe(2);
    expect((await call.bulk.lookAtClients(all)).tags).toEqual([{ name: '重点', count: 3 }]);
    const again = await resultOf(call.bulk.writeClients({ ...all, addTags: ['重点'] }));
    expect(again).toEqual({ changeId: null, written: 0, skipped: 0, same: 3 });
  });

  it('leaves the others alone', async () => {
    const opened = openTestBackend();
    const { wen, ids } = await firmOf(opened);
    const rows = { ids: null, except: ids.slice(0, 3) };
    await resultOf(opened.call.bulk.writeClients({ filter: {}, rows, changes: { serviceStatus: 'ended' } }));
    const { total } = await opened.call.clients.list({ filter: { serviceStatuses: ['ended'] } });
    expect(total).toBe(many - 3);
    const filter = { consultantIds: [wen] };
    await resultOf(opened.call.bulk.writeClients({ filter, changes: { consultantId: null } }));
    expect((await opened.call.clients.list({ filter: { consultantIds: ['nobody'] } })).total).toBe(many / 2);
  });

  it('is refused as stale when they are otherwise than they were seen', async () => {
    const opened = openTestBackend();
    const { lan, ids } = await firmOf(opened);
    const { call } = opened;
    const { seen } = await call.bulk.lookAtClients(all);
    await call.clients.update({ id: ids[7] ?? '', base: {}, changes: { serviceFeeFen: 300 } });
    const before = changeCount(opened);
    const write = resultOf(call.bulk.writeClients({ ...all, seen, changes: { consultantId: lan } }));
    expect(await failureOf(write)).toMatchObject({ code: 'STALE' });
    expect(changeCount(opened)).toBe(before);
    const now = await call.bulk.lookAtClients(all);
    const again = call.bulk.writeClients({ ...all, seen: now.seen, changes: { consultantId: lan } });
    expect((await resultOf(again)).written).toBe(many / 2);
  });

  it('knows the consultant, and refuses a year that is not over before anything is written', async () => {
    const opened = openTestBackend();
    await firmOf(opened);
    const before = facts(opened);
    const { call } = opened;
    const nobody = resultOf(call.bulk.writeClients({ ...all, changes: { consultantId: 'nobody here' } }));
    expect(await failureOf(nobody)).toMatchObject({ code: 'NOT_FOUND' });
    const early = resultOf(call.bulk.writeClients({ ...all, changes: { annualReportYear: 2026 } }));
    expect(await failureOf(early)).toMatchObject({ code: 'REPORT_YEAR_NOT_OVER' });
    expect(facts(opened)).toEqual(before);
  });
});

describe('many clients thrown away', () => {
  it('are one entry of the trash, come back from it, and come back by undo', async () => {
    const opened = openTestBackend();
    const { ids } = await firmOf(opened, 30);
    const { call } = opened;
    for (const clientId of ids.slice(0, 3))
      await call.accounts.create({
        clientId,
        account: { platform: 'wechat', kind: 'mini_program', name: '号' },
      });
    const before = facts(opened);
    const done = await resultOf(call.bulk.trashClients(all));
    expect(done.written).toBe(30);
    expect((await call.clients.list({})).total).toBe(0);
    expect((await call.trash.list({})).rows).toMatchObject([
      { changeId: done.changeId, kind: 'clients', count: 30, along: [{ kind: 'accounts', count: 3 }] },
    ]);
    await call.history.undo();
    expect(facts(opened)).toEqual(before);
    await call.history.redo();
    await call.trash.restore({ changeIds: [(await call.trash.list({})).rows[0]?.changeId ?? ''] });
    expect(facts(opened)).toEqual(before);
  });
});
