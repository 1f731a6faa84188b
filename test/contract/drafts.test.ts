import { expect, test } from 'vitest';
import { allTables } from '#test/support/all-tables.ts';
import { openTestBackend, temporaryFolder } from '#test/support/backend.ts';

test('a draft outlives the backend, is nobody’s data, and is gone once it is forgotten', async () => {
  const folder = temporaryFolder();
  const first = openTestBackend(folder);
  const before = allTables(first);
  const events = (await first.call.history.verify()).events;
  expect(await first.call.drafts.get({ form: 'client.new' })).toEqual({ text: null });
  await first.call.drafts.keep({ form: 'client.new', text: '"一"' });
  await first.call.drafts.keep({ form: 'client.new', text: '"二"' });
  await first.call.drafts.keep({ form: 'note.x', text: '"三"' });
  expect(allTables(first)).toEqual(before);
  expect((await first.call.history.verify()).events).toBe(events);
  first.backend.close();
  const { call } = openTestBackend(folder);
  expect(await call.drafts.get({ form: 'client.new' })).toEqual({ text: '"二"' });
  await call.drafts.keep({ form: 'client.new', text: null });
  expect(await call.drafts.get({ form: 'client.new' })).toEqual({ text: null });
  expect(await call.drafts.get({ form: 'note.x' })).toEqual({ text: '"三"' });
});
