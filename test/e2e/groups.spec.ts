import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { seriousFaults } from './support/access.ts';
import { keepPicture } from './support/keep.ts';
import { goTo, paths } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { opening, say, zh } from './support/words.ts';

const story = tellStory('sample');
const words = zh.components.group;
const person = zh.clients.condition.consultantIds;

const grid = (page: Page): Locator => page.getByRole('grid');
const headings = (page: Page): Locator => grid(page).locator('button[aria-expanded]');
const heading = (page: Page, title: string): Locator => headings(page).filter({ hasText: title });
const title = (page: Page): Locator => page.getByRole('heading', { level: 1 });
/** How long the table is, its headings among the rows. */
const length = async (page: Page): Promise<number> =>
  Number(await grid(page).getAttribute('aria-rowcount')) - 1;
/** The row or the heading under a heading. */
const below = async (page: Page, of: Locator): Promise<Locator> => {
  const at = await of.locator('xpath=ancestor::*[@role="row"]').getAttribute('aria-rowindex');
  return page.locator(`[role="row"][aria-rowindex="${Number(at) + 1}"]`);
};

async function groupBy(page: Page, field: string): Promise<void> {
  await page.getByRole('button', { name: words.menu, exact: true }).click();
  await page.getByRole('menuitemradio', { name: field, exact: true }).click();
}

async function chooseInMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: words.menu, exact: true }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}

test('clients by the person in charge: headings count and sum', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.clients());
  await expect(grid(page).getByRole('checkbox').nth(1)).toBeVisible();
  const all = await length(page);
  await groupBy(page, person);
  await expect(headings(page).first()).toBeVisible();
  await chooseInMenu(page, words.foldAll);
  await expect(grid(page).locator('button[aria-expanded="true"]')).toHaveCount(0);
  const said = await headings(page).allInnerTexts();
  expect(said.length).toBeGreaterThan(1);
  for (const words of said) expect(words).toContain(opening(zh.clients.feeTotal));
  expect(await length(page)).toBe(said.length);
  await chooseInMenu(page, words.openAll);
  await expect.poll(() => length(page)).toBe(all + said.length);
  await keepPicture(page, testInfo, 'clients in groups');
  expect(await seriousFaults(page)).toEqual([]);
});

test('a group is collapsed and opened by the mouse', async () => {
  const { page } = story;
  const first = headings(page).first();
  const whole = await length(page);
  await first.click();
  await expect(first).toHaveAttribute('aria-expanded', 'false');
  const rest = await length(page);
  expect(rest).toBeLessThan(whole);
  await expect((await below(page, first)).locator('button[aria-expanded]')).toBeVisible();
  await first.click();
  await expect.poll(() => length(page)).toBe(whole);
});

