import { expect } from '@playwright/test';
import { goTo, openApplication, openPalette, paths } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { zh } from './support/words.ts';

const story = tellStory('sample');
const client = '归樾家居';
const main = () => story.page.getByRole('main');
const platforms = () => main().getByRole('heading', { name: zh.platforms.title });

test('from an application every way leads to the platforms, also in a hurry', async () => {
  const { page } = story;
  await openApplication(page, client);
  const application = new URL(page.url()).hash;
  for (const waitMs of [0, 5, 50, 200]) {
    await goTo(page, application);
    await page.waitForTimeout(waitMs);
    await goTo(page, paths.rules('platforms'));
    await expect(platforms()).toBeVisible();
  }
  await page.evaluate(
    ([first, second]) => {
      for (const hash of [first, second, first, `${first}?item=none`, second]) window.location.hash = hash;
    },
    [application, paths.rules('platforms')] as const,
  );
  await expect(platforms()).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/item=none/u);
  await page.goForward();
  await expect(platforms()).toBeVisible();

  await goTo(page, application);
  await expect(page.getByRole('heading', { level: 1, name: client })).toBeVisible();
  const box = await openPalette(page);
  await box.getByRole('combobox').fill(`>${zh.shell.nav.rules}`);
  await box.getByRole('option').first().click();
  await page
    .getByRole('navigation', { name: zh.rules.packs })
    .getByRole('link', { name: zh.rules.tab.platforms })
    .click();
  await expect(platforms()).toBeVisible();
});

test('an address that lacks its slash leads to its page, one that leads nowhere says so in words', async () => {
  const { page } = story;
  await goTo(page, '#rules/platforms');
  await expect(platforms()).toBeVisible();
  await goTo(page, '#clients?new=1');
  await expect(page.getByRole('dialog', { name: zh.clients.new.title })).toBeVisible();
  await page.keyboard.press('Escape');

  await goTo(page, '#/no/such/place');
  await expect(main()).toContainText(zh.shell.notFound.title);
  await expect(main()).toContainText('/no/such/place');
  await expect(main()).not.toContainText(/Not Found/u);
  await main().getByRole('button', { name: zh.shell.notFound.go }).click();
  await expect(page).toHaveURL(/#\/today$/u);
});
