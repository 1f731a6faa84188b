import { expect, test } from 'vitest';
import { verifyChain } from '#backend/history/service.ts';
import { openTestBackend } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';

const newClient = async (call: TestBackend['call'], name = '示例') =>
  (await call.clients.create({ name, entityType: 'company' })).id;
const rename = (call: TestBackend['call'], id: string, from: string, to: string) =>
  call.clients.update({ id, base: { name: from }, changes: { name: to } });
const nameOf = async (call: TestBackend['call'], id: string) => (await call.clients.get({ id })).client.name;

test('changes are taken back one by one and done again in turn', async () => {
  const { call } = openTestBackend();
  const id = await newClient(call, '一');
  await rename(call, id, '一', '二');
  await rename(call, id, '二', '三');
  expect(await call.history.undo()).toMatchObject({ action: 'clients.update' });
  expect(await nameOf(call, id)).toBe('二');
  await call.history.undo();
  expect(await nameOf(call, id)).toBe('一');
  await call.history.redo();
  await call.history.redo();
  expect(await nameOf(call, id)).toBe('三');
  expect(await failureOf(call.history.redo())).toMatchObject({ code: 'NOTHING_TO_UNDO' });
  for (let i = 0; i < 3; i += 1) await call.history.undo();
  expect((await call.clients.list({})).total).toBe(0);
  expect(await failureOf(call.history.undo())).toMatchObject({ code: 'NOTHING_TO_UNDO' });
  await call.history.redo();
  expect((await call.clients.list({})).rows).toMatchObject([{ id, name: '一' }]);
});

test('a new change ends what could be done again', async () => {
  const { call } = openTestBackend();
  const id = await newClient(call, '一');
  await rename(call, id, '一', '二');
  await call.history.undo();
  await rename(call, id, '一', '三');
  const ended = { code: 'REDO_ENDED', data: { action: 'clients.update' } };
  expect(await failureOf(call.history.redo())).toMatchObject(ended);
  await newClient(call, '二');
  expect(await failureOf(call.history.redo())).toMatchObject(ended);
  expect(await nameOf(call, id)).toBe('三');
});

test('derived rows and the search follow an undo', async () => {
  const { call } = openTestBackend();
  const id = await newClient(call, '示例甲');
  await rename(call, id, '示例甲', '样本乙');
  await call.history.undo();
  expect((await call.search.query({ text: '样本' })).groups).toEqual([]);
  expect((await call.search.query({ text: 'slj' })).groups).toMatchObject([{ kind: 'client', total: 1 }]);
  expect((await call.clients.list({ sort: { key: 'name', descending: false } })).rows[0]?.name).toBe(
    '示例甲',
  );
});

test('an undo refuses to run over a value that has moved on since, and then changes nothing', async () => {
  const { call, backend } = openTestBackend();
  const id = await newClient(call, '一');
  const both = { name: '二', remark: '样本' };
  await call.clients.update({ id, base: { name: '一' }, changes: both });
  // Another seat's write, as a merged file would bring it.
  backend.db.prepare(`UPDATE clients SET remark = '别处改过' WHERE id = ?`).run(id);
  const data = { table: 'clients', id, field: 'remark', laterAction: null, laterAtMs: null };
  const conflict = { code: 'UNDO_CONFLICT', data };
  expect(await failureOf(call.history.undo())).toEqual(conflict);
  expect((await call.clients.get({ id })).client).toMatchObject({ name: '二', remark: '别处改过' });
});

test('an undo refuses to bring back a client whose credit code was given away', async () => {
  const { call, backend } = openTestBackend();
  const creditCode = '91330199MA0000001W';
  const { id } = await call.clients.create({ name: '示例甲', entityType: 'company', creditCode });
  await call.clients.trash({ id });
  const other = await newClient(call, '示例乙');
  await call.history.undo();
  backend.db
    .prepare('UPDATE clients SET credit_code = ?, deleted_at_ms = NULL WHERE id = ?')
    .run(creditCode, other);
  expect(await failureOf(call.history.undo())).toMatchObject({
    code: 'UNDO_CONFLICT',
    data: { table: 'clients', id },
  });
  expect((await call.clients.get({ id })).client.deletedAtMs).not.toBeNull();
});

test('the history is listed newest first, by client or by row', async () => {
  const opened = openTestBackend();
  const { call, backend } = opened;
  const a = await newClient(call, '示例甲');
  const b = await newClient(call, '示例乙');
  const later = backend.clock.nowMs() + 60_000;
  opened.setNow(later);
  await rename(call, a, '示例甲', '示例丙');
  const list = await call.history.list({ clientId: a });
  expect(list.map((entry) => entry.operation)).toEqual(['update', 'insert']);
  expect(list[0]).toMatchObject({ before: { name: '示例甲' }, after: { name: '示例丙' }, atMs: later });
  expect(await call.history.list({ rowId: b })).toHaveLength(1);
  expect(await call.history.list({ limit: 1 })).toHaveLength(1);
});

test('the pages of the history meet without a gap, also where one moment made many entries', async () => {
  const { call } = openTestBackend();
  const id = await newClient(call);
  await call.clients.setTags({ id, tags: ['甲', '乙', '丙', '丁'] });
  const all = await call.history.list({ limit: 500 });
  expect(all.length).toBeGreaterThan(8);
  const paged: typeof all = [];
  for (let at = 0; at < all.length; at += 2)
    paged.push(...(await call.history.list({ limit: 2, after: paged.at(-1)?.id })));
  expect(paged).toEqual(all);
  expect(await call.history.list({ after: all.at(-1)?.id })).toEqual([]);
});

const tampered: readonly (readonly [string, string])[] = [
  ['an edited value', `UPDATE events SET after = '{"name":"换过"}' WHERE seq = 2`],
  ['an edited author', `UPDATE events SET actor_id = 'x' WHERE seq = 2`],
  ['an edited moment', 'UPDATE events SET at_ms = at_ms + 1 WHERE seq = 2'],
  ['an edited hash', `UPDATE events SET hash = replace(hash, substr(hash, 1, 1), 'g') WHERE seq = 2`],
];

test.each(tampered)('%s is located', async (_, sql) => {
  const { call, backend } = openTestBackend();
  for (const name of ['示例甲', '示例乙', '示例丙']) await newClient(call, name);
  const whole = await call.history.verify();
  expect(whole).toMatchObject({ events: 3, brokenAt: null });
  const second = backend.db.prepare<[], { id: string }>('SELECT id FROM events WHERE seq = 2').get()?.id;
  backend.db.exec(sql);
  expect((await call.history.verify()).brokenAt).toBe(second);
});

test('a long history is checked without holding up the other calls', async () => {
  const { call, backend } = openTestBackend();
  backend.changes.record('test.many', (change) => {
    for (let no = 0; no < 2500; no += 1) change.insert('tags', { name: `标签${no}` });
  });
  const check = call.history.verify();
  let other = 0;
  const between = setInterval(() => (other += 1), 0);
  expect(await check).toMatchObject({ events: 2500, brokenAt: null });
  clearInterval(between);
  expect(other).toBeGreaterThan(0);
  await expect(verifyChain(backend, AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' });
});

test('a removed event is located by the one behind it', async () => {
  const { call, backend } = openTestBackend();
  for (const name of ['示例甲', '示例乙', '示例丙']) await newClient(call, name);
  const third = backend.db.prepare<[], { id: string }>('SELECT id FROM events WHERE seq = 3').get()?.id;
  backend.db.exec('DELETE FROM events WHERE seq = 2');
  expect((await call.history.verify()).brokenAt).toBe(third);
});
