import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { keepPicture } from './support/keep.ts';
import { goTo, openClient, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { zh } from './support/words.ts';

const story = tellStory('sample');
const { client: words, components } = zh;
const name = '澄州一勺清补凉店';

const dialog = (page: Page) => page.getByRole('dialog');
const field = (page: Page, label: string) =>
  dialog(page).getByRole('textbox', { name: new RegExp(`^${label}( \\*)?$`, 'u') });
const restored = (page: Page) => dialog(page).getByText(components.draft.restored);

async function openForm(page: Page): Promise<void> {
  const people = page.getByRole('region', { name: words.people.title });
  await people.getByRole('button', { name: words.people.add }).first().click();
  await expect(dialog(page)).toBeVisible();
}

test('a filled form that Escape leaves is there again, also after the end of the program', async ({}, testInfo) => {
  await openClient(story.page, name);
  await openForm(story.page);
  await field(story.page, words.person.name).fill('示例联系人');
  await field(story.page, words.person.phone).fill('1380000000');
  await expect(dialog(story.page)).toContainText(components.identifier.phone.mobile_length);
  await keepPicture(story.page, testInfo, 'a doubtful phone');
  await story.page.keyboard.press('Escape');
  await expect(dialog(story.page)).toHaveCount(0);
  await expect(toast(story.page, components.draft.kept)).toBeVisible();
  await openForm(story.page);
  await expect(field(story.page, words.person.phone)).toHaveValue('1380000000');
  await expect(restored(story.page)).toBeVisible();
  await keepPicture(story.page, testInfo, 'a form with its draft');
  await story.page.keyboard.press('Escape');
  const page = await story.restart();
  await openForm(page);
  await expect(field(page, words.person.name)).toHaveValue('示例联系人');
});

test('Cancel gives it up, and so does discarding it', async () => {
  const { page } = story;
  await dialog(page).getByRole('button', { name: components.draft.discard }).click();
  await expect(field(page, words.person.name)).toHaveValue('');
  await field(page, words.person.name).fill('示例又一人');
  await dialog(page).getByRole('button', { name: components.action.cancel }).click();
  await openForm(page);
  await page.waitForTimeout(600);
  await expect(field(page, words.person.name)).toHaveValue('');
  await expect(restored(page)).toHaveCount(0);
});

test('what was saved is no draft any more', async () => {
  const { page } = story;
  await field(page, words.person.name).fill('示例联系人');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await openForm(page);
  await page.waitForTimeout(600);
  await expect(field(page, words.person.name)).toHaveValue('');
  await page.keyboard.press('Escape');
});

test('the form of a record goes with the record, and with it what was typed', async () => {
  const { page } = story;
  const person = dialog(page);
  const open = () =>
    page
      .getByRole('region', { name: words.people.title })
      .getByRole('button', { name: '示例联系人' })
      .first()
      .click();
  await open();
  await field(page, words.person.wechat).fill('shili');
  await page.waitForTimeout(600);
  await person.getByRole('button', { name: components.action.remove }).click();
  await expect(person).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await open();
  await page.waitForTimeout(600);
  await expect(field(page, words.person.wechat)).toHaveValue('');
  await expect(restored(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
});

test('Ctrl+Enter saves a new client from any of its fields', async () => {
  const { page } = story;
  await goTo(page, paths.newClient());
  const save = dialog(page).getByRole('button', { name: zh.clients.new.save });
  // A legal form alone is no name.
  await field(page, zh.clients.new.name).fill('有限公司');
  await expect(dialog(page).getByText(zh.clients.new.onlyLegalForm)).toBeVisible();
  await expect(save).toBeDisabled();
  await field(page, zh.clients.new.name).fill('示例餐饮有限公司');
  await expect(dialog(page).getByText(zh.clients.new.onlyLegalForm)).toHaveCount(0);
  await expect(save).toBeEnabled();
  await dialog(page).getByRole('combobox', { name: zh.clients.new.entityType }).focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('示例餐饮有限公司');
});
