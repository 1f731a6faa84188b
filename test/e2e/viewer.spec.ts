import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import * as scans from '#test/support/scans.ts';
import { seriousFaults } from './support/access.ts';
import { dropFiles } from './support/drop.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { goTo, openByPalette, openClient, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const words = zh.viewer;
const clientName = '云汀归樾家居用品有限公司';
const story = tellStory('sample');
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));

const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('gridcell') });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const stage = (page: Page) =>
  page.locator('[role="region"]').filter({ has: page.locator('[style*="rotate"]') });
const sheet = (page: Page) => stage(page).first().locator('[style*="rotate"]').first();
const tool = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();
const strip = (page: Page) => page.getByRole('navigation', { name: words.strip });

const widthOf = async (page: Page): Promise<number> => (await sheet(page).boundingBox())?.width ?? 0;
const turnOf = (page: Page) => sheet(page).evaluate((element) => element.style.transform);

/** Adds a paper to the client by dropping files on its part of the page. */
async function addPaper(page: Page, name: string, bytes: Buffer): Promise<void> {
  await openClient(page, clientName);
  const papers = page.locator('[data-place="papers"]');
  await dropFiles(page, papers, [scans.fileIn(folder, name, bytes)]);
  const dialog = page.getByRole('dialog', { name: zh.client.papers.add });
  await dialog.getByLabel(zh.client.papers.kind).fill(zh.vocabulary.documentKind.other);
  await dialog.getByLabel(zh.client.papers.kind).press('Enter');
  await dialog.getByLabel(zh.client.papers.name).press('Control+Enter');
  await expect(dialog).toHaveCount(0);
}

async function openPaper(page: Page, title: string): Promise<void> {
  await openByPalette(page, title, title);
  await expect(heading(page)).toHaveText(title);
}

test('a row of the list opens the paper; zoom, turn and Escape back to that row', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.documents());
  const row = rows(page).filter({ hasText: clientName }).filter({ hasText: '营业执照' }).first();
  await row.getByRole('gridcell').first().dblclick();
  await expect(heading(page)).toContainText('营业执照');
  const picture = stage(page).locator('img[src^="vault://file/"]');
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(400);
  await keepPicture(page, testInfo, 'paper');
  expect(await seriousFaults(page)).toEqual([]);

  const fitted = await widthOf(page);
  await page.keyboard.press('+');
  await expect.poll(() => widthOf(page)).toBeGreaterThan(fitted);
  await page.keyboard.press('1');
  const natural = await picture.evaluate((img: HTMLImageElement) => img.naturalWidth);
  await expect.poll(() => widthOf(page)).toBeCloseTo(natural, 0);
  await page.keyboard.press('0');
  await expect.poll(() => widthOf(page)).toBeCloseTo(fitted, 0);
  await tool(page, words.rotate).click();
  await expect.poll(() => turnOf(page)).toBe('rotate(90deg)');

  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toContainText('营业执照');
  // The turn is remembered.
  await expect.poll(() => turnOf(page)).toBe('rotate(90deg)');
  await page.keyboard.press('Shift+R');
  await expect.poll(() => turnOf(page)).toBe('rotate(0deg)');
});

test('the wheel zooms at the pointer, the hand moves the picture', async () => {
  const { page } = story;
  const box = await stage(page).boundingBox();
  const at = { x: (box?.x ?? 0) + (box?.width ?? 0) * 0.3, y: (box?.y ?? 0) + (box?.height ?? 0) * 0.5 };
  const before = await widthOf(page);
  await page.mouse.move(at.x, at.y);
  const share = async (): Promise<number> => {
    const now = await sheet(page).boundingBox();
    return (at.x - (now?.x ?? 0)) / (now?.width ?? 1);
  };
  const held = await share();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -600);
  await page.keyboard.up('Control');
  await expect.poll(() => widthOf(page)).toBeGreaterThan(before * 2);
  expect(Math.abs((await share()) - held)).toBeLessThan(0.05);
  const scrolled = () => stage(page).evaluate((element) => element.scrollTop);
  const top = await scrolled();
  await page.mouse.down();
  await page.mouse.move(at.x, at.y - 80, { steps: 4 });
  await page.mouse.up();
  await expect.poll(scrolled).toBe(top + 80);
  await page.keyboard.press('0');
});

