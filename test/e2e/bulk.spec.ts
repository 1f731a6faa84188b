import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import path from 'node:path';
import { csvRecords } from '#test/support/csv.ts';
import { answerDialogs, saved } from './support/dialogs.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { goTo, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const story = tellStory('empty');
const words = zh.bulk;
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));
const many = 500;
// A busy machine may take its time over so many.
test.beforeEach(() => test.setTimeout(400_000));

const bar = (page: Page) => page.getByRole('toolbar', { name: words.bar });
const chosen = (page: Page, n: number) =>
  bar(page).getByText(say(words.clients.chosen, { n }), { exact: true });
const cell = (page: Page, row: number) => page.getByRole('row').nth(row).getByRole('gridcell').nth(1);
const boxes = (page: Page) => page.getByRole('row').getByRole('checkbox', { checked: true });

test('rows are chosen by keys, by a range and as a whole, and let go', async () => {
  const cli = await story.quit();
  await cli.run('demo-data', '--clients', `${many}`, '--seed', '7');
  const page = await story.restart();
  await goTo(page, paths.clients());
  await cell(page, 1).click();
  for (const key of ['Space', 'ArrowDown', 'ArrowDown', 'Space']) await page.keyboard.press(key);
  await expect(chosen(page, 2)).toBeVisible();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(chosen(page, 3)).toBeVisible();
  // The last rows have not come yet.
  await page.keyboard.press('Shift+End');
  await expect(chosen(page, many - 1)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await expect(boxes(page)).toHaveCount(0);
  await page.keyboard.press('Control+a');
  await expect(chosen(page, many)).toBeVisible();
  await page.keyboard.press('Home');
  // The first row of the list, not of those that are drawn.
  await expect(page.locator('[aria-rowindex="2"]').getByRole('checkbox')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(chosen(page, many - 1)).toBeVisible();
});

test('the last row is not left under the bar that its choice brings up', async () => {
  const { page } = story;
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  const last = page
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox', { checked: true }) })
    .last();
  const place = (await bar(page).boundingBox())?.y ?? 0;
  await expect.poll(async () => rowEnd(await last.boundingBox())).toBeLessThanOrEqual(place);
  await page.keyboard.press('Escape');
});

test('a row that has not come yet is chosen all the same', async () => {
  const { page } = story;
  const { column } = zh.clients;
  await page.getByRole('columnheader', { name: column.client }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: column.client })).toHaveAttribute('aria-sort', /./u);
  await cell(page, 1).click();
  await pressAtOnce(page, ['End', ' '], false);
  await expect(chosen(page, 1)).toBeVisible();
  await expect(page.locator(`[aria-rowindex="${many + 1}"]`).getByRole('checkbox')).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await page
    .getByRole('columnheader', { name: zh.clients.column.certifiedUntil })
    .getByRole('button')
    .click();
  await cell(page, 1).click();
});

/** Keys that come before any answer can; with `leave` the focus goes elsewhere behind them. */
const pressAtOnce = (page: Page, keys: readonly string[], leave: boolean): Promise<void> =>
  page.evaluate(
    async ([pressed, isLeft]) => {
      for (const key of pressed) {
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
        await Promise.resolve();
      }
      if (isLeft) document.querySelector('input')?.focus();
    },
    [keys, leave] as const,
  );

test('a row that has not come yet is opened once it has, unless the focus went elsewhere meanwhile', async () => {
  const { page } = story;
  const heading = page.getByRole('columnheader', { name: zh.clients.column.accounts });
  const last = page.locator(`[aria-rowindex="${many + 1}"]`);
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', /./u);
  const order = await heading.getAttribute('aria-sort');
  await cell(page, 1).click();
  await page.keyboard.press('Escape');
  await pressAtOnce(page, ['End', 'Enter'], true);
  await expect(last.getByRole('checkbox')).toBeVisible();
  await expect(page.getByRole('grid', { name: zh.clients.title })).toBeVisible();
  // In the other order the last rows are others, that have not come.
  await heading.getByRole('button').click();
  await expect(heading).not.toHaveAttribute('aria-sort', order ?? '');
  await cell(page, 1).click();
  await page.keyboard.press('Escape');
  await pressAtOnce(page, ['Home', 'End', 'Enter'], false);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.location.hash)).toMatch(/^#\/clients\/.+/u);
  await goTo(page, paths.clients());
  await page
    .getByRole('columnheader', { name: zh.clients.column.certifiedUntil })
    .getByRole('button')
    .click();
  // The heading has the focus, and the keys are to be the list's.
  await cell(page, 1).click();
  await page.keyboard.press('Escape');
});

