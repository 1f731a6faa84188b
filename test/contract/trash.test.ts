import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';

type Call = TestBackend['call'];

const newClient = async (call: Call, name: string, creditCode: string | null = null) =>
  (await call.clients.create({ name, entityType: 'company', creditCode })).id;
const newAccount = async (call: Call, clientId: string, appId: string | null = null) =>
  (
    await call.accounts.create({
      clientId,
      account: { platform: 'wechat', kind: 'mini_program', name: '小程序', appId },
    })
  ).id;
const newFee = async (call: Call, clientId: string, title: string) =>
  (
    await call.fees.save({
      clientId,
      id: null,
      fee: {
        ...({ kind: 'service', title, amountFen: 100, invoiceNumber: null, dueOn: null } as const),
        chargedOn: calendarDate('2026-09-01'),
      },
    })
  ).id;
const list = async (call: Call, text = '') => (await call.trash.list({ text })).rows;
const thrown = async (work: Promise<{ changeId: string | null }>): Promise<string> =>
  (await work).changeId ?? '';

describe('the trash', () => {
  it('lists a change as one entry, with what went along, whose it was and when, newest first', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const id = await newClient(call, '示例甲');
    const accountId = await newAccount(call, id);
    await newAccount(call, id);
    await newFee(call, id, '服务费');
    expect(await call.trash.list({})).toEqual({ rows: [], nextCursor: null, total: 0 });
    const one = await thrown(call.accounts.trash({ id: accountId }));
    opened.setNow(sampleNowMs + 60_000);
    expect(await list(call)).toEqual([
      {
        changeId: one,
        kind: 'accounts',
        title: '小程序',
        count: 1,
        clientId: id,
        clientName: '示例甲',
        clientTrashed: false,
        along: [],
        actorName: null,
        atMs: sampleNowMs,
      },
    ]);
    const whole = await thrown(call.clients.trash({ id }));
    expect(await list(call)).toMatchObject([
      {
        changeId: whole,
        kind: 'clients',
        title: '示例甲',
        clientId: id,
        along: [
          { kind: 'accounts', count: 1 },
          { kind: 'fees', count: 1 },
        ],
      },
      { changeId: one, clientTrashed: true },
    ]);
  });

  it('holds neither a creation that was undone nor what came back, but what a restore that was undone threw away', async () => {
    const { call } = openTestBackend();
    const id = await newClient(call, '示例甲');
    await call.history.undo();
    expect(await list(call)).toEqual([]);
    await call.history.redo();
    await call.clients.trash({ id });
    await call.clients.restore({ id });
    expect(await list(call)).toEqual([]);
    await call.history.undo();
    expect(await list(call)).toMatchObject([{ kind: 'clients', title: '示例甲' }]);
    await call.history.undo();
    expect(await list(call)).toEqual([]);
  });

  it('is searched by what was thrown away and by whose it was, and read page by page', async () => {
    const { call } = openTestBackend();
    const id = await newClient(call, '归樾甲');
    const fees = [];
    for (let n = 0; n < 7; n += 1) fees.push(await newFee(call, id, `Fee ${n}`));
    for (const fee of fees) await call.fees.remove({ id: fee });
    expect(await list(call, 'fEE 3')).toMatchObject([{ title: 'Fee 3' }]);
    expect(await list(call, '归樾')).toHaveLength(7);
    expect(await call.trash.list({ text: '没有的' })).toMatchObject({ rows: [], total: 0 });
    const titles: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<Call['trash']['list']>> = await call.trash.list({ after, limit: 3 });
      expect(page.total).toBe(7);
      titles.push(...page.rows.map(({ title }) => title));
      after = page.nextCursor;
    } while (after !== null);
    expect(titles).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `Fee ${n}`));
  });
});

describe('restoring', () => {
  it('brings many back in one change that can be undone', async () => {
    const { call } = openTestBackend();
    const id = await newClient(call, '示例甲');
    const [a, b] = [await newFee(call, id, '甲'), await newFee(call, id, '乙')];
    const changeIds = [await thrown(call.fees.remove({ id: a })), await thrown(call.fees.remove({ id: b }))];
    const titles = async () => (await call.clients.get({ id })).fees.map(({ title }) => title).sort();
    expect(await titles()).toEqual([]);
    expect(await call.trash.check({ changeIds })).toEqual([]);
    expect(await call.trash.restore({ changeIds })).toMatchObject({ restoredCount: 2 });
    expect([await titles(), await list(call)]).toEqual([['乙', '甲'], []]);
    await call.history.undo();
    expect(await titles()).toEqual([]);
    expect(await list(call)).toMatchObject([{ kind: 'fees', count: 2 }]);
    expect(await failureOf(call.trash.restore({ changeIds }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('says when the client is in the trash as well, and works with the client along', async () => {
    const { call } = openTestBackend();
    const id = await newClient(call, '示例甲');
    const fee = await thrown(call.fees.remove({ id: await newFee(call, id, '服务费') }));
    const client = await thrown(call.clients.trash({ id }));
    expect(await call.trash.check({ changeIds: [fee] })).toEqual([
      {
        changeId: fee,
        title: '服务费',
        reason: 'parent_gone',
        byTitle: '示例甲',
        byKind: 'clients',
        byChangeId: client,
        byClientId: null,
      },
    ]);
    expect(await failureOf(call.trash.restore({ changeIds: [fee] }))).toMatchObject({
      code: 'RESTORE_PARENT_GONE',
      data: { title: '服务费', name: '示例甲' },
    });
    await call.trash.restore({ changeIds: [fee, client] });
    expect((await call.clients.get({ id })).fees).toMatchObject([{ title: '服务费' }]);
  });

  it('says when the code has been given away, also to another entry of the same restore', async () => {
    const { call } = openTestBackend();
    const creditCode = '91330199MA0000001W';
    const ids = [];
    const entries = [];
    for (const name of ['示例甲', '示例乙']) {
      const id = await newClient(call, name, creditCode);
      ids.push(id);
      entries.push(await thrown(call.clients.trash({ id })));
    }
    expect(await call.trash.check({ changeIds: entries })).toMatchObject([
      { reason: 'place_taken', byKind: 'clients', byChangeId: null },
    ]);
    const other = await newClient(call, '示例丙', creditCode);
    expect(await call.trash.check({ changeIds: entries.slice(0, 1) })).toMatchObject([
      { title: '示例甲', reason: 'place_taken', byTitle: '示例丙', byClientId: other },
    ]);
    expect(await failureOf(call.trash.restore({ changeIds: entries }))).toMatchObject({
      code: 'RESTORE_PLACE_TAKEN',
    });
    expect((await call.clients.list({})).total).toBe(1);
  });

  it('leaves out a consultant who has left meanwhile', async () => {
    const { call } = openTestBackend();
    const consultant = await call.consultants.save({
      id: null,
      consultant: { name: '示例同事', phone: null, email: null, weeklyCapacity: null },
    });
    const id = (
      await call.clients.create({ name: '示例甲', entityType: 'company', consultantId: consultant.id })
    ).id;
    const client = await thrown(call.clients.trash({ id }));
    await call.consultants.trash({ id: consultant.id });
    await call.trash.restore({ changeIds: [client] });
    expect((await call.clients.get({ id })).client).toMatchObject({ deletedAtMs: null, consultantId: null });
  });
});