test('a fact is changed in its place and taken back; a use leads to its line', async ({}, testInfo) => {
  const { page } = story;
  const panel = page.getByRole('complementary', { name: words.panel });
  const title = panel.locator('dl').filter({ hasText: words.field.title }).getByRole('button').nth(1);
  await title.click();
  await page.keyboard.insertText('示例执照');
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('示例执照');
  await keepPicture(page, testInfo, 'stated');
  await page.keyboard.press('Control+z');
  await expect(panel).not.toContainText('示例执照');
  await panel.getByRole('link').filter({ hasText: '归樾' }).first().click();
  await expect(page).toHaveURL(/#\/applications\//u);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(heading(page)).toContainText('营业执照');
});

test('Alt and an arrow go along the list, the keys are named in the help', async () => {
  const { page } = story;
  const first = page.url();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => page.url()).not.toBe(first);
  await expect(page.getByRole('button', { name: zh.components.stepper.previous })).toBeEnabled();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => page.url()).toBe(first);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText(zh.shell.keys.findInFile);
  await page.keyboard.press('Escape');
  // What lies behind a dialog takes no files.
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a new version is dropped on the strip, the earlier one stays and both are compared', async ({}, testInfo) => {
  const { page } = story;
  await dropFiles(page, strip(page).getByRole('button', { name: words.dropVersion }), [
    scans.fileIn(folder, '新版.png', await scans.picture('png', 7, 900, 1200)),
  ]);
  const versions = strip(page).locator('button[title]');
  await expect(versions.first()).toContainText(say(words.version, { n: 2 }));
  await expect(versions.first()).toContainText(words.inUse);
  await expect(versions.first()).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press(']');
  await expect(versions.nth(1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('[');
  await page.keyboard.press('c');
  await expect(stage(page)).toHaveCount(2);
  await page.keyboard.press('1');
  const top = (index: number) =>
    stage(page)
      .nth(index)
      .evaluate((element) => element.scrollTop);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => top(1)).toBeGreaterThan(0);
  await keepPicture(page, testInfo, 'compared');
  expect(await seriousFaults(page)).toEqual([]);
  const linked = await top(1);
  await page.keyboard.press('l');
  await page.keyboard.press('ArrowDown');
  expect(await top(1)).toBe(linked);
  await page.getByRole('button', { name: words.compare.choose }).click();
  await expect(page.getByRole('menuitemradio').nth(1)).toBeVisible();
  await keepPicture(page, testInfo, 'what to compare with');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(stage(page)).toHaveCount(1);
  await page.keyboard.press('0');
});

test('a PDF is gone through page by page, and what stands in it is found and marked', async ({}, testInfo) => {
  const { page } = story;
  const pages = Array.from({ length: 30 }, (_, index) => [
    `第 ${index + 1} 页`,
    index % 10 === 9 ? '承租人逾期支付违约金。' : '出租人将铺面交付承租人使用。',
  ]);
  await addPaper(page, '租约.pdf', scans.pdfSaying(pages));
  await page.getByRole('button', { name: '租约', exact: true }).click();
  await page.getByRole('button', { name: zh.client.papers.open }).click();
  await expect(heading(page)).toHaveText('租约');
  await expect(stage(page).locator('canvas').first()).toBeVisible();
  await expect(page.getByText(say(words.pageOf, { n: 1, total: 30 }))).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(page.getByText(say(words.pageOf, { n: 2, total: 30 }))).toBeVisible();
  await page.keyboard.press('End');
  await expect(page.getByText(say(words.pageOf, { n: 30, total: 30 }))).toBeVisible();
  await strip(page)
    .getByRole('button', { name: say(words.toPage, { n: 3 }) })
    .click();
  await expect(page.getByText(say(words.pageOf, { n: 3, total: 30 }))).toBeVisible();
  // Of thirty pages only those in sight are drawn.
  expect(await stage(page).locator('canvas').count()).toBeLessThan(12);

  await page.keyboard.press('Control+f');
  await page.keyboard.insertText('违约金');
  const found = (n: number) => page.getByText(say(words.find.place, { n, total: 3 }), { exact: true });
  await expect(found(1)).toBeVisible();
  await expect(page.getByText(say(words.pageOf, { n: 10, total: 30 }))).toBeVisible();
  await expect(page.locator('[data-current]')).toBeInViewport();
  await keepPicture(page, testInfo, 'found');
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(found(2)).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect(found(3)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-current]')).toHaveCount(0);
  await expect(heading(page)).toHaveText('租约');
});

