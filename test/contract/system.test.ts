import fs from 'node:fs';
import { expect, test } from 'vitest';
import { resultOf } from '#shared/contract/work.ts';
import { databaseFile } from '#backend/backend.ts';
import { migrations } from '#backend/db/migrations/all.ts';
import { announce } from '#backend/system/announcements.ts';
import type { VerifyStep } from '#backend/system/service.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';

async function verified(call: TestBackend['call']) {
  const steps: VerifyStep[] = [];
  for await (const step of await call.system.verify()) steps.push(step);
  const last = steps.at(-1);
  if (last?.kind !== 'verified') throw new Error('the check did not end');
  return { steps, last };
}

test('the program says who and where it is', async () => {
  const { call, backend } = openTestBackend();
  expect(await call.system.info()).toEqual({
    version: '0.0.0-test',
    schemaVersion: migrations.length,
    seatLetter: 'A',
    today: '2026-09-22',
    nowMs: sampleNowMs,
    dataFolder: backend.dataFolder,
    integrity: [],
  });
});

test('every window hears of every change, until it closes', async () => {
  const { call, backend } = openTestBackend();
  const window = new AbortController();
  const changes = await call.system.changes(undefined, { signal: window.signal });
  const { changeId } = await call.clients.create({ name: '示例', entityType: 'company' });
  announce(backend, ['reminders']);
  expect(await changes.next()).toEqual({ done: false, value: { tables: ['clients'], changeId } });
  expect(await changes.next()).toEqual({ done: false, value: { tables: ['reminders'], changeId: null } });
  const waiting = changes.next();
  window.abort();
  expect((await waiting).done).toBe(true);
});

test('a change in parts is heard of once, when it is whole', async () => {
  const { call, backend } = openTestBackend();
  const clients = Array.from({ length: 60 }, (_, n) => ({ name: `示例${n}`, name_key: `示例${n}` }));
  backend.changes.record('test', (change) => {
    for (const row of clients) change.insert('clients', { ...row, entity_type: 'company' });
  });
  const changes = await call.system.changes();
  const written = { filter: {}, changes: { serviceFeeFen: 5 } };
  const { changeId } = await resultOf(call.bulk.writeClients(written), () => undefined);
  announce(backend, ['reminders']);
  expect((await changes.next()).value).toEqual({ tables: ['clients'], changeId });
  expect((await changes.next()).value).toEqual({ tables: ['reminders'], changeId: null });
  await changes.return();
});

test('settings of this computer are announced too', async () => {
  const { call } = openTestBackend();
  const changes = await call.system.changes();
  await call.settings.set({ theme: 'dark' });
  expect((await changes.next()).value).toEqual({ tables: ['local_settings'], changeId: null });
  await changes.return();
});

test('a sound portfolio is verified whole', async () => {
  const { call } = openTestBackend();
  await call.clients.create({ name: '示例', entityType: 'company' });
  const { steps, last } = await verified(call);
  expect(last).toEqual({ kind: 'verified', database: true, events: 1, files: 0, problems: [] });
  expect(steps.map((step) => (step.kind === 'checking' ? step.what : step.kind))).toEqual(
    expect.arrayContaining(['database', 'history', 'verified']),
  );
});

test('a dangling row, a broken chain and a lost file are each named', async () => {
  const { call, backend } = openTestBackend();
  const { id } = await call.clients.create({ name: '示例', entityType: 'company' });
  const lost = 'ab'.repeat(32);
  const { db } = backend;
  db.pragma('foreign_keys = OFF');
  db.exec(`INSERT INTO bank_accounts (id, client_id, holder_name, created_at_ms, updated_at_ms) VALUES ('b', 'nowhere', '示例', 1, 1);
    INSERT INTO documents (id, client_id, kind, title, created_at_ms, updated_at_ms) VALUES ('d', '${id}', 'other', '示例', 1, 1);
    INSERT INTO document_versions (id, document_id, part, version_no, sha256, original_name, media_type, size_bytes, page_count, created_at_ms, updated_at_ms)
      VALUES ('v', 'd', 'whole', 1, '${lost}', '示例.png', 'image/png', 3, 1, 1, 1);
    UPDATE events SET after = '{}'`);
  const { last } = await verified(call);
  expect(last).toMatchObject({ database: false, files: 1 });
  expect(last.problems.map((problem) => problem.code)).toEqual(['foreign_key', 'history', 'missing']);
  expect(last.problems[2]).toEqual({ code: 'missing', subject: lost });
});

test('a damaged file is noticed after the start, and every window is told', async () => {
  const first = openTestBackend();
  const remark = '样本'.repeat(500);
  for (let i = 0; i < 60; i += 1)
    await first.call.clients.create({ name: `示例${i}`, entityType: 'company', remark });
  const { dataFolder } = first.backend;
  first.backend.db.pragma('wal_checkpoint(TRUNCATE)');
  first.backend.close();
  const file = databaseFile(dataFolder);
  const bytes = fs.readFileSync(file);
  bytes.fill(0xff, bytes.length - 40_000, bytes.length - 20_000);
  fs.writeFileSync(file, bytes);
  const { call } = openTestBackend(dataFolder);
  const changes = await call.system.changes();
  expect((await call.system.info()).integrity).toEqual([]);
  expect((await changes.next()).value).toEqual({ tables: ['integrity'], changeId: null });
  expect((await call.system.info()).integrity).not.toEqual([]);
  await changes.return();
});
