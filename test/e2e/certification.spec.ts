import { expect } from '@playwright/test';
import { keepPicture } from './support/keep.ts';
import {
  beginApplication,
  checklistRow,
  openApplication,
  openClient,
  presentStep,
} from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const words = zh.application;
const story = tellStory('sample');

test('the client page proposes the review whose window is open', async ({}, testInfo) => {
  const { page } = story;
  await openClient(page, '澄州半山面包坊');
  await keepPicture(page, testInfo, 'client');
  await page.getByRole('button', { name: zh.client.newApplication.button }).first().click();
  const dialog = page.getByRole('dialog', { name: zh.client.newApplication.title });
  await expect(dialog).toContainText(zh.client.newApplication.reason.window);
  await expect(dialog.getByLabel(zh.client.newApplication.kind)).toHaveValue(
    zh.vocabulary.applicationKind.annual_review,
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a sole trader gets the checklist of sole traders', async ({}, testInfo) => {
  const { page } = story;
  await beginApplication(page, '澄州半山面包坊');
  await expect(
    page.getByText(
      say(words.head.subtitle, {
        accountKind: zh.vocabulary.accountKind.mini_program,
        account: '半山面包坊',
        kind: zh.vocabulary.applicationKind.annual_review,
      }),
    ),
  ).toBeVisible();
  await expect(presentStep(page)).toContainText(words.rail.step.collecting);
  await expect(page.getByText(say(words.checklist.open_other, { count: 2 })).first()).toBeVisible();
  for (const title of ['个体工商户营业执照', '管理员身份证，正反面']) {
    await expect(checklistRow(page, title)).toContainText(zh.status.word.missing);
  }
  await expect(checklistRow(page, '收款账户')).toContainText(zh.status.word.to_confirm);
  await expect(checklistRow(page, '法定代表人身份证')).toHaveCount(0);
  await expect(page.getByRole('button', { name: say(words.step.locked_other, { count: 2 }) })).toBeVisible();
  await keepPicture(page, testInfo, 'application');
});

test('a company is asked for its own papers, a public institution for one of two certificates', async () => {
  const { page } = story;
  await openApplication(page, '望汐鹿砚教育科技有限公司');
  for (const title of ['法定代表人身份证，正反面', '对公账户'])
    await expect(checklistRow(page, title)).toBeVisible();
  await openApplication(page, '青屿市第三幼儿园');
  await expect(checklistRow(page, '事业单位法人证书')).toContainText(zh.status.word.satisfied);
  await expect(checklistRow(page, '统一社会信用代码证书')).toContainText(words.reason.alternative_satisfied);
});

test('an expired paper is seen on its line, with the days', async () => {
  const { page } = story;
  await openApplication(page, '云汀归樾家居用品有限公司');
  await expect(checklistRow(page, '管理员身份证')).toContainText(say(zh.status.numbered.expired, { n: 23 }));
});

test('an account has each application only once at a time', async () => {
  const { page } = story;
  await openClient(page, '澄州半山面包坊');
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: zh.client.newApplication.title });
  await expect(dialog.getByLabel(zh.client.newApplication.account)).toHaveValue(/半山面包坊/u);
  const kind = dialog.getByLabel(zh.client.newApplication.kind);
  await expect(kind).toHaveValue(zh.vocabulary.applicationKind.filing);
  await kind.click();
  const option = (of: 'annual_review' | 'filing') =>
    page.getByRole('option', { name: zh.vocabulary.applicationKind[of] });
  await expect(option('filing')).toBeVisible();
  await expect(option('annual_review')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
});

test('the rules know what a social group hands in', async () => {
  const { page } = story;
  await openClient(page, '云汀市乡土植物研究会');
  await page.keyboard.press('n');
  await page.getByRole('dialog').getByRole('button', { name: zh.client.newApplication.begin }).click();
  await expect(checklistRow(page, '社会团体法人登记证书')).toBeVisible();
  await expect(page.getByRole('heading', { name: zh.preCheck.title })).toBeVisible();
});
