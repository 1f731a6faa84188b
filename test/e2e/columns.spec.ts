import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { seriousFaults } from './support/access.ts';
import { keepPicture } from './support/keep.ts';
import { goTo, paths } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const story = tellStory('sample');
const words = zh.components.table;
const { column } = zh.clients;
const ownHeads = [
  column.client,
  column.entityType,
  column.creditCode,
  column.accounts,
  column.certifiedUntil,
  column.papers,
  column.next,
  column.serviceFee,
  column.owed,
];
const arrangedHeads = [
  column.entityType,
  column.client,
  column.accounts,
  column.certifiedUntil,
  column.papers,
  column.next,
  column.serviceFee,
  column.owed,
];

const heads = (page: Page) => page.getByRole('columnheader').filter({ hasText: /./u });
const head = (page: Page, title: string) => page.getByRole('columnheader', { name: title, exact: true });
const item = (page: Page, title: string) => page.getByRole('menuitemcheckbox', { name: title, exact: true });
const openMenu = (page: Page) => page.getByRole('button', { name: words.columns, exact: true }).click();
const widthOf = async (page: Page, title: string): Promise<number> =>
  (await head(page, title).boundingBox())?.width ?? 0;

/** How far the cells of the first row lie from their heads, in px. */
const misaligned = (page: Page): Promise<number> =>
  page.getByRole('grid').evaluate((grid) => {
    const left = (cell: Element): number => cell.getBoundingClientRect().left;
    const [first, second] = grid.querySelectorAll('[role="row"]');
    const cells = [...(second?.children ?? [])];
    return Math.max(
      ...[...(first?.children ?? [])].map((cell, i) => Math.abs(left(cell) - left(cells[i] ?? cell))),
    );
  });

test('columns are cleared and moved by keys, the name stays', async ({}, testInfo) => {
  const { page } = story;
  await story.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900),
  );
  await goTo(page, paths.clients());
  await expect(heads(page)).toHaveText(ownHeads);
  await openMenu(page);
  await expect(item(page, column.client)).toBeFocused();
  await item(page, column.creditCode).click();
  await expect(item(page, column.creditCode)).not.toBeChecked();
  await item(page, column.client).focus();
  await page.keyboard.press('Enter');
  await expect(item(page, column.client)).toBeChecked();
  await item(page, column.entityType).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(item(page, column.entityType)).toBeFocused();
  await keepPicture(page, testInfo, 'the menu of the columns');
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(heads(page)).toHaveText(arrangedHeads);
  // It goes slowly, and lies over the heads until then.
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('a column is pulled wider, also beyond the window, and its cells go along', async ({}, testInfo) => {
  const { page } = story;
  const box = await head(page, column.next).boundingBox();
  if (box === null) throw new Error('the head has no place');
  const edge = { x: box.x + box.width, y: box.y + box.height / 2 };
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  await page.mouse.move(edge.x + 40, edge.y);
  await page.mouse.move(edge.x + 300, edge.y);
  await page.mouse.up();
  expect(await widthOf(page, column.next)).toBeCloseTo(box.width + 300, -1);
  await page.getByRole('grid').evaluate((grid) => grid.scrollTo({ left: 200 }));
  expect(await misaligned(page)).toBeLessThan(1);
  const boxes = page.getByRole('row').nth(1).getByRole('checkbox');
  const grid = await page.getByRole('grid').boundingBox();
  expect((await boxes.boundingBox())?.x).toBeGreaterThan(grid?.x ?? Infinity);
  await boxes.click();
  expect(await page.getByRole('grid').evaluate((table) => table.scrollLeft)).toBe(200);
  await boxes.click();
  await keepPicture(page, testInfo, 'a wide column');
});

test('the keyboard goes along the heads, sorts and changes a width', async () => {
  const { page } = story;
  const before = await widthOf(page, column.papers);
  await head(page, column.certifiedUntil).getByRole('button').focus();
  await page.keyboard.press('ArrowRight');
  await expect(head(page, column.papers).getByRole('button')).toBeFocused();
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  expect(await widthOf(page, column.papers)).toBeCloseTo(before + 32, 0);
  await page.keyboard.press('Enter');
  await expect(head(page, column.papers)).toHaveAttribute('aria-sort', 'ascending');
});

