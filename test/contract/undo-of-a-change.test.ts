import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { redo, undo } from '#backend/history/undo.ts';
import { resultOf } from '#shared/contract/work.ts';
import { openTestBackend, sampleNowMs, temporaryFolder } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';

type Call = TestBackend['call'];

const newClient = async (call: Call, name: string) => {
  const { id, changeId } = await call.clients.create({ name, entityType: 'company' });
  return { id, changeId: changeId ?? '' };
};
const rename = async (call: Call, id: string, from: string, to: string): Promise<string> =>
  (await call.clients.update({ id, base: { name: from }, changes: { name: to } })).changeId ?? '';
const nameOf = async (call: Call, id: string) => (await call.clients.get({ id })).client.name;
/** By this clock every step takes its whole turn, so that others get theirs between any two. */
const slowClock = () => {
  let nowMs = 0;
  return vi.spyOn(performance, 'now').mockImplementation(() => (nowMs += 100));
};
/** Time for all that waits for nothing from outside, as there is between two calls that came in one after another. */
const withoutTurn = async () => {
  for (let count = 0; count < 200; count += 1) await Promise.resolve();
};
const isThere = async (call: Call, id: string) =>
  (await call.clients.get({ id })).client.deletedAtMs === null;
const newAccount = (call: Call, clientId: string) =>
  call.accounts.create({ clientId, account: { platform: 'wechat', kind: 'mini_program', name: '示例' } });

describe('a change that is named is taken back, whatever else was done since', () => {
  it('takes back its own change, not the latest', async () => {
    const { call } = openTestBackend();
    const [a, b] = [await newClient(call, '甲'), await newClient(call, '乙')];
    const first = await rename(call, a.id, '甲', '丙');
    await rename(call, b.id, '乙', '丁');
    expect(await call.history.undo({ changeId: first })).toMatchObject({ action: 'clients.update' });
    expect([await nameOf(call, a.id), await nameOf(call, b.id)]).toEqual(['甲', '丁']);
    await call.history.redo();
    expect([await nameOf(call, a.id), await nameOf(call, b.id)]).toEqual(['丙', '丁']);
    await call.history.undo();
    expect(await nameOf(call, a.id)).toBe('甲');
    await call.history.undo();
    expect(await nameOf(call, b.id)).toBe('乙');
  });

  it('is the latest of when it was asked for, also where another is written while it is looked at', async () => {
    const { backend, call } = openTestBackend();
    const ids = backend.changes.record('test', (change) =>
      Array.from({ length: 4000 }, (_, n) =>
        change.insert('clients', { name: `示例${n}`, name_key: `示例${n}`, entity_type: 'company' }),
      ),
    ).result;
    backend.changes.record('clients.update', (change) => {
      for (const id of ids) change.update('clients', id, { remark: '甲' });
    });
    const undoing = call.history.undo();
    await nextTurn();
    const { id, changeId } = await newClient(call, '乙');
    expect(changeId).not.toBe('');
    expect(await undoing).toMatchObject({ action: 'clients.update' });
    expect(await isThere(call, id)).toBe(true);
  });

  it('is done before the redo that was asked for while it was looked at', async () => {
    const { backend, call } = openTestBackend();
    backend.changes.record('clients.import', (change) => {
      for (let n = 0; n < 800; n += 1)
        change.insert('clients', { name: `示例${n}`, name_key: `示例${n}`, entity_type: 'company' });
    });
    const count = async () => (await call.clients.list({})).total;
    const clock = slowClock();
    const undoing = call.history.undo();
    await nextTurn();
    const redoing = call.history.redo();
    await nextTurn();
    clock.mockRestore();
    await Promise.all([undoing, redoing]);
    expect(await count()).toBe(800);
  });

  it('twice takes back the two latest of when it was asked for, not what was written while it waited', async () => {
    const { backend, call } = openTestBackend();
    const { id } = await newClient(call, '甲');
    await rename(call, id, '甲', '乙');
    backend.changes.record('clients.import', (change) => {
      for (let n = 0; n < 800; n += 1)
        change.insert('clients', { name: `示例${n}`, name_key: `示例${n}`, entity_type: 'company' });
    });
    const clock = slowClock();
    const both = [call.history.undo()];
    await nextTurn();
    both.push(call.history.undo());
    await nextTurn();
    const { id: later } = await newClient(call, '丙');
    clock.mockRestore();
    await Promise.all(both);
    expect(await isThere(call, later)).toBe(true);
    expect(await nameOf(call, id)).toBe('甲');
  });

  it('that is cancelled while it waits for its turn is not done', async () => {
    const { backend, call } = openTestBackend();
    const { id } = await newClient(call, '甲');
    await rename(call, id, '甲', '乙');
    await rename(call, id, '乙', '丙');
    const waiting = new AbortController();
    const first = resultOf(undo(backend));
    const second = resultOf(undo(backend, undefined, waiting.signal));
    waiting.abort();
    await expect(second).rejects.toMatchObject({ code: 'CANCELLED' });
    await first;
    expect(await nameOf(call, id)).toBe('乙');
  });

  it('and the redo behind it are done before what is written after both', async () => {
    const { backend, call } = openTestBackend();
    const { id } = await newClient(call, '甲');
    const { id: other } = await newClient(call, '丙');
    await rename(call, id, '甲', '乙');
    const both = Promise.all([resultOf(undo(backend)), resultOf(redo(backend))]);
    await withoutTurn();
    backend.changes.record('clients.update', (change) => change.update('clients', other, { remark: '丁' }));
    await both;
    expect(await nameOf(call, id)).toBe('乙');
  });

  it('is nothing to undo when it was taken back already, and means what did it again', async () => {
    const { call } = openTestBackend();
    const { id } = await newClient(call, '甲');
    const changeId = await rename(call, id, '甲', '乙');
    await call.history.undo({ changeId });
    expect(await failureOf(call.history.undo({ changeId }))).toMatchObject({ code: 'NOTHING_TO_UNDO' });
    await call.history.redo();
    await call.history.undo({ changeId });
    expect(await nameOf(call, id)).toBe('甲');
  });

  it('survives a restart', async () => {
    const folder = temporaryFolder();
    const before = openTestBackend(folder);
    const { id } = await newClient(before.call, '甲');
    const changeId = await rename(before.call, id, '甲', '乙');
    await newClient(before.call, '丙');
    before.backend.close();
    const { call } = openTestBackend(folder);
    await call.history.undo({ changeId });
    expect(await nameOf(call, id)).toBe('甲');
    await call.history.redo();
    expect(await nameOf(call, id)).toBe('乙');
  });
});

