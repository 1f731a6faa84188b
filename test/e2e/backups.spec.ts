import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { migrations } from '#backend/db/migrations/all.ts';
import { answerDialogs, chosen } from './support/dialogs.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { failure, goTo, openClient, paths, readFailure } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const words = zh.settings.backup;
const bakery = '澄州半山面包坊';
const story = tellStory('sample');
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));

const backupsIn = (place: string): string[] =>
  fs
    .readdirSync(place)
    .filter((name) => name.startsWith('certfolio-'))
    .sort();
const line = (reason: keyof typeof words.reason): Locator =>
  story.page.getByRole('row').filter({ hasText: words.reason[reason] });

test('the backups go to the folder that was chosen', async () => {
  const { app, page } = story;
  await goTo(page, paths.settings('backup'));
  await answerDialogs(app, { showOpenDialog: [chosen(folder)] });
  await page.getByRole('button', { name: words.change }).click();
  await expect(page.getByText(path.basename(folder))).toBeVisible();
  await expect(page.getByText(words.folderDefault)).toHaveCount(0);
});

test('a backup on demand is made, listed and found whole', async ({}, testInfo) => {
  const { page } = story;
  await page.getByRole('button', { name: words.now }).click();
  await expect(page.getByText(/^备份完成：47 户、19 份文件/u)).toBeVisible();
  expect(backupsIn(folder).filter((name) => name.endsWith('-manual'))).toHaveLength(1);
  await expect(line('manual')).toContainText(say(words.contents, { clients: 47, files: 19 }));
  await line('manual').getByRole('button', { name: words.verify }).click();
  await expect(page.getByText(/^备份「.+」完整$/u)).toBeVisible();
  await keepPicture(page, testInfo, 'backups');
});

test('restoring it brings the old state back and sets the present one aside', async () => {
  const { dataFolder, page } = story;
  await openClient(page, bakery);
  await page.getByRole('button', { name: zh.components.action.more }).first().click();
  await page.getByRole('menuitem', { name: zh.client.trash }).click();
  await goTo(page, paths.clients());
  await expect(page.getByText(say(zh.clients.count, { n: 46 })).first()).toBeVisible();

  await goTo(page, paths.settings('backup'));
  await line('manual').getByRole('button', { name: words.restore }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(words.confirmText);
  await dialog.getByRole('button', { name: words.confirm }).click();
  await expect(dialog).toHaveCount(0);
  await goTo(page, paths.clients());
  await expect(page.getByText(say(zh.clients.count, { n: 47 })).first()).toBeVisible();

  const [aside = ''] = fs.readdirSync(path.join(dataFolder, 'set-aside'));
  expect(fs.existsSync(path.join(dataFolder, 'set-aside', aside, 'certfolio.sqlite'))).toBe(true);
});

test('a damaged backup is named, and nothing is changed by it', async () => {
  const { page } = story;
  const name = backupsIn(folder).find((each) => each.endsWith('-manual')) ?? '';
  const database = path.join(folder, name, 'certfolio.sqlite');
  fs.writeFileSync(database, Buffer.concat([fs.readFileSync(database), Buffer.from('x')]));
  await goTo(page, paths.settings('backup'));
  await line('manual').getByRole('button', { name: words.verify }).click();
  await expect(page.getByText(say(words.broken, { name, n: 1 }))).toBeVisible();
  await expect(page.getByText(words.problem.database_altered)).toBeVisible();
  await line('manual').getByRole('button', { name: words.restore }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.confirm }).click();
  await expect(failure(page)).toContainText(say(zh.errors.BACKUP_DAMAGED.happened, { name }));
  await readFailure(page);
  await goTo(page, paths.clients());
  await expect(page.getByText(say(zh.clients.count, { n: 47 })).first()).toBeVisible();
});

test('the work ends with a backup there, and the next day begins with one', async () => {
  const before = backupsIn(folder);
  await story.restart({ now: '2026-09-23T09:00:00+08:00' });
  await expect
    .poll(() => backupsIn(folder).filter((name) => !before.includes(name)).length, { timeout: 90_000 })
    .toBe(2);
  const reasons = backupsIn(folder)
    .filter((name) => !before.includes(name))
    .map((name) => name.split('-').at(-1));
  expect(reasons).toEqual(['close', 'daily']);
});

test('a folder that is gone is not made anew, and the program says so', async () => {
  const { page } = story;
  await goTo(page, paths.settings('backup'));
  fs.rmSync(folder, { recursive: true });
  await page.getByRole('button', { name: words.now }).click();
  await expect(failure(page)).toContainText(
    say(zh.errors.NOT_WRITABLE.happened, { name: path.basename(folder) }),
  );
  await readFailure(page);
  expect(fs.existsSync(folder)).toBe(false);
});

test('the command line makes one and puts it back', async () => {
  const cli = await story.quit();
  const place = temporaryFolder();
  const made = (await cli.run('backup', '--to', place)) as { readonly name: string };
  expect(made).toMatchObject({ clientCount: 47, fileCount: 19 });
  const { rows } = await cli.call('clients.list', { filter: { text: bakery } });
  await cli.call('clients.update', { id: rows[0]?.id ?? '', base: {}, changes: { name: '示例改名店' } });
  await expect(cli.run('restore', path.join(place, made.name))).resolves.toMatchObject({
    schemaVersion: migrations.length,
  });
  expect((await cli.call('clients.list', { filter: { text: bakery } })).total).toBe(1);
  await expect(cli.run('verify')).resolves.toMatchObject({ problems: [] });
  removeFolder(place);
});
