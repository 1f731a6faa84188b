import { expect, test } from 'vitest';
import type { Backend } from '#backend/backend.ts';
import { openTestBackend } from '#test/support/backend.ts';

const firm = { name: '示例', name_key: '示例', entity_type: 'company' };
const tables = [
  'clients',
  'accounts',
  'changes',
  'events',
  'obligations',
  'client_summaries',
  'search_entries',
];

const counts = ({ db }: Backend) =>
  tables.map((table) => db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n);

test('work that throws leaves nothing: no row, no event, no derived row, no announcement', () => {
  const { backend } = openTestBackend();
  const announced: string[] = [];
  backend.changes.onCommit((_, changeId) => announced.push(changeId));
  backend.changes.record('test.first', (change) => change.insert('clients', firm));
  const before = counts(backend);
  const fail = () =>
    backend.changes.record('test.second', (change) => {
      const id = change.insert('clients', { ...firm, name: '半个' });
      change.insert('accounts', { client_id: id, platform: 'wechat', kind: 'mini_program', name: '半个' });
      throw new Error('in the middle');
    });
  expect(fail).toThrow('in the middle');
  expect(counts(backend)).toEqual(before);
  expect(announced).toHaveLength(1);
});

test('a derivation that throws takes the change with it', () => {
  const { backend } = openTestBackend();
  const before = counts(backend);
  backend.changes.addDerivation(() => {
    throw new Error('cannot derive');
  });
  expect(() => backend.changes.record('test', (change) => change.insert('clients', firm))).toThrow(
    'cannot derive',
  );
  expect(counts(backend)).toEqual(before);
});

test('a row that points nowhere is refused at the end of the change', () => {
  const { backend } = openTestBackend();
  const orphan = { client_id: 'nowhere', platform: 'wechat', kind: 'mini_program', name: '示例' };
  expect(() => backend.changes.record('test', (change) => change.insert('accounts', orphan))).toThrow(
    /FOREIGN KEY/,
  );
  expect(counts(backend).every((n) => n === 0)).toBe(true);
});

test('one change is one entry with an event a row, chained in order', () => {
  const { backend } = openTestBackend();
  const { changeId, result } = backend.changes.record('test.create', (change) => {
    const id = change.insert('clients', firm);
    change.insert('accounts', { client_id: id, platform: 'wechat', kind: 'mini_program', name: '示例' });
    return id;
  });
  const events = backend.db
    .prepare('SELECT seq, change_id, client_id, operation FROM events ORDER BY seq')
    .all();
  const common = { change_id: changeId, client_id: result, operation: 'insert' };
  expect(events).toEqual([
    { seq: 1, ...common },
    { seq: 2, ...common },
  ]);
  expect(backend.db.prepare('SELECT id, action FROM changes').all()).toEqual([
    { id: changeId, action: 'test.create' },
  ]);
});

test('only what differs is written, and nothing different is no change', () => {
  const { backend } = openTestBackend();
  const { result: id } = backend.changes.record('test', (change) => change.insert('clients', firm));
  const same = backend.changes.record('test', (change) =>
    change.update('clients', id, { name: '示例', remark: null }),
  );
  expect(same).toEqual({ changeId: null, result: false });
  backend.changes.record('test', (change) => change.update('clients', id, { name: '示例', remark: '样本' }));
  const last = backend.db.prepare('SELECT before, after FROM events ORDER BY seq DESC LIMIT 1').get();
  expect(last).toEqual({ before: '{"remark":null}', after: '{"remark":"样本"}' });
});

test('deleting twice and restoring twice are one deletion and one return', () => {
  const { backend } = openTestBackend();
  const { result: id } = backend.changes.record('test', (change) => change.insert('clients', firm));
  const act = (work: 'remove' | 'restore') =>
    backend.changes.record('test', (change) => change[work]('clients', id)).result;
  expect([act('remove'), act('remove'), act('restore'), act('restore')]).toEqual([true, false, true, false]);
});

test('the parts of a long change wait for no disk, and what others write between them does', () => {
  const { backend } = openTestBackend();
  const waits = () => backend.db.pragma('synchronous', { simple: true }) === 2;
  const long = backend.changes.begin('test.long');
  const seen: boolean[] = [];
  long.write((change) => {
    seen.push(waits());
    change.insert('clients', firm);
  });
  seen.push(waits());
  const fail = () =>
    long.write(() => {
      throw new Error('in the middle');
    });
  expect(fail).toThrow('in the middle');
  seen.push(waits());
  long.end();
  expect(seen).toEqual([false, true, true]);
});
