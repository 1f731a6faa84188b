import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import * as scans from '#test/support/scans.ts';
import { seriousFaults } from './support/access.ts';
import { dropFiles } from './support/drop.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { scan } from './support/sample.ts';
import { goTo, openClient, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

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
  await addPaper(page, scans.fileIn(folder, `${renewed}.png`, await scans.picture('png', 88)), renewed);

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

/** Adds a paper to the client by its file, and calls it so. */
async function addPaper(page: Page, file: string, name: string): Promise<void> {
  await openClient(page, clientName);
  await dropFiles(page, page.locator('[data-place="papers"]'), [file]);
  const adding = page.getByRole('dialog', { name: zh.client.papers.add });
  // Known by the file's name.
  await expect(adding.getByLabel(zh.client.papers.kind)).toHaveValue(
    zh.vocabulary.documentKind.business_licence,
  );
  await adding.getByLabel(zh.client.papers.name).fill(name);
  await adding.getByLabel(zh.client.papers.name).press('Control+Enter');
  await expect(adding).toHaveCount(0);
}

const foreign = `${renewed}乙`;
/** The first reading starts the engine. */
const reading = { timeout: 60_000 };
const panel = (page: Page) => page.getByRole('complementary', { name: zh.viewer.panel });

test('another company’s licence is told by what stands on it, and takes no place by one key', async ({}, testInfo) => {
  const { page } = story;
  await addPaper(page, scan('营业执照_鹿砚教育.jpg'), foreign);

  await openOldLicence(page);
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('input').first()).toHaveValue(new RegExp(foreign, 'u'));
  await expect(dialog).toContainText(say(words.check.conflict, { paper: foreign }), reading);
  const row = dialog.getByRole('row').filter({ hasText: '信用代码' });
  await expect(row).toContainText('91350299MAXA01068T');
  await expect(row).toContainText('91330199MAXA010175');
  const confirm = dialog.getByRole('button', { name: words.confirm });
  await expect(confirm).toBeDisabled();
  await keepPicture(page, testInfo, 'another company');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  await dialog.getByLabel(words.check.sure).check();
  await confirm.click();
  await expect(toast(page, '已换')).toBeVisible();
});

test('both papers say so, nothing is offered twice, and one undo brings all back', async ({}, testInfo) => {
  const { page } = story;
  const { of, by } = zh.viewer.replaced;
  const head = page.getByRole('heading', { level: 1 });
  await expect(panel(page)).toContainText(say(by, { date: '9月22日' }));
  await keepPicture(page, testInfo, 'a paper that was replaced');
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(say(words.noMore, { date: '9月22日', paper: foreign }));
  await expect(dialog.getByRole('button', { name: words.confirmTask })).toBeDisabled();
  await keepPicture(page, testInfo, 'nothing left to replace');
  await page.keyboard.press('Escape');
  await panel(page).getByRole('link', { name: foreign }).click();
  await expect(head).toContainText(foreign);
  await expect(panel(page)).toContainText(say(of, { date: '9月22日' }));
  await page.keyboard.press('e');
  await expect(dialog.locator('input').first()).toHaveValue(words.self);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await openClient(page, clientName);
  await expect(page.locator('[data-place="papers"]')).toContainText(zh.status.word.replaced);
  await keepPicture(page, testInfo, 'the papers of the client');

  await page.keyboard.press('Control+z');
  await expect(
    toast(page, say(zh.components.action.undone, { action: zh.actions.documents.replace })),
  ).toBeVisible();
  await expect(page.locator('[data-place="papers"]')).not.toContainText(zh.status.word.replaced);
});

test('what is read only after it has taken a place is told, with the way back', async ({}, testInfo) => {
  const cli = await story.quit();
  const { rows: clients } = await cli.call('clients.list', { filter: { text: clientName } });
  const clientId = clients[0]!.id;
  const steps = await cli.call(
    'documents.add',
    { clientId, kind: 'business_licence', title: `${renewed}丙`, files: [{ token: 'new' }] },
    { new: scan('营业执照_栩禾餐饮.jpg') },
  );
  const by = steps.find((step) => step.kind === 'added')?.documentId ?? '';
  const { documents } = await cli.call('clients.get', { id: clientId });
  const old = documents.find(({ kind, title }) => kind === 'business_licence' && !title.includes(renewed));
  expect(await cli.call('renewal.replace', { id: old!.id, by })).toMatchObject({ replacedCount: 1 });

  const page = await story.restart();
  await goTo(page, paths.document(by));
  const told = toast(
    page,
    say(zh.components.renewal.late, { paper: `${renewed}丙`, field: '信用代码', client: clientName }),
  );
  await expect(told).toBeVisible(reading);
  await keepPicture(page, testInfo, 'told after the reading');
  await told.getByRole('button', { name: zh.components.action.undo }).click();
  await expect(page.getByText(zh.viewer.unused)).toBeVisible();
});
