import { expect } from '@playwright/test';
import { agendaGroups } from '#shared/domain/agenda.ts';
import { keepPicture } from './support/keep.ts';
import { goTo, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { zh } from './support/words.ts';

const words = zh.today;
const story = tellStory('sample');

const group = (name: keyof typeof zh.vocabulary.agendaGroup) =>
  story.page.getByRole('region', { name: zh.vocabulary.agendaGroup[name], exact: true });

test('the morning page puts what is most urgent first', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.today());
  await expect(page.getByRole('heading', { level: 1 })).toContainText('9月22日');
  const known = agendaGroups.map((name) => zh.vocabulary.agendaGroup[name]);
  const shown = await page
    .locator('section[aria-label]')
    .evaluateAll((parts) => parts.map((part) => part.getAttribute('aria-label')));
  const groups = shown.filter((label) => known.some((word) => word === label));
  expect(groups.length).toBeGreaterThan(2);
  expect(groups).toEqual(known.filter((word) => groups.includes(word)));
  await keepPicture(page, testInfo, 'today');
});

test('an expired paper is overdue, a review that can be handed in has its window', async () => {
  const { page } = story;
  const groups = page.locator('section[aria-label]');
  for (const more of await groups.getByRole('button', { name: words.all }).all()) await more.click();
  await expect(group('overdue')).toContainText('身份证');
  await expect(page.getByText(/提交年审/u).first()).toBeVisible();
  // The answer to the return is complete, and nothing holds it back.
  await expect(group('today')).toContainText('资料已齐，可以补交');
});

test('money at risk, the year ahead and the load of each person stand beside it', async () => {
  const { page } = story;
  await expect(page.getByRole('heading', { name: words.returned })).toBeVisible();
  await expect(page.getByRole('heading', { name: words.heat })).toBeVisible();
  await expect(page.getByRole('heading', { name: words.load })).toBeVisible();
});

test('the first bar of the days counts the overdue group and opens it, another what its number says', async () => {
  const { page } = story;
  const days = page.getByRole('list', { name: /^三周事项/u }).getByRole('button');
  const overdue = await group('overdue').getByRole('button', { expanded: true }).innerText();
  const [total = ''] = /\d+/u.exec(overdue) ?? [];
  await expect(days.first()).toContainText(total);
  await days.first().click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(zh.vocabulary.agendaGroup.overdue);
  await expect(page.getByText(words.duties.count.replace('{{n}}', total)).first()).toBeVisible();
  await goTo(page, paths.today());
  const next = days.nth(1);
  const [, due = ''] = /事项 (\d+) 项/u.exec(await next.innerText()) ?? [];
  await next.click();
  await expect(page.getByText(words.duties.count.replace('{{n}}', due)).first()).toBeVisible();
  await page.getByRole('radiogroup').getByText(words.duties.dayPart.legal, { exact: true }).click();
  await expect(heading).toContainText(words.duties.dayPart.legal);
  await goTo(page, paths.today());
});

test('the platform fee at stake leads to what was sent back', async () => {
  const { page } = story;
  const part = page.locator('section').filter({ has: page.getByRole('heading', { name: words.returned }) });
  await part
    .getByRole('button')
    .filter({ hasText: /^[\d,]+$/u })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: words.returned })).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toContainText('补交');
  await goTo(page, paths.today());
});

test('the keys lead down the list and open what is focused', async () => {
  const { page } = story;
  const rows = page.locator('li[data-duty]');
  await rows.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/(applications|clients)\/./u);
});

test('a reminder of our own is put where its day is, and finished', async () => {
  const { page } = story;
  await goTo(page, paths.today());
  await page.getByRole('button', { name: words.newReminder }).click();
  const dialog = page.getByRole('dialog', { name: words.newReminderTitle });
  await dialog.getByLabel(words.reminderWhat).fill('给示例客户回电话');
  await dialog.getByLabel(words.reminderWhen).press('Enter');
  await expect(dialog).toBeHidden();
  const row = group('today').locator('li[data-duty]').filter({ hasText: '给示例客户回电话' });
  await row.click();
  await row.getByRole('button', { name: words.finish }).click();
  await expect(toast(page, words.reminderDone)).toBeVisible();
  await expect(row).toHaveCount(0);
});
