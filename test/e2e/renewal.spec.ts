import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import * as scans from '#test/support/scans.ts';
import { seriousFaults } from './support/access.ts';
import { dropFiles } from './support/drop.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { goTo, openClient, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { zh } from './support/words.ts';

const words = zh.viewer.renew;
const clientName = '云汀归樾家居用品有限公司';
const story = tellStory('sample');
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));

const renewed = '示例新营业执照';
const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('gridcell') });

/** Opens the licence that the client had first. */
async function openOldLicence(page: Page): Promise<void> {
  await goTo(page, paths.documents());
  const row = rows(page).filter({ hasText: clientName }).filter({ hasText: '营业执照' });
  await row.filter({ hasNotText: renewed }).first().getByRole('gridcell').first().dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('营业执照');
}

test('a renewed licence takes the place of the old one wherever that is open, and one undo takes it back', async ({}, testInfo) => {
  const { page } = story;
  await openClient(page, clientName);
  const papers = page.locator('[data-place="papers"]');
  await dropFiles(page, papers, [scans.fileIn(folder, `${renewed}.png`, await scans.picture('png', 88))]);
  const adding = page.getByRole('dialog', { name: zh.client.papers.add });
  // Known by the file's name.
  const licence = zh.vocabulary.documentKind.business_licence;
  await expect(adding.getByLabel(zh.client.papers.kind)).toHaveValue(licence);
  await adding.getByLabel(zh.client.papers.name).fill(renewed);
  await adding.getByLabel(zh.client.papers.name).press('Control+Enter');
  await expect(adding).toHaveCount(0);

  await openOldLicence(page);
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('input').first()).toHaveValue(/未填有效期/);
  await expect(dialog).toContainText(words.fate.replaced);
  await keepPicture(page, testInfo, 'renewal');
  expect(await seriousFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: words.confirm }).click();
  await expect(toast(page, '已换')).toBeVisible();
  await expect(page.getByText(zh.viewer.unused)).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(page.getByText(zh.viewer.unused)).toHaveCount(0);
});
