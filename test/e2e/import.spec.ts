import { expect } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import * as bad from '#test/fixtures/bad/workbooks.ts';
import { gbkCsv } from '#test/support/workbooks.ts';
import { answerDialogs, chosen, saved } from './support/dialogs.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { portfolio } from './support/sample.ts';
import { failure, goTo, paths, readFailure } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { opening, say, zh } from './support/words.ts';

const words = zh.imports;
const story = tellStory('empty');
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));

async function choose(file: string): Promise<void> {
  const { app, page } = story;
  await goTo(page, paths.imports());
  const back = page.getByRole('button', { name: words.back, exact: true });
  const pick = page.getByRole('button', { name: words.choose, exact: true });
  await expect(back.or(pick)).toBeVisible();
  // What was looked through last is still there.
  if (await back.isVisible()) await back.click();
  await answerDialogs(app, { showOpenDialog: [chosen(file)] });
  await pick.click();
}

async function review(file: string): Promise<void> {
  await choose(file);
  await expect(story.page.getByText(words.dryRun)).toBeVisible();
}

const leave = () => story.page.getByRole('button', { name: words.back, exact: true }).click();
const row = (no: number) =>
  story.page.getByRole('row').filter({ has: story.page.getByText(String(no), { exact: true }) });
const emptyList = () => story.page.getByText(zh.clients.empty.title);

test('recognises the columns and shows what would be done, without doing it', async ({}, testInfo) => {
  const { page } = story;
  await review(portfolio);
  const file = { name: 'portfolio.xlsx', sheet: '客户', n: 63 };
  await expect(page.getByText(say(words.file, file))).toBeVisible();
  await expect(page.getByText(say(words.deedNote.create, { clients: 47, accounts: 63 }))).toBeVisible();
  await expect(page.getByText(say(words.clients, { before: 0, after: 47 }))).toBeVisible();
  await expect(page.getByLabel(say(words.column, { letter: 'A', heading: '客户名称' }))).toHaveValue('name');
  await expect(page.getByRole('button', { name: say(words.write, { n: 63 }) })).toBeEnabled();
  await keepPicture(page, testInfo, 'import preview');
  await goTo(page, paths.clients());
  await expect(emptyList()).toBeVisible();
});

test('a column is matched otherwise by hand', async () => {
  const { page } = story;
  await review(portfolio);
  const remark = page
    .getByRole('combobox')
    .filter({ has: page.locator('option:checked', { hasText: words.field.remark }) });
  await remark.selectOption({ label: words.skip });
  await expect(page.getByRole('columnheader', { name: words.field.remark })).toHaveCount(0);
  await leave();
});

test('writes everything as one change, and a second import of the same file changes nothing', async ({}, testInfo) => {
  const { page } = story;
  await review(portfolio);
  await page.getByRole('button', { name: say(words.write, { n: 63 }) }).click();
  const done = say(words.done, { create: 47, update: 0, merge: 16, same: 0 });
  await expect(page.getByText(done)).toBeVisible();
  await keepPicture(page, testInfo, 'import result');

  // What the page says follows the history.
  await page.keyboard.press('Control+z');
  await expect(page.getByText(words.takenBack)).toBeVisible();
  await expect(page.getByRole('button', { name: words.undo })).toHaveCount(0);
  await keepPicture(page, testInfo, 'import taken back');
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByText(done)).toBeVisible();
  await expect(page.getByRole('button', { name: words.undo })).toBeVisible();
  await leave();

  await review(portfolio);
  await expect(page.getByRole('button', { name: words.nothingToWrite })).toBeDisabled();
  await expect(page.getByText(say(words.clients, { before: 47, after: 47 }))).toBeVisible();
});

test('a row is left out by hand; what was decided is still there after a look elsewhere', async ({}, testInfo) => {
  const { page } = story;
  await review(bad.workbookWithWrongTypes(folder));
  await row(2).getByRole('gridcell').first().click();
  const decision = page.getByRole('radiogroup', { name: words.decision.label });
  await decision.getByText(words.decision.skip, { exact: true }).click();
  await expect(row(2)).toContainText(words.deed.skip);
  await expect(page.getByRole('button', { name: words.nothingToWrite })).toBeDisabled();
  await keepPicture(page, testInfo, 'a row decided');
  await goTo(page, paths.today());
  await goTo(page, paths.imports());
  await expect(row(2)).toContainText(words.deed.skip);
  await row(2).getByRole('gridcell').first().click();
  await decision.getByText(words.decision.proposal, { exact: true }).click();
  await expect(row(2)).toContainText(words.deed.create);
  await leave();
});

test('one step takes the whole import back', async () => {
  const { page } = story;
  await goTo(page, paths.clients());
  await expect(page.getByText(say(zh.clients.count, { n: 47 })).first()).toBeVisible();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+z');
  await expect(emptyList()).toBeVisible();
});

