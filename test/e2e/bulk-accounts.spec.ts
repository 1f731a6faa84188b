import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import fs from 'node:fs';
import { answerDialogs, chosen } from './support/dialogs.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { goTo, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const story = tellStory('sample');
const words = zh.bulk;
const own = words.accounts;
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));
test.beforeEach(() => test.setTimeout(240_000));

const search = (page: Page) => page.getByRole('textbox', { name: zh.accounts.search });
const bar = (page: Page) => page.getByRole('toolbar', { name: words.bar });
const undo = async (page: Page, done: string | RegExp) => {
  const told = page.getByRole('status').filter({ hasText: done });
  await told.getByRole('button', { name: zh.components.action.undo }).click();
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /^已撤销/u })
      .last(),
  ).toBeVisible({ timeout: 60_000 });
};

/** Narrows the list to a text and selects all that is left. */
async function select(page: Page, text: string, n: number): Promise<void> {
  await goTo(page, paths.accounts());
  await search(page).fill(text);
  await expect(page.getByRole('row')).toHaveCount(n + 1);
  await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
  await page.keyboard.press('Control+a');
  await expect(bar(page).getByText(say(own.chosen, { n }), { exact: true })).toBeVisible();
}

test('the person in charge and the tags of accounts are written to their clients, which the dialog says', async ({}, testInfo) => {
  const { page } = story;
  await select(page, '归樾', 3);
  await page.keyboard.press('a');
  const assign = page.getByRole('dialog', { name: say(own.assign.title, { n: 2 }) });
  await expect(assign.getByText(say(own.owners.assign, { accounts: 3, clients: 2 }))).toBeVisible();
  await assign.getByLabel(words.edit.consultantId).click();
  await page.getByRole('option', { name: zh.clients.nobody }).click();
  await keepPicture(page, testInfo, 'the clients of accounts are assigned');
  await assign.getByRole('button', { name: say(words.edit.save, { n: 2 }) }).click();
  const hers = page.getByRole('row').filter({ hasText: '周岚' });
  await expect(toast(page, say(words.edit.done, { n: 2 }))).toBeVisible();
  await expect(hers).toHaveCount(0);
  await undo(page, say(words.edit.done, { n: 2 }));
  await expect(hers).toHaveCount(3);
  await page.keyboard.press('t');
  const tags = page.getByRole('dialog', { name: say(words.tags.title, { n: 2 }) });
  await expect(tags.getByText(say(own.owners.tags, { accounts: 3, clients: 2 }))).toBeVisible();
  await tags.getByLabel(words.tags.add).fill('冬季');
  await page.keyboard.press('Enter');
  await tags.getByRole('button', { name: say(words.tags.save, { n: 2 }) }).click();
  await expect(toast(page, say(words.tags.done, { n: 2 }))).toBeVisible();
});

test('fields of the accounts themselves are written where they are touched, and taken back', async ({}, testInfo) => {
  const { page } = story;
  await select(page, '归樾', 3);
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: say(own.edit.title, { n: 3 }) });
  await expect(dialog.getByText(words.mixed).first()).toBeVisible();
  // Key by key: half a date is a date, too.
  await dialog.getByLabel(zh.client.account.certifiedUntil).pressSequentially('2027-3-05');
  await expect(dialog.getByLabel(zh.client.account.certifiedUntil)).toHaveValue('2027-3-05');
  await expect(dialog.getByText(say(own.edit.preview, { accounts: 3, fields: 1 }))).toBeVisible();
  await keepPicture(page, testInfo, 'many accounts edited');
  await dialog.getByRole('button', { name: say(own.edit.save, { n: 3 }) }).click();
  const rows = page.getByRole('row').filter({ hasText: '2027-03-05' });
  await expect(rows).toHaveCount(3);
  await undo(page, say(own.edit.done, { n: 3 }));
  await expect(rows).toHaveCount(0);
});

test('keys stay in the menu and the dialog that they opened', async () => {
  const { page } = story;
  await select(page, '归樾', 3);
  await page.keyboard.press('s');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Delete');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: words.trash.confirm })).toBeDisabled();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(bar(page).getByText(say(own.chosen, { n: 3 }), { exact: true })).toBeVisible();
});

test('new applications are opened of those that can have one; the others are named and left out', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.accounts());
  await search(page).fill('');
  await page.getByRole('button', { name: /^未认证/u }).click();
  await expect(page.getByRole('row').filter({ hasText: '鹿砚课堂' })).toHaveCount(1);
  await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: /建申请$/u });
  await expect(dialog.getByText(say(own.start.refused, { n: 1 }))).toBeVisible();
  await expect(dialog.getByText(/鹿砚课堂.*首次认证正在办理/u)).toBeVisible();
  await keepPicture(page, testInfo, 'new applications of many accounts');
  await dialog.getByRole('button', { name: words.step.leave }).click();
  await expect(dialog.getByText(say(own.start.refused, { n: 1 }))).toHaveCount(0);
  // They are looked at once more; then Enter accepts.
  await expect(dialog.getByRole('button', { name: /^建 \d+ 件/u })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  const begun = page.getByRole('row').filter({ hasText: '首次认证，收集资料' });
  await expect(page.getByText(/^已建 \d+ 件申请/u)).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => begun.count()).toBeGreaterThan(3);
  await undo(page, /^已建 \d+ 件申请/u);
  await expect(begun).toHaveCount(0);
});

test('the applications under way take a step, and their checklists are printed', async ({}, testInfo) => {
  const { app, page } = story;
  await goTo(page, paths.accounts());
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: say(zh.components.chip.remove, { field: zh.accounts.condition.certified }) })
    .click();
  await select(page, '归樾', 3);
  await page.keyboard.press('s');
  await page.getByRole('menuitem').filter({ hasText: '撤回申请' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(say(own.step.note, { n: 3 }))).toBeVisible();
  await keepPicture(page, testInfo, 'a step of the applications of accounts');
  await dialog.getByRole('button', { name: say(words.step.save, { n: 1 }) }).click();
  await expect(toast(page, say(words.step.done, { n: 1 }))).toBeVisible();
  await page.keyboard.press('p');
  await expect(toast(page, words.print.none.accounts)).toBeVisible();
  await select(page, '一勺清补凉', 1);
  await answerDialogs(app, { showOpenDialog: [chosen(folder)] });
  await page.keyboard.press('p');
  await expect(page.getByText(/^已把 1 份清单存到/u)).toBeVisible({ timeout: 60_000 });
  expect(fs.readdirSync(folder)).toHaveLength(1);
});
