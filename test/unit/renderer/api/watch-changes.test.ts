import { setImmediate as turn } from 'node:timers/promises';
import { createORPCClient } from '@orpc/client';
import { QueryClient } from '@tanstack/react-query';
import { expect, it, onTestFinished } from 'vitest';
import { createApi } from '#renderer/api/api.tsx';
import { watchChanges } from '#renderer/api/watch-changes.ts';

/** A page that shows one answer of each of these calls, and tells which it asks for again after a change of tables. */
async function askedAgainAfter(tables: readonly string[]): Promise<string[]> {
  async function* changes() {
    yield await Promise.resolve({ tables });
  }
  // The page asks for nothing but the stream of changes.
  const link = { call: () => Promise.resolve(changes()) };
  const api = createApi(createORPCClient(link), createORPCClient(link));
  const queryClient = new QueryClient();
  const { query } = api;
  const keys = {
    search: query.search.query.key({ input: { text: '合同' } }),
    papers: query.documents.list.key({ input: { filter: { text: '合同' } } }),
    clients: query.clients.list.key(),
    today: query.today.get.key(),
  };
  for (const key of Object.values(keys)) queryClient.setQueryData(key, {});
  onTestFinished(watchChanges(api, queryClient));
  await turn();
  return Object.entries(keys).flatMap(([name, key]) =>
    queryClient.getQueryState(key)?.isInvalidated === true ? [name] : [],
  );
}

it('asks again for what finds papers, and nothing else, when files have been read', async () => {
  expect(await askedAgainAfter(['file_texts'])).toEqual(['search', 'papers']);
});

it('asks again for all after a change, and for nothing after what no page shows', async () => {
  const all = ['search', 'papers', 'clients', 'today'];
  expect(await askedAgainAfter(['clients'])).toEqual(all);
  expect(await askedAgainAfter(['file_texts', 'clients'])).toEqual(all);
  expect(await askedAgainAfter(['reminders'])).toEqual([]);
});
