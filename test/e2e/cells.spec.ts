import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { seriousFaults } from './support/access.ts';
import { keepPicture } from './support/keep.ts';
import { goTo, paths } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const story = tellStory('sample');
const { column } = zh.clients;
const words = zh.components.cell;

const head = (page: Page, title: string) => page.getByRole('columnheader', { name: title, exact: true });
/** A cell of the list by the number of its row, from 1, and the title of its column. */
async function cell(page: Page, row: number, title: string) {
  const at = await head(page, title).getAttribute('aria-colindex');
  return page.getByRole('row').nth(row).locator(`[aria-colindex="${at}"]`);
}
const editor = (page: Page, title: string) =>
  page.getByRole('grid').getByLabel(zh.components.edit.label.replace('{{field}}', title), { exact: true });
const toast = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).last();
const setClipboard = (text: string): Promise<void> =>
  story.app.evaluate(({ clipboard }, written) => clipboard.writeText(written), text);
const readClipboard = (): Promise<string> => story.app.evaluate(({ clipboard }) => clipboard.readText());
const texts = async (page: Page, rows: readonly number[], title: string): Promise<string[]> =>
  Promise.all(rows.map(async (row) => (await (await cell(page, row, title)).innerText()).trim()));

test('a cell is edited by typing, by its keys, and left with Escape', async () => {
  const { page } = story;
  await story.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900),
  );
  await goTo(page, paths.clients());
  const [first = ''] = await texts(page, [1], column.client);
  await head(page, column.client).getByRole('button').click();
  await expect(await cell(page, 1, column.client)).not.toHaveText(first);
  const before = await texts(page, [1, 2, 3], column.serviceFee);
  await (await cell(page, 1, column.serviceFee)).click();
  await page.keyboard.type('2400*2-800');
  await expect(editor(page, column.serviceFee)).toHaveValue('2400*2-800');
  await page.keyboard.press('Escape');
  await expect(await cell(page, 1, column.serviceFee)).toHaveText(before[0] ?? '');
  await page.keyboard.type('2400*2-801');
  await page.keyboard.press('Enter');
  await expect(await cell(page, 1, column.serviceFee)).toHaveText('3,999');
  await page.keyboard.type('120');
  await page.keyboard.press('Shift+Enter');
  await expect(await cell(page, 2, column.serviceFee)).toHaveText('120');
  await page.keyboard.press('F2');
  await expect(editor(page, column.serviceFee)).toHaveValue('3999');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await expect(await cell(page, 1, column.serviceFee)).toHaveText('—');
  for (const fee of ['3,999', '']) {
    await page.keyboard.press('Control+z');
    if (fee !== '') await expect(await cell(page, 1, column.serviceFee)).toHaveText(fee);
  }
  await page.keyboard.press('Control+z');
  await expect.poll(() => texts(page, [1, 2, 3], column.serviceFee)).toEqual(before);
});

test('a text that an input method commits without composing it begins the edit as well', async () => {
  const { page } = story;
  await (await cell(page, 1, column.creditCode)).click();
  const [code = ''] = await texts(page, [1], column.creditCode);
  await page.keyboard.insertText('91440399');
  await expect(editor(page, column.creditCode)).toHaveValue('91440399');
  await page.keyboard.press('Escape');
  await expect(await cell(page, 1, column.creditCode)).toHaveText(code);
});

test('a choice narrows as one types; a code that does not pass its check is not taken', async ({}, testInfo) => {
  const { page } = story;
  await (await cell(page, 1, column.entityType)).dblclick();
  const list = page.getByRole('listbox');
  await expect(list).toBeVisible();
  await editor(page, column.entityType).fill('基金');
  await expect(list.getByRole('option')).toHaveText([zh.vocabulary.entityType.foundation]);
  await keepPicture(page, testInfo, 'a choice in its cell');
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(await cell(page, 1, column.entityType)).toHaveText(zh.vocabulary.entityType.foundation);
  await page.keyboard.press('Control+z');
  await expect(await cell(page, 1, column.entityType)).not.toHaveText(zh.vocabulary.entityType.foundation);
  const code = await (await cell(page, 1, column.creditCode)).innerText();
  await (await cell(page, 1, column.creditCode)).click();
  await page.keyboard.press('Enter');
  await editor(page, column.creditCode).fill('91440399MAXA00015R');
  await page.keyboard.press('Enter');
  await expect(editor(page, column.creditCode)).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Escape');
  await expect(await cell(page, 1, column.creditCode)).toHaveText(code);
});

test('the first value of a block fills the rows below, with one undo', async () => {
  const { page } = story;
  const before = await texts(page, [1, 2, 3, 4], column.serviceFee);
  await (await cell(page, 1, column.serviceFee)).click();
  await page.keyboard.type('777');
  await page.keyboard.press('Enter');
  await expect(await cell(page, 1, column.serviceFee)).toHaveText('777');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(await cell(page, 3, column.serviceFee)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText(say(words.block, { rows: 3, columns: 1 }))).toBeAttached();
  await page.keyboard.press('Control+d');
  await expect.poll(() => texts(page, [1, 2, 3], column.serviceFee)).toEqual(['777', '777', '777']);
  await expect(await cell(page, 4, column.serviceFee)).toHaveText(before[3] ?? '');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => texts(page, [1, 2, 3, 4], column.serviceFee)).toEqual(before);
});