const stateChip = say(zh.components.chip.remove, { field: zh.applications.condition.open });

test('after a restart every list is as it was left, but for the text that was searched for', async () => {
  let { page } = story;
  const next = await widthOf(page, column.next);
  const search = zh.clients.search;
  await page.getByRole('textbox', { name: search }).fill('一勺');
  await goTo(page, paths.applications());
  await page.getByRole('button', { name: stateChip }).click();
  await goTo(page, paths.documents());
  await page.getByText(zh.documents.expired, { exact: true }).click();
  await goTo(page, paths.accounts());
  await page.getByRole('button', { name: /已过期/u }).click();
  page = await story.restart();
  await story.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900),
  );
  await goTo(page, paths.clients());
  await expect(heads(page)).toHaveText(arrangedHeads);
  expect(await widthOf(page, column.next)).toBeCloseTo(next, 0);
  await expect(head(page, column.papers)).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.getByRole('textbox', { name: search })).toHaveValue('');
  await goTo(page, paths.applications());
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(page.getByRole('button', { name: stateChip })).toHaveCount(0);
  await goTo(page, paths.documents());
  await expect(page.getByRole('radio', { name: zh.documents.expired, exact: true })).toBeChecked();
  await goTo(page, paths.accounts());
  const chip = say(zh.components.chip.remove, { field: zh.accounts.condition.certifiedWithinDays });
  await expect(page.getByRole('button', { name: chip })).toBeVisible();
});

test('a double click gives a width back, the menu everything, and what is broken is left aside', async () => {
  const { page } = story;
  await goTo(page, paths.clients());
  const wide = await widthOf(page, column.papers);
  const box = await head(page, column.papers).boundingBox();
  await page.mouse.dblclick((box?.x ?? 0) + (box?.width ?? 0), (box?.y ?? 0) + 10);
  await expect.poll(() => widthOf(page, column.papers)).toBeLessThan(wide);
  await head(page, column.owed).dragTo(head(page, column.accounts), { targetPosition: { x: 12, y: 10 } });
  await expect(heads(page).nth(2)).toHaveText(column.owed);
  await openMenu(page);
  await page.getByRole('menuitem', { name: words.reset }).click();
  await expect(heads(page)).toHaveText(ownHeads);
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith('certfolio.list.clients ')))
      localStorage.setItem(key, '{"columns":{"order":7},"look":[]}');
  });
  await page.reload();
  await expect(heads(page)).toHaveText(ownHeads);
  await expect(head(page, column.certifiedUntil)).toHaveAttribute('aria-sort', 'ascending');
});

test('every column that can be shown sorts, both ways; applications begin with the newest number', async () => {
  const { page } = story;
  const { number } = zh.applications.column;
  for (const path of [paths.clients(), paths.accounts(), paths.applications()]) {
    await goTo(page, path);
    await openMenu(page);
    const items = page.getByRole('menuitemcheckbox');
    await expect(items.first()).toBeFocused();
    for (const one of await items.all())
      if ((await one.getAttribute('aria-checked')) === 'false') await one.click();
    const count = await items.count();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(heads(page)).toHaveCount(count);
    if (path === paths.applications())
      await expect(head(page, number)).toHaveAttribute('aria-sort', 'descending');
    for (const one of await heads(page).all()) {
      const before = await one.getAttribute('aria-sort');
      await one.getByRole('button').click();
      await expect(one).toHaveAttribute('aria-sort', before === 'ascending' ? 'descending' : 'ascending');
      await one.getByRole('button').click();
      await expect(one).toHaveAttribute('aria-sort', before === 'ascending' ? 'ascending' : 'descending');
      await expect(page.getByRole('row').nth(1)).toBeVisible();
    }
  }
});
