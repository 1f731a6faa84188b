import { expect } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { answerDialogs, chosen } from './support/dialogs.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { plain, readPdf } from './support/pdf.ts';
import { goTo, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const words = zh.bulk;
const story = tellStory('sample');
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));
const pdfs = (): string[] => fs.readdirSync(folder).toSorted();

test('the checklists of three applications are printed into a folder, a file each', async ({}, testInfo) => {
  test.setTimeout(120_000);
  const { app, page } = story;
  await goTo(page, paths.applications());
  await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
  for (const key of ['Space', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key);
  await expect(page.getByText(say(words.applications.chosen, { n: 3 })).first()).toBeVisible();
  await answerDialogs(app, { showOpenDialog: [chosen(folder)] });
  await page.keyboard.press('p');
  const told = say(words.print.done, { n: 3, name: path.basename(folder) });
  await expect(toast(page, told)).toBeVisible({ timeout: 60_000 });
  await keepPicture(page, testInfo, 'selection printed');
  expect(pdfs()).toHaveLength(3);
  for (const name of pdfs()) {
    const [, client = '', number = ''] = /^材料清单 (\S+) \S+ (\S+)\.pdf$/u.exec(name) ?? [];
    const { text } = await readPdf(path.join(folder, name));
    expect(text).toContain(plain(client));
    expect(text).toContain(plain(number));
  }
});

test('of a client it is the applications under way; one without any is told', async () => {
  const { app, page } = story;
  const before = pdfs();
  await goTo(page, paths.clients());
  await page.getByPlaceholder(zh.clients.search).fill('91330199MAXA010175');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
  await page.keyboard.press('Space');
  await answerDialogs(app, { showOpenDialog: [chosen(folder)] });
  await page.keyboard.press('p');
  await expect(toast(page, say(words.print.done, { n: 1, name: path.basename(folder) }))).toBeVisible({
    timeout: 60_000,
  });
  expect(pdfs()).toHaveLength(before.length + 1);
  await page.keyboard.press('Escape');
  await page.getByPlaceholder(zh.clients.search).fill('半山面包坊');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
  await page.keyboard.press('Space');
  await page.keyboard.press('p');
  await expect(toast(page, words.print.none.clients)).toBeVisible();
  expect(pdfs()).toHaveLength(before.length + 1);
});
