import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { seriousFaults } from './support/access.ts';
import { answerDialogs, saved } from './support/dialogs.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { goTo, openClient, openPalette, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { zh } from './support/words.ts';

const words = zh.people;
/** Of a shop with nothing under way, and of a body with an annual review under way. */
const [free, held] = ['芦小舟', '安小雅'];
const shop = '青屿芦汀便利店';
const story = tellStory('sample');
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));

const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('gridcell') });

test('people are found by name and number, from the papers and by the palette', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.documents());
  await page.getByRole('button', { name: words.title }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
  await page.getByLabel(words.search).fill(held);
  await expect(rows(page)).toHaveCount(1);
  await keepPicture(page, testInfo, 'list');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByLabel(words.search).fill('没有这个人');
  await expect(page.getByText(words.nothingFound)).toBeVisible();

  const box = await openPalette(page);
  await box.getByRole('combobox').fill(zh.search.command.people);
  await page.keyboard.press('Enter');
  await expect(box).toBeHidden();
  await page.getByLabel(words.search).fill(held);
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('grid').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: held })).toBeVisible();
});

test('all that is held about one stands on one page, and what has to stay is told with its reason', async ({}, testInfo) => {
  const { page } = story;
  await expect(page.getByRole('region', { name: words.sections.papers })).toContainText(
    zh.vocabulary.documentKind.id_card,
  );
  await expect(page.getByRole('region', { name: words.sections.links })).toContainText('青屿市第三幼儿园');
  await keepPicture(page, testInfo, 'person');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: words.erase.button }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('region', { name: words.erase.stays })).toContainText(/在办申请 .+ 需要/u);
  await expect(dialog.getByRole('button', { name: words.erase.confirm })).toBeDisabled();
  await keepPicture(page, testInfo, 'stays');
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('everything about a person goes into a folder, and into the register', async ({}, testInfo) => {
  const { app, page } = story;
  await openClient(page, shop);
  await page.locator('[data-place="people"]').getByRole('button', { name: free }).click();
  await page.getByRole('dialog').getByRole('link', { name: words.all }).click();
  await expect(page.getByRole('heading', { level: 1, name: free })).toBeVisible();
  await expect(page.getByRole('region', { name: words.sections.links })).toContainText(shop);
  const target = path.join(folder, '给本人');
  await answerDialogs(app, { showSaveDialog: [saved(target)] });
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: words.export.title });
  await expect(dialog.getByLabel(zh.handOuts.give.recipient)).toHaveValue(words.export.recipient);
  await keepPicture(page, testInfo, 'export');
  expect(await seriousFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: words.export.confirm }).click();
  await expect(toast(page, '「给本人」已写好')).toBeVisible();
  expect(fs.readFileSync(path.join(target, '个人信息.html'), 'utf8')).toContain(free);
  await goTo(page, paths.handOuts());
  await expect(rows(page).first()).toContainText(words.export.purpose);
});

test('a person whom nothing needs is erased once their name is typed, and what is left names nobody', async ({}, testInfo) => {
  const { page, dataFolder } = story;
  await openClient(page, shop);
  await page.locator('[data-place="people"]').getByRole('button', { name: free }).click();
  await page.getByRole('dialog').getByRole('link', { name: words.all }).click();
  await page.getByRole('button', { name: words.erase.button }).click();
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: words.erase.confirm });
  await expect(dialog.getByRole('region', { name: words.erase.goes })).toContainText(shop);
  await dialog.getByLabel(/输入姓名/u).fill('芦小');
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel(words.erase.remark).fill('本人书面要求');
  await dialog.getByLabel(/输入姓名/u).fill(free);
  await keepPicture(page, testInfo, 'erase');
  await confirm.click();
  await expect(toast(page, words.erase.done)).toBeVisible();
  const told = page.getByRole('dialog', { name: words.erasure.whole });
  await expect(told).toContainText('本人书面要求');
  await keepPicture(page, testInfo, 'report');
  expect(await seriousFaults(page)).toEqual([]);
  await told.getByRole('button', { name: zh.components.action.close }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('本人书面要求');
  await keepPicture(page, testInfo, 'erasures');
  const stored = fs.readFileSync(path.join(dataFolder, 'certfolio.sqlite'));
  expect(stored.includes(free)).toBe(false);
  // The key passes over it.
  await openClient(page, shop);
  await expect(page.locator('[data-place="people"]')).not.toContainText(free);
  await expect(page.locator('[data-place="history"]')).toContainText('内容已应本人要求删除');
  await keepPicture(page, testInfo, 'history');
});
