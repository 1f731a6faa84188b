import { expect } from '@playwright/test';
import { keepPicture } from './support/keep.ts';
import { setLooks } from './support/places.ts';
import { scan } from './support/sample.ts';
import { checklistRow, openApplication } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const words = zh.preCheck;
const name = '澄州一勺清补凉店';
const story = tellStory('sample');

const preCheck = () => story.page.getByRole('region', { name: words.title });
const blocked = () =>
  story.page.getByRole('button', { name: say(zh.application.step.blocked_other, { count: 1 }) });

test('a value that another source contradicts blocks the submission, and the button says why', async ({}, testInfo) => {
  const cli = await story.quit();
  const { rows } = await cli.call('clients.list', { filter: { text: name } });
  const { client } = await cli.call('clients.get', { id: rows[0]?.id ?? '' });
  const base = { legalRepresentative: client.legalRepresentative };
  await cli.call('clients.update', { id: client.id, base, changes: { legalRepresentative: '样例乙' } });

  const page = await story.restart();
  await openApplication(page, name);
  const finding = preCheck()
    .getByRole('listitem')
    .filter({ hasText: `${zh.vocabulary.headTitle.operator}与别处写的不一致` });
  await expect(finding).toContainText(zh.status.word.blocker);
  await expect(finding).toContainText('样例乙');
  await expect(finding).toContainText(zh.status.trust.official);
  const row = page.getByRole('row', { name: new RegExp(zh.vocabulary.headTitle.operator, 'u') });
  await expect(row.getByRole('img', { name: words.matrix.verdict.different })).toBeVisible();
  await keepPicture(page, testInfo, 'blocked');

  await expect(page.getByText(zh.application.status.ready)).toHaveCount(0);
  await expect(page.getByText(zh.application.next.complete)).toHaveCount(0);
  // Locked, so no click of a pointer; the keyboard reaches it, so that the reason can be followed.
  await blocked().press('Enter');
  await expect(preCheck().getByRole('button', { name: words.mend }).first()).toBeFocused();
});

