import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { drawnPage, mapped, onGround, painted } from '#test/support/drawn-pixels.ts';
import type { PagePixels } from '#shared/domain/page-pixels.ts';
import * as scans from '#test/support/scans.ts';
import { seriousFaults } from './support/access.ts';
import { answerDialogs, saved } from './support/dialogs.ts';
import { dropFiles } from './support/drop.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { openApplication, openByPalette, openClient } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const words = zh.viewer.quality;
const upload = zh.viewer.upload;
const clientName = '云汀归樾家居用品有限公司';
const story = tellStory('sample');
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));

const encoded = ({ data, widthPx, heightPx }: PagePixels): Promise<Buffer> =>
  sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .png()
    .toBuffer();

const page = drawnPage({ widthPx: 1500, heightPx: 1050, paper: [242, 226, 186] });
/** A lamp lies on it; it is photographed on a table. */
const bad = onGround(
  painted(page, { x: 420, y: 300, width: 400, height: 300 }, () => [255, 255, 255]),
  80,
);

async function addPaper(window: Page, name: string, bytes: Buffer): Promise<void> {
  await openClient(window, clientName);
  await dropFiles(window, window.locator('[data-place="papers"]'), [scans.fileIn(folder, name, bytes)]);
  const dialog = window.getByRole('dialog', { name: zh.client.papers.add });
  await dialog.getByLabel(zh.client.papers.kind).fill(zh.vocabulary.documentKind.other);
  await dialog.getByLabel(zh.client.papers.kind).press('Enter');
  await dialog.getByLabel(zh.client.papers.name).press('Control+Enter');
  await expect(dialog).toHaveCount(0);
}

const part = (window: Page) => window.getByRole('region', { name: words.title });

test('what is wrong with a picture stands under it, and is shown where it is', async ({}, testInfo) => {
  const { page: window } = story;
  await addPaper(window, '反光.png', await encoded(bad));
  await openByPalette(window, '反光', '反光');
  await expect(part(window)).toContainText(words.found.glare);
  await expect(part(window)).toContainText(words.todo.glare);
  await part(window).getByRole('button').filter({ hasText: words.found.glare }).click();
  await expect(window.locator('i[data-current]')).toBeVisible();
  await keepPicture(window, testInfo, 'glare');
  expect(await seriousFaults(window)).toEqual([]);
});

test('the copy that is handed in is looked at, cropped by hand and written', async ({}, testInfo) => {
  const { page: window, app } = story;
  await window.keyboard.press('u');
  const dialog = window.getByRole('dialog', { name: upload.title });
  await expect(dialog.getByRole('status')).toContainText('1660 × 1210');
  await dialog.getByText(upload.way.edge).click();
  await expect(dialog.getByRole('status')).toContainText(/15\d\d × 10\d\d/u);
  await expect(dialog.getByRole('status')).not.toContainText(upload.noEdge);
  await dialog.getByText(upload.way.hand).click();
  const left = dialog.getByRole('slider', { name: upload.side.left });
  await left.focus();
  await left.press('Shift+ArrowRight');
  await left.press('ArrowRight');
  await expect(dialog.getByRole('status')).toContainText(/ 16\d\d × 1210|，1602 × 1210/u);
  await keepPicture(window, testInfo, 'by hand');
  expect(await seriousFaults(window)).toEqual([]);
  const give = zh.handOuts.give;
  await dialog.getByLabel(give.recipient).fill('示例平台');
  await dialog.getByLabel(give.purpose).fill('首次认证');
  const file = path.join(folder, '上传件.jpg');
  await answerDialogs(app, { showSaveDialog: [saved(file)] });
  await window.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => fs.existsSync(file)).toBe(true);
  expect(await sharp(file).metadata()).toMatchObject({ format: 'jpeg', height: 1210 });
  await expect(window.getByRole('region', { name: zh.handOuts.part.title })).toContainText('示例平台');
});

