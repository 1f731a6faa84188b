import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { keepPicture } from './support/keep.ts';
import { goTo, openApplication, openClient, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const story = tellStory('sample');
const { client: words, components, bulk } = zh;
const name = '澄州一勺清补凉店';

const dialog = (page: Page) => page.getByRole('dialog');
const option = (page: Page, text: string) => page.getByRole('option', { name: text, exact: true });
const part = (page: Page, title: string) => page.getByRole('region', { name: title });

test('what can not be right is not saved, and the field that holds it has the focus', async ({}, testInfo) => {
  const { page } = story;
  await openClient(page, name);
  await part(page, words.banks.title).getByRole('button', { name: words.banks.add }).first().click();
  const number = dialog(page).getByLabel(words.banks.number);
  await number.fill('6217 0000 abc');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByLabel(words.banks.bank).fill('示例银行');
  await page.keyboard.press('Control+Enter');
  await expect(number).toBeFocused();
  await keepPicture(page, testInfo, 'a number that can not be right');
  // A doubt is no fault.
  await number.fill('1234567');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(part(page, words.banks.title)).toContainText('示例银行');
});

test('Ctrl+Enter saves also after a click beside the fields, and before the focus is in them', async () => {
  const { page } = story;
  const add = part(page, words.banks.title).getByRole('button', { name: words.banks.add }).first();
  await add.click();
  await dialog(page).getByLabel(words.banks.bank).fill('示例二行');
  await dialog(page).getByRole('heading').click();
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(part(page, words.banks.title)).toContainText('示例二行');
  await add.click();
  await dialog(page).getByLabel(words.banks.bank).fill('示例三行');
  await add.evaluate((button) => {
    const init = { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
    button.dispatchEvent(new KeyboardEvent('keydown', init));
  });
  await expect(dialog(page)).toHaveCount(0);
  await expect(part(page, words.banks.title)).toContainText('示例三行');
});

test('Enter picks the other client, then saves with the kind that was chosen', async ({}, testInfo) => {
  const { page } = story;
  const relations = part(page, words.relations.title);
  await relations.getByRole('button', { name: words.relations.add }).first().click();
  const other = dialog(page).getByLabel(words.relations.other);
  await other.fill('查无此户');
  await expect(dialog(page).getByRole('status')).toHaveText(
    say(zh.components.hitField.none, { query: '查无此户' }),
  );
  await keepPicture(page, testInfo, 'no such client');
  await other.fill('第三幼儿园');
  await expect(dialog(page).getByRole('button', { name: '第三幼儿园' })).toBeVisible();
  await keepPicture(page, testInfo, 'a hit that Enter takes');
  await page.keyboard.press('Enter');
  const kind = dialog(page).getByRole('combobox', { name: words.relations.kind });
  await expect(kind).toBeFocused();
  await keepPicture(page, testInfo, 'a hit that was taken');
  // Nothing is presumed: Enter opens the kinds, and saves none of them.
  await expect(kind).toHaveValue('');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option')).not.toHaveCount(0);
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(dialog(page)).toBeVisible();
  const chosen = await kind.inputValue();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(relations).toContainText('第三幼儿园');
  await expect(relations).toContainText(chosen);
});

test('after a choice for many rows Enter saves, and Ctrl+Enter saves what the list has just given', async () => {
  const { page } = story;
  await goTo(page, paths.clients());
  await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('toolbar', { name: bulk.bar });
  await expect(bar).toBeVisible();
  for (const last of ['Enter', 'Control+Enter']) {
    await page.keyboard.press('a');
    await expect(dialog(page).getByLabel(bulk.edit.consultantId)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(option(page, zh.clients.nobody)).toBeVisible();
    await page.keyboard.press('ArrowUp');
    if (last === 'Enter') {
      await page.keyboard.press('Enter');
      await expect(page.getByRole('option')).toHaveCount(0);
      await expect(dialog(page)).toBeVisible();
    }
    await page.keyboard.press(last);
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.getByText(/^已修改 \d+ 户/u).first()).toBeVisible();
    await page.keyboard.press('Control+z');
    const { undone, changedField } = components.action;
    const action = say(changedField, { field: zh.client.history.field.consultant_id });
    await expect(toast(page, say(undone, { action })).first()).toContainText(/ · .+等 \d+ 户$/u);
  }
});

test('a step is not recorded while its day can not be right, by the keys or by the button', async ({}, testInfo) => {
  const { page } = story;
  const { step } = zh.application;
  await openApplication(page, name);
  await page.getByRole('button', { name: step.primary.submit, exact: true }).click();
  const day = dialog(page).getByLabel(step.date);
  await day.fill('2026-13-45');
  await dialog(page).getByLabel(step.time).focus();
  await page.keyboard.press('Control+Enter');
  await expect(day).toBeFocused();
  await dialog(page).getByRole('button', { name: step.confirm.submit }).click();
  await expect(day).toBeFocused();
  await expect(dialog(page)).toBeVisible();
  await keepPicture(page, testInfo, 'a step of no day');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
});

test('a number that another choice has made wrong is not taken for one that was found so', async ({}, testInfo) => {
  const { page } = story;
  const { account } = words;
  await goTo(page, paths.accounts());
  await page.getByRole('row').filter({ hasText: '一勺清补凉' }).getByRole('gridcell').nth(1).dblclick();
  await page.getByRole('button', { name: components.action.more }).click();
  await page.getByRole('menuitem', { name: zh.account.editAll }).click();
  const number = dialog(page).getByLabel(account.appId, { exact: true });
  await expect(number).toHaveValue(/^wx/u);
  await dialog(page).getByLabel(account.kind, { exact: true }).click();
  await option(page, zh.vocabulary.accountKind.merchant).click();
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page).getByLabel(account.merchantNumber, { exact: true })).toBeFocused();
  await keepPicture(page, testInfo, 'a number of another kind');
  await dialog(page).getByRole('button', { name: components.action.cancel }).click();
  await expect(dialog(page)).toHaveCount(0);
});

