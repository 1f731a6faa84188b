import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { writePost } from '#test/support/mixed-post.ts';
import type { Post } from '#test/support/mixed-post.ts';
import * as scans from '#test/support/scans.ts';
import { answerDialogs, saved } from './support/dialogs.ts';
import { dropFiles } from './support/drop.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { scan } from './support/sample.ts';
import { goTo, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

/** 200 files: what two clients have sent, the first one's new licence and ID card among it, and four that are no papers. */
const story = tellStory('empty');
const client = '云汀归樾家居用品有限公司';
const other = '澄州一勺清补凉店';
const licence = '营业执照_归樾家居.jpg';
const received = [licence, '身份证正面_叶疏桐.jpg', '基本户信息_归樾家居.jpg'];
/** Two more come as a telephone and an old scanner write them. */
const made = 200 - received.length - 2 - 4;
const words = zh.intake;
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));

let post: Post;
const applicationIds: string[] = [];
const pieces = (page: Page) => page.locator('tr[data-piece]');
const panel = (page: Page) => page.getByRole('complementary', { name: zh.viewer.panel });

test('two clients are on file, the first one’s old licence on five checklists', async () => {
  const cli = await story.quit();
  const { id: clientId } = await cli.call('clients.create', { name: client, entityType: 'company' });
  await cli.call('clients.create', { name: other, entityType: 'sole_trader' });
  const old = scans.fileIn(folder, '旧执照.png', await scans.picture('png', 77));
  const steps = await cli.call(
    'documents.add',
    {
      clientId,
      kind: 'business_licence',
      title: '旧营业执照',
      validUntil: calendarDate('2026-10-31'),
      files: [{ token: 'old' }],
    },
    { old },
  );
  const added = steps.find((step) => step.kind === 'added');
  const licenceId = added?.documentId ?? null;
  if (licenceId === null) throw new Error('not added');
  for (const name of ['甲', '乙', '丙', '丁', '戊']) {
    const account = { platform: 'wechat', kind: 'mini_program', name: `示例小程序${name}` } as const;
    const { id: accountId } = await cli.call('accounts.create', { clientId, account });
    const { id } = await cli.call('applications.create', { accountId, kind: 'first_certification' });
    const { items } = await cli.call('applications.get', { id });
    const item = items.find(({ requirement }) => requirement.accepts.includes('business_licence'));
    if (item === undefined) throw new Error('no item takes a licence');
    const { documents } = item;
    if (!documents.some((paper) => paper.id === licenceId))
      await cli.call('applications.attach', { itemId: item.id, documentId: licenceId });
    applicationIds.push(id);
  }
  post = await writePost(
    path.join(folder, '今早收到'),
    [
      { name: client, papers: made - 60 },
      { name: other, papers: 60 },
    ],
    received.map(scan),
  );
  expect(post.good.size + post.bad.length).toBe(200);
});

test('200 mixed files are dropped: those that are papers come in, each bad one is told by name', async ({}, testInfo) => {
  test.setTimeout(240_000);
  const page = await story.restart();
  await dropFiles(page, page.getByRole('heading', { level: 1 }), [post.folder]);
  await expect(toast(page, say(words.taken, { n: post.good.size }))).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText(say(words.refused, { n: post.bad.length }))).toBeVisible();
  for (const name of post.bad) await expect(page.getByText(`「${name}」`).first()).toBeVisible();
  await expect(pieces(page)).not.toHaveCount(0);
  await keepPicture(page, testInfo, 'the post in the tray');
});

test('each is looked at and filed by keys; the licence becomes a paper of its own', async ({}, testInfo) => {
  test.setTimeout(600_000);
  const { page } = story;
  const accept = page.getByRole('complementary').getByRole('button', { name: words.accept });
  for (let seen = 0; seen < post.good.size; seen += 1) {
    await expect(page.getByText(say(words.count, { papers: post.good.size, seen }))).toBeVisible();
    // What only a picture or a file's name tells is chosen once.
    if (!(await accept.isEnabled())) {
      await page.keyboard.press('1');
      await expect(accept).toBeEnabled();
    }
    await page.keyboard.press('Enter');
  }
  await keepPicture(page, testInfo, 'all looked at');
  await page.keyboard.press('Control+Enter');
  await expect(toast(page, say(words.filed, { n: post.good.size }))).toBeVisible({ timeout: 240_000 });
  await expect(page.getByText(words.empty)).toBeVisible();
  // What the new licence touches is said at once.
  const offer = toast(page, say(zh.components.renewal.uses_other, { count: 5 }).trim());
  await expect(offer).toBeVisible();
  await keepPicture(page, testInfo, 'what the new licence touches');
  await offer.getByRole('button', { name: zh.components.renewal.look }).click();
  await expect(page.getByRole('dialog')).toContainText(say(zh.viewer.renew.uses_other, { count: 5 }));
  await page.keyboard.press('Escape');
});

