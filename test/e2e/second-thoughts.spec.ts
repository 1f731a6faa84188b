import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { keepPicture } from './support/keep.ts';
import { goTo, openClient, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { opening, say, zh } from './support/words.ts';

const { client: words, trash, components } = zh;
const name = '澄州一勺清补凉店';
const story = tellStory('sample');

const section = (page: Page, title: string) => page.getByRole('region', { name: title });
const remark = (page: Page) => page.getByRole('textbox', { name: words.remark.title });
const undo = components.action.undo;

async function note(page: Page, text: string): Promise<void> {
  await remark(page).fill(text);
  await remark(page).press('Control+Enter');
}

/** Another window of the same program, at the same place. */
async function secondWindow(): Promise<Page> {
  const opened = story.app.waitForEvent('window');
  await story.app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    items.find(({ accelerator }) => accelerator === 'CmdOrCtrl+Shift+N')?.click();
  });
  const page = await opened;
  await page.waitForLoadState();
  return page;
}

test('the undo of a message takes back what the message is about, not what was done last', async () => {
  const { page } = story;
  await openClient(page, name);
  const other = await secondWindow();
  await goTo(other, await page.evaluate(() => window.location.hash));
  await expect(remark(other)).toBeVisible();
  await note(page, '第一步');
  const first = toast(page, words.remark.saved);
  await expect(first).toBeVisible();
  const banks = section(page, words.banks.title);
  await banks.getByRole('button').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill('示例户名');
  await dialog.getByRole('button', { name: components.action.save }).click();
  await expect(dialog).toHaveCount(0);
  const second = toast(page, words.banks.saved);
  await expect(second).toBeVisible();
  // The latest change alone is offered, sooner than the message before would have gone by itself.
  await expect(first).toHaveCount(0, { timeout: 2000 });
  await note(other, '别处的');
  await expect(toast(other, words.remark.saved)).toBeVisible();
  await second.getByRole('button', { name: undo }).click();
  await expect(banks).not.toContainText('示例户名');
  await expect(remark(page)).toHaveValue('别处的');
  await other.close();
  await page.keyboard.press('Control+Shift+z');
  await expect(banks).toContainText('示例户名');
  // Taken back by the keys, a change is not offered once more; sooner than its message would have gone by itself.
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('status').getByRole('button', { name: undo })).toHaveCount(0, {
    timeout: 2000,
  });
  await expect(banks).not.toContainText('示例户名');
  await page.keyboard.press('Control+Shift+z');
  await expect(banks).toContainText('示例户名');
  // What ends a redo is named.
  await note(page, '之前的');
  await expect(first).toBeVisible();
  await remark(page).blur();
  await page.keyboard.press('Control+z');
  await expect(remark(page)).toHaveValue('别处的');
  await expect(first).toHaveCount(0);
  await note(page, '之后的');
  await expect(first).toBeVisible();
  await remark(page).blur();
  await page.keyboard.press('Control+Shift+z');
  await expect(toast(page, opening(components.action.redoEnded))).toContainText(zh.actions.clients.update);
});

test('an entry of the history is taken back where nothing builds on it', async ({}, testInfo) => {
  const { page } = story;
  await note(page, '记录里撤销');
  const history = section(page, words.history.title);
  const entry = history.getByRole('listitem').filter({ hasText: '记录里撤销' }).first();
  await expect(entry).toBeVisible();
  await entry.hover();
  await keepPicture(page, testInfo, 'history');
  await entry.getByRole('button', { name: /撤销/u }).click();
  await expect(remark(page)).not.toHaveValue('记录里撤销');
});

