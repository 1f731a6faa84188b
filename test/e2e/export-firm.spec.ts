import { _electron, expect } from '@playwright/test';
import type { ElectronApplication } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { answerDialogs, saved } from './support/dialogs.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { failure, goTo, paths, readFailure } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const words = zh.settings.export;
const client = '云汀归樾家居用品有限公司';
const story = tellStory('sample');
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));

async function exportTo(target: string): Promise<void> {
  await answerDialogs(story.app, { showSaveDialog: [saved(target)] });
  await story.page.getByRole('button', { name: words.start }).click();
}

test('the firm goes into a new folder, all of it', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.settings('backup'));
  await exportTo(path.join(folder, '全部资料'));
  await expect(page.getByText(/^已导出到「全部资料」：47 户、\d+ 份原件/u)).toBeVisible({ timeout: 60_000 });
  await keepPicture(page, testInfo, 'firm exported');
  expect(fs.readdirSync(folder)).toEqual(['全部资料']);
});

test('a browser opens it from the disk: a client is found, and its papers open', async ({}, testInfo) => {
  const { app, page } = await plainBrowser();
  try {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(pathToFileURL(path.join(folder, '全部资料', 'index.html')).href);
    await expect(page.locator('#clients li:visible')).toHaveCount(47);
    await page.getByRole('searchbox').fill('ytgy 91330199MAXA010175');
    await expect(page.getByRole('status')).toHaveText(say('{{n}} 户', { n: 1 }));
    await keepPicture(page, testInfo, 'exported index');
    await page.getByRole('link', { name: client, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(client);
    const ground = await page.evaluate(
      () => getComputedStyle(document.querySelector('main') as Element).backgroundColor,
    );
    expect(ground).toBe('rgb(255, 255, 255)');
    const number = page.locator('details.hidden').first();
    await expect(number.locator('summary')).toContainText('****');
    await keepPicture(page, testInfo, 'exported client');
    const paper = await page.locator('a[href*="/files/"]').first().getAttribute('href');
    expect(fs.existsSync(new URL(paper ?? '', page.url()))).toBe(true);
    expect(errors).toEqual([]);
  } finally {
    await app.close();
  }
});

test('a folder with something in it is refused and left alone', async () => {
  const { page } = story;
  const taken = path.join(folder, '全部资料');
  const before = fs.readdirSync(taken);
  await exportTo(taken);
  await expect(failure(page)).toContainText(say(zh.errors.FOLDER_TAKEN.happened, { name: '全部资料' }));
  await readFailure(page);
  expect(fs.readdirSync(taken)).toEqual(before);
  expect(fs.readdirSync(folder)).toEqual(['全部资料']);
});

/** Chromium with an empty window and nothing of the program. */
async function plainBrowser(): Promise<{
  app: ElectronApplication;
  page: Awaited<ReturnType<ElectronApplication['firstWindow']>>;
}> {
  const place = path.join(temporaryFolder(), 'browser');
  fs.mkdirSync(place);
  fs.writeFileSync(path.join(place, 'package.json'), '{"main":"main.js"}');
  fs.writeFileSync(
    path.join(place, 'main.js'),
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ webPreferences: { sandbox: true } }).loadURL('about:blank'));`,
  );
  const env: Record<string, string> = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  if (process.getuid?.() === 0) env.ELECTRON_DISABLE_SANDBOX = '1';
  const app = await _electron.launch({
    args: [`--user-data-dir=${path.join(place, 'user')}`, place],
    env: { ...env, ELECTRON_DISABLE_SECURITY_WARNINGS: '1' },
  });
  return { app, page: await app.firstWindow() };
}
