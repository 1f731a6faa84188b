import { expect } from '@playwright/test';
import path from 'node:path';
import { workbook } from '#test/support/workbooks.ts';
import { answerDialogs, chosen, saved } from './support/dialogs.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { goTo, paths } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const words = zh.imports;
const story = tellStory('empty');
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));

/** A number of 19 digits that a spreadsheet has kept 15 of. */
const destroyed = 6_222_020_200_112_230_000;

const file = () =>
  workbook(folder, '台账.xlsx', [
    ['客户名称', '主体类型', '开户行', '银行账号', '服务费'],
    ['示例甲', '企业', '示例银行', destroyed, 1200],
    ['示例乙', '企业', '示例银行', '待补', 900],
    ['示例丙', '企业', '示例银行', '622200010002', 800],
    ['示例甲', '企业', null, null, 1300],
    ['示例丁', '企业', null, null, '一千二'],
  ]);

test('the report names what was left out, by hand or because it can’t be right, and returns these rows', async ({}, testInfo) => {
  const { app, page } = story;
  await goTo(page, paths.imports());
  await answerDialogs(app, { showOpenDialog: [chosen(file())] });
  await page.getByRole('button', { name: words.choose, exact: true }).click();
  const row = (no: number) =>
    page.getByRole('row').filter({ has: page.getByText(String(no), { exact: true }) });
  const decision = page.getByRole('radiogroup', { name: words.decision.label });

  // Nothing is there that could be kept; an earlier row has another fee.
  await row(4).getByRole('gridcell').first().click();
  await expect(decision).toBeVisible();
  await expect(decision.getByText(words.decision.keep, { exact: true })).toHaveCount(0);
  await decision.getByText(words.decision.skip, { exact: true }).click();
  await expect(row(4)).toContainText(words.deed.skip);
  await row(5).getByRole('gridcell').first().click();
  await expect(decision.getByText(words.decision.keep, { exact: true })).toBeVisible();
  await keepPicture(page, testInfo, 'a row left out by hand');

  await page.getByRole('button', { name: say(words.write, { n: 3 }) }).click();
  await expect(page.getByText(say(words.doneRefused, { n: 1 }))).toBeVisible();
  await expect(page.getByText(say(words.doneSkipped, { n: 1 }))).toBeVisible();
  await expect(page.getByText(say(words.doneLeftOut, { n: 3 }))).toBeVisible();
  const { kind, why, rows } = words.leftOut;
  const lost = page.getByRole('listitem').filter({
    hasText: say(kind, { field: words.field.bankNumber, why: why.digits_lost }),
  });
  await expect(lost).toContainText(say(rows, { rows: '2' }));
  const returned = path.join(folder, '退回.xlsx');
  await answerDialogs(app, { showSaveDialog: [saved(returned)] });
  await page.getByRole('button', { name: words.returned.save }).click();
  await expect(page.getByText(say(words.returned.saved, { name: '退回.xlsx', n: 4 }))).toBeVisible();
  await keepPicture(page, testInfo, 'import with cells left out');
});
