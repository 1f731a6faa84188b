import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { themes } from '#shared/contract/settings.ts';
import { seriousFaults } from './support/access.ts';
import { keepPicture } from './support/keep.ts';
import { goTo, paths } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { en, zh } from './support/words.ts';

const story = tellStory('sample');
/** Contrast is a matter of the theme, names and labels one of the language: two runs see all four. */
const looks = [
  { theme: 'light', language: 'zh-CN', words: zh },
  { theme: 'dark', language: 'en', words: en },
] as const;

/** The pages, and what stands open over one. */
const places = async (page: Page): Promise<readonly (readonly [string, string])[]> => {
  const first = async (list: string): Promise<string> => {
    await goTo(page, list);
    await page.getByRole('row').nth(1).getByRole('gridcell').first().dblclick();
    await expect(page).toHaveURL(/#\/\w+\/[^/]+$/u);
    return new URL(page.url()).hash;
  };
  const client = await first(paths.clients());
  const [kept = '', other = ''] = await twoClients(page);
  const account = await first(paths.accounts());
  const application = await first(paths.applications());
  return [
    ['today', paths.today()],
    ['clients', paths.clients()],
    ['new client', paths.newClient()],
    ['client', client],
    ['duplicates', paths.duplicates()],
    ['merge into', paths.mergeInto(kept)],
    ['merge', paths.mergeInto(kept, other)],
    ['accounts', paths.accounts()],
    ['account', account],
    ['applications', paths.applications()],
    ['application', application],
    ['documents', paths.documents()],
    ['rules', paths.rules()],
    ...['categories', 'platforms', 'holidays'].map((part) => [`rules ${part}`, paths.rules(part)] as const),
    ['import', paths.imports()],
    ['trash', paths.trash()],
    ...['firm', 'people', 'reminders', 'backup', 'appearance', 'about'].map(
      (part) => [`settings ${part}`, paths.settings(part)] as const,
    ),
  ];
};

/** Ids of the first two clients of the list. */
async function twoClients(page: Page): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const row of [1, 2]) {
    await goTo(page, paths.clients());
    await page.getByRole('row').nth(row).getByRole('gridcell').first().dblclick();
    await expect(page).toHaveURL(/#\/clients\/[^/]+$/u);
    ids.push(decodeURIComponent(new URL(page.url()).hash.slice(paths.client('').length)));
  }
  return ids;
}

/** What a word that was not translated looks like: its key. */
const rawKey =
  /\b(?:components|vocabulary|categories|account|accounts|application|client|clients|today|settings|imports|errors|preCheck|rules|status|platforms|strategy|needed|trash|duplicates)\.[a-z]+\w*\.\w/u;

for (const { theme, language, words } of looks) {
  test(`${theme}, ${language}: no serious fault of access on any screen, no word left out`, async ({}, testInfo) => {
    test.setTimeout(180_000);
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

async function setLooks(page: Page, theme: (typeof themes)[number], language: 'zh-CN' | 'en'): Promise<void> {
  await goTo(page, paths.settings('appearance'));
  for (const value of [theme, language]) {
    await page.locator(`input[type="radio"][value="${value}"] + label`).click();
  }
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
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