test('a block is copied as a spreadsheet takes it, and pasted whole or not at all', async ({}, testInfo) => {
  const { page } = story;
  const rows = [1, 2, 3];
  const names = await texts(page, rows, column.client);
  const types = await texts(page, rows, column.entityType);
  const codes = await texts(page, rows, column.creditCode);
  const written = (cells: readonly (readonly string[])[]): string =>
    cells.map((line) => line.map((text) => (text === '—' ? '' : text)).join('\t')).join('\r\n');
  const stood = names.map((name, at) => [name, types[at] ?? '', codes[at] ?? '']);
  await (await cell(page, 1, column.client)).click();
  await page.keyboard.press('ArrowRight');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown'])
    await page.keyboard.press(`Shift+${key}`);
  await page.keyboard.press('Control+c');
  await expect.poll(readClipboard).toBe(`${written(stood)}\r\n`);

  await setClipboard(
    written([
      ['甲新名', '"律所\n"', codes[0] ?? ''],
      ['乙新名', '火星', codes[1] ?? ''],
      ['', types[2] ?? '', '91440399MAXA00015R'],
    ]),
  );
  await page.keyboard.press('Control+v');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(words.faults.title_other.replace('{{n}}', '3'));
  await expect(dialog.getByRole('row').nth(1)).toContainText(names[1] ?? '');
  await expect(dialog.getByRole('row').nth(1)).toContainText('火星');
  await expect(dialog.getByRole('row').nth(2)).toContainText(words.fault.required);
  await expect(dialog.getByRole('row').nth(3)).toContainText('91440399MAXA00015R');
  await keepPicture(page, testInfo, 'a block that is refused');
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(await cell(page, 2, column.entityType)).toHaveAttribute('data-faulty', 'true');
  expect(await texts(page, rows, column.client)).toEqual(names);
  await keepPicture(page, testInfo, 'the cells it was refused for');

  const good = [
    ['甲新名', '律所'],
    ['乙新名', '基金会'],
    ['丙新名', '个体户'],
  ];
  await setClipboard(written(good));
  await page.keyboard.press('Control+v');
  await expect(toast(page, say(words.done, { n: 3 }))).toBeVisible();
  await page.getByRole('textbox', { name: zh.clients.search }).fill('新名');
  await expect(page.getByRole('row')).toHaveCount(4);
  await expect
    .poll(() => texts(page, rows, column.entityType))
    .toEqual(
      expect.arrayContaining([zh.vocabulary.entityType.foundation, zh.vocabulary.entityType.sole_trader]),
    );
  await page.getByRole('textbox', { name: zh.clients.search }).fill('');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => texts(page, rows, column.client)).toEqual(names);
  await expect.poll(() => texts(page, rows, column.entityType)).toEqual(types);
  await page.keyboard.press('Control+Shift+z');
  await page.getByRole('textbox', { name: zh.clients.search }).fill('新名');
  await expect(page.getByRole('row')).toHaveCount(4);
  await page.getByRole('textbox', { name: zh.clients.search }).fill('');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => texts(page, rows, column.client)).toEqual(names);
});

test('what can’t be written and what lies beyond the last row is told, never dropped', async () => {
  const { page } = story;
  await page.getByRole('textbox', { name: zh.clients.search }).fill('鹿砚');
  await expect(page.getByRole('row')).toHaveCount(2);
  await (await cell(page, 1, column.serviceFee)).click();
  await setClipboard('100\t200\n300\t400');
  await page.keyboard.press('Control+v');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(words.fault.not_editable);
  await expect(dialog).toContainText(words.fault.beyond_rows);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('textbox', { name: zh.clients.search }).fill('');
});

test('the accounts are edited the same way', async () => {
  const { page } = story;
  await goTo(page, paths.accounts());
  const title = zh.accounts.column.certifiedUntil;
  // Without its date the account stands at the end of the list: that is to be a short one, and the cell is known by its id.
  const [name = ''] = await texts(page, [1], zh.accounts.column.name);
  const whole = (await page.getByRole('grid').getAttribute('aria-rowcount')) ?? '';
  await page.getByRole('textbox', { name: zh.accounts.search }).fill(name);
  await expect(page.getByRole('grid')).not.toHaveAttribute('aria-rowcount', whole);
  await (await cell(page, 1, title)).click();
  const date = page.locator(`[id="${await (await cell(page, 1, title)).getAttribute('id')}"]`);
  const [until = ''] = /\d{4}-\d\d-\d\d/.exec(await date.innerText()) ?? [];
  expect(until).not.toBe('');
  await page.keyboard.press('Delete');
  await expect(date).toContainText('—');
  await page.keyboard.press('Control+z');
  await expect(date).toContainText(until);
  await page.getByRole('textbox', { name: zh.accounts.search }).fill('');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', whole);
  const id = zh.accounts.column.appId;
  await (await cell(page, 1, id)).click();
  await setClipboard('wxaaaaaaaaaaaaaaa1\nwxaaaaaaaaaaaaaaa1');
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // The focus comes back to the cells a moment after the dialog has gone.
  await expect(page.locator('[data-cell-catcher]')).toBeFocused();
  await setClipboard('wxaaaaaaaaaaaaaaa1\nwxaaaaaaaaaaaaaaa2');
  await page.keyboard.press('Control+v');
  await expect(await cell(page, 2, id)).toHaveText('wxaaaaaaaaaaaaaaa2');
  await page.keyboard.press('Control+z');
  await expect(await cell(page, 2, id)).not.toHaveText('wxaaaaaaaaaaaaaaa2');
});