test('what has really happened can be recorded all the same', async () => {
  const { page } = story;
  const step = zh.application.step;
  await page.getByRole('button', { name: step.others }).click();
  await expect(page.getByRole('menuitem', { name: step.menu.submit })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('mended at the place that the finding names, the submission is free again', async () => {
  const cli = await story.quit();
  const { rows } = await cli.call('clients.list', { filter: { text: name } });
  const { client, contacts } = await cli.call('clients.get', { id: rows[0]?.id ?? '' });
  const changes = { legalRepresentative: contacts.find((one) => one.isLegalRepresentative)?.name ?? '' };
  await cli.call('clients.update', { id: client.id, base: { legalRepresentative: '样例乙' }, changes });

  const page = await story.restart();
  await openApplication(page, name);
  await expect(
    page.getByRole('button', { name: zh.application.step.primary.submit, exact: true }),
  ).toBeVisible();
  await expect(blocked()).toHaveCount(0);
  await expect(page.getByText(zh.application.status.ready)).toBeVisible();
});

test('what a paper says is typed at the paper, and stands against the record in the matrix', async ({}, testInfo) => {
  const { page } = story;
  const stated = zh.components.stated;
  const field = zh.vocabulary.statedField.subject_name;
  const licence = checklistRow(page, zh.vocabulary.documentKind.business_licence);
  await licence.getByRole('button', { name: zh.vocabulary.documentKind.business_licence }).first().click();
  await page.getByRole('button', { name: stated.open }).click();
  const form = page.getByRole('form', { name: stated.title });
  await form.getByLabel(field, { exact: true }).fill(name);
  await expect(form.getByText(stated.same)).toBeVisible();
  await form.getByLabel(field, { exact: true }).fill('澄州一勺清补凉铺');
  await expect(form.getByText(say(stated.differs, { value: name }))).toBeVisible();
  await keepPicture(page, testInfo, 'stated');
  await form.getByLabel(field, { exact: true }).press('Enter');
  await expect(form).toHaveCount(0);

  const finding = preCheck().getByRole('listitem').filter({ hasText: '主体名称与别处写的不一致' });
  // The licence decides: whatever deviates from it is to be mended, the record first.
  await expect(finding.first()).toContainText(name);
  await expect(finding.first()).toContainText('清补凉铺');
  const row = page.getByRole('row', { name: new RegExp(words.matrix.fact.subject_name, 'u') });
  await expect(row).toContainText('清补凉铺');
  await page
    .getByRole('columnheader', { name: words.matrix.column.subject_document })
    .getByRole('button')
    .press('Enter');
  await expect(licence.getByRole('button').first()).toBeFocused();
  await keepPicture(page, testInfo, 'matrix');

  await page.keyboard.press('Control+z');
  await expect(row).not.toContainText('清补凉铺');
  await expect(finding).toHaveCount(0);
});

test('an empty cell of the comparison is typed in place by keyboard, and taken back', async ({}, testInfo) => {
  const { page } = story;
  const row = page.getByRole('row', { name: new RegExp(words.matrix.fact.address, 'u') });
  const cell = say(words.matrix.cell, {
    what: words.matrix.fact.address,
    source: words.matrix.column.subject_document,
  });
  const invite = row.getByRole('button', { name: say(words.matrix.typeLabel, { what: cell }) });
  await invite.press('Enter');
  const field = row.getByRole('textbox', { name: cell });
  await expect(field).toBeFocused();
  await field.press('Escape');
  await expect(invite).toBeFocused();
  await invite.press('Enter');
  await field.fill('示例路 9 号');
  await keepPicture(page, testInfo, 'typing');
  await field.press('Enter');
  await expect(row.getByRole('img', { name: words.matrix.verdict.different })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(invite).toBeVisible();
});

test('a fix of one click says what it would write, and is taken back', async () => {
  const cli = await story.quit();
  const { rows } = await cli.call('clients.list', { filter: { text: name } });
  const { client } = await cli.call('clients.get', { id: rows[0]?.id ?? '' });
  const right = client.creditCode ?? '';
  const changes = { creditCode: right.replace('0', 'O'), creditCodeNote: '照表抄录' };
  await cli.call('clients.update', { id: client.id, base: { creditCode: right }, changes });

  const page = await story.restart();
  await openApplication(page, name);
  const fix = preCheck().getByRole('button', { name: say(words.fix, { value: right }) });
  await fix.click();
  await expect(fix).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(fix).toBeVisible();
});

test('what is read off another’s paper stands in the matrix beside the record, though nobody has kept it', async ({}, testInfo) => {
  const cli = await story.quit();
  const { rows } = await cli.call('clients.list', { filter: { text: name } });
  const { documents } = await cli.call('clients.get', { id: rows[0]?.id ?? '' });
  const licence = documents.find(({ kind }) => kind === 'business_licence');
  const { clientId = '', id: documentId = '' } = licence ?? {};
  await cli.call(
    'documents.add',
    { clientId, documentId, kind: 'business_licence', files: [{ token: 'other' }] },
    { other: scan('营业执照_鹿砚教育.jpg') },
  );
  const page = await story.restart();
  await openApplication(page, name);
  const row = page.getByRole('row', { name: new RegExp(words.matrix.fact.credit_code, 'u') });
  // It is read in a quiet moment, and the page follows.
  await expect(row).toContainText('91350299MAXA01068T', { timeout: 100_000 });
  await expect(row.getByRole('img', { name: words.matrix.verdict.different })).toBeVisible();
  await expect(row).toContainText(words.matrix.unconfirmed);
  await row.scrollIntoViewIfNeeded();
  await keepPicture(page, testInfo, 'read off another');
  await setLooks(page, 'dark', 'en');
  await openApplication(page, name);
  await page.getByText('91350299MAXA01068T').scrollIntoViewIfNeeded();
  await keepPicture(page, testInfo, 'read off another, dark');
});