test('where no edge of the sheet is to be seen, the copy says that nothing was cropped', async ({}, testInfo) => {
  const { page: window } = story;
  await addPaper(window, '满幅.png', await encoded(page));
  await openByPalette(window, '满幅', '满幅');
  await expect(part(window)).toContainText('1500 × 1050');
  await window.keyboard.press('u');
  const dialog = window.getByRole('dialog', { name: upload.title });
  await expect(dialog.getByRole('status')).toContainText('1500 × 1050');
  await expect(dialog.getByRole('status')).not.toContainText(upload.noEdge);
  await dialog.getByText(upload.way.edge).click();
  await expect(dialog.getByRole('status')).toContainText(upload.noEdge);
  await expect(dialog.getByRole('status')).toContainText('1500 × 1050');
  await keepPicture(window, testInfo, 'no edge');
  expect(await seriousFaults(window)).toEqual([]);
  await window.keyboard.press('Escape');
});

test('a picture that cannot be read at any size is refused with the reason', async () => {
  const { page: window } = story;
  await addPaper(
    window,
    '小图.png',
    await encoded(mapped(drawnPage({ widthPx: 400, heightPx: 300 }), (level) => level)),
  );
  await openByPalette(window, '小图', '小图');
  await expect(part(window)).toContainText(say(words.found.small, { width: 400, height: 300 }));
  await window.keyboard.press('u');
  const dialog = window.getByRole('dialog', { name: upload.title });
  await expect(dialog.getByRole('alert')).toContainText('400 × 300');
  await expect(dialog.getByRole('button', { name: upload.save })).toBeDisabled();
  await window.keyboard.press('Escape');
});

test('the checklist and the pre-check say of a paper that its picture is faulty, and lead to the page', async ({}, testInfo) => {
  const { page: window } = story;
  await openApplication(window, '鹿砚教育');
  const words = zh.application.paper;
  const fault = say(words.faultOn, { what: '文字模糊', pages: '反面第 1 页' });
  const chip = window.getByRole('button', { name: new RegExp(`身份证.*${fault}`, 'u') }).first();
  await expect(chip).toBeVisible({ timeout: 90_000 });
  // A card that lies whole on its ground is not said to be cut off.
  const faults = window.getByRole('region', { name: zh.preCheck.title }).getByRole('listitem');
  await expect(faults.filter({ hasText: '边上没有拍全' })).toHaveCount(0);
  await expect(faults.filter({ hasText: '文字模糊' }).first()).toContainText('重新对焦拍一张');
  await keepPicture(window, testInfo, 'checklist');
  await chip.click();
  const popover = window.getByRole('dialog').filter({ hasText: fault });
  await expect(popover).toContainText('重新对焦拍一张');
  await keepPicture(window, testInfo, 'paper');
  expect(await seriousFaults(window)).toEqual([]);
  await popover.getByRole('button', { name: words.showPage }).first().click();
  await expect(part(window)).toContainText(zh.viewer.quality.found.blurred);
});

test('a mark says what the copy is for, stands where it covers nothing, and is noted in the register', async ({}, testInfo) => {
  const { page: window, app } = story;
  const { mark, give, part: handedOut } = zh.handOuts;
  await openByPalette(window, '顾北辞', '身份证');
  await window.keyboard.press('Shift+U');
  const dialog = window.getByRole('dialog', { name: upload.title });
  await expect(dialog.getByRole('checkbox', { name: mark.on })).toBeChecked();
  await dialog.getByLabel(give.recipient).fill('示例平台');
  await dialog.getByLabel(give.purpose).fill('年审');
  await expect(dialog.getByLabel(mark.words)).toHaveValue(/^仅用于.*年审 · \d{4}-\d{2}-\d{2} · 交示例平台$/u);
  await expect(dialog.getByRole('status')).toContainText(upload.marked.on_page, { timeout: 60_000 });
  await keepPicture(window, testInfo, 'marked');
  expect(await seriousFaults(window)).toEqual([]);
  await dialog.getByText(mark.place.below).click();
  await expect(dialog.getByRole('status')).toContainText(upload.marked.below);
  const file = path.join(folder, '水印.jpg');
  await answerDialogs(app, { showSaveDialog: [saved(file)] });
  await window.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => fs.existsSync(file)).toBe(true);
  await expect(window.getByRole('region', { name: handedOut.title })).toContainText('水印：仅用于');
});
