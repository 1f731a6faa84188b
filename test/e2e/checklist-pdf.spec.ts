import { expect } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { answerDialogs, saved, shownDialogs } from './support/dialogs.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { fontsIn, plain, readPdf } from './support/pdf.ts';
import { failure, goTo, openApplication, paths, readFailure } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const words = zh.application;
const firm = '示例认证事务所';
const client = '云汀归樾家居用品有限公司';
/** In names and places, and in no common font of a few thousand characters. */
const rare = '喆堃犇龑镕䶮㛃𬭎';
const story = tellStory('sample');
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));

async function exportTo(file: string): Promise<void> {
  await answerDialogs(story.app, { showSaveDialog: [saved(file)] });
  await story.page.getByRole('button', { name: words.export.button }).click();
}

test('the checklist is written where the user says, under a telling name', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.settings('firm'));
  await page.getByLabel(zh.settings.firm.name, { exact: true }).fill(firm);
  await page.getByLabel(zh.settings.firm.name, { exact: true }).press('Enter');
  await openApplication(page, client);
  await page.getByLabel(words.remark.title).fill(`请${rare}一并签字。`);
  await page.getByLabel(words.remark.title).blur();
  const target = path.join(folder, '清单.pdf');
  await exportTo(target);
  await expect(page.getByText(say(words.export.written, { name: '清单.pdf' }))).toBeVisible();
  await keepPicture(page, testInfo, 'exported');
  const dialogs = shownDialogs({ userFolder: story.userFolder }).filter(
    ({ name }) => name === 'showSaveDialog',
  );
  expect(dialogs.at(-1)?.options.defaultPath).toContain(
    say(words.export.file, { client, date: '2026-09-22' }),
  );
});

test('its text can be selected and is right, to the rare characters', async () => {
  const { pages, text } = await readPdf(path.join(folder, '清单.pdf'));
  for (const told of [
    firm,
    client,
    '91330199MAXA010175',
    zh.print.title,
    '2026年9月22日',
    '管理员身份证，正反面',
    say(zh.print.why.expired, { date: '8月30日' }),
    rare,
  ]) {
    expect(text).toContain(plain(told));
  }
  for (const [index, page] of pages.entries())
    expect(page).toContain(`第${index + 1}页，共${pages.length}页`);
});

test('its fonts are part of the file, and they are ours', async () => {
  const fonts = await fontsIn(path.join(folder, '清单.pdf'));
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) {
    expect(font).toEqual({ name: expect.stringMatching(/NotoSans(SC|CJKsc)/u), isEmbedded: true });
  }
});

test('cancelled, it writes nothing; where nothing can be written, the window says so', async () => {
  const { page } = story;
  await page.getByRole('button', { name: words.export.button }).click();
  await expect(page.getByRole('button', { name: words.export.button })).toBeEnabled();
  expect(fs.readdirSync(folder)).toEqual(['清单.pdf']);
  await exportTo(path.join(folder, 'no such folder', '清单.pdf'));
  await expect(failure(page)).toContainText(say(zh.errors.NOT_WRITABLE.happened, { name: '清单.pdf' }));
  await readFailure(page);
});