test('Ctrl with an arrow collapses the group of the active row and opens it again', async () => {
  const { page } = story;
  const first = headings(page).first();
  await (await below(page, first)).getByRole('gridcell').nth(1).click();
  await page.keyboard.press('Control+ArrowLeft');
  await expect(first).toHaveAttribute('aria-expanded', 'false');
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(headings(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+ArrowRight');
  await expect(first).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(grid(page)).toBeFocused();
  const id = await (await below(page, first)).getAttribute('id');
  await expect(grid(page)).toHaveAttribute('aria-activedescendant', id ?? '');
});

test('rows are selected over the headings; all is all of the filter, collapsed or not', async () => {
  const { page } = story;
  await headings(page).first().click();
  await expect(headings(page).first()).toHaveAttribute('aria-expanded', 'false');
  const second = headings(page).nth(1);
  await (await below(page, second)).getByRole('gridcell').nth(1).click();
  const foot = page.locator('footer').last();
  const chosen = (n: number): string => say(zh.bulk.clients.chosen, { n });
  await page.keyboard.press('Shift+ArrowDown');
  await expect(foot).toContainText(chosen(2));
  await page.keyboard.press('Control+a');
  const total = Number(/\d+/u.exec(await foot.innerText())?.[0]);
  await expect(foot).toContainText(chosen(total));
  await page.keyboard.press('Escape');
  await headings(page).first().click();
});

test('a group is chosen as a whole by its box, collapsed or not; some of it make the box mixed', async ({}, testInfo) => {
  const { page } = story;
  const box = (n: number): Locator =>
    headings(page).nth(n).locator('xpath=ancestor::*[@role="row"]').getByRole('checkbox');
  const foot = page.locator('footer').last();
  const chosen = (n: number): string => say(zh.bulk.clients.chosen, { n });
  const bar = page.getByRole('toolbar', { name: zh.bulk.bar });
  const countOf = async (n: number): Promise<number> =>
    Number(/\d+/u.exec(await headings(page).nth(n).locator('b + span').innerText())?.[0]);
  const [first, second] = [await countOf(0), await countOf(1)];
  await headings(page).first().click();
  await expect(headings(page).first()).toHaveAttribute('aria-expanded', 'false');
  await box(0).click();
  await expect(foot).toContainText(chosen(first));
  await expect(box(0)).toBeChecked();
  await box(1).click();
  await expect(foot).toContainText(chosen(first + second));
  await (await below(page, headings(page).nth(1))).getByRole('checkbox').click();
  await expect(foot).toContainText(chosen(first + second - 1));
  await expect(box(1)).toBeChecked({ indeterminate: true });
  await expect(headings(page).nth(1)).toHaveAccessibleDescription(
    say(zh.components.group.chosen, { n: second - 1, total: second }),
  );
  await keepPicture(page, testInfo, 'groups chosen');
  expect(await seriousFaults(page)).toEqual([]);
  await headings(page).nth(1).focus();
  await page.keyboard.press('Space');
  await expect(box(1)).toBeChecked();
  await expect(headings(page).nth(1)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Space');
  await expect(box(1)).not.toBeChecked();
  await expect(foot).toContainText(chosen(first));
  await page.getByRole('checkbox', { name: zh.components.table.selectAll, exact: true }).click();
  await expect(box(1)).toBeChecked();
  await headings(page).nth(1).focus();
  await page.keyboard.press('Space');
  await expect(box(1)).not.toBeChecked();
  await expect(box(0)).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(box(0)).not.toBeChecked();
  await headings(page).first().click();
});

test('a cell is edited in its group; with another value the row goes to another one', async () => {
  const { page } = story;
  await groupBy(page, zh.clients.condition.serviceStatuses);
  await expect(heading(page, zh.vocabulary.serviceStatus.active)).toBeVisible();
  await page.getByRole('button', { name: zh.components.table.columns, exact: true }).click();
  const status = page.getByRole('menuitemcheckbox', { name: zh.clients.column.serviceStatus, exact: true });
  await status.click();
  await page.keyboard.press('Escape');
  const at = await page
    .getByRole('columnheader', { name: zh.clients.column.serviceStatus, exact: true })
    .getAttribute('aria-colindex');
  const active = heading(page, zh.vocabulary.serviceStatus.active);
  const before = (await active.textContent()) ?? '';
  await (await below(page, active)).locator(`[aria-colindex="${at}"]`).dblclick();
  await page.getByRole('option', { name: zh.vocabulary.serviceStatus.paused, exact: true }).click();
  await expect(active).not.toHaveText(before);
  await page.keyboard.press('Control+z');
  await expect(active).toHaveText(before);
});

test('what the list is grouped by is saved with the view and is back after a restart', async () => {
  let { page } = story;
  await groupBy(page, person);
  await expect(heading(page, zh.vocabulary.serviceStatus.active)).toHaveCount(0);
  await headings(page).first().click();
  await expect(headings(page).first()).toHaveAttribute('aria-expanded', 'false');
  await page.getByRole('button', { name: zh.views.saveAs }).click();
  await page.getByRole('textbox', { name: zh.views.name }).fill('按负责人');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('按负责人');
  await expect(headings(page).first()).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByRole('button', { name: zh.views.save })).toHaveCount(0);
  // The program begins where it was left.
  page = await story.restart();
  await expect(title(page)).toHaveText('按负责人');
  await expect(headings(page).first()).toHaveAttribute('aria-expanded', 'false');
  await expect(headings(page).nth(1)).toHaveAttribute('aria-expanded', 'true');
  await page.getByRole('button', { name: say(zh.components.chip.remove, { field: words.menu }) }).click();
  await expect(headings(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: zh.views.save })).toBeVisible();
});

test('applications by stage stand in the order of the stages, and are gone through in it', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.applications());
  await groupBy(page, zh.applications.condition.stages);
  const first = heading(page, zh.vocabulary.stage.collecting);
  await expect(first).toBeVisible();
  const stages: readonly string[] = Object.values(zh.vocabulary.stage);
  const said = (await headings(page).locator('b').allInnerTexts()).map((text) => stages.indexOf(text));
  expect(said).toEqual(said.toSorted((a, b) => a - b));
  await keepPicture(page, testInfo, 'applications by stage');
  expect(await seriousFaults(page)).toEqual([]);
  await headings(page).nth(1).click();
  await expect(headings(page).nth(1)).toHaveAttribute('aria-expanded', 'false');
  const shown = (await length(page)) - said.length;
  await (await below(page, first)).getByRole('gridcell').nth(1).click();
  await page.keyboard.press('Enter');
  await expect(page.getByText(say(zh.components.stepper.place, { place: 1, total: shown }))).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(headings(page).nth(1)).toHaveAttribute('aria-expanded', 'false');
});
