import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import * as bad from '#test/fixtures/bad/scans.ts';
import { answerDialogs, chosen } from './support/dialogs.ts';
import { dropFiles } from './support/drop.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { scan } from './support/sample.ts';
import { beginApplication, checklistRow, enterValidUntil, openApplication } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const words = zh.application;
const bakery = '澄州半山面包坊';
const story = tellStory('sample');
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));

const licence = () => checklistRow(story.page, '个体工商户营业执照');
const card = () => checklistRow(story.page, '管理员身份证');
const account = () => checklistRow(story.page, '收款账户');
const paper = (row: Locator) => row.locator('button[title]').first();

test('a scan that is dropped on its line is kept, and its date is asked for', async ({}, testInfo) => {
  const { page } = story;
  await beginApplication(page, bakery);
  await dropFiles(page, licence(), [scan('营业执照_半山面包坊.jpg')]);
  await expect(licence()).toContainText(words.reason.validity_unknown);
  await keepPicture(page, testInfo, 'dropped');
  await enterValidUntil(licence(), '2040.10.18');
  await expect(licence()).toContainText(zh.status.word.satisfied);
  await expect(licence()).toContainText('2040-10-18');
});

test('both sides of a card come through the dialog as one paper', async () => {
  const { app, page } = story;
  const sides = ['正面', '反面'].map((side) => scan(`身份证${side}_麦知秋.jpg`));
  await answerDialogs(app, { showOpenDialog: [chosen(...sides)] });
  await card().getByRole('button', { name: zh.components.drop.pick }).click();
  await enterValidUntil(card(), '2036年10月18日');
  await expect(card()).toContainText(zh.status.word.satisfied);
  await expect(page.getByRole('button', { name: words.step.primary.submit, exact: true })).toBeEnabled();
});

test('the paper shows its files: picture, size, pages', async ({}, testInfo) => {
  const { page } = story;
  await dropFiles(page, account(), [scan('青笠物流_执照身份证开户信息.pdf')]);
  await paper(account()).click();
  const popover = page.getByRole('dialog').filter({ hasText: '青笠物流_执照身份证开户信息.pdf' });
  await expect(popover).toContainText(say(words.paper.pages_other, { count: 3 }));
  const thumbnail = popover.locator('img[src^="vault://thumbnail/"]');
  await expect
    .poll(() => thumbnail.evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBeGreaterThan(40);
  await keepPicture(page, testInfo, 'files of a paper');
  await page.keyboard.press('Escape');

  await paper(licence()).click();
  await page
    .getByRole('button', { name: say(words.paper.enlarge, { name: '营业执照_半山面包坊.jpg' }) })
    .click();
  const large = page.locator('img[src^="vault://file/"]');
  await expect.poll(() => large.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(600);
  await page.keyboard.press('Escape');
  await expect(large).toHaveCount(0);
});

test('a paper that has expired is seen at once', async () => {
  const { page } = story;
  await paper(licence()).click();
  await page.getByRole('button', { name: words.paper.changeDate }).click();
  const date = page.getByLabel(words.paper.validUntil);
  await date.fill('2026-08-30');
  await date.press('Enter');
  await expect(licence()).toContainText(say(zh.status.numbered.expired, { n: 23 }));
  await expect(page.getByRole('button', { name: say(words.step.locked_other, { count: 1 }) })).toBeVisible();
});

const refusals = [
  { file: bad.textNamedPdf, code: 'FILE_TYPE_UNSUPPORTED' },
  { file: bad.heicNamedJpg, code: 'FILE_DAMAGED' },
  { file: bad.emptyScan, code: 'FILE_EMPTY' },
  { file: bad.hugeScan, code: 'FILE_TOO_LARGE' },
  { file: bad.truncatedPdf, code: 'FILE_DAMAGED' },
  { file: bad.truncatedJpg, code: 'FILE_DAMAGED' },
  { file: bad.encryptedPdf, code: 'FILE_ENCRYPTED' },
] as const;

for (const { file, code } of refusals) {
  test(`${file.name}: the line says why the file was not kept`, async () => {
    const { page } = story;
    const made = file(folder);
    const name = path.basename(made);
    await dropFiles(page, licence(), [made]);
    const told = say(zh.errors[code].happened, { name }).split('（')[0] ?? '';
    await expect(licence()).toContainText(told);
    await expect(licence()).toContainText(zh.errors[code].todo);
    await licence().getByRole('button', { name: zh.components.action.dismiss }).first().click();
  });
}

test('of several files the good ones are kept and the bad ones named; content counts, not the name', async () => {
  const { page } = story;
  await dropFiles(page, account(), [bad.emptyScan(folder), bad.pngNamedJpg(folder)]);
  await expect(account()).toContainText(say(zh.errors.FILE_EMPTY.happened, { name: '空白.jpg' }));
  await paper(account()).click();
  await expect(page.getByText('营业执照.jpg', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('nothing of the refused files is left in the vault', async () => {
  const cli = await story.quit();
  const { rows } = await cli.call('documents.list', { filter: { text: bakery } });
  const kinds = rows.map(({ kind, versionCount }) => `${kind} ${versionCount}`).sort();
  expect(kinds).toEqual(['account_proof 2', 'business_licence 1', 'id_card 2']);
  await expect(cli.run('verify')).resolves.toMatchObject({ problems: [] });
});

test('a file that is gone from the vault is told, in the window and by verify', async ({}, testInfo) => {
  const cli = await story.quit();
  const { rows } = await cli.call('documents.list', {
    filter: { text: bakery, kinds: ['business_licence'] },
  });
  const [file] = rows[0]?.current ?? [];
  const sha256 = file?.sha256 ?? '';
  fs.rmSync(path.join(story.dataFolder, 'vault', sha256.slice(0, 2), sha256));
  await expect(cli.run('verify')).rejects.toThrow(/missing/u);
  const page = await story.restart();
  await openApplication(page, bakery);
  await paper(licence()).click();
  await page
    .getByRole('button', { name: say(words.paper.enlarge, { name: '营业执照_半山面包坊.jpg' }) })
    .click();
  await expect(page.getByText(zh.components.vault.missing)).toBeVisible();
  await expect(page.getByText(zh.components.vault.todo)).toBeVisible();
  await keepPicture(page, testInfo, 'file gone');
  await page.keyboard.press('Escape');
});

test('the kind of a paper is chosen in its popover, which stays open for that', async ({}, testInfo) => {
  const { page } = story;
  await beginApplication(page, '栩禾（云汀）餐饮管理有限公司');
  const brand = checklistRow(page, '名称依据');
  await dropFiles(page, brand, [scan('商标注册证_栩禾.jpg')]);
  await enterValidUntil(brand, '2033.5.20');
  await paper(brand).click();
  const popover = page.getByRole('dialog').filter({ hasText: '商标注册证_栩禾.jpg' });
  await popover.getByRole('button', { name: words.paper.changeDate }).click();
  const kind = popover.getByRole('combobox', { name: words.paper.kind });
  await kind.click();
  const option = popover.getByRole('option', { name: zh.vocabulary.documentKind.trademark_authorisation });
  await expect(option).toBeInViewport({ ratio: 1 });
  await keepPicture(page, testInfo, 'kinds in the popover');
  await option.click();
  await expect(kind).toHaveValue(zh.vocabulary.documentKind.trademark_authorisation);
  await popover.getByRole('button', { name: zh.components.action.save }).click();
  await expect(popover).toHaveCount(0);
  await paper(brand).click();
  await expect(popover).toContainText(zh.vocabulary.documentKind.trademark_authorisation);
});
