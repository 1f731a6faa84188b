import { expect } from '@playwright/test';
import { keepPicture } from './support/keep.ts';
import {
  beginApplication,
  checklistRow,
  enterValidUntil,
  openApplication,
  presentStep,
  takeStep,
} from './support/screens.ts';
import { answerDialogs, chosen } from './support/dialogs.ts';
import { scan } from './support/sample.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const words = zh.application;
const dessertShop = '澄州一勺清补凉店';
const story = tellStory('sample');

const clock = () => story.page.getByRole('region', { name: words.clock.label });
const dialog = () => story.page.getByRole('dialog');

async function answer(what: 'pass' | 'return' | 'fail'): Promise<void> {
  await story.page.getByRole('button', { name: words.step.primary.result, exact: true }).click();
  await dialog().getByText(words.step.answer[what], { exact: true }).click();
}

test('a complete application is handed in, and the hours of the authorisation run', async () => {
  const { page } = story;
  await openApplication(page, dessertShop);
  await takeStep(page, 'submit');
  await expect(presentStep(page)).toContainText(words.rail.step.authorisation);
  await expect(clock()).toContainText(words.clock.title.authorisation);
  await expect(clock().getByRole('img', { name: /共 24 小时/u })).toBeVisible();
});

test('a link that lapsed begins the order anew and stays in the ledger, free and uncounted', async ({}, testInfo) => {
  const { page } = story;
  await page.getByRole('button', { name: words.step.others }).click();
  await page.getByRole('menuitem', { name: words.step.menu.authorisation_lapsed }).click();
  await dialog().getByRole('button', { name: words.step.confirm.authorisation_lapsed }).click();
  await expect(dialog()).toHaveCount(0);
  const ledger = page.getByRole('region', { name: words.ledger.title });
  const lapsed = ledger.getByRole('listitem').filter({ hasText: words.ledger.unreviewed });
  await expect(lapsed).toContainText('不计次');
  await expect(lapsed).toContainText(words.ledger.noFee);
  await keepPicture(page, testInfo, 'lapsed link');
  await takeStep(page, 'submit');
  await expect(lapsed).toHaveCount(1);
});

test('then those of the payment, with the fee by the rules', async ({}, testInfo) => {
  const { page } = story;
  await takeStep(page, 'authorise');
  await expect(clock()).toContainText(words.clock.title.payment);
  await keepPicture(page, testInfo, 'payment clock');
  await page.getByRole('button', { name: words.step.primary.pay, exact: true }).click();
  await expect(dialog().getByLabel(words.step.fee)).toHaveValue('30');
  await page.keyboard.press('Escape');
  await takeStep(page, 'pay');
});

test('the review counts working days and knows the holiday in between', async () => {
  await expect(presentStep(story.page)).toContainText(words.rail.step.review);
  // Fifteen working days from 22 September 2026, over the eight days of National Day.
  await expect(clock()).toContainText(say(words.clock.latest, { date: '10月20日' }));
  await expect(clock().getByRole('img', { name: /共 15 个工作日/u })).toBeVisible();
});

test('a return opens the thirty days, asks for its remedy and counts the chances', async ({}, testInfo) => {
  const { page } = story;
  await answer('return');
  await dialog().getByLabel(words.step.reason, { exact: true }).click();
  await page.getByRole('option', { name: '证件已过期' }).click();
  await dialog().getByLabel(words.step.reasonText).fill('经营者身份证已过有效期。');
  await dialog().getByLabel(words.step.rejects).click();
  await page.getByRole('option', { name: '管理员身份证' }).click();
  await page.keyboard.press('Escape');
  await keepPicture(page, testInfo, 'return dialog');
  await dialog().getByRole('button', { name: words.step.confirm.return }).click();
  await expect(dialog()).toHaveCount(0);
  await expect(clock()).toContainText(words.clock.title.refill);
  await expect(clock().getByRole('img', { name: /共 30 天/u })).toBeVisible();
  await expect(clock()).toContainText(say(zh.components.refill, { n: 1 }));
  await expect(page.getByText('经营者身份证已过有效期。').first()).toBeVisible();
  await expect(checklistRow(page, '管理员身份证')).toContainText(zh.status.word.rejected);
  const named = say(words.ledger.named, { titles: '管理员身份证' });
  await expect(page.getByRole('region', { name: words.ledger.title })).toContainText(named);
  await keepPicture(page, testInfo, 'returned');
});