describe('what was taken back is named', () => {
  it('by its client, how many there are, and the column of one row', async () => {
    const { call } = openTestBackend();
    const [a, b] = [await newClient(call, '甲'), await newClient(call, '乙')];
    await call.clients.update({ id: a.id, base: {}, changes: { serviceFeeFen: 120_000 } });
    const about = { name: '甲', clients: 1, fields: ['service_fee_fen'] };
    expect((await call.history.undo()).about).toEqual(about);
    expect((await call.history.redo()).about).toEqual(about);
    await call.clients.setApart({ pairs: [[a.id, b.id]], apart: true });
    expect((await call.history.undo()).about).toMatchObject({ name: null, clients: 0 });
    await call.clients.merge({ keptId: a.id, otherId: b.id });
    expect((await call.history.undo()).about).toMatchObject({ clients: 2, fields: [] });
    await call.consultants.save({
      id: null,
      consultant: { name: '示例顾问', phone: null, email: null, weeklyCapacity: null },
    });
    expect((await call.history.undo()).about).toEqual({ name: '示例顾问', clients: 0, fields: [] });
  });
});

describe('a later change that stands in the way is named', () => {
  it('wrote the same row', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const { id } = await newClient(call, '甲');
    const changeId = await rename(call, id, '甲', '乙');
    opened.setNow(sampleNowMs + 60_000);
    await call.clients.update({ id, base: {}, changes: { remark: '样本' } });
    expect(await failureOf(call.history.undo({ changeId }))).toMatchObject({
      code: 'UNDO_CONFLICT',
      data: { table: 'clients', id, laterAction: 'clients.update', laterAtMs: sampleNowMs + 60_000 },
    });
    expect(await nameOf(call, id)).toBe('乙');
    await call.history.undo();
    await call.history.undo({ changeId });
    expect(await nameOf(call, id)).toBe('甲');
  });

  it('wrote what belongs to a client that it made', async () => {
    const { call } = openTestBackend();
    const { id, changeId } = await newClient(call, '甲');
    await newAccount(call, id);
    expect(await failureOf(call.history.undo({ changeId }))).toMatchObject({
      code: 'UNDO_CONFLICT',
      data: { laterAction: 'accounts.create' },
    });
    expect(await isThere(call, id)).toBe(true);
  });

  it('wrote what refers to a row that it made, but not what is beside it', async () => {
    const { call } = openTestBackend();
    const { id: clientId } = await newClient(call, '甲');
    const one = await newAccount(call, clientId);
    const two = await newAccount(call, clientId);
    await call.applications.create({ accountId: two.id, kind: 'first_certification' });
    expect(await failureOf(call.history.undo({ changeId: two.changeId ?? '' }))).toMatchObject({
      code: 'UNDO_CONFLICT',
      data: { laterAction: 'applications.create' },
    });
    await call.history.undo({ changeId: one.changeId ?? '' });
    expect((await call.clients.get({ id: clientId })).accounts.map(({ id }) => id)).toEqual([two.id]);
  });

  it('threw away what a returning row belongs to', async () => {
    const { call } = openTestBackend();
    const { id: clientId } = await newClient(call, '甲');
    const account = await newAccount(call, clientId);
    const trashed = await call.accounts.trash({ id: account.id });
    await call.clients.trash({ id: clientId });
    expect(await failureOf(call.history.undo({ changeId: trashed.changeId ?? '' }))).toMatchObject({
      code: 'UNDO_CONFLICT',
      data: { laterAction: 'clients.trash' },
    });
  });

  it('gave away the code that would be taken again', async () => {
    const { call } = openTestBackend();
    const creditCode = '91330199MA0000001W';
    const { id } = await call.clients.create({ name: '甲', entityType: 'company', creditCode });
    const cleared = await call.clients.update({ id, base: { creditCode }, changes: { creditCode: null } });
    await call.clients.create({ name: '乙', entityType: 'company', creditCode });
    expect(await failureOf(call.history.undo({ changeId: cleared.changeId ?? '' }))).toMatchObject({
      code: 'UNDO_CONFLICT',
      data: { laterAction: 'clients.create' },
    });
  });

  it('is not one that merely uses the same tag or the same kept rules', async () => {
    const { call } = openTestBackend();
    const [a, b] = [await newClient(call, '甲'), await newClient(call, '乙')];
    const tagged = await call.clients.setTags({ id: a.id, tags: ['重点'] });
    await call.clients.setTags({ id: b.id, tags: ['重点'] });
    await call.history.undo({ changeId: tagged.changeId ?? '' });
    const tagsOf = async (id: string) => (await call.clients.get({ id })).tags;
    expect([await tagsOf(a.id), await tagsOf(b.id)]).toEqual([[], ['重点']]);
    const [first, second] = [await newAccount(call, a.id), await newAccount(call, b.id)];
    const opened = await call.applications.create({ accountId: first.id, kind: 'first_certification' });
    const other = await call.applications.create({ accountId: second.id, kind: 'first_certification' });
    await call.history.undo({ changeId: opened.changeId ?? '' });
    expect((await call.applications.get({ id: other.id })).items.length).toBeGreaterThan(0);
  });
});

