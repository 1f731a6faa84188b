import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { seriousFaults } from './support/access.ts';
import { keepPicture } from './support/keep.ts';
import { goTo, openByPalette, openClient, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const story = tellStory('sample');
const { notes, stepper } = zh.components;
const name = '澄州一勺清补凉店';

const region = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const newNote = (page: Page) => page.getByRole('textbox', { name: notes.label });
const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('gridcell') });

test('a note is written, changed, found by its words and taken away', async ({}, testInfo) => {
  const { page } = story;
  await openClient(page, name);
  await newNote(page).fill('电话约好\n周四寄公章');
  await newNote(page).press('Control+Enter');
  const part = region(page, zh.client.notes.title);
  const note = part.getByRole('listitem').filter({ hasText: '周四寄公章' });
  await expect(note).toBeVisible();
  await expect(newNote(page)).toHaveValue('');
  await note.hover();
  await note.getByRole('button', { name: /^改 /u }).click();
  const editor = part.getByRole('textbox', { name: /^改 /u });
  await editor.fill('电话约好\n周五寄公章');
  await editor.press('Control+Enter');
  await expect(toast(page, notes.saved)).toBeVisible();
  await keepPicture(page, testInfo, 'notes');
  expect(await seriousFaults(page)).toEqual([]);
  await goTo(page, paths.today());
  await openByPalette(page, '五寄公', '周五寄公章');
  await expect(heading(page)).toHaveText(name);
  await expect(part.getByText('周五寄公章')).toBeInViewport();
  const changed = part.getByRole('listitem').filter({ hasText: '周五寄公章' });
  await changed.hover();
  await changed.getByRole('button', { name: /^移除/u }).click();
  await expect(part.getByText('周五寄公章')).toHaveCount(0);
  await toast(page, notes.removed).getByRole('button', { name: zh.components.action.undo }).click();
  await expect(part.getByText('周五寄公章')).toBeVisible();
});

test('notes that are typed one right after another are all written', async () => {
  const { page } = story;
  await openClient(page, name);
  await newNote(page).focus();
  const texts = ['接连一', '接连二', '接连三'];
  for (const text of texts) {
    await page.keyboard.insertText(text);
    await page.keyboard.press('Control+Enter');
  }
  const part = region(page, zh.client.notes.title);
  for (const text of texts) await expect(part.getByRole('listitem').filter({ hasText: text })).toBeVisible();
  await expect(newNote(page)).toHaveValue('');
});

test('from a client one goes on along the list, and back to it at that row', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.clients());
  await page.getByPlaceholder(zh.clients.search).fill('有限公司');
  await expect(rows(page).filter({ hasText: '有限公司' }).nth(4)).toBeVisible();
  await expect(rows(page).filter({ hasNotText: '有限公司' })).toHaveCount(0);
  const names = await rows(page).locator('[role="gridcell"]:nth-child(2)').allInnerTexts();
  expect(names.length).toBeGreaterThan(3);
  const nameOf = (index: number): string => (names[index] ?? '').split('\n')[0] ?? '';
  await rows(page).nth(1).getByRole('gridcell').nth(1).dblclick();
  await expect(heading(page)).toHaveText(nameOf(1));
  await expect(page.getByText(new RegExp(`^2 / \\d+$`, 'u'))).toBeVisible();
  await keepPicture(page, testInfo, 'stepper');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(heading(page)).toHaveText(nameOf(2));
  await page.getByRole('button', { name: stepper.next }).click();
  await expect(heading(page)).toHaveText(nameOf(3));
  await page.keyboard.press('Alt+ArrowUp');
  await expect(heading(page)).toHaveText(nameOf(2));
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByPlaceholder(zh.clients.search)).toHaveValue('有限公司');
  const active = page.getByRole('grid').first();
  await expect(active).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(nameOf(2));
});

test('a client that is opened by a link has no list to go along', async () => {
  const { page } = story;
  await goTo(page, paths.today());
  await openClient(page, name);
  await expect(page.getByRole('button', { name: stepper.next })).toHaveCount(0);
});

