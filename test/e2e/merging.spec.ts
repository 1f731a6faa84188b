import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { seriousFaults } from './support/access.ts';
import { keepPicture } from './support/keep.ts';
import { goTo, openClient, openPalette, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const { clients, client, duplicates, components } = zh;
const { dialog: words } = duplicates;
const known = '栩禾（云汀）餐饮管理有限公司';
const second = '栩禾(云汀)餐饮管理有限公司';
const story = tellStory('sample');

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const mergeDialog = (page: Page) => page.getByRole('dialog', { name: words.title });
const row = (page: Page) => page.locator('[data-row]').filter({ hasText: second });

test('a client that is there already is hinted at on its page', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.newClient());
  const dialog = page.getByRole('dialog', { name: clients.new.title });
  const name = dialog.getByLabel(clients.new.name);
  await name.fill(second);
  const alike = dialog.getByText(say(clients.new.alike, { name: known }));
  await expect(alike).toBeVisible();
  // What an input method is still composing is nobody's name yet.
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'fen', selectionStart: 3, selectionEnd: 3 });
  await expect(name).toHaveValue(`${second}fen`);
  await expect(alike).toBeVisible();
  await session.send('Input.insertText', { text: '分公司' });
  await session.detach();
  await expect(name).toHaveValue(`${second}分公司`);
  await expect(alike).toHaveCount(0);
  await name.fill(second);
  await expect(alike).toBeVisible();
  await expect(dialog.getByRole('link', { name: clients.new.alikeOpen })).toBeVisible();
  await keepPicture(page, testInfo, 'alike');
  await dialog.getByRole('button', { name: clients.new.save }).click();
  await openClient(page, second);
  const remark = page.getByRole('textbox', { name: client.remark.title });
  await remark.fill('按季度结算');
  await remark.press('Control+Enter');
  await expect(toast(page, client.remark.saved)).toBeVisible();
  await expect(
    page.getByText(say(duplicates.hint, { name: known, reasons: duplicates.reason.same_name })),
  ).toBeVisible();
  await keepPicture(page, testInfo, 'hint');
});

test('the list says why, and what is not the same is listed again only when it is asked for', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.clients());
  await page.getByRole('button', { name: say(duplicates.button, { n: 1 }) }).click();
  await expect(heading(page, duplicates.title)).toBeVisible();
  await expect(row(page)).toContainText(duplicates.reason.same_name);
  expect(await seriousFaults(page)).toEqual([]);
  await keepPicture(page, testInfo, 'duplicates');
  await expect(row(page).getByRole('button').first()).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByRole('heading', { name: duplicates.empty })).toBeVisible();
  await keepPicture(page, testInfo, 'none');
  await page.getByRole('button', { name: duplicates.told.again }).click();
  await expect(row(page)).toBeVisible();
});

test('two clients are merged field by field with the keyboard, and it is undone as one', async ({}, testInfo) => {
  const { page } = story;
  await row(page).getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  const dialog = mergeDialog(page);
  await expect(dialog).toContainText(known);
  const name = say(words.choose.other, { field: client.history.field.name, value: second });
  await dialog.getByRole('radio', { name, exact: true }).check();
  await expect(dialog.getByRole('radio', { name: words.choose.both })).toBeChecked();
  expect(await seriousFaults(page)).toEqual([]);
  await keepPicture(page, testInfo, 'merge');
  // Wherever the focus is.
  await dialog.getByRole('heading', { name: words.title }).click();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(heading(page, second)).toBeVisible();
  const remark = page.getByRole('textbox', { name: client.remark.title });
  await expect(remark).toHaveValue(/\n\n按季度结算$/u);
  await expect(page.getByText(client.former, { exact: true })).toBeVisible();
  await expect(page.getByText(say(client.history.mergeIn, { name: second }))).toBeVisible();
  await keepPicture(page, testInfo, 'merged');
  const done = toast(page, say(words.merged, { other: second, kept: known }));
  await done.getByRole('button', { name: components.action.undo }).click();
  await expect(heading(page, known)).toBeVisible();
  await goTo(page, paths.duplicates());
  await expect(row(page)).toBeVisible();
});

test('a merge begins on a page too, either way round, and Ctrl+Z and Ctrl+Y reach it', async () => {
  const { page } = story;
  await openClient(page, second);
  await page.getByRole('button', { name: components.action.more }).first().click();
  await page.getByRole('menuitem', { name: client.merge }).click();
  const pick = page.getByRole('dialog', { name: say(duplicates.pick.title, { name: second }) });
  await expect(pick.getByRole('button', { name: known })).toBeVisible();
  await pick.getByLabel(duplicates.pick.label).press('Enter');
  const dialog = mergeDialog(page);
  await dialog.getByRole('button', { name: words.swap }).click();
  await dialog.getByRole('button', { name: words.confirm }).click();
  await expect(heading(page, known)).toBeVisible();
  await page.keyboard.press('Control+z');
  await goTo(page, paths.duplicates());
  await expect(row(page)).toBeVisible();
  await page.keyboard.press('Control+y');
  await expect(page.getByRole('heading', { name: duplicates.empty })).toBeVisible();
});

test('who was merged says where it went, and the palette leads to the list', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.trash());
  await page.getByRole('row').filter({ hasText: second }).getByRole('gridcell').nth(1).dblclick();
  await expect(page.getByRole('link', { name: say(client.mergedInto, { name: known }) })).toBeVisible();
  await keepPicture(page, testInfo, 'in the trash');
  const box = await openPalette(page);
  await box.getByRole('combobox').fill(`>${zh.search.command.duplicates}`);
  await page.keyboard.press('Enter');
  await expect(heading(page, duplicates.title)).toBeVisible();
});
