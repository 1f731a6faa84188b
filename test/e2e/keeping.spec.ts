import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import * as scans from '#test/support/scans.ts';
import { seriousFaults } from './support/access.ts';
import { dropFiles } from './support/drop.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { goTo, openByPalette, openClient, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { zh } from './support/words.ts';

const words = zh.keeping;
const clientName = '云汀归樾家居用品有限公司';
const story = tellStory('sample');
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));

const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('gridcell') });
const name = '示例过期资料';

test('a paper is given a day until which it is kept, and is listed when that is over', async ({}, testInfo) => {
  const { page } = story;
  await openClient(page, clientName);
  const papers = page.locator('[data-place="papers"]');
  await dropFiles(page, papers, [scans.fileIn(folder, `${name}.png`, await scans.picture('png', 77))]);
  const dialog = page.getByRole('dialog', { name: zh.client.papers.add });
  await dialog.getByLabel(zh.client.papers.kind).fill(zh.vocabulary.documentKind.other);
  await dialog.getByLabel(zh.client.papers.kind).press('Enter');
  await dialog.getByLabel(zh.client.papers.name).fill(name);
  await dialog.getByLabel(zh.client.papers.name).press('Control+Enter');
  await expect(dialog).toHaveCount(0);

  await goTo(page, paths.keeping());
  await expect(page.getByText(words.empty.due)).toBeVisible();

  await openByPalette(page, name, name);
  const fact = page
    .locator('dl > div')
    .filter({ has: page.locator('dt', { hasText: zh.viewer.field.keepUntilOn }) });
  await fact.getByRole('button').click();
  const field = page.getByRole('textbox', { name: zh.viewer.field.keepUntilOn });
  await field.fill('2026-09-01');
  await field.press('Enter');
  await goTo(page, paths.keeping());
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText(words.free);
  await keepPicture(page, testInfo, 'due');
  expect(await seriousFaults(page)).toEqual([]);
});

test('it is destroyed by keys after a word of warning, its bytes are gone and the record stays', async ({}, testInfo) => {
  const { page, dataFolder } = story;
  const sha256 = scans.sha256Of(await scans.picture('png', 77));
  const file = path.join(dataFolder, 'vault', sha256.slice(0, 2), sha256);
  expect(fs.existsSync(file)).toBe(true);
  await goTo(page, paths.keeping());
  await page.getByRole('grid').focus();
  await page.keyboard.press('Space');
  // What a search has put out of sight is chosen no more.
  const search = page.getByLabel(words.search);
  await search.fill('无此资料');
  await expect(rows(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: words.destroy, exact: true })).toBeDisabled();
  await search.fill('');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('grid').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(`${name} · ${clientName}`);
  await expect(dialog).toContainText(words.dialog.backups);
  const confirm = dialog.getByRole('button', { name: words.dialog.confirm });
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel(words.dialog.remark).fill('保存期满');
  await dialog.getByLabel(words.dialog.sure).check();
  await keepPicture(page, testInfo, 'dialog');
  expect(await seriousFaults(page)).toEqual([]);
  await confirm.click();
  await expect(toast(page, '已销毁 1 份')).toBeVisible();
  expect(fs.existsSync(file)).toBe(false);
  await expect(page.getByText(words.empty.due)).toBeVisible();

  await page.getByText(words.tab.destroyed).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText(sha256);
  await expect(rows(page).first()).toContainText('保存期满');
  await keepPicture(page, testInfo, 'record');
  expect(await seriousFaults(page)).toEqual([]);
});
