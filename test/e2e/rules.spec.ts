import { expect } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { knownBy } from '#test/support/known-by.ts';
import { sampleNow } from './support/app.ts';
import { answerDialogs, chosen } from './support/dialogs.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { keepPicture } from './support/keep.ts';
import { goTo, openApplication, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const words = zh.rules;
const story = tellStory('sample');
const folder = temporaryFolder();
test.afterAll(() => removeFolder(folder));

const shipped = path.resolve(import.meta.dirname, '../../resources/rules/wechat-mp-certification.json');
const dessertShop = '澄州一勺清补凉店';

function fileOf(name: string, content: object): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, knownBy(content));
  return file;
}

const dialog = () => story.page.getByRole('dialog');

async function pick(button: string, file: string): Promise<void> {
  await answerDialogs(story.app, { showOpenDialog: [chosen(file)] });
  await story.page.getByRole('button', { name: button }).click();
}

test('the rules say what they rest on, and are found by word, kind of subject and trust', async ({}, testInfo) => {
  const { page } = story;
  await page.keyboard.press('ControlOrMeta+6');
  await expect(page.getByRole('heading', { name: '微信小程序认证' })).toBeVisible();
  await keepPicture(page, testInfo, 'rules');

  await page.getByLabel(words.entityType).selectOption('foundation');
  await expect(page.getByRole('row', { name: /基金会法人登记证书/u })).toContainText(words.need.always);

  const papers = page.getByRole('region', { name: words.section.papers });
  await papers.getByRole('button', { name: zh.vocabulary.entityType.sole_trader }).click();
  await expect(page.getByLabel(words.entityType)).toHaveValue('sole_trader');
  await expect(papers.getByRole('row', { name: /经营者身份证/u })).toContainText(words.need.sometimes);

  const fees = page.getByRole('region', { name: words.section.fees });
  await page.getByLabel(words.find).fill('个体工商户');
  const promotion = fees.getByRole('row').filter({ hasText: '30 元' });
  await expect(promotion).toHaveCount(1);
  await expect(promotion).toContainText('S17');
  await expect(promotion).toContainText(zh.status.trust.third_party_brief);

  await page.getByLabel(words.find).fill('');
  await page.getByRole('group', { name: words.trust }).getByRole('button', { name: words.tag.M }).click();
  await expect(page.getByRole('region', { name: words.section.checks }).getByRole('row')).toHaveCount(4);
  await expect(page.getByRole('region', { name: words.section.fees })).toHaveCount(0);
});

test('every procedure has its pack, and what nobody tells stands there as not found', async () => {
  const { page } = story;
  await goTo(page, paths.rules('wechat.mp.filing'));
  await expect(page.getByRole('region', { name: words.section.path })).toContainText('短信核验');
  await expect(page.getByRole('region', { name: words.section.unknowns }).getByRole('row')).not.toHaveCount(
    0,
  );
  for (const name of ['支付宝', '百度', '抖音']) {
    await expect(page.getByRole('navigation', { name: words.packs })).toContainText(name);
  }
});

test('the platforms are compared for one kind of subject, a line a cell, the rest by keyboard', async ({}, testInfo) => {
  const { page } = story;
  const said = zh.platforms;
  await goTo(page, paths.rules('platforms'));
  const table = page.getByRole('table', { name: said.topics });
  const picture = page.getByRole('table', { name: said.picture });
  const fees = table.getByRole('row', { name: new RegExp(`^${said.row.fees}`, 'u') });
  await expect(fees).toContainText('300 元');

  await page.getByLabel(said.entityType).selectOption('sole_trader');
  await expect(fees).toContainText('30 元');
  await expect(fees).not.toContainText('300 元');
  await expect(picture.getByRole('row', { name: /^微信/u })).toContainText('30');
  await expect(picture.getByRole('row', { name: /^百度/u }).getByRole('cell').first()).toHaveText(
    zh.status.word.not_found,
  );
  await page.getByLabel(said.entityType).selectOption('individual');
  await expect(picture.getByRole('row', { name: /^百度/u })).toContainText(said.mayNot);
  await expect(fees.getByRole('cell').nth(2)).toContainText(said.notApplicable);
  await keepPicture(page, testInfo, 'platforms');

  const losses = page.getByRole('button', { name: new RegExp(`微信，${said.row.annualReview}`, 'u') });
  await losses.focus();
  await page.keyboard.press('Enter');
  await expect(losses).toHaveAttribute('aria-expanded', 'true');
  await expect(table).toContainText('不能被分享');

  const notes = page.getByRole('region', { name: said.notes });
  await expect(notes).not.toContainText('说法不同');
  await notes.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  await expect(notes.getByRole('region', { name: said.row.conflicts })).toContainText('说法不同');
});

