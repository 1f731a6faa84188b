import { expect } from '@playwright/test';

import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isShown, test } from '../support/app.ts';
import type { Certfolio } from '../support/app.ts';
import { button, chosen, shownDialogs } from '../support/dialogs.ts';
import { copyFolder, removeFolder, temporaryFolder } from '../support/folders.ts';

// The buttons of the dialog, from the left.
const retry = button(0);
const restore = button(2);
const quit = button(3);

const garbage = 'this is no database, '.repeat(1000);
const databaseIn = (dataFolder: string): string => path.join(dataFolder, 'certfolio.sqlite');
const ended = ({ app }: Certfolio): Promise<unknown> => app.waitForEvent('close');

let worked: string | undefined;
const copies: string[] = [];
test.afterAll(() => {
  for (const folder of [...copies, worked ?? '']) if (folder !== '') removeFolder(folder);
});

/**
 * A data folder as a day's work leaves it, with the backup made at its end: worked once, then copied. The runner may clear
 * up after a part of this file and go on with the rest.
 */
async function workedFolder(launch: Launch): Promise<string> {
  if (worked === undefined || !fs.existsSync(worked)) {
    worked = temporaryFolder();
    const program = await launch({ dataFolder: worked });
    await program.window();
    await program.quit();
  }
  const copy = copyFolder(worked);
  copies.push(copy);
  return copy;
}

type Launch = (options: { readonly dataFolder: string }) => Promise<Certfolio>;

test('damaged data is not opened, not changed, and said so in both languages', async ({ launch }) => {
  const dataFolder = await workedFolder(launch);
  fs.writeFileSync(databaseIn(dataFolder), garbage);
  const program = await launch({ dataFolder, answers: { showMessageBox: [retry, quit] } });
  await ended(program);
  const dialogs = shownDialogs(program);
  expect(dialogs.map(({ options }) => options.message)).toEqual([
    '数据文件损坏，没有打开',
    '数据文件损坏，没有打开',
  ]);
  expect(dialogs[0]?.options.detail).toContain('The data file is damaged and was not opened');
  expect(dialogs[0]?.options.detail).toContain(dataFolder);
  expect(dialogs[0]?.options.buttons).toHaveLength(4);
  expect(fs.readFileSync(databaseIn(dataFolder), 'utf8')).toBe(garbage);
});

test('a backup is put in place of damaged data, which is set aside', async ({ launch }) => {
  const dataFolder = await workedFolder(launch);
  fs.writeFileSync(databaseIn(dataFolder), garbage);
  const answers = { showMessageBox: [restore], showOpenDialog: [chosen(path.join(dataFolder, 'backups'))] };
  const program = await launch({ dataFolder, answers });
  await program.window();
  const [aside = ''] = fs.readdirSync(path.join(dataFolder, 'set-aside'));
  expect(fs.readFileSync(databaseIn(path.join(dataFolder, 'set-aside', aside)), 'utf8')).toBe(garbage);
  expect(fs.readFileSync(databaseIn(dataFolder)).toString('latin1', 0, 15)).toBe('SQLite format 3');
});

test('a folder without a backup changes nothing and the program asks again', async ({ launch }) => {
  const dataFolder = await workedFolder(launch);
  fs.writeFileSync(databaseIn(dataFolder), garbage);
  const empty = path.join(dataFolder, 'empty');
  fs.mkdirSync(empty);
  const answers = { showMessageBox: [restore, quit], showOpenDialog: [chosen(empty)] };
  const program = await launch({ dataFolder, answers });
  await ended(program);
  expect(shownDialogs(program).map(({ name }) => name)).toEqual([
    'showMessageBox',
    'showOpenDialog',
    'showMessageBox',
  ]);
  expect(fs.readFileSync(databaseIn(dataFolder), 'utf8')).toBe(garbage);
});

test('data that may only be read is not opened, and said so', async ({ launch }) => {
  const dataFolder = await workedFolder(launch);
  fs.chmodSync(databaseIn(dataFolder), 0o444);
  const before = fs.readFileSync(databaseIn(dataFolder));
  const program = await launch({ dataFolder });
  await ended(program);
  const [dialog] = shownDialogs(program);
  expect(dialog?.options.message).toBe('数据文件不可写');
  expect(dialog?.options.detail).toContain('certfolio.sqlite');
  expect(fs.readFileSync(databaseIn(dataFolder)).equals(before)).toBe(true);
});

test('data of a newer version is left alone', async ({ launch }) => {
  const dataFolder = await workedFolder(launch);
  const db = new DatabaseSync(databaseIn(dataFolder));
  db.exec('PRAGMA user_version = 999');
  db.close();
  const before = fs.readFileSync(databaseIn(dataFolder));
  const program = await launch({ dataFolder });
  await ended(program);
  const [dialog] = shownDialogs(program);
  expect(dialog?.options.message).toBe('数据来自更新版本的证簿');
  expect(dialog?.options.detail).toContain('999');
  expect(fs.readFileSync(databaseIn(dataFolder)).equals(before)).toBe(true);
});

test('data that another program holds is opened when that one lets go', async ({ launch }) => {
  const holder = await launch();
  await holder.window();
  const answers = { showMessageBox: Array.from({ length: 100 }, () => retry) };
  const second = await launch({ dataFolder: holder.dataFolder, answers });
  await expect.poll(() => shownDialogs(second).length).toBeGreaterThan(0);
  expect(shownDialogs(second)[0]?.options.message).toBe('数据正被另一个程序使用');
  expect(await isShown(second.app)).toBe(false);
  await holder.quit();
  await expect.poll(() => isShown(second.app), { timeout: 20_000 }).toBe(true);
});