test('the licence is read, and a value that was misread is corrected', async ({}, testInfo) => {
  test.setTimeout(180_000);
  const { page } = story;
  await goTo(page, paths.documents());
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('营业执照');
  const row = page.getByRole('row').filter({ hasText: client }).filter({ hasText: '营业执照' });
  await row.filter({ hasNotText: '旧营业执照' }).first().getByRole('gridcell').first().dblclick();
  const value = (label: string) => panel(page).getByRole('listitem').filter({ hasText: label });
  const { legal_representative: legal } = zh.vocabulary.statedField;
  await expect(value(legal)).toBeVisible({ timeout: 120_000 });
  await page.getByRole('button', { name: new RegExp(`^[0-9]+ ${legal}：`, 'u') }).click();
  const field = panel(page).getByRole('textbox');
  await field.fill('示例甲');
  await field.press('Enter');
  await expect(value(legal)).toContainText('示例甲');
  await keepPicture(page, testInfo, 'a value that was corrected');
});

test('a telephone’s picture is shown as it looks', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.documents());
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('食品经营许可证');
  // The list may not be filtered yet.
  const row = page.getByRole('row').filter({ hasText: client }).filter({ hasText: '食品经营许可证' });
  await row.first().getByRole('gridcell').first().dblclick();
  await page.waitForFunction(() => {
    const picture = document.querySelector('[role="region"] [style*="rotate"] img');
    return picture instanceof HTMLImageElement && picture.complete && picture.naturalWidth > 1000;
  });
  await expect(panel(page)).toContainText('.heic');
  await keepPicture(page, testInfo, 'a picture of a telephone');
});

test('the new licence takes the old one’s place in five applications, in one step', async ({}, testInfo) => {
  const { page } = story;
  await goTo(page, paths.documents());
  const row = page.getByRole('row').filter({ hasText: '旧营业执照' });
  await row.first().getByRole('gridcell').first().dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('旧营业执照');
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(say(zh.viewer.renew.uses_other, { count: 5 }));
  await keepPicture(page, testInfo, 'five applications');
  await dialog.getByRole('button', { name: zh.viewer.renew.confirm }).click();
  await expect(
    toast(page, say(zh.viewer.renew.done, { uses: 5, fields: 0, tasks: 0 }).slice(0, 8)),
  ).toBeVisible();
});

test('a submission folder goes out with the new licence in it, byte by byte', async () => {
  const { app, page } = story;
  await goTo(page, paths.application(applicationIds[0] ?? ''));
  await page.getByRole('button', { name: zh.components.action.more }).first().click();
  const { submission, give } = zh.handOuts;
  await page.getByRole('menuitem', { name: submission.menu }).click();
  const dialog = page.getByRole('dialog', { name: submission.title });
  await dialog.getByLabel(give.recipient).fill('示例平台审核');
  await dialog.getByLabel(give.purpose).fill('小程序认证');
  const target = path.join(folder, '提交');
  await answerDialogs(app, { showSaveDialog: [saved(target)] });
  await dialog.getByLabel(give.purpose).press('Enter');
  await expect(dialog).toHaveCount(0);
  const written = fs.readdirSync(target).map((name) => sha256(fs.readFileSync(path.join(target, name))));
  expect(written).toContain(sha256(fs.readFileSync(scan(licence))));
});

test('everything that came in is kept as it came', async () => {
  const cli = await story.quit();
  for (const id of applicationIds) {
    const { items } = await cli.call('applications.get', { id });
    const titles = items.flatMap(({ documents }) => documents.map(({ title }) => title));
    expect(titles).not.toContain('旧营业执照');
  }
  const { total } = await cli.call('documents.list', { filter: {} });
  expect(total).toBe(post.good.size + 1);
  for (const bytes of post.good.values()) {
    const hash = sha256(bytes);
    expect(sha256(fs.readFileSync(path.join(story.dataFolder, 'vault', hash.slice(0, 2), hash)))).toBe(hash);
  }
  // A command that finds a fault fails.
  await cli.run('verify');
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
