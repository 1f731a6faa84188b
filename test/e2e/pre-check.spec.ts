import { expect } from '@playwright/test';
import { keepPicture } from './support/keep.ts';
import { openApplication } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const words = zh.preCheck;
const name = '澄州一勺清补凉店';
const story = tellStory('sample');

const preCheck = () => story.page.getByRole('region', { name: words.title });
const blocked = () =>
  story.page.getByRole('button', { name: say(zh.application.step.blocked_other, { count: 1 }) });

test('a value that another source contradicts blocks the submission, and the button says why', async ({}, testInfo) => {
  const cli = await story.quit();
  const { rows } = await cli.call('clients.list', { filter: { text: name } });
  const { client } = await cli.call('clients.get', { id: rows[0]?.id ?? '' });
  const base = { legalRepresentative: client.legalRepresentative };
  await cli.call('clients.update', { id: client.id, base, changes: { legalRepresentative: '样例乙' } });

  const page = await story.restart();
  await openApplication(page, name);
  const finding = preCheck().getByRole('listitem').filter({ hasText: '法定代表人与别处写的不一致' });
  await expect(finding).toContainText(zh.status.word.blocker);
  await expect(finding).toContainText('样例乙');
  await expect(finding).toContainText(zh.status.trust.official);
  const row = page.getByRole('row', { name: new RegExp(words.matrix.fact.legal_representative, 'u') });
  await expect(row.getByRole('img', { name: words.matrix.verdict.different })).toBeVisible();
  await keepPicture(page, testInfo, 'blocked');

  await expect(page.getByText(zh.application.status.ready)).toHaveCount(0);
  await expect(page.getByText(zh.application.next.complete)).toHaveCount(0);
  // Locked, so no click of a pointer; the keyboard reaches it, so that the reason can be followed.
  await blocked().press('Enter');
  await expect(preCheck().getByRole('button', { name: words.mend }).first()).toBeFocused();
});

test('what has really happened can be recorded all the same', async () => {
  const { page } = story;
  const step = zh.application.step;
  await page.getByRole('button', { name: step.others }).click();
  await expect(page.getByRole('menuitem', { name: step.menu.submit })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('mended at the place that the finding names, the submission is free again', async () => {
  const cli = await story.quit();
  const { rows } = await cli.call('clients.list', { filter: { text: name } });
  const { client, contacts } = await cli.call('clients.get', { id: rows[0]?.id ?? '' });
  const changes = { legalRepresentative: contacts.find((one) => one.isLegalRepresentative)?.name ?? '' };
  await cli.call('clients.update', { id: client.id, base: { legalRepresentative: '样例乙' }, changes });

  const page = await story.restart();
  await openApplication(page, name);
  await expect(
    page.getByRole('button', { name: zh.application.step.primary.submit, exact: true }),
  ).toBeVisible();
  await expect(blocked()).toHaveCount(0);
  await expect(page.getByText(zh.application.status.ready)).toBeVisible();
});
