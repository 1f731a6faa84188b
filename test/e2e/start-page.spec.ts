import { expect } from '@playwright/test';
import { keepPicture } from './support/keep.ts';
import { goTo, openClient, paths } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { zh } from './support/words.ts';

const story = tellStory('sample');
const words = zh.settings.appearance;
const name = '澄州一勺清补凉店';

test('the program begins where it was left, without the form that was open there', async () => {
  await goTo(story.page, paths.applications(undefined, 'board'));
  await expect(story.page.getByRole('heading', { level: 1 })).toHaveText(zh.applications.title);
  await expect((await story.restart()).locator('body')).toBeVisible();
  await expect(story.page).toHaveURL(/#\/applications\?as=board$/u);
  await goTo(story.page, paths.newClient());
  await expect(story.page.getByRole('dialog')).toBeVisible();
  await story.restart();
  await expect(story.page).toHaveURL(/#\/clients$/u);
  await expect(story.page.getByRole('dialog')).toHaveCount(0);
});

test('one more window begins with the morning page', async () => {
  const opened = story.app.waitForEvent('window');
  await story.app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    items.find(({ accelerator }) => accelerator === 'CmdOrCtrl+Shift+N')?.click();
  });
  const other = await opened;
  await expect(other).toHaveURL(/#\/today$/u);
  await other.close();
});

test('a client that is gone by then gives way to the morning page', async () => {
  await openClient(story.page, name);
  const address = story.page.url();
  const id = decodeURIComponent(/clients\/([^/]+)$/u.exec(address)?.[1] ?? '');
  await story.restart();
  await expect(story.page).toHaveURL(address);
  await expect(story.page.getByRole('heading', { level: 1 })).toHaveText(name);
  const cli = await story.quit();
  await cli.call('clients.trash', { id });
  await story.restart();
  await expect(story.page).toHaveURL(/#\/today$/u);
});

test('the settings can have it always begin with the morning page', async ({}, testInfo) => {
  await goTo(story.page, paths.settings('appearance'));
  const choice = story.page.getByRole('radiogroup', { name: words.startPage });
  await expect(choice.getByRole('radio', { name: words.startPages.last })).toBeChecked();
  await choice.getByText(words.startPages.today, { exact: true }).click();
  await expect(choice.getByRole('radio', { name: words.startPages.today })).toBeChecked();
  await keepPicture(story.page, testInfo, 'at start');
  await story.restart();
  await expect(story.page).toHaveURL(/#\/today$/u);
});
