import { expect } from '@playwright/test';
import { read, utils } from '@e965/xlsx';
import fs from 'node:fs';
import path from 'node:path';
import { csvRecords } from '#test/support/csv.ts';
import { answerDialogs, saved, shownDialogs } from './support/dialogs.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { failure, goTo, paths } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const words = zh.components.export;
const story = tellStory('sample');
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));

async function exportTo(file: string, format: 'xlsx' | 'csv'): Promise<void> {
  const { app, page } = story;
  await answerDialogs(app, { showSaveDialog: [saved(file)] });
  await page.getByRole('button', { name: words.button, exact: true }).click();
  await page.getByRole('menuitem', { name: words[format] }).click();
}

const told = (name: string) => story.page.getByText(say(words.written, { name }));
const lastTarget = () =>
  shownDialogs({ userFolder: story.userFolder })
    .filter(({ name }) => name === 'showSaveDialog')
    .at(-1)?.options.defaultPath;

test('the clients that are found go into a workbook, in the order of the screen', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.clients());
  await page.getByPlaceholder(zh.clients.search).fill('栩禾');
  await expect(page.getByText(say(zh.clients.count, { n: 47 }))).toHaveCount(0);
  const names = page.getByRole('row').getByRole('gridcell').filter({ hasText: /栩禾/u });
  const shown = await names.allTextContents();
  expect(shown.length).toBeGreaterThan(1);
  const file = path.join(folder, '栩禾.xlsx');
  await exportTo(file, 'xlsx');
  await expect(told('栩禾.xlsx')).toBeVisible();
  await keepPicture(page, testInfo, 'clients exported');
  expect(lastTarget()).toContain(`${say(words.file, { title: zh.clients.title, date: '2026-09-22' })}.xlsx`);
  const book = read(fs.readFileSync(file));
  const [first, second] = book.SheetNames.map((name) =>
    utils.sheet_to_json<Record<string, unknown>>(book.Sheets[name] ?? {}),
  );
  expect(second?.map(({ 客户: name }) => name)).toEqual(shown);
  expect(new Set(first?.map(({ 客户名称: name }) => name))).toEqual(new Set(shown));
  expect(first?.every(({ 统一社会信用代码: code }) => typeof code === 'string' && code.length === 18)).toBe(
    true,
  );
});

test('that file is read by the import without a hand, and changes nothing', async () => {
  const { app, page } = story;
  await goTo(page, paths.imports());
  const file = path.join(folder, '栩禾.xlsx');
  await answerDialogs(app, { showOpenDialog: [{ canceled: false, filePaths: [file] }] });
  await page.getByRole('button', { name: zh.imports.choose, exact: true }).click();
  await expect(page.getByText(zh.imports.dryRun)).toBeVisible();
  await expect(page.getByRole('button', { name: zh.imports.nothingToWrite })).toBeDisabled();
});

test('applications and papers go into .csv files', async () => {
  const { page } = story;
  await goTo(page, paths.applications());
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await exportTo(path.join(folder, '申请.csv'), 'csv');
  await expect(told('申请.csv')).toBeVisible();
  const applications = csvRecords(path.join(folder, '申请.csv'));
  await expect(page.getByText(say(zh.applications.count, { n: applications.length })).first()).toBeVisible();
  await goTo(page, paths.documents());
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await exportTo(path.join(folder, '资料.csv'), 'csv');
  await expect(told('资料.csv')).toBeVisible();
  const papers = csvRecords(path.join(folder, '资料.csv'));
  await expect(page.getByText(say(zh.documents.count, { n: papers.length })).first()).toBeVisible();
  expect(papers.some(({ 资料种类: kind }) => kind === '营业执照')).toBe(true);
});

test('a place that can not be written is told, and nothing is left', async () => {
  const { page } = story;
  await exportTo(path.join(folder, '没有', '资料.csv'), 'csv');
  await expect(failure(page)).toContainText(say(zh.errors.NOT_WRITABLE.happened, { name: '资料.csv' }));
  // It stays on its page until it is read, and goes with the page.
  await goTo(page, `${paths.documents()}?at=paper`);
  await page.waitForTimeout(300);
  await expect(failure(page)).toBeVisible();
  await goTo(page, paths.clients());
  await expect(page.getByRole('grid', { name: zh.clients.title })).toBeVisible();
  await expect(failure(page)).toHaveCount(0);
  expect(fs.readdirSync(folder).toSorted()).toEqual(['栩禾.xlsx', '申请.csv', '资料.csv'].toSorted());
});
