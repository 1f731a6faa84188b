import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { pdfSaying, picture } from '#test/support/scans.ts';
import { seriousFaults } from './support/access.ts';
import { answerDialogs, chosen } from './support/dialogs.ts';
import { dropFiles } from './support/drop.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { scan } from './support/sample.ts';
import { goTo, openClient, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const story = tellStory('sample');
const words = zh.intake;
const client = '澄州一勺清补凉店';
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));

const fileIn = (name: string, bytes: Uint8Array): string => {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, bytes);
  return file;
};
const piece = (page: Page, no: number) => page.locator(`tr[data-piece="${no}"]`);
const pane = (page: Page) => page.getByRole('complementary');
const files = { stack: '扫描_0922.pdf', photo: '一勺 门头照.png', broken: '坏.pdf' } as const;

test('files dropped anywhere come into the tray, and a bad one is told by name', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.clients());
  const stack = pdfSaying([
    ['营业执照', `名称 ${client}`, '法定代表人 示例'],
    ['房屋租赁合同', `承租方 ${client}`],
    ['第二页 租金与期限'],
    [],
  ]);
  const dropped = [
    fileIn(files.stack, stack),
    fileIn(files.photo, await picture('png', 5)),
    fileIn(files.broken, Buffer.from('%PDF-1.7 nothing')),
  ];
  await dropFiles(page, page.getByRole('grid'), dropped);
  await expect(page).toHaveURL(/#\/intake$/u);
  await expect(toast(page, say(words.taken, { n: 2 }))).toBeVisible();
  await expect(page.getByText(say(words.refused, { n: 1 }))).toBeVisible();
  await expect(page.getByText(`「${files.broken}」`).first()).toBeVisible();
  await expect(piece(page, 2)).toBeVisible();
  await expect(piece(page, 1)).toContainText(client);
  await expect(page.getByRole('navigation', { name: zh.shell.mainNav })).toContainText('2');
  await keepPicture(page, testInfo, 'the tray');
  expect(await seriousFaults(page)).toEqual([]);
});

test('a stack is cut by keys, and what is blank stays with the original', async ({}, testInfo) => {
  const { page } = story;
  await page.getByRole('button', { name: say(words.leaveBlank, { n: 1 }) }).click();
  await expect(page.getByText(words.onlyOriginal)).toBeVisible();
  await piece(page, 1).click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('x');
  await expect(piece(page, 3)).toBeVisible();
  await expect(piece(page, 2)).toContainText(zh.vocabulary.documentKind.lease);
  await expect(piece(page, 1)).toContainText(zh.vocabulary.documentKind.business_licence);
  await page.keyboard.press('Control+z');
  await expect(piece(page, 3)).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await expect(piece(page, 3)).toBeVisible();
  await keepPicture(page, testInfo, 'a stack that was cut');
});

test('the pages of a piece are put in another order by keys and by the mouse', async ({}, testInfo) => {
  const { page } = story;
  await piece(page, 2).click();
  const row = pane(page).getByRole('list', { name: words.order });
  const names = () => row.getByRole('button').evaluateAll((all) => all.map((each) => each.ariaLabel));
  await expect(row.getByRole('button')).toHaveCount(2);
  const [first, second] = await names();
  const nameAt = (name: string | null | undefined, n: number) => (name ?? '').replace(/\d+/u, `${n}`);
  const swapped = [nameAt(second, 1), nameAt(first, 2)];
  const inStrip = page.getByRole('list', { name: say(words.pagesOf, { name: files.stack }) }).locator('i');
  await expect(inStrip).toHaveText(['1', '2', '3', '4']);
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(names).toEqual(swapped);
  // The stack shows the pages as the paper will have them.
  await expect(inStrip).toHaveText(['1', '3', '2', '4']);
  await expect(toast(page, say(words.pageMoved, { n: 2, count: 2 }))).toBeVisible();
  // At the end it stays in its piece.
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(names).toEqual(swapped);
  await row
    .getByRole('button')
    .nth(1)
    .dragTo(row.getByRole('button').first(), { targetPosition: { x: 4, y: 30 } });
  await expect.poll(names).toEqual([first, second]);
  await keepPicture(page, testInfo, 'the order of the pages');
  await row.getByRole('button').nth(1).dragTo(piece(page, 1));
  await expect(row.getByRole('button')).toHaveCount(2);
  await expect(pane(page)).toContainText(say(words.piece, { n: 1 }));
  await page.keyboard.press('Control+z');
  await piece(page, 2).click();
  await expect.poll(names).toEqual([first, second]);
  expect(await seriousFaults(page)).toEqual([]);
});

