import { expect } from '@playwright/test';
import { goTo, openByPalette, openClient, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { zh } from './support/words.ts';

const story = tellStory('sample');
const client = '归樾家居用品有限公司';
const first = '归樾家居';
const second = '归樾样板间';
const filing = '浙ICP备2026012345号-1X';
const head = (name: string) => story.page.getByRole('heading', { level: 1, name, exact: true });
const fact = (name: string) => story.page.locator(`[data-place="fact.${name}"]`);

test('from a client its account opens, with the plan of its review and what is lost after the end', async () => {
  const { page } = story;
  await openClient(page, client);
  await page.locator('#client-accounts').getByRole('link', { name: first }).click();
  await expect(head(first)).toBeVisible();
  const plan = page.getByRole('list', { name: zh.account.plan.label });
  await expect(plan.getByRole('listitem')).toHaveCount(6);
  await expect(plan.locator('[aria-current="step"]')).toContainText('9月18日，之后不能发布新版本');
  await expect(page.getByRole('region', { name: zh.account.certified.label })).toContainText('有效期过 4 天');
  await expect(page.locator('#client-applications').getByRole('link')).toContainText('收集资料');
});

test('a fact is changed where it stands, checked while it is typed, and taken back', async () => {
  const { page } = story;
  await fact('filingNumber').getByRole('button').click();
  const box = fact('filingNumber').getByRole('textbox');
  await box.fill('2026012345');
  await expect(fact('filingNumber').getByRole('status')).toContainText('少见的写法');
  await box.fill(filing);
  await page.keyboard.press('Enter');
  await expect(toast(page, zh.client.saved)).toBeVisible();
  await expect(fact('filingNumber')).toContainText(filing);
  await expect(page.locator('#client-history')).toContainText(filing);
  await page.keyboard.press('Control+z');
  await expect(fact('filingNumber')).not.toContainText(filing);
});

test('an application is begun from the account, and its page leads back', async () => {
  const { page } = story;
  await openByPalette(page, second, second);
  await expect(head(second)).toBeVisible();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: zh.client.newApplication.title });
  await dialog.getByRole('button', { name: zh.client.newApplication.begin }).click();
  await expect(page).toHaveURL(/#\/applications\//u);
  await page.getByRole('main').getByRole('link', { name: second }).first().click();
  await expect(head(second)).toBeVisible();
  await expect(page.locator('#client-applications').getByRole('link')).toContainText('年审');
});

test('the list finds it, narrows by its figures and opens it by keyboard', async () => {
  const { page } = story;
  await goTo(page, paths.accounts());
  const rows = page.getByRole('row');
  await page.getByRole('button', { name: /已过期/u }).click();
  await expect(rows.nth(1)).toContainText('有效期过');
  const expired = await rows.count();
  await page
    .getByRole('button', {
      name: zh.components.chip.remove.replace('{{field}}', zh.accounts.condition.certifiedWithinDays),
    })
    .click();
  await expect.poll(() => rows.count()).toBeGreaterThan(expired);
  await page.getByRole('textbox', { name: zh.accounts.search }).fill(second);
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('年审，收集资料');
  await rows.nth(1).getByRole('gridcell').nth(1).click();
  await page.keyboard.press('Enter');
  await expect(head(second)).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: client }).last().click();
  await expect(page.getByRole('heading', { level: 1, name: client })).toBeVisible();
});