test('a figure of the morning page leads to the list of what it counts', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.today());
  const cell = page.getByRole('table', { name: zh.components.heat.label }).getByRole('button').first();
  const n = Number(await cell.innerText());
  await cell.click();
  await expect(page.getByText(say(zh.today.duties.count, { n })).first()).toBeVisible();
  await expect(rows(page)).toHaveCount(n);
  await keepPicture(page, testInfo, 'duties');
  expect(await seriousFaults(page)).toEqual([]);
  await rows(page).first().getByRole('gridcell').nth(1).dblclick();
  await expect(page.getByRole('grid')).toHaveCount(0);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(rows(page)).toHaveCount(n);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(cell).toBeVisible();
});

test('a client in the trash is read without a fault, and comes back from its banner', async () => {
  const { page } = story;
  await openClient(page, name);
  const path = await page.evaluate(() => window.location.hash);
  await page.getByRole('button', { name: zh.components.action.more }).first().click();
  await page.getByRole('menuitem', { name: zh.client.trash }).click();
  await expect(page).toHaveURL(/#\/clients$/u);
  await goTo(page, path);
  await expect(page.getByText(zh.client.inTrash)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(newNote(page)).toHaveCount(0);
  await page.getByRole('button', { name: zh.client.restore }).click();
  await expect(newNote(page)).toBeVisible();
  await expect(region(page, zh.client.notes.title).getByText('周五寄公章')).toBeVisible();
});

test('what was being typed outlives a killed program', async ({ launch, sampleFirm }) => {
  const dataFolder = sampleFirm();
  const first = await launch({ dataFolder });
  const before = await first.window();
  await openClient(before, name);
  await newNote(before).fill('没写完的话');
  await goTo(before, paths.newClient());
  const nameField = (page: Page) => page.getByRole('dialog').getByLabel(zh.clients.new.name);
  await nameField(before).fill('示例没建完有限公司');
  // What was typed is on the disk well before that, also on a busy machine.
  await before.waitForTimeout(3000);
  first.app.process().kill('SIGKILL');
  await first.app.close().catch(() => undefined);
  const second = await launch({ dataFolder, userFolder: first.userFolder });
  const page = await second.window();
  await openClient(page, name);
  await expect(newNote(page)).toHaveValue('没写完的话');
  await expect(page.getByText(zh.components.draft.restored)).toBeVisible();
  await newNote(page).press('Control+Enter');
  await expect(region(page, zh.client.notes.title).getByText('没写完的话')).toBeVisible();
  await goTo(page, paths.newClient());
  await expect(nameField(page)).toHaveValue('示例没建完有限公司');
  await page.getByRole('dialog').getByRole('button', { name: zh.components.draft.discard }).click();
  await expect(nameField(page)).toHaveValue('');
  await page.keyboard.press('Escape');
  await goTo(page, paths.today());
  await goTo(page, paths.newClient());
  await page.waitForTimeout(500);
  await expect(nameField(page)).toHaveValue('');
  await expect(page.getByText(zh.components.draft.restored)).toHaveCount(0);
});

test('the zoom of the menu is the zoom of the settings, and stays over a restart', async () => {
  const words = zh.settings.appearance;
  const factor = () =>
    story.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor());
  await goTo(story.page, paths.settings('appearance'));
  const choice = (label: string) =>
    story.page.getByRole('radiogroup', { name: words.zoom }).getByRole('radio', { name: label });
  await expect(choice('100%')).toBeChecked();
  await story.app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    items.find(({ accelerator }) => accelerator === 'CmdOrCtrl+Plus')?.click();
  });
  await expect(choice('110%')).toBeChecked();
  await expect.poll(factor).toBeCloseTo(1.1);
  await story.page.getByRole('radiogroup', { name: words.zoom }).getByText('125%', { exact: true }).click();
  await expect.poll(factor).toBeCloseTo(1.25);
  await story.restart();
  await expect.poll(factor).toBeCloseTo(1.25);
  await goTo(story.page, paths.settings('appearance'));
  await expect(choice('125%')).toBeChecked();
});
