import { expect } from '@playwright/test';
import { scan } from './support/sample.ts';
import { openPalette } from './support/screens.ts';
import { tellStory, test } from './support/story.ts';
import { say, zh } from './support/words.ts';

const story = tellStory('empty');
const client = '云汀归樾家居用品有限公司';

test('a picture is read in a quiet moment, by a process of its own, and found by what stands on it', async () => {
  const cli = await story.quit();
  const { id: clientId } = await cli.call('clients.create', { name: client, entityType: 'company' });
  const files = [{ token: 'licence' }];
  const licence = scan('营业执照_归樾家居.jpg');
  await cli.call('documents.add', { clientId, kind: 'business_licence', files }, { licence });
  await story.restart();
  const box = await openPalette(story.page);
  await box.getByRole('combobox').fill('织物销售');
  const hit = box.getByRole('option').filter({ hasText: client });
  await expect(hit.first()).toContainText(say(zh.search.inFile, { page: 1 }), { timeout: 100_000 });
});

test('what was read is there for the command line, with how far it agrees with what is known', async () => {
  const cli = await story.quit();
  const { rows } = await cli.call('documents.list', { filter: { text: client } });
  const reading = await cli.call('reading.ofVersion', { versionId: rows[0]?.current[0]?.id ?? '' });
  if (reading.state !== 'read') throw new Error(reading.state);
  expect(reading.fields).toContainEqual(
    expect.objectContaining({
      field: 'subject_name',
      value: client,
      agreement: expect.objectContaining({ state: 'agrees' }),
    }),
  );
});
