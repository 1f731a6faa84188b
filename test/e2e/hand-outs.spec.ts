import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { seriousFaults } from './support/access.ts';
import { answerDialogs, saved } from './support/dialogs.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { goTo, openApplication, paths } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { zh } from './support/words.ts';

const words = zh.handOuts;
const client = '云汀归樾家居用品有限公司';
const story = tellStory('sample');
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));

const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('gridcell') });

test('the submission folder of an application is written, and its files are in the register', async ({}, testInfo) => {
  const { app, page } = story;
  await openApplication(page, client);
  await page.getByRole('button', { name: zh.components.action.more }).first().click();
  await page.getByRole('menuitem', { name: words.submission.menu }).click();
  const dialog = page.getByRole('dialog', { name: words.submission.title });
  await dialog.getByLabel(words.give.recipient).fill('示例平台审核');
  await dialog.getByLabel(words.give.purpose).fill('小程序认证');
  await keepPicture(page, testInfo, 'submission');
  expect(await seriousFaults(page)).toEqual([]);
  await answerDialogs(app, { showSaveDialog: [saved(path.join(folder, '提交材料'))] });
  await dialog.getByLabel(words.give.purpose).press('Enter');
  await expect(dialog).toHaveCount(0);
  const names = fs.readdirSync(path.join(folder, '提交材料')).sort();
  expect(names[0]).toBe('00 清单.txt');
  expect(names.length).toBeGreaterThan(1);
  for (const name of names.slice(1))
    expect(name).toMatch(/^\d\d \S.* 云汀归樾家居用品( \(\d+\))?\.(pdf|png|jpg)$/u);

  await goTo(page, paths.handOuts());
  await expect(rows(page)).toHaveCount(names.length - 1);
  await expect(rows(page).first()).toContainText('示例平台审核');
  await keepPicture(page, testInfo, 'register');
  expect(await seriousFaults(page)).toEqual([]);
});

test('a copy of a paper is given by keys, with what was written last; then it comes back', async ({}, testInfo) => {
  const { app, page } = story;
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: words.note.title })).toBeVisible();
  await page.keyboard.press('Escape');
  await goTo(page, paths.documents());
  await rows(page).filter({ hasText: client }).first().getByRole('gridcell').first().dblclick();
  await expect(page.getByText(words.part.title)).toBeVisible();
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: words.give.title });
  await expect(dialog.getByLabel(words.give.recipient)).toHaveValue('示例平台审核');
  const target = path.join(folder, '一份.png');
  await answerDialogs(app, { showSaveDialog: [saved(target)] });
  await dialog.getByLabel(words.give.recipient).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => fs.readdirSync(folder).filter((name) => name.startsWith('一份')).length).toBe(1);
  await keepPicture(page, testInfo, 'handed out');

  await goTo(page, paths.handOuts());
  // The list may still be the one of before.
  await expect(rows(page).first()).toContainText('一份');
  await rows(page).first().getByRole('gridcell').first().dblclick();
  const entry = page.getByRole('dialog', { name: words.note.title });
  await entry.getByText(words.outcome.returned, { exact: true }).click();
  await keepPicture(page, testInfo, 'entry');
  await page.keyboard.press('Control+Enter');
  await expect(entry).toHaveCount(0);
  await expect(rows(page).first()).toContainText(words.outcome.returned);
  await page.keyboard.press('Control+z');
  await expect(rows(page).first()).toContainText(words.outcome.out);
});
