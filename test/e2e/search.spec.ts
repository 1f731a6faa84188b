import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { keepPicture } from './support/keep.ts';
import { goTo, openClient, openPalette, palette, paths } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const bakery = '澄州半山面包坊';
const story = tellStory('sample');

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

const found = [
  { what: 'one character', text: '栩', title: '栩禾（云汀）餐饮管理有限公司' },
  { what: 'two characters', text: '面包', title: bakery },
  { what: 'three characters', text: '第三幼', title: '青屿市第三幼儿园' },
  { what: 'four characters', text: '家居用品', title: '云汀归樾家居用品有限公司' },
  { what: 'initials of the pinyin', text: 'bsmbf', title: bakery },
  { what: 'part of a credit code', text: 'XB020373', title: bakery },
  { what: 'part of a credit code in small letters', text: 'maxb0203', title: bakery },
  { what: 'a person', text: '麦知秋', title: '麦知秋' },
  { what: 'an account', text: '归樾家居', title: '归樾家居' },
  { what: 'the number of an application', text: 'A00001', title: 'A-2026-A00001' },
  { what: 'a kind of paper', text: '食品经营许可证', title: '食品经营许可证' },
] as const;

for (const { what, text, title } of found) {
  test(`${what} finds it`, async () => {
    const box = await look(text);
    await expect(hits(box).filter({ hasText: title }).first()).toBeVisible();
  });
}

test('what was found is marked in the hit', async ({}, testInfo) => {
  const box = await look('半山');
  await expect(hits(box).filter({ hasText: bakery }).locator('mark').first()).toHaveText('半山');
  await keepPicture(story.page, testInfo, 'palette');
});

test('nothing found says so', async () => {
  const box = await look('查无此户查无此户');
  await expect(hits(box)).toHaveCount(0);
  await expect(box).toContainText(say(zh.components.palette.empty, { query: '查无此户查无此户' }));
  await leave();
});

test('the keyboard alone finds and opens', async () => {
  const { page } = story;
  const box = await look('bsmbf');
  await expect(hits(box).first()).toContainText(bakery);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
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
  await search.fill('');
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
  await field(renamed).fill('澄州半山面包坊');
  await expect(hits(renamed).filter({ hasText: '澄州半山面包坊' })).toHaveCount(0);
  await leave();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { level: 1, name: bakery })).toBeVisible();
  const back = await look('半山面包');
  await expect(hits(back).filter({ hasText: bakery }).first()).toBeVisible();
  await leave();
});
