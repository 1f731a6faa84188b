import { expect } from '@playwright/test';
import { keepPicture } from './support/keep.ts';
import { scan } from './support/sample.ts';
import { goTo, openPalette, paths, toast } from './support/screens.ts';
import { seriousFaults } from './support/access.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const story = tellStory('empty');
const words = zh.viewer;
const client = '云汀归樾家居用品有限公司';

test('a picture is read in a quiet moment, by a process of its own, and found by what stands on it', async () => {
  const cli = await story.quit();
  const { id: clientId } = await cli.call('clients.create', { name: client, entityType: 'company' });
  const files = [{ token: 'licence' }];
  const licence = scan('营业执照_归樾家居.jpg');
  await cli.call('documents.add', { clientId, kind: 'business_licence', files }, { licence });
  await story.restart();
  const box = await openPalette(story.page);
  await box.getByRole('combobox').fill('织物销售');
  const hit = box.getByRole('option').filter({ hasText: client });
  await expect(hit.first()).toContainText(say(zh.search.inFile, { page: 1 }), { timeout: 100_000 });
});

test('what was read is there for the command line, with how far it agrees with what is known', async () => {
  const cli = await story.quit();
  const { rows } = await cli.call('documents.list', { filter: { text: client } });
  const reading = await cli.call('reading.ofVersion', { versionId: rows[0]?.current[0]?.id ?? '' });
  if (reading.state !== 'read') throw new Error(reading.state);
  expect(reading.fields).toContainEqual(
    expect.objectContaining({
      field: 'subject_name',
      value: client,
      agreement: expect.objectContaining({ state: 'agrees' }),
    }),
  );
});

test('beside the page each value is confirmed or corrected by keys, and all that agrees at once', async ({}, testInfo) => {
  const page = await story.restart();
  await goTo(page, paths.documents());
  await page.getByRole('row').filter({ hasText: client }).getByRole('gridcell').first().dblclick();
  const panel = page.getByRole('complementary', { name: words.panel });
  const row = (label: string) => panel.getByRole('listitem').filter({ hasText: label });
  const stated = zh.vocabulary.statedField;
  await expect(row(stated.subject_name)).toContainText(zh.components.stated.same);
  await expect(row(stated.credit_code)).toContainText(words.read.alone);
  await keepPicture(page, testInfo, 'fields');
  expect(await seriousFaults(page)).toEqual([]);

  await page.keyboard.press('a');
  await expect(toast(page, say(words.read.keptAll, { n: 1 }))).toBeVisible();
  await expect(panel.getByRole('button', { name: say(words.read.keepAll, { n: 1 }) })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(panel.getByRole('button', { name: say(words.read.keepAll, { n: 1 }) })).toBeVisible();

  await page.keyboard.press('n');
  const field = panel.getByRole('textbox');
  await expect(field).toHaveValue(/^[0-9A-Z]{18}$/u);
  await keepPicture(page, testInfo, 'field');
  await page.keyboard.press('Enter');
  await expect(toast(page, say(words.read.kept, { field: stated.credit_code }))).toBeVisible();
  // The next that waits is open already.
  await expect(field).toHaveValue(client);
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);

  // By its place on the page.
  await page
    .getByRole('button', { name: new RegExp(`^[0-9]+ ${stated.legal_representative}：`, 'u') })
    .click();
  await field.fill('示例甲');
  await field.press('Enter');
  await expect(row(stated.legal_representative)).toContainText('示例甲');
  await expect(row(stated.legal_representative)).toContainText(/识别为/u);
});

test('a word on a picture is found in the viewer', async () => {
  const { page } = story;
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search');
  await bar.getByLabel(words.find.label).fill('家居用品');
  await expect(bar.getByRole('status')).toHaveText(/^1 \/ [1-9]/u);
  await page.keyboard.press('Escape');
});
