import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import * as scans from '#test/support/scans.ts';
import { dropFiles } from './support/drop.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { goTo, openClient, openPalette, palette, paths } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const bakery = '澄州半山面包坊';
const story = tellStory('sample');
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));

const field = (box: Locator): Locator => box.getByRole('combobox');
const hits = (box: Locator): Locator => box.getByRole('option');

/** Looks for a text and gives the palette with what was found. */
async function look(text: string): Promise<Locator> {
  const { page } = story;
  const box = (await palette(page).isVisible()) ? palette(page) : await openPalette(page);
  await field(box).fill(text);
  return box;
}

async function leave(): Promise<void> {
  const box = palette(story.page);
  for (let tries = 0; tries < 3 && (await box.isVisible()); tries += 1)
    await story.page.keyboard.press('Escape');
  await expect(box).toBeHidden();
}

/** `marked` is what the hit shows of the text, when it is written in another way there. */
const found: readonly {
  readonly what: string;
  readonly text: string;
  readonly title: string;
  readonly marked?: string;
}[] = [
  { what: 'one character', text: '栩', title: '栩禾（云汀）餐饮管理有限公司' },
  { what: 'two characters', text: '面包', title: bakery },
  { what: 'three characters', text: '第三幼', title: '青屿市第三幼儿园' },
  { what: 'four characters', text: '家居用品', title: '云汀归樾家居用品有限公司' },
  { what: 'initials of the pinyin', text: 'bsmbf', title: bakery, marked: '半山面包坊' },
  { what: 'part of a credit code', text: 'XB020373', title: bakery },
  { what: 'part of a credit code in small letters', text: 'maxb0203', title: bakery, marked: 'MAXB0203' },
  { what: 'a legal representative', text: '麦知秋', title: bakery },
  { what: 'a person', text: '麦知', title: '麦知秋' },
  { what: 'part of a phone number', text: '00000203', title: '麦知秋' },
  { what: 'an account', text: '归樾', title: '归樾家居' },
  { what: 'part of an AppID', text: 'wxc4a23b', title: '半山面包坊' },
  { what: 'the number of an application', text: 'A00001', title: 'A-2026-A00001' },
  { what: 'a kind of paper', text: '食品经营许可证', title: '食品经营许可证' },
  { what: 'the name of a file', text: '许可证_一勺', title: '食品经营许可证' },
];

for (const { what, text, title, marked = text } of found) {
  test(`by ${what} it is found, and what was found is marked`, async () => {
    const box = await look(text);
    const hit = hits(box)
      .filter({ hasText: title })
      .filter({ has: story.page.locator('mark') });
    await expect(hit.first().locator('mark').first()).toHaveText(marked);
  });
}

test('of many hits the rest is counted', async ({}, testInfo) => {
  const box = await look('有限公司');
  await expect(hits(box)).toHaveCount(6);
  await expect(box).toContainText(/还有 \d+ 条/u);
  await keepPicture(story.page, testInfo, 'palette');
});

test('nothing found says so, and what to do', async () => {
  const box = await look('查无此户查无此户');
  await expect(hits(box)).toHaveCount(0);
  await expect(box).toContainText(say(zh.search.none.all, { query: '查无此户查无此户' }));
  for (const [sign, kind] of [
    ['#', 'application'],
    ['>', 'command'],
  ] as const) {
    await field(box).fill(`${sign}查无此户`);
    await expect(box).toContainText(say(zh.search.none[kind], { query: '查无此户' }));
  }
  await field(box).fill('#');
  await expect(box).toContainText(zh.search.none.whichApplication);
  await leave();
});

test('the keyboard alone finds, chooses and opens', async () => {
  const { page } = story;
  const box = await look('澄州');
  await expect(hits(box).nth(1)).toBeVisible();
  await expect(hits(box).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  const second = hits(box).nth(1);
  await expect(second).toHaveAttribute('aria-selected', 'true');
  const shown = await second.innerText();
  await page.keyboard.press('Enter');
  await expect(box).toBeHidden();
  const name = await page.getByRole('heading', { level: 1 }).innerText();
  expect(shown).toContain(name);
  expect(name).toContain('澄州');
});

test('Escape leaves without opening anything', async () => {
  const { page } = story;
  const address = page.url();
  const box = await look('栩禾');
  await expect(hits(box).first()).toContainText('栩禾');
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  expect(page.url()).toBe(address);
});

test('Enter that is faster than the search opens what was typed last', async () => {
  const { page } = story;
  const box = await look('栩禾');
  await expect(hits(box).first()).toContainText('栩禾');
  await field(box).selectText();
  const session = await page.context().newCDPSession(page);
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 };
  // Sent together, so that the key is there before any answer of the search.
  await Promise.all([
    session.send('Input.insertText', { text: '半山面包' }),
    session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter }),
  ]);
  await session.detach();
  await expect(box).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: bakery })).toBeVisible();
});