test('names the faults by row and cell; the refused rows stay out and can be saved', async ({}, testInfo) => {
  const { app, page } = story;
  await review(bad.workbookWithWrongTypes(folder));
  await expect(row(2)).toContainText(words.deed.create);
  for (const no of [3, 4, 5]) await expect(row(no)).toContainText(words.deed.refuse);
  await row(3).getByRole('gridcell').first().click();
  await expect(page.getByRole('heading', { name: say(words.rowHead, { n: 3 }) })).toBeVisible();
  await expect(page.getByText(words.note.not_an_amount)).toBeVisible();
  await row(5).getByRole('gridcell').first().click();
  await expect(page.getByText(words.note.no_such_day)).toBeVisible();
  await keepPicture(page, testInfo, 'faults by row');

  const target = path.join(folder, '退回.xlsx');
  await answerDialogs(app, { showSaveDialog: [saved(target)] });
  await page.getByRole('button', { name: words.returned.save }).click();
  // With the row that is written without its telephone number, which is nobody’s.
  await expect(page.getByText(say(words.returned.saved, { name: '退回.xlsx', n: 4 }))).toBeVisible();

  await page.getByRole('button', { name: say(words.write, { n: 1 }) }).click();
  await expect(page.getByText(say(words.doneRefused, { n: 3 }))).toBeVisible();
  await goTo(page, paths.clients());
  await expect(page.getByText(say(zh.clients.count, { n: 1 })).first()).toBeVisible();
});

test('bad credit codes are refused with what is wrong with each', async () => {
  const { page } = story;
  await review(bad.workbookWithBadCodes(folder));
  const told = [
    words.note.credit_code_checksum,
    words.note.credit_code_alphabet,
    words.note.credit_code_length,
  ];
  for (const [index, note] of told.entries()) {
    await row(index + 2)
      .getByRole('gridcell')
      .first()
      .click();
    await expect(page.getByText(opening(note))).toBeVisible();
  }
  await leave();
});

test('heads below merged titles, full-width characters and a sheet of names alone are read', async () => {
  const { page } = story;
  // The lantern maker is there already: full-width or not, it is the same client.
  for (const file of [bad.workbookWithMergedHeads(folder), bad.workbookWithFullWidthDigits(folder)]) {
    await review(file);
    await expect(page.getByText(say(words.clients, { before: 1, after: 1 }))).toBeVisible();
    await expect(page.getByRole('button', { name: words.nothingToWrite })).toBeDisabled();
    await leave();
  }
  await review(bad.workbookWithNamesOnly(folder));
  await expect(row(3)).toContainText('青屿坏例渔具店');
  await leave();
});

test('clients that are written twice become one, and the difference is told', async () => {
  const { page } = story;
  await review(bad.workbookWithDuplicates(folder));
  await expect(row(5)).toContainText(words.deed.merge);
  await row(3).getByRole('gridcell').first().click();
  await expect(
    page.getByText(say(words.note.conflict_in_file, { rowNo: 2, kept: '云汀坏例灯具有限公司' })),
  ).toBeVisible();
  await leave();
});

test('a .csv file of a Chinese spreadsheet is read like a workbook', async ({}, testInfo) => {
  const { page } = story;
  await review(gbkCsv(folder));
  await expect(page.getByText(say(words.file, { name: '台账.csv', sheet: 'CSV', n: 1 }))).toBeVisible();
  await expect(row(2)).toContainText('示例甲');
  await expect(row(2)).toContainText('2027-01-31');
  await keepPicture(page, testInfo, 'import of csv');
  await leave();
});

const unreadable = [
  { file: bad.workbookWithoutNames, code: 'WORKBOOK_NO_HEADER' },
  { file: bad.emptyFile, code: 'FILE_EMPTY' },
  { file: bad.workbookWithoutRows, code: 'WORKBOOK_EMPTY' },
  { file: bad.workbookWithHeadsOnly, code: 'WORKBOOK_EMPTY' },
  { file: bad.encryptedWorkbook, code: 'WORKBOOK_ENCRYPTED' },
  { file: bad.truncatedWorkbook, code: 'WORKBOOK_DAMAGED' },
  { file: bad.textNamedWorkbook, code: 'WORKBOOK_DAMAGED' },
  { file: bad.csvWithOpenQuote, code: 'WORKBOOK_QUOTES' },
] as const;

for (const { file, code } of unreadable) {
  test(`${file.name}: the window says why nothing was read`, async () => {
    const { page } = story;
    const made = file(folder);
    await choose(made);
    await expect(failure(page)).toContainText(
      say(zh.errors[code].happened, { name: path.basename(made), sheet: '客户', rowNo: 3 }),
    );
    await expect(failure(page)).toContainText(zh.errors[code].todo);
    await readFailure(page);
    await expect(page.getByRole('button', { name: words.choose, exact: true })).toBeVisible();
  });
}

test('nothing of the bad workbooks was written', async () => {
  const cli = await story.quit();
  const { rows } = await cli.call('clients.list');
  expect(rows.map(({ name }) => name)).toEqual(['云汀坏例灯具有限公司']);
});

test('a cancelled import says that nothing was written, and is written after all', async ({}, testInfo) => {
  const page = await story.restart();
  const count = 4000;
  const lines = Array.from({ length: count }, (_, index) => `示例分店${index + 1}号餐饮店,个体工商户`);
  const file = path.join(folder, '很多.csv');
  fs.writeFileSync(file, ['客户名称,主体类型', ...lines].join('\n'));
  await review(file);
  await page.getByRole('button', { name: say(words.write, { n: '4,000' }) }).click();
  await page.getByRole('button', { name: zh.components.job.cancel }).click();
  const told = page.getByText(words.cancelled);
  await expect(told).toBeVisible();
  await keepPicture(page, testInfo, 'cancelled import');
  await goTo(page, paths.clients());
  await expect(page.getByRole('row').first().or(emptyList())).toBeVisible();
  await expect(page.getByText('示例分店')).toHaveCount(0);
  await goTo(page, paths.imports());
  await page.getByRole('button', { name: words.writeAgain }).click();
  await expect(
    page.getByText(say(words.done, { create: '4,000', update: 0, merge: 0, same: 0 })),
  ).toBeVisible({
    timeout: 60_000,
  });
});