const rowEnd = (box: { readonly y: number; readonly height: number } | null): number =>
  box === null ? Infinity : box.y + box.height;

test('five hundred clients come into one charge, in one change that is undone as one', async ({}, testInfo) => {
  const { page } = story;
  await page.keyboard.press('Control+a');
  await expect(chosen(page, many)).toBeVisible();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: say(words.edit.title, { n: many }) });
  await expect(dialog.getByText(words.mixed).first()).toBeVisible();
  const save = dialog.getByRole('button', { name: say(words.edit.save, { n: many }) });
  await expect(save).toBeDisabled();
  await dialog.getByLabel(words.edit.consultantId).click();
  await page.getByRole('option', { name: zh.clients.nobody }).click();
  await expect(dialog.getByText(say(words.edit.preview, { clients: many, fields: 1 }))).toBeVisible();
  await keepPicture(page, testInfo, 'many clients edited');
  await save.click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(/^已修改 \d+ 户/u)).toBeVisible({ timeout: 240_000 });
  await keepPicture(page, testInfo, 'many clients changed');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  const { undone, changedField } = zh.components.action;
  const action = say(changedField, { field: zh.client.history.field.consultant_id });
  await expect(toast(page, say(undone, { action }))).toBeVisible({ timeout: 240_000 });
  const cli = await story.quit();
  const free = { filter: { consultantIds: ['nobody'] } };
  const before = (await cli.call('clients.list', free)).total;
  expect(before).toBeLessThan(many);
  await cli.call('history.redo');
  expect((await cli.call('clients.list', free)).total).toBe(many);
  await cli.call('history.undo');
  expect((await cli.call('clients.list', free)).total).toBe(before);
});

test('what is chosen is exported, and thrown away with a way back', async () => {
  const page = await story.restart();
  await goTo(page, paths.clients());
  await cell(page, 1).click();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(chosen(page, 2)).toBeVisible();
  const file = path.join(folder, '两户.csv');
  await answerDialogs(story.app, { showSaveDialog: [saved(file)] });
  await page.keyboard.press('x');
  await page.getByRole('menuitem', { name: zh.components.export.csv }).click();
  await expect(page.getByText(say(zh.components.export.written, { name: '两户.csv' }))).toBeVisible();
  const names = csvRecords(file).map(({ 客户名称: name }) => name);
  expect(new Set(names).size).toBe(2);
  await page.keyboard.press('Delete');
  const dialog = page.getByRole('dialog', { name: say(words.trash.clients, { n: 2 }) });
  await dialog.getByRole('button', { name: words.trash.confirm }).click();
  await expect(page.getByText(say(zh.clients.count, { n: many - 2 })).first()).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
  await toast(page, say(words.trash.clientsDone, { n: 2 }))
    .getByRole('button', { name: zh.components.action.undo })
    .click();
  await expect(page.getByText(say(zh.clients.count, { n: many })).first()).toBeVisible();
});

test('a step is recorded of those applications that can take it, and the others are named', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.applications());
  await cell(page, 1).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('s');
  await page.getByRole('menuitem').filter({ hasText: '撤回申请' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/件不能记这一步/u)).toBeVisible();
  await keepPicture(page, testInfo, 'a step of many applications');
  await dialog.getByRole('button', { name: words.step.leave }).click();
  await expect(dialog.getByText(/件不能记这一步/u)).toHaveCount(0);
  await dialog.getByRole('button', { name: /^记 \d+ 件/u }).click();
  await expect(page.getByText(/^已记 \d+ 件/u)).toBeVisible({ timeout: 240_000 });
});

test('those under review are sent back together, with the words of the platform', async ({}, testInfo) => {
  const { page } = story;
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^已撤销/u).last()).toBeVisible({ timeout: 240_000 });
  await cell(page, 1).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('s');
  await page.getByRole('menuitem').filter({ hasText: '打回' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: words.step.leave }).click();
  const save = dialog.getByRole('button', { name: /^记 \d+ 件/u });
  await expect(save).toBeDisabled();
  await dialog.getByLabel(words.step.reason).fill('名称与主体不符');
  await keepPicture(page, testInfo, 'many are sent back');
  await save.click();
  await expect(page.getByText(/^已记 \d+ 件/u).last()).toBeVisible({ timeout: 240_000 });
});
