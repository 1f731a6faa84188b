import { expect } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import type { CategoryPack } from '#shared/domain/category-pack.ts';
import { knownBy } from '#test/support/known-by.ts';
import { answerDialogs, chosen } from './support/dialogs.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import {
  beginApplication,
  checklistRow,
  goTo,
  openApplication,
  openClient,
  paths,
  toast,
} from './support/screens.ts';
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
  await accounts.getByRole('button', { name: /半山/u }).first().click();
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

test('a question of a category is answered where it is asked, and one plan tells what is still needed', async ({}, testInfo) => {
  const { page } = story;
  await openClient(page, bakery);
  const accounts = page.getByRole('region', { name: zh.client.accounts.title });
  await accounts.getByRole('button', { name: /半山/u }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(zh.client.account.category).fill(`${place}、商家自营-预付卡`);
  await dialog.getByRole('button', { name: zh.components.action.save }).click();
  await expect(dialog).toHaveCount(0);

  const needed = page.getByRole('region', { name: zh.needed.title });
  await expect(needed.getByRole('listitem').filter({ hasText: '食品经营许可证' })).toContainText(
    zh.needed.act.get,
  );
  await expect(needed.getByRole('listitem').filter({ hasText: '单用途预付卡备案公示材料' })).toHaveCount(1);
  const question = '是否代售他人发行的预付卡';
  const facts = page.getByRole('region', { name: zh.client.facts.title });
  await expect(facts.getByRole('radiogroup', { name: question })).toBeVisible();
  await needed.scrollIntoViewIfNeeded();
  await keepPicture(page, testInfo, 'needed');

  await openApplication(page, bakery);
  const preCheck = page.getByRole('region', { name: zh.preCheck.title });
  const choice = preCheck.getByRole('radiogroup', { name: question });
  await choice.getByRole('radio', { name: zh.components.answer.unknown }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(choice.getByRole('radio', { name: zh.components.answer.no })).toBeChecked();
  const said = toast(page, zh.components.answer.saved);
  await said.getByRole('button', { name: zh.components.action.undo }).click();
  await expect(choice.getByRole('radio', { name: zh.components.answer.unknown })).toBeChecked();
  await choice.getByText(zh.components.answer.yes, { exact: true }).click();
  await expect(choice.getByRole('radio', { name: zh.components.answer.yes })).toBeChecked();

  await openClient(page, bakery);
  await expect(needed.getByRole('listitem').filter({ hasText: '经公证的代售授权文件' })).toHaveCount(1);
  await expect(needed.getByRole('radiogroup', { name: question })).toHaveCount(0);
  await needed.getByRole('link').first().click();
  await expect(page.getByRole('region', { name: zh.preCheck.title })).toBeVisible();
});

test('a category is applied for: what it will ask for, its checklist, and no second order for it', async ({}, testInfo) => {
  const { page } = story;
  const orders = zh.client.newApplication;
  const kind = zh.vocabulary.applicationKind.category_permit;
  const courier = '物流服务-收件/派件';
  const openDialog = async () => {
    await openClient(page, bakery);
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog', { name: orders.title });
    await dialog.getByLabel(orders.kind).click();
    await page.getByRole('option', { name: kind }).click();
    const field = dialog.getByLabel(orders.category);
    await expect(field).toBeFocused();
    return { dialog, field };
  };
  const { dialog, field } = await openDialog();
  // The review that is under way is no longer offered, the account still is.
  await dialog.getByLabel(orders.kind).click();
  await expect(page.getByRole('option', { name: zh.vocabulary.applicationKind.annual_review })).toHaveCount(
    0,
  );
  await page.keyboard.press('Escape');
  await field.fill('快递业务');
  await page.getByRole('option', { name: courier }).click();
  await expect(dialog.getByRole('list', { name: say(words.requirement, { name: courier }) })).toContainText(
    '快递末端网点备案证明',
  );
  await keepPicture(page, testInfo, 'a category in the dialog');
  await dialog.getByRole('button', { name: orders.begin }).click();
  await expect(page.getByText(`${kind}：${courier}`).first()).toBeVisible();
  for (const title of ['快递业务经营许可证', '快递末端网点备案证明', '合作快递网点的备案证明']) {
    await expect(checklistRow(page, title).first()).toContainText(zh.status.word.missing);
  }
  const preCheck = page.getByRole('region', { name: zh.preCheck.title });
  await preCheck.getByRole('button', { name: zh.application.next.look }).first().click();
  await expect(page.locator('li[data-item]:focus-within')).toContainText('快递业务经营许可证');
  await keepPicture(page, testInfo, 'an application for a category');

  const again = await openDialog();
  await again.field.fill(courier);
  await expect(again.dialog).toContainText(say(orders.underWay, { kind }));
  await expect(again.dialog.getByRole('button', { name: orders.begin })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(again.dialog).toHaveCount(0);
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
  fs.writeFileSync(file, knownBy({ ...list, version: '2099.01', permits, categories }));
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
