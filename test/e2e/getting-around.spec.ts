import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { goTo, openPalette, paths } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { zh } from './support/words.ts';

const story = tellStory('sample');

const place = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name });
const active = (page: Page) => page.getByRole('grid').getAttribute('aria-activedescendant');
const way = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('the ways back and on are open when they lead somewhere', async () => {
  const { page } = story;
  await expect(way(page, zh.shell.forward)).toBeDisabled();
  await place(page, zh.shell.nav.clients).click();
  await expect(way(page, zh.shell.back)).toBeEnabled();
  await expect(way(page, zh.shell.forward)).toBeDisabled();
  await way(page, zh.shell.back).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('9月22日');
  await way(page, zh.shell.forward).click();
  await expect(page.getByRole('heading', { level: 1, name: zh.clients.title })).toBeVisible();
  await expect(way(page, zh.shell.forward)).toBeDisabled();
});

test('a list that was come to has the arrows, from the side bar, by a key, and from its search', async () => {
  const { page } = story;
  await place(page, zh.shell.nav.applications).click();
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('heading', { level: 1, name: zh.clients.title })).toBeVisible();
  await expect(page.getByRole('grid')).toBeFocused();
  const first = await active(page);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => active(page)).not.toBe(first);
  const search = page.getByLabel(zh.clients.search);
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await search.fill('示例');
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('grid')).toBeFocused();
});

test('what was found opens in a window of its own', async () => {
  const { app, page } = story;
  const box = await openPalette(page);
  await box.getByRole('combobox').fill('归樾');
  await expect(box.getByRole('option').first()).toContainText('归樾');
  const opened = app.waitForEvent('window');
  await page.keyboard.press('Control+Enter');
  const second = await opened;
  await expect(second.getByRole('heading', { level: 1 })).toContainText('归樾');
  await second.close();
  await goTo(page, paths.today());
});