test('an id that another client has is said at its field, also where an application begins with the account', async ({}, testInfo) => {
  const { account } = words;
  const cli = await story.quit();
  const { rows } = await cli.call('accounts.list', { filter: { text: '一勺清补凉' } });
  const appId = rows[0]?.appId ?? '';
  expect(appId).toMatch(/^wx/u);
  const opened = await story.restart();
  await openClient(opened, '第三幼儿园');
  await part(opened, words.accounts.title).getByRole('button', { name: words.accounts.add }).first().click();
  await dialog(opened).getByLabel(account.name).fill('示例新号');
  const field = dialog(opened).getByLabel(account.appId, { exact: true });
  await field.fill(appId);
  await opened.keyboard.press('Control+Enter');
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog(opened)).toContainText(`${account.taken} ${name}`);
  // The panel of failures says nothing besides.
  await expect(opened.getByRole('button', { name: components.action.dismiss })).toHaveCount(0);
  await keepPicture(opened, testInfo, 'an id that is taken');
  await field.fill('wx00000000000000ab');
  await opened.keyboard.press('Control+Enter');
  await expect(dialog(opened)).toHaveCount(0);
  await expect(part(opened, words.accounts.title)).toContainText('示例新号');

  await opened.keyboard.press('n');
  await dialog(opened).getByLabel(words.newApplication.account).click();
  await option(opened, words.newApplication.newAccount).click();
  await dialog(opened).getByLabel(account.name).fill('示例又一号');
  await field.fill(appId);
  await opened.keyboard.press('Control+Enter');
  await expect(field).toBeFocused();
  await expect(dialog(opened)).toContainText(`${account.taken} ${name}`);
  await dialog(opened).getByRole('button', { name: components.action.cancel }).click();
  await expect(dialog(opened)).toHaveCount(0);
});

test('Enter saves a category in one’s own words, though a list suggests others', async () => {
  const { page } = story;
  await goTo(page, paths.accounts());
  await page.getByRole('textbox', { name: zh.accounts.search }).fill('一勺清补凉');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('e');
  const category = dialog(page).getByLabel(words.account.category);
  await category.pressSequentially('示例自拟类目');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(toast(page, say(bulk.accounts.edit.done, { n: 1 }))).toBeVisible();
});

test('a code that can not be right is saved with a word on why it is used', async () => {
  const { page } = story;
  await goTo(page, paths.newClient());
  await dialog(page).getByLabel(zh.clients.new.name).fill('示例清补凉有限公司');
  await dialog(page).getByLabel(zh.clients.new.creditCode).fill('91110105MA01');
  const note = dialog(page).getByLabel(components.identifier.codeNote);
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toBeVisible();
  await note.fill('执照上就是这样');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: '示例清补凉有限公司' })).toBeVisible();
});
