import { expect } from '@playwright/test';
import { keepPicture } from './support/keep.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const words = zh.rules;
const story = tellStory('empty');

test('the rules say what they rest on, and are found by word, kind of subject and trust', async ({}, testInfo) => {
  const { page } = story;
  await page.keyboard.press('ControlOrMeta+5');
  await expect(page.getByRole('heading', { name: '微信小程序认证' })).toBeVisible();
  await keepPicture(page, testInfo, 'rules');

  await page.getByLabel(words.entityType).selectOption('foundation');
  await expect(page.getByRole('row', { name: /基金会法人登记证书/u })).toContainText(words.need.always);

  const fees = page.getByRole('region', { name: words.section.fees });
  await page.getByLabel(words.find).fill('个体工商户');
  await expect(fees.getByRole('row')).toHaveCount(1);
  await expect(fees.getByRole('row')).toContainText('30 元');
  await expect(fees.getByRole('row')).toContainText('S17');
  await expect(fees.getByRole('row')).toContainText(zh.status.trust.third_party_brief);

  await page.getByLabel(words.find).fill('');
  await page.getByRole('group', { name: words.trust }).getByRole('button', { name: words.tag.M }).click();
  await expect(page.getByRole('region', { name: words.section.checks }).getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('region', { name: words.section.fees })).toHaveCount(0);
  await expect(page.getByText(say(words.sourceCount_other, { count: 29 }))).toBeVisible();
});