test('Enter belongs to the input method as long as it composes', async () => {
  const { page } = story;
  await goTo(page, paths.today());
  const box = await openPalette(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'ban', selectionStart: 3, selectionEnd: 3 });
  // 229 is the key code of every key that an input method takes for itself.
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
  await expect(box).toBeVisible();
  await session.send('Input.insertText', { text: '半山' });
  await session.detach();
  await expect(field(box)).toHaveValue('半山');
  await expect(hits(box).first()).toContainText(bakery);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: bakery })).toBeVisible();
});

test('the list of clients narrows to what is typed over it', async () => {
  const { page } = story;
  await goTo(page, paths.clients());
  const search = page.getByLabel(zh.clients.search);
  for (const text of ['半山', 'bsmbf', 'XB020373', '麦知秋']) {
    await search.fill(text);
    await expect(page.getByRole('row').filter({ hasText: bakery })).toBeVisible();
    await expect(page.getByText(say(zh.clients.count, { n: 1 })).first()).toBeVisible();
  }
});

test('what was found is marked in the list, and nothing found says so', async ({}, testInfo) => {
  const { page } = story;
  const search = page.getByLabel(zh.clients.search);
  const marks = page.getByRole('row').filter({ hasText: bakery }).locator('mark');
  for (const [text, marked] of [
    ['半山', '半山'],
    ['bsmbf', '半山面包坊'],
    ['xb0203', 'XB0203'],
  ] as const) {
    await search.fill(text);
    await expect(marks).toHaveText([marked]);
  }
  await keepPicture(page, testInfo, 'clients found');
  await search.fill('查无此户');
  await expect(page.getByText(zh.clients.nothingFound)).toBeVisible();
  await search.fill('');
  await expect(page.getByRole('row').filter({ hasText: '栩禾' }).first()).toBeVisible();
  await expect(page.locator('mark')).toHaveCount(0);
});

test('after a renaming the new name is found and the old one is not, after undo the other way round', async () => {
  const { page } = story;
  await openClient(page, bakery);
  await page.locator('dl').getByRole('button', { name: bakery }).click();
  const name = page.getByLabel(say(zh.components.edit.label, { field: zh.client.facts.name }));
  await name.fill('澄州麦香烘焙店');
  await name.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '澄州麦香烘焙店' })).toBeVisible();
  const renamed = await look('麦香烘焙');
  await expect(hits(renamed).filter({ hasText: '澄州麦香烘焙店' }).first()).toBeVisible();
  await field(renamed).fill(bakery);
  await expect(renamed).toContainText(say(zh.search.none.all, { query: bakery }));
  await leave();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { level: 1, name: bakery })).toBeVisible();
  const back = await look('半山面包');
  await expect(hits(back).filter({ hasText: bakery }).first()).toBeVisible();
  await leave();
});

test('an application is found by the name of its category and by the permit that it asks for', async () => {
  const cli = await story.quit();
  const { groups } = (await cli.run('call', 'search.query', JSON.stringify({ text: '归樾家居' }))) as {
    groups: { kind: string; hits: { id: string }[] }[];
  };
  const accountId = groups.find(({ kind }) => kind === 'account')?.hits[0]?.id;
  const order = { accountId, kind: 'category_permit', category: 'catering.delivery_platform' };
  await cli.run('call', 'applications.create', JSON.stringify(order));
  await story.restart();
  for (const text of ['外卖平台', '#网络餐饮服务']) {
    const box = await look(text);
    const hit = hits(box)
      .filter({ hasText: '归樾' })
      .filter({ has: story.page.locator('mark') });
    await expect(hit.first().locator('mark').first()).toHaveText(text.replace('#', ''));
  }
  await leave();
});