test('a file that is no sound pack is refused with the places of its faults', async () => {
  const { page } = story;
  await goTo(page, paths.rules());
  const pack = JSON.parse(fs.readFileSync(shipped, 'utf8')) as RulePack;
  await pick(words.import.pick, fileOf('faulty.json', { ...pack, version: '2027.01', uploadProfiles: [] }));
  await expect(dialog().getByRole('alert')).toContainText('faulty.json');
  await expect(dialog().getByRole('list')).toContainText('uploadProfiles');
  await page.keyboard.press('Escape');
});

test('a new version shows what differs and whom it touches, and moves those that are ticked', async ({}, testInfo) => {
  const { page } = story;
  const pack = JSON.parse(fs.readFileSync(shipped, 'utf8')) as RulePack;
  const fees = pack.fees.map((fee) =>
    fee.entityTypes.includes('sole_trader') ? { ...fee, amountFen: 6_000 } : fee,
  );
  await pick(words.import.pick, fileOf('pack.json', { ...pack, version: '2027.01', fees }));
  await expect(dialog()).toContainText(say(words.import.standing.newer, { version: pack.version }));
  await expect(dialog()).toContainText('60 元');
  const touched = dialog().getByRole('listitem').filter({ hasText: dessertShop });
  await expect(touched).toContainText('30 元 → 60 元');
  await keepPicture(page, testInfo, 'pack preview');
  await dialog().getByRole('button', { name: words.import.install, exact: true }).click();
  await expect(toast(page, '2027.01')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('2027.01');
  await expect(page.getByRole('region', { name: words.compare.title })).toContainText('60 元');
});

test('the firm lays a fee of its own on top, with its reason, and takes it away again', async ({}, testInfo) => {
  const { page } = story;
  const own = page.getByRole('region', { name: words.override.title });
  await own.getByRole('button', { name: words.override.add }).click();
  await dialog().getByLabel(words.entityType).click();
  await page.getByRole('listbox').getByRole('option', { name: '个体工商户', exact: true }).click();
  await dialog().getByLabel(words.override.amount).fill('45');
  await dialog().getByLabel(words.override.reason).fill('平台公告的优惠价');
  await dialog().getByLabel(words.override.author).fill('示例顾问');
  await expect(dialog().getByRole('listitem').filter({ hasText: dessertShop })).toContainText(
    '60 元 → 45 元',
  );
  await keepPicture(page, testInfo, 'override');
  await dialog().getByRole('button', { name: zh.components.action.save }).click();
  await expect(own).toContainText('平台公告的优惠价');
  await expect(page.getByRole('region', { name: words.section.fees })).toContainText(zh.status.trust.firm);
  await openApplication(page, dessertShop);
  await expect(page.getByText(say(zh.application.next.firmFee, { amount: '45 元' }))).toBeVisible();
  await goTo(page, paths.rules());
  await own.getByRole('button', { name: /^修改/u }).click();
  const amount = dialog().getByLabel(words.override.amount);
  await amount.fill('60');
  await expect(dialog()).toContainText(words.override.fault.same_as_pack);
  await expect(dialog().getByRole('button', { name: zh.components.action.save })).toBeDisabled();
  await amount.fill('48');
  await dialog().getByLabel(words.override.reason).fill('优惠价又改了');
  await dialog().getByRole('button', { name: zh.components.action.save }).click();
  await expect(own).toContainText('优惠价又改了');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(own).toContainText('平台公告的优惠价');
  await own.getByRole('button', { name: /^去掉改写/u }).click();
  await expect(own).toContainText(words.override.none);
});

test('a dialog that is longer than the window scrolls between its title and its buttons', async ({}, testInfo) => {
  const { app, page } = story;
  const setHeight = (height: number) =>
    app.evaluate(({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(1440, size);
    }, height);
  await setHeight(700);
  const own = page.getByRole('region', { name: words.override.title });
  await own.getByRole('button', { name: words.override.add }).click();
  await dialog().getByLabel(words.override.what).click();
  await page
    .getByRole('listbox')
    .getByRole('option', { name: words.override.kind.clock, exact: true })
    .click();
  await dialog().getByLabel(words.override.total).fill('240');
  await dialog().getByText(words.override.longer).waitFor();
  await dialog().getByRole('listitem').filter({ hasText: dessertShop }).waitFor({ state: 'attached' });
  await keepPicture(page, testInfo, 'long dialog');
  for (const button of [zh.components.action.save, zh.components.action.cancel]) {
    await expect(dialog().getByRole('button', { name: button })).toBeInViewport({ ratio: 1 });
  }
  await expect(dialog().getByRole('heading', { name: words.override.add })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await setHeight(900);
});

test('a holiday year is shown before it is taken in', async () => {
  const { page } = story;
  await goTo(page, paths.rules('holidays'));
  const file = fileOf('2027.json', {
    holidays: { '2027-01-01': '元旦', '2027-02-08': '春节' },
    workdays: { '2027-02-07': '春节' },
  });
  await pick(words.holidays.pick, file);
  await expect(dialog()).toContainText(say(words.holidays.replaces.nothing, { year: 2027 }));
  // Two days off can hardly be a whole year: that is asked about.
  await dialog()
    .getByRole('button', { name: say(words.holidays.install, { year: 2027 }) })
    .click();
  await dialog()
    .getByRole('button', { name: say(words.holidays.installSure, { year: 2027 }) })
    .click();
  await expect(page.getByRole('region', { name: say(words.holidays.year, { year: 2027 }) })).toContainText(
    '2月8日',
  );
});

test('what is handed in keeps its verdict, which is given again from its own facts and rules', async () => {
  const { page } = story;
  await openApplication(page, dessertShop);
  const cli = await story.quit();
  const { applications } = (await cli.run('check', dessertShop)) as { applications: { id: string }[] };
  const id = applications[0]?.id ?? '';
  for (const kind of ['submit', 'authorise', 'pay']) {
    const step = { kind, atMs: Date.parse(sampleNow) };
    await cli.run('call', 'applications.step', JSON.stringify({ id, step }));
  }
  const again = await story.restart();
  await goTo(again, paths.application(id));
  await expect(again.getByRole('region', { name: zh.application.ledger.title })).toContainText(
    zh.application.ledger.replays.yes,
  );
});

test('over very many cases a look says how far it is, and is ended by a click', async ({}, testInfo) => {
  await story.quit();
  const script = path.join(import.meta.dirname, 'support/multiply-cases.ts');
  const env = { ...process.env, NODE_OPTIONS: '' };
  execFileSync(process.execPath, [script, story.dataFolder, '6000'], { stdio: 'inherit', env });
  const page = await story.restart();
  await goTo(page, paths.rules('wechat.mp.certification'));
  const pack = JSON.parse(fs.readFileSync(shipped, 'utf8')) as RulePack;
  await pick(words.import.pick, fileOf('many.json', { ...pack, version: '2028.01' }));
  const bar = dialog().getByRole('progressbar');
  await expect(bar).toHaveAttribute('aria-valuenow', /^[1-9]/u);
  await keepPicture(page, testInfo, 'judging');
  await dialog().getByRole('button', { name: zh.components.job.cancel, exact: true }).click();
  await expect(dialog()).toContainText(words.judging.stopped);
  await expect(bar).toHaveCount(0);
  await dialog().getByRole('button', { name: words.judging.again }).click();
  await expect(bar).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog()).toHaveCount(0);
  await expect(page.getByRole('heading', { name: '微信小程序认证' })).toBeVisible();
});
