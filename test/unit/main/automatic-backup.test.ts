import { expect, test } from 'vitest';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import { backUpAtClose, backUpDaily } from '../../../electron/main/automatic-backup.ts';

const goOn = new AbortController().signal;
const dayMs = 86_400_000;

test('the first backup of a day is made, a second one is not', async () => {
  const program = openTestBackend();
  const { call } = program;
  await backUpDaily(call, goOn);
  await backUpDaily(call, goOn);
  expect((await call.backups.list()).map(({ reason }) => reason)).toEqual(['daily']);
  program.setNow(sampleNowMs + dayMs);
  await backUpDaily(call, goOn);
  expect(await call.backups.list()).toHaveLength(2);
});

test('a day begins at midnight in the business time zone', async () => {
  const program = openTestBackend(undefined, Date.parse('2026-09-22T23:59:00+08:00'));
  const { call } = program;
  await backUpDaily(call, goOn);
  program.setNow(Date.parse('2026-09-23T00:01:00+08:00'));
  await backUpDaily(call, goOn);
  expect(await call.backups.list()).toHaveLength(2);
});

test('what is switched off is not done', async () => {
  const { call } = openTestBackend();
  await call.settings.set({ backupDaily: false, backupAtClose: false });
  await backUpDaily(call, goOn);
  await backUpAtClose(call, goOn);
  expect(await call.backups.list()).toEqual([]);
});

test('a backup at the end of the work', async () => {
  const { call } = openTestBackend();
  await call.settings.set({ backupAtClose: true });
  await backUpAtClose(call, goOn);
  expect((await call.backups.list()).map(({ reason }) => reason)).toEqual(['close']);
});
