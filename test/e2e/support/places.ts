import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { themes } from '#shared/contract/settings.ts';
import { goTo, paths } from './screens.ts';

/** The pages, and what stands open over one. */
export const places = async (page: Page): Promise<readonly (readonly [string, string])[]> => {
  const first = async (list: string, cell = 1): Promise<string> => {
    await goTo(page, list);
    await page.getByRole('row').nth(1).getByRole('gridcell').nth(cell).dblclick();
    await expect(page).toHaveURL(/#\/\w+\/[^/]+$/u);
    return new URL(page.url()).hash;
  };
  const client = await first(paths.clients());
  const [kept = '', other = ''] = await twoClients(page);
  const account = await first(paths.accounts());
  const application = await first(paths.applications());
  const paper = await first(paths.documents(), 0);
  const person = await first(paths.people(), 0);
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
    ['applications', paths.applications(undefined, 'table')],
    ['board', paths.applications(undefined, 'board')],
    ['application', application],
    ['documents', paths.documents()],
    ['paper', paper],
    ['people', paths.people()],
    ['person', person],
    ['erasures', paths.erasures()],
    ['intake tray', paths.intake()],
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
    await page.getByRole('row').nth(row).getByRole('gridcell').nth(1).dblclick();
    await expect(page).toHaveURL(/#\/clients\/[^/]+$/u);
    ids.push(decodeURIComponent(new URL(page.url()).hash.slice(paths.client('').length)));
  }
  return ids;
}

/** Chooses theme and language in the settings. */
export async function setLooks(
  page: Page,
  theme: (typeof themes)[number],
  language: 'zh-CN' | 'en',
): Promise<void> {
  await goTo(page, paths.settings('appearance'));
  for (const value of [theme, language]) {
    await page.locator(`input[type="radio"][value="${value}"] + label`).click();
  }
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
}