test('handed in again it is reviewed anew and passes, and the account has its new end', async ({}, testInfo) => {
  const { page } = story;
  // The card that the platform has seen is no answer to it; what really happened can be recorded all the same.
  await expect(page.getByRole('button', { name: words.step.primary.resubmit, exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: words.step.others }).click();
  await page.getByRole('menuitem', { name: words.step.menu.resubmit }).click();
  const confirm = dialog().getByRole('button', { name: words.step.confirm.resubmit });
  await expect(dialog()).toContainText(words.step.doubt.held_back);
  await expect(confirm).toBeDisabled();
  await keepPicture(page, testInfo, 'doubtful step');
  await dialog().getByLabel(words.step.sure).check();
  await confirm.click();
  await expect(dialog()).toHaveCount(0);
  await answer('pass');
  await expect(dialog().getByLabel(words.step.certifiedUntil)).toHaveValue(/^2027-09-/u);
  await dialog().getByRole('button', { name: words.step.confirm.pass }).click();
  await expect(page.getByText(/^通过，认证至/u)).toBeVisible();
  await expect(page.getByRole('button', { name: words.step.primary.result, exact: true })).toHaveCount(0);
});

test('after the pass an invoice is asked about, becomes a duty, and is ticked off and taken back', async ({}, testInfo) => {
  const { page } = story;
  const steps = page.getByRole('region', { name: words.aftercare.title });
  const invoice = steps.getByRole('listitem').filter({ hasText: '要普通发票的' });
  await expect(invoice).toContainText(words.aftercare.questionOfPlatform);
  await invoice
    .getByRole('button', { name: say(words.aftercare.concernedOf, { name: '平台寄出普通发票' }) })
    .click();
  await expect(invoice).toContainText(zh.status.word.waiting_platform);
  await expect(invoice).toContainText(say(words.aftercare.expected, { date: '11月6日' }));
  const special = steps.getByRole('listitem').filter({ hasText: '订单结束后 80 天' });
  await expect(special).toContainText(zh.status.word.not_needed);
  const ofSpecial = steps.getByRole('listitem').filter({ hasText: '开票资质另审' });
  await expect(ofSpecial).toContainText(words.aftercare.by.answer);
  await keepPicture(page, testInfo, 'after the pass');
  await invoice
    .getByRole('button', { name: say(words.aftercare.doneOf, { name: '平台寄出普通发票' }) })
    .click();
  await expect(invoice).toContainText(words.aftercare.takeBack);
  await invoice
    .getByRole('button', { name: say(words.aftercare.takeBackOf, { name: '平台寄出普通发票' }) })
    .click();
  await expect(invoice).toContainText(zh.status.word.waiting_platform);
});

test('a review that reaches into a year without announced holidays is marked as provisional', async ({}, testInfo) => {
  const page = await story.restart({ now: '2026-12-22T09:00:00+08:00' });
  await beginApplication(page, '澄州半山面包坊');
  await answerDialogs(story.app, {
    showOpenDialog: [
      chosen(scan('营业执照_半山面包坊.jpg')),
      chosen(scan('身份证正面_麦知秋.jpg'), scan('身份证反面_麦知秋.jpg')),
    ],
  });
  for (const [title, until] of [
    ['个体工商户营业执照', '长期'],
    ['管理员身份证', '2036-10-18'],
  ] as const) {
    const row = checklistRow(page, title);
    await row.getByRole('button', { name: zh.components.drop.pick }).click();
    await enterValidUntil(row, until);
  }
  for (const step of ['submit', 'authorise', 'pay'] as const) await takeStep(page, step);
  const latest = say(words.clock.latest, { date: '2027年1月12日' });
  await expect(clock()).toContainText(say(words.provisional, { text: latest }));
  await keepPicture(page, testInfo, 'provisional year');
});
