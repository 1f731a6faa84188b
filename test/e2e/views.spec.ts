import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { seriousFaults } from './support/access.ts';
import { commandLine } from './support/command-line.ts';
import { answerDialogs, chosen, saved } from './support/dialogs.ts';
import { temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { goTo, paths } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const story = tellStory('sample');
const words = zh.views;
const folder = temporaryFolder();
const file = path.join(folder, '年审清单.certfolio-view.json');

const sideBar = (page: Page) => page.getByRole('navigation', { name: zh.shell.mainNav });
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const menuButton = (page: Page) => page.getByRole('button', { name: words.menu, exact: true });
const item = (page: Page, name: string) => page.getByRole('menuitem', { name });
const head = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true });

async function choose(page: Page, field: string, value: string): Promise<void> {
  await page.keyboard.press('f');
  await item(page, field).hover();
  await page.getByRole('menuitemcheckbox', { name: value, exact: true }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

async function nameIt(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: words.name }).fill(name);
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText(name);
}

test('on an empty side bar the usual views are offered, and lead to their rows', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.applications());
  await sideBar(page).getByRole('button', { name: words.ready.add }).click();
  const returned = sideBar(page).getByRole('link', { name: words.ready.sentBack });
  await expect(returned).toContainText('1');
  await returned.click();
  await expect(title(page)).toHaveText(words.ready.sentBack);
  await expect(page.getByRole('row')).toHaveCount(2);
  await keepPicture(page, testInfo, 'a view of the applications');
  expect(await seriousFaults(page)).toEqual([]);
});

test('a list is filtered by the keyboard, sorted, and saved as a view that counts its rows', async () => {
  const { page } = story;
  await goTo(page, paths.applications());
  await choose(page, zh.applications.condition.kinds, zh.vocabulary.applicationKind.annual_review);
  await head(page, zh.applications.column.client).getByRole('button').click();
  await expect(head(page, zh.applications.column.client)).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('button', { name: words.saveAs }).click();
  await nameIt(page, '年审清单');
  const rows = (await page.getByRole('row').count()) - 1;
  await expect(sideBar(page).getByRole('link', { name: '年审清单' })).toContainText(String(rows));
  await expect(page.getByRole('button', { name: words.save })).toHaveCount(0);
  await head(page, zh.applications.column.stage).getByRole('button').click();
  await page.getByRole('button', { name: words.save }).click();
  await expect(page.getByRole('button', { name: words.save })).toHaveCount(0);
  await expect(head(page, zh.applications.column.stage)).toHaveAttribute('aria-sort', 'ascending');
});

test('the count follows a write and its undo', async () => {
  const { page } = story;
  const rows = (await page.getByRole('row').count()) - 1;
  const entry = sideBar(page).getByRole('link', { name: '年审清单' });
  await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
  await page.keyboard.press('Space');
  await page.keyboard.press('Delete');
  await page.getByRole('dialog').getByRole('button', { name: zh.bulk.trash.confirm }).click();
  await expect(entry).toContainText(String(rows - 1));
  await page.keyboard.press('Control+z');
  await expect(entry).toContainText(String(rows));
});

test('views are taken from the side bar, moved and copied; the palette finds them all', async ({}, testInfo) => {
  const { page } = story;
  await menuButton(page).click();
  await item(page, words.manage).click();
  const dialog = page.getByRole('dialog', { name: words.manage });
  await dialog.getByRole('checkbox', { name: say(words.inSideBar, { name: '年审清单' }) }).click();
  await expect(sideBar(page).getByRole('link', { name: '年审清单' })).toHaveCount(0);
  await dialog.getByRole('button', { name: say(words.up, { name: '年审清单' }) }).click();
  await expect(dialog.getByRole('listitem').nth(-2)).toContainText('年审清单');
  await keepPicture(page, testInfo, 'all views of a list');
  expect(await seriousFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: zh.components.action.close }).click();
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('年审清单');
  await page.getByRole('option', { name: /年审清单/u }).click();
  await expect(title(page)).toHaveText('年审清单');
});

test('a view goes into a file and from it into another firm', async () => {
  const { page } = story;
  await answerDialogs(story.app, { showSaveDialog: [saved(file)] });
  await menuButton(page).click();
  await item(page, words.export).click();
  await expect(
    page.getByText(say(words.exported_other, { count: 1, name: path.basename(file) })),
  ).toBeVisible();
  const other = commandLine({ programFolder: process.cwd(), dataFolder: temporaryFolder() });
  await other.run('views', 'import', file);
  expect(await other.run('views', 'list', 'applications')).toMatchObject([
    { name: '年审清单', isPinned: false, total: 0 },
  ]);
});

test('a file whose view is here already asks what becomes of it, a faulty one names the place', async ({}, testInfo) => {
  const { page } = story;
  await answerDialogs(story.app, { showOpenDialog: [chosen(file)] });
  await menuButton(page).click();
  await item(page, words.import.action).click();
  const dialog = page.getByRole('dialog', { name: words.import.title });
  const run = dialog.getByRole('button', { name: words.import.run });
  await expect(run).toBeDisabled();
  await dialog.getByRole('radio', { name: words.import.keepBoth }).click();
  await keepPicture(page, testInfo, 'views before they are taken in');
  expect(await seriousFaults(page)).toEqual([]);
  await run.click();
  await expect(page.getByText(say(words.import.done_other, { count: 1 }))).toBeVisible();
  const bad = path.join(folder, '坏.certfolio-view.json');
  fs.writeFileSync(bad, fs.readFileSync(file, 'utf8').replace('"applications"', '"fees"'));
  await answerDialogs(story.app, { showOpenDialog: [chosen(bad)] });
  await menuButton(page).click();
  await item(page, words.import.action).click();
  await expect(dialog.getByText('views.0.screen')).toBeVisible();
  await dialog.getByRole('button', { name: zh.components.action.close }).click();
});

test('after a restart the view that was open is open again, its columns with it', async () => {
  let { page } = story;
  await page.getByRole('button', { name: zh.components.table.columns, exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: zh.applications.column.since, exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: words.save }).click();
  await expect(page.getByRole('button', { name: words.save })).toHaveCount(0);
  // The program begins where it was left.
  page = await story.restart();
  await expect(title(page)).toHaveText('年审清单');
  await expect(head(page, zh.applications.column.since)).toBeVisible();
  await sideBar(page).getByRole('link', { name: zh.shell.nav.applications, exact: true }).click();
  await expect(title(page)).toHaveText(zh.applications.title);
  await expect(head(page, zh.applications.column.since)).toHaveCount(0);
});

test('a view of the clients and one of the accounts stand under their own lists', async () => {
  const { page } = story;
  await goTo(page, paths.clients());
  await choose(page, zh.clients.condition.certifiedWithinDays, say(zh.clients.days.ahead, { n: 90 }));
  await page.getByRole('button', { name: words.saveAs }).click();
  await nameIt(page, '快到期的客户');
  await goTo(page, paths.accounts());
  await expect(sideBar(page).getByText(words.of.accounts)).toBeVisible();
  await expect(sideBar(page).getByRole('link', { name: '快到期的客户' })).toHaveCount(0);
  await menuButton(page).click();
  await item(page, words.saveAsNew).click();
  await nameIt(page, '全部账号');
  await menuButton(page).click();
  await item(page, words.remove).click();
  await expect(title(page)).toHaveText(zh.accounts.title);
  await expect(sideBar(page).getByRole('link', { name: '全部账号' })).toHaveCount(0);
});
