import { expect } from '@playwright/test';
import { seriousFaults } from './support/access.ts';
import { keepPicture } from './support/keep.ts';
import { places, setLooks } from './support/places.ts';
import { goTo, paths } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { en, zh } from './support/words.ts';

const story = tellStory('sample');
/** Contrast is a matter of the theme, names and labels one of the language: two runs see all four. */
const looks = [
  { theme: 'light', language: 'zh-CN', words: zh },
  { theme: 'dark', language: 'en', words: en },
] as const;

/** What a word that was not translated looks like: its key. */
const rawKey =
  /\b(?:components|vocabulary|categories|account|accounts|application|client|clients|today|settings|imports|errors|preCheck|rules|status|platforms|strategy|needed|trash|duplicates|viewer)\.[a-z]+\w*\.\w/u;

for (const { theme, language, words } of looks) {
  test(`${theme}, ${language}: no serious fault of access on any screen, no word left out`, async ({}, testInfo) => {
    test.setTimeout(900_000);
    const { page } = story;
    await setLooks(page, theme, language);
    for (const [name, address] of await places(page)) {
      await goTo(page, address);
      await expect(page.getByRole('main')).not.toBeEmpty();
      // Rows and pictures come after the page.
      await page.waitForLoadState('networkidle');
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      expect(await seriousFaults(page), name).toEqual([]);
      expect(await page.locator('body').innerText()).not.toMatch(rawKey);
      await keepPicture(page, testInfo, name);
      await page.keyboard.press('Escape');
    }
    await goTo(page, paths.today());
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: words.components.palette.title })).toBeVisible();
    expect(await seriousFaults(page), 'palette').toEqual([]);
    await page.keyboard.press('Escape');
  });
}

test('the smallest window cuts nothing off', async ({}, testInfo) => {
  const { app, page } = story;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1100, 700));
  for (const [name, address] of await places(page)) {
    await goTo(page, address);
    await page.waitForLoadState('networkidle');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, name).toBeLessThanOrEqual(0);
    await keepPicture(page, testInfo, `small ${name}`);
    await page.keyboard.press('Escape');
  }
});

test('of a line of the agenda only the name is cut, in either language and the smallest window', async () => {
  const { page } = story;
  for (const language of ['en', 'zh-CN'] as const) {
    await setLooks(page, 'light', language);
    await goTo(page, paths.today());
    const afterTheName = page.locator('[data-duty] [class*="rest"]');
    await expect(afterTheName.first()).toBeVisible();
    const cut = await afterTheName.evaluateAll((parts) =>
      parts
        .filter((part) => part.scrollWidth > part.clientWidth)
        .map((part) => part.parentElement?.textContent),
    );
    expect(cut, language).toEqual([]);
  }
});
