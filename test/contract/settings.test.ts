import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { backupFolderPath } from '#backend/settings/service.ts';
import { openTestBackend, temporaryFolder } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';

const consultant = { name: '示例顾问', phone: null, email: null, weeklyCapacity: 20 };

test('everything has a value before anything was set', async () => {
  const { call } = openTestBackend();
  expect(await call.settings.get()).toEqual({
    firmName: '',
    firmPhone: null,
    firmAddress: null,
    language: 'zh-CN',
    theme: 'system',
    zoomPercent: 100,
    density: 'compact',
    startPage: 'last',
    consultantId: null,
    backupFolderName: 'backups',
    backupFolderIsDefault: true,
    backupDaily: true,
    backupAtClose: true,
    backupKeep: 14,
    remindersEnabled: true,
    watchedFolderName: null,
    watchedFolderOn: true,
  });
});

test("the firm's settings are in the history and can be undone, this computer's are not", async () => {
  const { call } = openTestBackend();
  expect((await call.settings.set({ firmName: '示例事务所', theme: 'dark' })).changeId).not.toBeNull();
  expect(
    (await call.settings.set({ theme: 'light', backupDaily: false, backupKeep: 3 })).changeId,
  ).toBeNull();
  expect(await call.settings.get()).toMatchObject({
    firmName: '示例事务所',
    theme: 'light',
    backupDaily: false,
    backupKeep: 3,
  });
  await call.settings.set({ firmName: '示例二所', firmPhone: '0571-0000' });
  await call.history.undo();
  expect(await call.settings.get()).toMatchObject({
    firmName: '示例事务所',
    firmPhone: null,
    theme: 'light',
  });
  await call.history.undo();
  expect((await call.settings.get()).firmName).toBe('');
  await call.settings.set({ firmName: '示例三所' });
  expect((await call.settings.get()).firmName).toBe('示例三所');
});

test('the settings outlive the program', async () => {
  const folder = temporaryFolder();
  const first = openTestBackend(folder);
  await first.call.settings.set({ firmName: '示例事务所', language: 'en' });
  first.backend.close();
  expect(await openTestBackend(folder).call.settings.get()).toMatchObject({
    firmName: '示例事务所',
    language: 'en',
  });
});

test('the folder for backups is named by its last part only', async () => {
  const { call, backend } = openTestBackend();
  const folder = path.join(temporaryFolder(), '示例备份');
  expect(await failureOf(call.settings.set({ backupFolder: 'no-such-token' }))).toMatchObject({
    code: 'FILE_TOKEN_UNKNOWN',
  });
  const token = backend.tokens.grant(folder);
  const refused = { code: 'NOT_WRITABLE', data: { name: '示例备份' } };
  expect(await failureOf(call.settings.set({ backupFolder: token, firmName: '样本' }))).toEqual(refused);
  expect((await call.settings.get()).firmName).toBe('');
  fs.mkdirSync(folder);
  await call.settings.set({ backupFolder: token });
  const values = await call.settings.get();
  expect(values).toMatchObject({ backupFolderName: '示例备份', backupFolderIsDefault: false });
  expect(JSON.stringify(values)).not.toContain(path.dirname(folder));
  expect(backupFolderPath(backend)).toBe(folder);
  await call.settings.set({ backupFolder: null });
  expect((await call.settings.get()).backupFolderIsDefault).toBe(true);
});

test('the consultant at this computer signs the changes', async () => {
  const { call } = openTestBackend();
  const { id: consultantId } = await call.consultants.save({ id: null, consultant });
  const refused = { code: 'NOT_FOUND', data: { what: 'consultants', id: 'nobody' } };
  expect(await failureOf(call.settings.set({ consultantId: 'nobody' }))).toEqual(refused);
  await call.settings.set({ consultantId });
  const { id } = await call.clients.create({ name: '示例', entityType: 'company' });
  expect((await call.clients.get({ id })).history[0]?.actorName).toBe('示例顾问');
  await call.consultants.trash({ id: consultantId });
  expect((await call.settings.get()).consultantId).toBeNull();
});

test('consultants have names of their own and stay while they have clients', async () => {
  const { call } = openTestBackend();
  const { id } = await call.consultants.save({ id: null, consultant });
  const twin = { code: 'DUPLICATE_NAME', data: { name: '示例顾问' } };
  expect(await failureOf(call.consultants.save({ id: null, consultant }))).toEqual(twin);
  await call.consultants.save({ id, consultant: { ...consultant, phone: '13800000000' } });
  const client = await call.clients.create({ name: '示例', entityType: 'company', consultantId: id });
  expect(await call.consultants.list()).toEqual([
    { ...consultant, phone: '13800000000', id, clientCount: 1 },
  ]);
  expect(await failureOf(call.consultants.trash({ id }))).toEqual({
    code: 'IN_USE',
    data: { what: 'clients', count: 1 },
  });
  await call.clients.update({ id: client.id, base: { consultantId: id }, changes: { consultantId: null } });
  await call.consultants.trash({ id });
  expect(await call.consultants.list()).toEqual([]);
});