test('each piece is looked at and said to be what it was taken for', async () => {
  const { page } = story;
  await piece(page, 1).click();
  await page.keyboard.press('Enter');
  await expect(piece(page, 1)).toContainText(words.seen);
  await expect(piece(page, 2)).toHaveAttribute('data-now', 'true');
  await page.keyboard.press('Enter');
  await expect(piece(page, 2)).toContainText(words.seen);
  // The photo has only a word of the name in its file's name, and nobody knows what it is.
  await expect(piece(page, 3)).toHaveAttribute('data-now', 'true');
  await expect(pane(page).getByRole('button', { name: words.accept })).toBeDisabled();
  await page.keyboard.press('1');
  await expect(pane(page).getByRole('button', { name: client })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('r');
  await page.keyboard.press('k');
  await page.keyboard.type(zh.vocabulary.documentKind.other);
  await page.keyboard.press('Enter');
  await expect(pane(page).getByRole('button', { name: words.accept })).toBeEnabled();
  await pane(page).getByLabel(words.title).fill('示例门头照');
  await page.keyboard.press('Enter');
  await expect(piece(page, 3)).toContainText(words.seen);
  await expect(pane(page).getByLabel(words.title)).toHaveValue('示例门头照');
});

test('what was looked at is filed in one step, and one undo brings it back', async ({}, testInfo) => {
  const { page } = story;
  await keepPicture(page, testInfo, 'all looked at');
  await page.keyboard.press('Control+Enter');
  await expect(toast(page, say(words.filed, { n: 3 }))).toBeVisible();
  await expect(page.getByText(words.empty)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(piece(page, 3)).toContainText(words.seen);
  await page.keyboard.press('Control+y');
  await expect(page.getByText(words.empty)).toBeVisible();
  await openClient(page, client);
  const papers = page.getByRole('region', { name: zh.client.papers.title });
  await expect(papers).toContainText('示例门头照');
  await expect(papers).toContainText(zh.vocabulary.documentKind.lease);
});

test('the same file once more stands aside and says where it is', async () => {
  const { page } = story;
  await dropFiles(page, page.getByRole('heading', { level: 1 }), [path.join(folder, files.photo)]);
  await expect(page.getByText(words.aside)).toBeVisible();
  await expect(page.getByText('示例门头照')).toBeVisible();
  await page.getByRole('button', { name: words.remove, exact: true }).click();
  await expect(page.getByText(words.empty)).toBeVisible();
});

test('a folder is chosen, and its name tells whose it is', async () => {
  const { app, page } = story;
  fileIn('一勺清补凉店/租赁合同.png', await picture('png', 9));
  await answerDialogs(app, { showOpenDialog: [chosen(path.join(folder, '一勺清补凉店'))] });
  await page.getByRole('button', { name: words.chooseFolder }).click();
  await expect(piece(page, 1)).toContainText(client);
  await expect(piece(page, 1)).toContainText(zh.vocabulary.documentKind.lease);
});

test('a picture from the clipboard is pasted', async () => {
  const { app, page } = story;
  const bytes = (await picture('png', 12)).toString('base64');
  await app.evaluate(async ({ clipboard, ClipboardItem, nativeImage }, data) => {
    const png = Buffer.from(data, 'base64');
    // The stand-in's clipboard has another way than that of today's Electron.
    const writeImage: unknown = Reflect.get(clipboard, 'writeImage');
    if (typeof writeImage === 'function')
      Reflect.apply(writeImage, clipboard, [nativeImage.createFromBuffer(png)]);
    else await clipboard.write([new ClipboardItem({ 'image/png': new Blob([png]) })]);
  }, bytes);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+v');
  await expect(piece(page, 2)).toBeVisible();
  await expect(page.getByText(words.pastedName.replace('{{at}}', '').trim()).first()).toBeVisible();
});

/** Takes all that lies there out of the tray: what looks like something stored stands aside once it was looked at. */
async function emptyTray(page: Page): Promise<void> {
  const out = page.getByRole('button', { name: /移出收件盘$/u });
  for (let left = await out.count(); left > 0; left -= 1) {
    await out.first().click();
    await expect(out).toHaveCount(left - 1);
  }
  await expect(page.getByText(words.empty)).toBeVisible();
}

test('two sides of a card are offered to be joined, by one key, and one undo parts them', async ({}, testInfo) => {
  const { page } = story;
  await emptyTray(page);
  const person = '叶疏桐';
  const sides = [`身份证反面_${person}.jpg`, `身份证正面_${person}.jpg`];
  await dropFiles(page, page.getByRole('heading', { level: 1 }), sides.map(scan));
  await expect(piece(page, 2)).toContainText(say(words.sign.person, { person }));
  await piece(page, 1).click();
  await expect(pane(page)).toContainText(say(words.otherSide.name, { n: 2 }));
  await keepPicture(page, testInfo, 'the other side of a card');
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('j');
  await expect(toast(page, words.sidesJoined)).toBeVisible();
  await expect(piece(page, 2)).toHaveCount(0);
  const order = pane(page).getByRole('list', { name: words.order }).getByRole('button');
  await expect(order).toHaveCount(2);
  await expect(order.first()).toHaveAttribute('aria-label', new RegExp(sides[1] ?? '', 'u'));
  await expect(pane(page).getByRole('radio', { name: words.sides.front })).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await expect(pane(page).getByRole('radio', { name: words.sides.back })).toBeChecked();
  await page.keyboard.press('Control+z');
  await expect(piece(page, 2)).toBeVisible();
});

test('it is told that pages are being read, and by what a guess has changed; what was said stays', async ({}, testInfo) => {
  test.setTimeout(240_000);
  const { page } = story;
  await emptyTray(page);
  const { account_proof: byName, business_licence: byPage, other } = zh.vocabulary.documentKind;
  await dropFiles(page, page.getByRole('heading', { level: 1 }), [
    fileIn('读前/基本户信息_扫描.png', fs.readFileSync(scan('营业执照_青笠物流.png'))),
    fileIn('读前/基本户信息_另一张.jpg', fs.readFileSync(scan('社会团体登记证书_乡土植物研究会.jpg'))),
  ]);
  await expect(piece(page, 2)).toContainText(byName);
  await expect(piece(page, 1)).toContainText(words.reading);
  await piece(page, 2).click();
  await expect(pane(page)).toContainText(words.kindBy.file_name);
  await page.keyboard.press('k');
  await page.keyboard.type(other);
  await page.keyboard.press('Enter');
  await expect(piece(page, 2)).toContainText(other);
  await keepPicture(page, testInfo, 'pages that are being read');
  expect(await seriousFaults(page)).toEqual([]);
  await expect(piece(page, 1)).toContainText(byPage, { timeout: 180_000 });
  await expect(piece(page, 1)).not.toContainText(words.reading);
  await expect(piece(page, 2)).toContainText(other);
  await piece(page, 1).click();
  const changed = say(words.kindChanged, { by: words.kindBy.heading, kind: byName });
  await expect(pane(page)).toContainText(changed);
  await keepPicture(page, testInfo, 'a guess that has changed');
});

test('a folder is watched: what is still comes in by itself, what is bad is told and tried again', async ({}, testInfo) => {
  const { app, page } = story;
  const inbox = path.join(folder, '自动收件');
  const bad = fileIn('自动收件/坏.pdf', Buffer.from('%PDF-1.7 nothing'));
  fileIn('自动收件/扫描件.pdf', pdfSaying([['授权委托书', `委托人 ${client}`]]));
  await answerDialogs(app, { showOpenDialog: [chosen(inbox)] });
  await page.getByRole('link', { name: words.folder.watch }).click();
  await page.getByRole('button', { name: zh.settings.intake.choose }).click();
  await expect(page.getByRole('checkbox', { name: zh.settings.intake.on })).toBeChecked();
  await keepPicture(page, testInfo, 'the watched folder in the settings');
  await goTo(page, paths.intake());
  const taken = page.getByText('扫描件.pdf').first();
  await expect(taken).toBeVisible({ timeout: 20_000 });
  const faults = page.getByText(say(words.folder.faults, { folder: '自动收件', n: 1 }));
  await expect(faults).toBeVisible();
  await expect(
    page.getByRole('link', { name: say(words.folder.watching, { name: '自动收件' }) }),
  ).toBeVisible();
  await keepPicture(page, testInfo, 'a file of the watched folder that stayed out');
  expect(await seriousFaults(page)).toEqual([]);
  expect(fs.existsSync(path.join(inbox, '已收入 Taken/扫描件.pdf'))).toBe(true);
  fs.writeFileSync(bad, pdfSaying([['开户许可证', `存款人 ${client}`]]));
  await expect(page.getByText('坏.pdf').last()).toBeVisible({ timeout: 20_000 });
  await expect(faults).toHaveCount(0, { timeout: 20_000 });
});
