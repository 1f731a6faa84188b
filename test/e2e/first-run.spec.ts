import { expect } from '@playwright/test';
import { keepPicture } from './support/keep.ts';
import { goTo, paths } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const story = tellStory('empty');
const words = zh.components.samples;
const mark = () => story.page.getByText(say(zh.shell.samples.count_other, { count: 40 }));

test('an empty firm offers samples, which fill every screen and say so above it', async ({}, testInfo) => {
  const { page } = story;
  await expect(page.getByText(zh.today.empty.title)).toBeVisible();
  await keepPicture(page, testInfo, 'first start');
  await goTo(page, paths.clients());
  await expect(page.getByText(zh.clients.empty.title)).toBeVisible();
  await keepPicture(page, testInfo, 'no clients');
  await page.getByRole('button', { name: words.add }).click();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '41');
  await expect(mark()).toBeVisible();
  await goTo(page, paths.applications());
  await expect(page.getByRole('row').nth(4)).toContainText('示例');
  await keepPicture(page, testInfo, 'with samples');
});

test('they go in one step, and come back by undo', async () => {
  const { page } = story;
  await goTo(page, paths.clients());
  await page.getByRole('button', { name: zh.shell.samples.remove }).click();
  await expect(page.getByText(zh.clients.empty.title)).toBeVisible();
  await expect(mark()).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(mark()).toBeVisible();
  await page.getByRole('button', { name: zh.shell.samples.remove }).click();
  await expect(page.getByText(zh.clients.empty.title)).toBeVisible();
});
