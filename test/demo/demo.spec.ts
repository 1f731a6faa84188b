import { expect } from '@playwright/test';
import fs from 'node:fs';
import { answerDialogs, chosen, saved } from '../e2e/support/dialogs.ts';
import { dropFiles } from '../e2e/support/drop.ts';
import { readPdf } from '../e2e/support/pdf.ts';
import { portfolio, sampleApplications, scan } from '../e2e/support/sample.ts';
import {
  beginApplication,
  checklistRow,
  enterValidUntil,
  goTo,
  openClient,
  openPalette,
  paths,
  presentStep,
  takeStep,
} from '../e2e/support/screens.ts';
import { hasSessionBus, watchNotices } from '../e2e/support/session-bus.ts';
import { fillWithSamples, tellStory, test } from '../e2e/support/story.ts';
import { say, zh } from '../e2e/support/words.ts';
import { checklistFile, emptyOutput, takePicture, writeOutput } from './output.ts';
import { summarise } from './summary.ts';

const firm = '澄州衡簿企业服务（示例）';
const bakery = '澄州半山面包坊';
const startedAtMs = Date.now();

/** An application whose checklist is handed out. */
interface Handed {
  readonly id: string;
  readonly number: string;
  readonly client: string;
}

const story = tellStory('empty');
const handed: Handed[] = [];
test.beforeAll(emptyOutput);

async function importPortfolio(): Promise<void> {
  await goTo(story.page, paths.imports());
  await answerDialogs(story.app, { showOpenDialog: [chosen(portfolio)] });
  await story.page.getByRole('button', { name: zh.imports.choose, exact: true }).click();
}

test('imports the workbook; a second time it changes nothing', async () => {
  const { page } = story;
  await importPortfolio();
  await page.getByRole('button', { name: say(zh.imports.write, { n: 63 }) }).click();
  await expect(
    page.getByText(say(zh.imports.done, { create: 47, update: 0, merge: 16, same: 0 })),
  ).toBeVisible();
  await page.getByRole('button', { name: zh.imports.back, exact: true }).click();
  await importPortfolio();
  await expect(page.getByRole('button', { name: zh.imports.nothingToWrite })).toBeDisabled();
});

test('the firm gives its name, which its papers carry', async () => {
  const { page } = story;
  await goTo(page, paths.settings('firm'));
  const name = page.getByLabel(zh.settings.firm.name, { exact: true });
  await name.fill(firm);
  await name.press('Enter');
  await expect(page.getByText(firm).first()).toBeVisible();
});

test('takes on the applications that were in progress, through the same procedures', async () => {
  const cli = await story.quit();
  const clients = sampleApplications().map(({ clientName }) => clientName);
  fillWithSamples(story.dataFolder, clients);
  const { rows } = await cli.call('applications.list', {});
  handed.push(...rows.map(({ id, number, clientName }) => ({ id, number, client: clientName })));
  expect(handed.map(({ client }) => client).sort()).toEqual(clients.sort());
});

test('a due reminder appears as a notification when the program starts', async () => {
  test.skip(!hasSessionBus(), 'only a session bus of Linux can be listened to');
  const watch = await watchNotices();
  await story.restart();
  await expect.poll(() => watch.notices.length).toBeGreaterThan(0);
  watch.stop();
  writeOutput('notifications.json', `${JSON.stringify(watch.notices, null, 2)}\n`);
});

test('carries one annual review in the window: checklist, scans, dates, stages', async () => {
  const { app, page } = await started();
  await beginApplication(page, bakery);
  const licence = checklistRow(page, '个体工商户营业执照');
  await dropFiles(page, licence, [scan('营业执照_半山面包坊.jpg')]);
  await enterValidUntil(licence, '长期');
  const card = checklistRow(page, '管理员身份证');
  const sides = ['正面', '反面'].map((side) => scan(`身份证${side}_麦知秋.jpg`));
  await answerDialogs(app, { showOpenDialog: [chosen(...sides)] });
  await card.getByRole('button', { name: zh.components.drop.pick }).click();
  await enterValidUntil(card, '2036-10-18');
  for (const row of [licence, card]) await expect(row).toContainText(zh.status.word.satisfied);
  await takeStep(page, 'submit');
  await takeStep(page, 'authorise');
  await expect(presentStep(page)).toContainText(zh.application.rail.step.payment);
  const [, id = ''] = /#\/applications\/([^/?]+)/u.exec(page.url()) ?? [];
  const number = await page
    .getByText(/^A-\d{4}-/u)
    .first()
    .innerText();
  handed.push({ id: decodeURIComponent(id), number, client: bakery });
});

test('prints the checklist of every application', async () => {
  const { app, page } = story;
  expect(handed).toHaveLength(sampleApplications().length + 1);
  for (const { id, number, client } of handed) {
    await goTo(page, paths.application(id));
    await expect(page.getByRole('heading', { level: 1, name: client })).toBeVisible();
    const file = checklistFile(number, client);
    await answerDialogs(app, { showSaveDialog: [saved(file)] });
    await page.getByRole('button', { name: zh.application.export.button }).click();
    await expect.poll(() => fs.existsSync(file), { message: file, timeout: 20_000 }).toBe(true);
    const { text } = await readPdf(file);
    for (const told of [firm, client, number]) expect(text).toContain(told);
  }
});

test('finds by characters, pinyin initials and part of a code', async () => {
  const { page } = story;
  for (const text of ['栩', '半山', '文化传播', 'bsmbf', 'MAXB0202']) {
    const box = await openPalette(page);
    await box.getByRole('combobox').fill(text);
    await expect(box.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(box).toBeHidden();
  }
});

test('takes pictures of Today, clients, one client, one application', async () => {
  const { page } = story;
  const shown = handed.find(({ client }) => client.startsWith('栩禾'));
  await goTo(page, paths.today());
  await expect(page.getByRole('region', { name: zh.vocabulary.agendaGroup.overdue })).toBeVisible();
  await takePicture(page, 'today');
  await goTo(page, paths.clients());
  await expect(page.getByText(say(zh.clients.count, { n: 47 })).first()).toBeVisible();
  await takePicture(page, 'clients');
  await goTo(page, paths.application(shown?.id ?? ''));
  await expect(page.getByRole('list', { name: zh.application.rail.label })).toBeVisible();
  await takePicture(page, 'application');
  await openClient(page, shown?.client ?? '');
  await expect(page.getByRole('button', { name: zh.client.newApplication.button }).first()).toBeVisible();
  await takePicture(page, 'client');
});

test('hands out the agenda, and everything stands the check', async () => {
  const cli = await story.quit();
  writeOutput('agenda.json', `${JSON.stringify(await cli.run('agenda', '--days', '365'), null, 2)}\n`);
  writeOutput('agenda.ics', (await cli.call('agenda.calendarFile', { days: 365 })).text);
  await cli.run('backup');
  const lines = await summarise(cli, startedAtMs);
  console.log(`\n${lines.join('\n')}\n`);
});

/** The program, started where the test before had nothing to listen to. */
async function started(): Promise<typeof story> {
  if (story.page.isClosed()) await story.restart();
  return story;
}