test('the shown version is printed by the system, page for page', async () => {
  const { app, page } = story;
  await app.evaluate(({ app: program }) => {
    program.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => {
        void contents.printToPDF({ preferCSSPageSize: true }).then((pdf) => {
          const count = pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
          Reflect.set(globalThis, 'printedPages', count);
          done?.(true, '');
        });
      };
    });
  });
  await page.keyboard.press('Control+p');
  const give = zh.handOuts.give;
  const dialog = page.getByRole('dialog', { name: give.printTitle });
  await dialog.getByLabel(give.recipient).fill('示例银行');
  await dialog.getByLabel(give.purpose).fill('开户');
  await page.keyboard.press('Control+Enter');
  await expect(toast(page, words.print.done)).toBeVisible({ timeout: 60_000 });
  expect(await app.evaluate(() => Reflect.get(globalThis, 'printedPages') as unknown)).toBe(30);
  await expect(page.getByRole('region', { name: zh.handOuts.part.title })).toContainText('示例银行');
});

test('code in a PDF does not run, and nothing of it is read from elsewhere', async () => {
  const { page } = story;
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  const bytes = scans
    .pdf(1)
    .toString('latin1')
    .replace('/Type/Catalog', '/Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>');
  await addPaper(page, '带脚本.pdf', Buffer.from(bytes, 'latin1'));
  await openPaper(page, '带脚本');
  await expect(stage(page).locator('canvas').first()).toBeVisible();
  expect(asked.filter((url) => url.includes('sandbox'))).toEqual([]);
  expect(asked.filter((url) => !/^(?:app|vault|data|blob):/u.test(url))).toEqual([]);
});

test('a file that is gone, and one that is damaged, say so', async ({}, testInfo) => {
  const cli = await story.quit();
  const { rows: found } = await cli.call('documents.list', { filter: { text: '租约' } });
  const { rows: other } = await cli.call('documents.list', { filter: { text: '带脚本' } });
  const fileOf = (list: typeof found): string => {
    const sha256 = list[0]?.current[0]?.sha256 ?? '';
    return path.join(story.dataFolder, 'vault', sha256.slice(0, 2), sha256);
  };
  fs.rmSync(fileOf(found));
  fs.chmodSync(fileOf(other), 0o600);
  fs.writeFileSync(fileOf(other), Buffer.alloc(fs.statSync(fileOf(other)).size, 'x'));
  const page = await story.restart();
  await openPaper(page, '租约');
  await expect(page.getByText(say(words.fault.missing.happened, { name: '租约.pdf' }))).toBeVisible();
  await keepPicture(page, testInfo, 'file gone');
  expect(await seriousFaults(page)).toEqual([]);
  await openPaper(page, '带脚本');
  await expect(page.getByText(say(words.fault.damaged.happened, { name: '带脚本.pdf' }))).toBeVisible();
  await expect(page.getByText(words.fault.damaged.todo)).toBeVisible();
});

test('the smallest window has a menu in the place of the strip, and full screen nothing but the picture', async ({}, testInfo) => {
  const { app, page } = story;
  await goTo(page, paths.documents());
  await rows(page)
    .filter({ hasText: clientName })
    .filter({ hasText: '营业执照' })
    .first()
    .getByRole('gridcell')
    .first()
    .dblclick();
  await expect(heading(page)).toContainText('营业执照');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1100, 700));
  await expect(strip(page)).toHaveCount(0);
  await page.getByRole('button', { name: words.chooseVersion }).click();
  await page.getByRole('menuitemradio').nth(1).click();
  await expect(page.getByText(say(words.version, { n: 1 }), { exact: false }).first()).toBeVisible();
  await keepPicture(page, testInfo, 'small');
  await page.keyboard.press('f');
  await expect(heading(page)).toHaveCount(0);
  await expect(stage(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(heading(page)).toContainText('营业执照');
});