test('what two windows wrote is shown side by side, and what is chosen is written', async ({}, testInfo) => {
  const { page } = story;
  await remark(page).fill('我写的');
  const hash = await page.evaluate(() => window.location.hash);
  const other = await secondWindow();
  await goTo(other, hash);
  await note(other, '别处写的');
  await expect(toast(other, words.remark.saved)).toBeVisible();
  await remark(page).press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: say(components.conflict.title_other, { count: 1 }) });
  await expect(dialog).toContainText('别处写的');
  await expect(dialog).toContainText('我写的');
  await keepPicture(page, testInfo, 'conflict');
  await dialog.getByRole('button', { name: components.conflict.later }).click();
  await expect(dialog).toHaveCount(0);
  await expect(remark(page)).toHaveValue('我写的');
  await remark(page).press('Control+Enter');
  await dialog.getByRole('radio', { name: /用我填的/u }).check();
  await dialog.getByRole('button', { name: components.conflict.save }).click();
  await expect(dialog).toHaveCount(0);
  await expect(remark(other)).toHaveValue('我写的');

  // A form is asked about just so: both opened the bank account before either saved it.
  for (const [window, holder] of [
    [page, '示例户名三'],
    [other, '示例户名二'],
  ] as const) {
    const account = section(window, words.banks.title).getByRole('listitem').filter({ hasText: '示例户名' });
    await account.getByRole('button').first().click();
    await window.getByRole('dialog').getByRole('textbox').first().fill(holder);
  }
  for (const window of [other, page])
    await window.getByRole('dialog').getByRole('button', { name: components.action.save }).click();
  await expect(dialog).toContainText('示例户名二');
  await expect(dialog).toContainText('示例户名三');
  await keepPicture(page, testInfo, 'conflict-form');
  await dialog.getByRole('radio', { name: /用我填的/u }).check();
  await dialog.getByRole('button', { name: components.conflict.save }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(section(other, words.banks.title)).toContainText('示例户名三');
  await other.close();
});

test('the remark of an application saves itself, and asks when another window wrote one meanwhile', async () => {
  const cli = await story.quit();
  const { rows } = await cli.call('applications.list', { filter: { text: name } });
  const id = rows[0]?.id ?? '';
  const page = await story.restart();
  await goTo(page, paths.application(id));
  const other = await secondWindow();
  await goTo(other, paths.application(id));
  const field = (window: Page) => window.getByRole('textbox', { name: zh.application.remark.title });
  await field(other).fill('先前的');
  await expect(field(page)).toHaveValue('先前的');
  // While one is still typing, so that it does not save itself, the other one is done.
  await field(page).press('End');
  await page.keyboard.type('，');
  const typing = page.keyboard.type('我补一句，一个字一个字慢慢写下来', { delay: 300 });
  await field(other).fill('别处改了');
  await field(other).blur();
  await typing;
  const dialog = page.getByRole('dialog', { name: say(components.conflict.title_other, { count: 1 }) });
  await expect(dialog).toContainText('别处改了');
  await dialog.getByRole('radio', { name: /用我填的/u }).check();
  await dialog.getByRole('button', { name: components.conflict.save }).click();
  await expect(field(other)).toHaveValue('先前的，我补一句，一个字一个字慢慢写下来');
  // What is typed on while a save is under way is saved after it.
  await field(page).pressSequentially('。再写', { delay: 400 });
  await field(page).blur();
  await expect(field(other)).toHaveValue('先前的，我补一句，一个字一个字慢慢写下来。再写');
  await expect(dialog).toHaveCount(0);
  await other.close();
});

test('what was thrown away is found in the trash and comes back, with the client where it is needed', async ({}, testInfo) => {
  const { page } = story;
  const cli = await story.quit();
  const { rows } = await cli.call('clients.list', { filter: { text: name } });
  const id = rows[0]?.id ?? '';
  const { bankAccounts } = await cli.call('clients.get', { id });
  await cli.call('clients.removeBankAccount', { id: bankAccounts[0]?.id ?? '' });
  await cli.call('clients.trash', { id });
  expect(await cli.run('trash', 'list', name)).toMatchObject({ total: 2 });
  expect(page).toBeDefined();
  const again = await story.restart();
  await goTo(again, paths.trash());
  const table = again.getByRole('grid', { name: trash.title });
  await expect(table.getByRole('row')).toHaveCount(3);
  await again.getByRole('textbox', { name: trash.search }).fill('一勺');
  await expect(table.getByRole('row')).toHaveCount(3);
  const account = table
    .getByRole('row')
    .filter({ hasText: trash.kind.bank_accounts })
    .filter({ hasText: trash.clientTrashed });
  await account.getByRole('checkbox').click();
  await keepPicture(again, testInfo, 'trash');
  await again.getByRole('button', { name: say(trash.restoreChosen_other, { count: 1 }) }).click();
  const dialog = again.getByRole('dialog');
  await expect(dialog).toContainText(name);
  await keepPicture(again, testInfo, 'obstacle');
  await dialog.getByRole('button', { name: trash.obstacle.along }).click();
  await expect(toast(again, say(trash.restored_other, { count: 2 }))).toBeVisible();
  await expect(again.getByText(trash.nothingFound)).toBeVisible();
  await goTo(again, paths.client(id));
  await expect(section(again, words.banks.title)).toContainText('示例户名');
});
