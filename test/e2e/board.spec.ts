import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { BoardColumn } from '#shared/domain/board.ts';
import { keepPicture } from './support/keep.ts';
import { goTo, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const story = tellStory('sample');
const words = zh.applications.board;
const step = zh.application.step;
const dessertShop = '澄州一勺清补凉店';
const kindergarten = '青屿市第三幼儿园';

const column = (page: Page, of: BoardColumn) => page.locator(`[data-column="${of}"]`);
const card = (page: Page, client: string) => page.locator('[data-card]').filter({ hasText: client });
const cardIn = (page: Page, of: BoardColumn, client: string) =>
  column(page, of).locator('[data-card]').filter({ hasText: client });

test('the list turns into a board of the same filter, and stays one', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.applications());
  await page.getByText(zh.applications.shape.board, { exact: true }).click();
  await expect(page).toHaveURL(/as=board$/u);
  await expect(cardIn(page, 'ready', dessertShop)).toBeVisible();
  await expect(cardIn(page, 'review', kindergarten)).toBeVisible();
  await keepPicture(page, testInfo, 'board');
  await goTo(page, paths.today());
  await goTo(page, paths.applications());
  await expect(card(page, dessertShop)).toBeVisible();
  const search = page.getByRole('textbox', { name: zh.applications.search });
  await search.fill('幼儿园');
  await expect(card(page, dessertShop)).toHaveCount(0);
  await expect(card(page, kindergarten)).toBeVisible();
  await search.fill('没有这样的客户');
  await expect(page.getByText(zh.applications.nothingFound)).toBeVisible();
  await search.fill('');
  await expect(card(page, dessertShop)).toBeVisible();
});

test('a card opens, and the way back leads to it', async () => {
  const { page } = story;
  await card(page, dessertShop).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: dessertShop })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(card(page, dessertShop)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(card(page, kindergarten)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(card(page, dessertShop)).toBeFocused();
});

test('by keys a card goes where a step leads, and nowhere else', async ({}, testInfo) => {
  const { page } = story;
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(column(page, 'authorisation')).toContainText(
    say(words.dropByKey, { step: step.confirm.submit }),
  );
  await expect(column(page, 'authorisation')).toContainText(say(words.begins.hour, { n: 24 }));
  await page.keyboard.press('ArrowRight');
  await expect(column(page, 'payment')).toContainText(words.closed.no_step);
  await expect(page.getByRole('status').filter({ hasText: words.closed.no_step })).toHaveCount(1);
  await keepPicture(page, testInfo, 'board with a lifted card');
  await page.keyboard.press('Space');
  await expect(cardIn(page, 'ready', dessertShop)).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(column(page, 'payment')).not.toContainText(words.closed.no_step);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(toast(page, step.done.submit)).toBeVisible();
  await expect(cardIn(page, 'authorisation', dessertShop)).toBeFocused();
});

test('by the pointer it goes on, and a closed column does not take it', async () => {
  const { page } = story;
  await card(page, dessertShop).dragTo(column(page, 'review'));
  await expect(cardIn(page, 'authorisation', dessertShop)).toBeVisible();
  await expect(column(page, 'review')).not.toContainText(words.closed.no_step);
  await card(page, dessertShop).hover();
  await page.mouse.down();
  await column(page, 'payment').hover();
  // Dropped once it says what a drop would do, as a hand would.
  await expect(async () => {
    await column(page, 'payment').hover({ position: { x: 60, y: 90 } });
    await column(page, 'payment').hover();
    await expect(column(page, 'payment')).toContainText(say(words.drop, { step: step.confirm.authorise }), {
      timeout: 1000,
    });
  }).toPass();
  await page.mouse.up();
  await expect(toast(page, step.done.authorise)).toBeVisible();
  await expect(cardIn(page, 'payment', dessertShop)).toBeVisible();
});

test('a payment begins the review, and is undone', async () => {
  const { page } = story;
  await card(page, dessertShop).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(column(page, 'review')).toContainText(say(words.dropByKey, { step: step.confirm.pay }));
  await page.keyboard.press('Space');
  await expect(cardIn(page, 'review', dessertShop)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(cardIn(page, 'payment', dessertShop)).toBeVisible();
  await expect(cardIn(page, 'review', dessertShop)).toHaveCount(0);
});

test('what ends an order is asked about on its page, once', async () => {
  const { page } = story;
  await card(page, kindergarten).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(column(page, 'result')).toContainText(words.asks);
  await page.keyboard.press('Space');
  const dialog = page.getByRole('dialog', { name: step.title.result });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(/#\/applications\/[^?]+$/u);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(card(page, kindergarten)).toBeFocused();
});