test('a PDF that was just added is found by what stands in it alone, and Enter opens it there', async ({}, testInfo) => {
  const { page } = story;
  const lease = scans.pdfSaying([
    ['房屋租赁合同', '出租人将铺面交付承租人使用。'],
    ['承租人逾期支付租金的，按日万分', '之五计收滞纳金。'],
  ]);
  await openClient(page, bakery);
  const papers = page.locator('[data-place="papers"]');
  await dropFiles(page, papers, [scans.fileIn(folder, '铺面.pdf', lease)]);
  const dialog = page.getByRole('dialog', { name: zh.client.papers.add });
  // The file's name says no kind: nothing is filed before one is chosen.
  const kind = dialog.getByLabel(zh.client.papers.kind);
  await expect(kind).toBeFocused();
  await expect(kind).toHaveValue('');
  await expect(dialog.getByText(zh.client.papers.kindUnknown)).toBeVisible();
  const name = dialog.getByLabel(zh.client.papers.name);
  await expect(name).toHaveValue('铺面');
  await expect(dialog.getByRole('button', { name: zh.components.action.save })).toBeDisabled();
  await keepPicture(page, testInfo, 'kind asked for');
  // As an input method commits a word: at once, before the list is there.
  await kind.fill(zh.vocabulary.documentKind.other);
  await kind.press('Enter');
  await expect(dialog.getByText(zh.client.papers.kindUnknown)).toHaveCount(0);
  await expect(kind).toHaveValue(zh.vocabulary.documentKind.other);
  await expect(name).toHaveValue('铺面');
  await name.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(papers.getByRole('button', { name: '铺面' })).toBeVisible();

  // What it is can still be said otherwise, and taken back.
  const lane = papers.getByRole('listitem').filter({ hasText: '铺面' });
  await lane.getByRole('button', { name: '铺面' }).click();
  const card = page.getByRole('dialog').filter({ hasText: '铺面.pdf' });
  await card.getByLabel(zh.client.papers.kind).fill(zh.vocabulary.documentKind.lease);
  await keepPicture(page, testInfo, 'kinds to choose from');
  await page.getByRole('option', { name: zh.vocabulary.documentKind.lease }).click();
  await expect(card.getByLabel(zh.client.papers.kind)).toHaveValue(zh.vocabulary.documentKind.lease);
  await keepPicture(page, testInfo, 'kind changed');
  await card.getByRole('button', { name: zh.components.action.save }).click();
  await expect(lane).toContainText(zh.vocabulary.documentKind.lease);
  await page.keyboard.press('Control+z');
  await expect(lane).toContainText(zh.vocabulary.documentKind.other);
  await goTo(page, paths.today());

  // It is read when nobody waits for it; the open search asks again then.
  const box = await look('万分之五计收');
  const hit = hits(box).filter({ hasText: '铺面' });
  await expect(hit).toBeVisible({ timeout: 30_000 });
  await expect(hit).toContainText(say(zh.search.inFile, { page: 2 }));
  await expect(hit.locator('mark')).toHaveText('万分之五计收');
  await expect(hit).toContainText('支付租金的，按日万分之五计收滞纳金。');
  await keepPicture(page, testInfo, 'found in a file');
  await expect(hit).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(box).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: '铺面' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: zh.viewer.find.label })).toHaveValue('万分之五计收');
  await expect(page.getByText(say(zh.viewer.find.place, { n: 1, total: 1 }), { exact: true })).toBeVisible();
  await expect(page.locator('[data-current]').first()).toBeInViewport();
  await keepPicture(page, testInfo, 'opened where it was found');
});

test('the list of papers narrows to what stands in their files, and shows where', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.documents());
  await page.getByLabel(zh.documents.search).fill('计收滞纳金');
  await expect(page.getByText(say(zh.documents.count, { n: 1 })).first()).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: '铺面' });
  await expect(row.getByText(say(zh.documents.inFile, { page: 2 }))).toBeVisible();
  await expect(row.locator('mark')).toHaveText('计收滞纳金');
  await expect(row).toContainText('按日万分 之五计收滞纳金。');
  await keepPicture(page, testInfo, 'papers found in a file');

  // Its row leads to the paper itself, and back to that row.
  await row.getByRole('gridcell').first().dblclick();
  const paper = page.getByRole('heading', { level: 1, name: '铺面' });
  await expect(paper).toBeVisible();
  await expect(page.locator('[data-current]').first()).toBeInViewport();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByLabel(zh.documents.search)).toHaveValue('计收滞纳金');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(paper).toBeVisible();
});

test('what could not be read before the program ended is read after the next start', async () => {
  const cli = await story.quit();
  const { rows } = await cli.call('clients.list', { filter: { text: bakery } });
  const files = [{ token: 'late' }];
  const late = scans.fileIn(folder, 'late.pdf', scans.pdfSaying([['此件由命令行加入']]));
  await cli.call('documents.add', { clientId: rows[0]?.id ?? '', kind: 'other', files }, { late });
  await story.restart();
  const box = await look('由命令行');
  await expect(hits(box).first()).toContainText(say(zh.search.inFile, { page: 1 }), { timeout: 30_000 });
  await leave();
});