describe('which changes can be taken back', () => {
  it('are those that stand and have nothing built on them', async () => {
    const { call } = openTestBackend();
    const { id, changeId: made } = await newClient(call, '甲');
    const first = await rename(call, id, '甲', '乙');
    const second = await rename(call, id, '乙', '丙');
    const { changeId: other } = await newClient(call, '丁');
    const all = [made, first, second, other];
    expect(await call.history.takeable({ changeIds: all })).toEqual([second, other]);
    await call.history.undo({ changeId: second });
    expect(await call.history.takeable({ changeIds: all })).toEqual([first, other]);
  });

  it('also after hundreds of steps back and forth', async () => {
    const { call } = openTestBackend();
    const { id } = await newClient(call, '0');
    for (let n = 0; n < 260; n += 1) await rename(call, id, String(n), String(n + 1));
    for (let n = 0; n < 260; n += 1) await call.history.undo();
    for (let n = 0; n < 260; n += 1) await call.history.redo();
    expect(await nameOf(call, id)).toBe('260');
    expect(await failureOf(call.history.redo())).toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });
});

describe('one order of a kind for an account', () => {
  const order = async ({ call }: TestBackend) => {
    const { id: clientId } = await newClient(call, '甲');
    const { id: accountId } = await newAccount(call, clientId);
    const begin = () => call.applications.create({ accountId, kind: 'first_certification' });
    return { begin, ...(await begin()) };
  };

  it('stays the only one when the end of an earlier one is taken back', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const { begin, id } = await order(opened);
    const { changeId } = await call.applications.step({ id, step: { kind: 'withdraw' } });
    await begin();
    const failure = await failureOf(call.history.undo({ changeId: changeId ?? '' }));
    expect(failure).toMatchObject({ code: 'UNDO_CONFLICT', data: { table: 'applications' } });
    expect((await call.applications.get({ id })).application.stage).toBe('withdrawn');
  });

  it('stays the only one when an earlier one would come back from the trash', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const { begin, id } = await order(opened);
    const { changeId } = await call.applications.trash({ id });
    const entry = [changeId ?? ''];
    expect(await call.trash.check({ changeIds: entry })).toEqual([]);
    await begin();
    expect(await call.trash.check({ changeIds: entry })).toMatchObject([{ reason: 'place_taken' }]);
    expect((await failureOf(call.trash.restore({ changeIds: entry }))).code).toBe('RESTORE_PLACE_TAKEN');
  });
});

describe('a submission', () => {
  it('is not taken back while a call about it is noted, and its undo is no entry of the trash', async () => {
    const { call } = openTestBackend();
    const { id: clientId } = await newClient(call, '甲');
    const { id: accountId } = await newAccount(call, clientId);
    const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
    const { changeId } = await call.applications.step({ id, step: { kind: 'submit' } });
    const { id: callId } = await call.applications.recordCall({ id, outcome: 'missed' });
    const takeBack = () => call.history.undo({ changeId: changeId ?? '' });
    expect(await failureOf(takeBack())).toMatchObject({ code: 'UNDO_CONFLICT' });
    await call.applications.removeCall({ callId });
    await call.history.undo();
    await call.history.undo();
    const { changeId: undone } = await takeBack();
    const entry = { changeIds: [undone ?? ''] };
    expect((await failureOf(call.trash.check(entry))).code).toBe('NOT_FOUND');
    expect((await failureOf(call.trash.restore(entry))).code).toBe('NOT_FOUND');
  });
});
