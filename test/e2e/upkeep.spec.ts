import { expect } from '@playwright/test';
import { keepPicture } from './support/keep.ts';
import { goTo, paths, toast } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const words = zh.client;
const name = '澄州一勺清补凉店';
const story = tellStory('sample');

const section = (title: string) => story.page.getByRole('region', { name: title });

test('an annual report that nobody noted is asked about, ticked off, and taken back', async ({}, testInfo) => {
  const cli = await story.quit();
  const { rows } = await cli.call('clients.list', { filter: { text: name } });
  const page = await story.restart();
  await goTo(page, paths.client(rows[0]?.id ?? ''));
  const duties = section(words.duties.title);
  const all = duties.getByRole('button', { name: zh.components.action.all });
  if (await all.isVisible()) await all.click();
  const question = say(words.duty.annual_report_question, { year: 2025 });
  await expect(duties).toContainText(question);
  await keepPicture(page, testInfo, 'asked');
  await duties.getByRole('button', { name: say(words.duties.reportedYear, { year: 2025 }) }).click();
  await expect(duties).toContainText(say(words.duty.annual_report, { year: 2026 }));
  await expect(section(words.facts.title)).toContainText(say(words.facts.annualReportShown, { year: 2025 }));
  await toast(page, words.saved).getByRole('button', { name: zh.components.action.undo }).click();
  await expect(duties).toContainText(question);
});

test('a code with a wrong check character is saved with a word on why it is used', async ({}, testInfo) => {
  const { page } = story;
  const facts = section(words.facts.title);
  await facts.getByRole('button', { name: /^9[12]/u }).click();
  const field = facts.getByRole('textbox');
  await field.fill('92330199MAXB000223');
  await field.press('Enter');
  const dialog = page.getByRole('dialog');
  const note = dialog.getByLabel(zh.components.identifier.codeNote);
  await expect(note).toBeFocused();
  await keepPicture(page, testInfo, 'doubted');
  await note.fill('执照上就是这样');
  await note.press('Enter');
  await expect(facts).toContainText('92330199MAXB000223');
  await expect(facts).toContainText(zh.components.identifier.codeNoted);
  await expect(facts).toContainText('执照上就是这样');
  await keepPicture(page, testInfo, 'noted');
});
