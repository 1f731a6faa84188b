import { expect } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import type { CategoryPack } from '#shared/domain/category-pack.ts';
import { answerDialogs, chosen } from './support/dialogs.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { beginApplication, goTo, openClient, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const words = zh.categories;
const bakery = '澄州半山面包坊';
const place = '餐饮服务-餐饮服务场所/餐饮服务管理企业';
const story = tellStory('sample');
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));

const shipped = path.resolve(import.meta.dirname, '../../resources/categories/wechat-mp-categories.json');

test('the categories of the platform are found by paper, with what each asks for', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.rules('categories'));
  const part = page.getByRole('region', { name: words.title });
  await part.getByLabel(words.find).fill('食品经营许可证');
  await expect(part.getByText('餐饮服务场所/餐饮服务管理企业')).toBeVisible();
  await part.getByText('餐饮服务场所/餐饮服务管理企业').click();
  const tree = part.getByRole('list', { name: say(words.requirement, { name: place }) });
  await expect(tree).toContainText(words.anyOf);
  await expect(tree).toContainText('国境口岸卫生许可证');
  await part.scrollIntoViewIfNeeded();
  await keepPicture(page, testInfo, 'a category');

  await part.getByLabel(words.find).fill('');
  await part.getByRole('button', { name: words.only.cac }).click();
  await expect(part.getByText(words.cac, { exact: true })).toHaveCount(12);
});

test('a category of the list is suggested, and what it asks for is in the pre-check', async ({}, testInfo) => {
  const { page } = story;
  await openClient(page, bakery);
  const accounts = page.getByRole('region', { name: zh.client.accounts.title });
  await accounts.getByRole('button').filter({ hasText: '半山' }).first().click();
  const dialog = page.getByRole('dialog');
  const field = dialog.getByLabel(zh.client.account.category);
  await field.fill('餐饮服务场所');
  await page.getByRole('option', { name: place }).click();
  await expect(field).toHaveValue(place);
  await expect(dialog).toContainText(say(words.known_other, { count: 1 }));
  await dialog.getByRole('button', { name: zh.components.action.save }).click();
  await expect(dialog).toHaveCount(0);

  await beginApplication(page, bakery);
  const preCheck = page.getByRole('region', { name: zh.preCheck.title });
  const finding = preCheck.getByRole('listitem').filter({ hasText: '缺少类目要求的资质' });
  await expect(finding).toContainText(zh.status.word.blocker);
  await expect(finding).toContainText('S25');
  const tree = preCheck.getByRole('list', { name: say(words.requirement, { name: place }) });
  await expect(tree).toContainText(zh.status.word.missing);
  await expect(tree.getByRole('listitem').filter({ hasText: words.cheapest }).last()).toContainText(
    '食品经营许可证',
  );
  await tree.scrollIntoViewIfNeeded();
  await keepPicture(page, testInfo, 'permits');
});

test('a new list is compared, tried on who is under way, and followed when the firm says so', async ({}, testInfo) => {
  const { page } = story;
  const list = JSON.parse(fs.readFileSync(shipped, 'utf8')) as CategoryPack;
  const categories = list.categories.map((category) =>
    category.id === 'catering.place'
      ? { ...category, cac: true, formula: { op: 'atom' as const, id: 'port_health_permit' } }
      : category,
  );
  const file = path.join(folder, 'list.json');
  const used = new Set(JSON.stringify(categories).match(/"id":"[^"]+"/gu));
  const permits = list.permits.filter(({ id }) => used.has(`"id":"${id}"`));
  fs.writeFileSync(file, JSON.stringify({ ...list, version: '2099.01', permits, categories }));
  await goTo(page, paths.rules('categories'));
  await answerDialogs(story.app, { showOpenDialog: [chosen(file)] });
  await page.getByRole('button', { name: words.import.pick }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(say(zh.rules.import.standing.newer, { version: list.version }));
  await expect(dialog).toContainText(words.cacYes);
  const touched = dialog.getByRole('listitem').filter({ hasText: bakery }).first();
  await expect(touched).toContainText('国境口岸卫生许可证');
  await keepPicture(page, testInfo, 'list preview');
  await touched.getByRole('checkbox').uncheck();
  await dialog.getByRole('button', { name: zh.rules.import.install, exact: true }).click();
  await expect(toast(page, '2099.01')).toBeVisible();
  await expect(page.getByRole('region', { name: words.versions })).toContainText('2099.01');
  await expect(page.getByRole('region', { name: zh.rules.compare.title })).toContainText(words.cacYes);

  const late = page.getByRole('region', { name: zh.rules.touched.title });
  await expect(late).toContainText(bakery);
  await keepPicture(page, testInfo, 'late by list');
  await late
    .getByRole('button', { name: say(zh.rules.touched.move_other, { count: 1, version: '2099.01' }) })
    .click();
  await expect(late).toHaveCount(0);
});
