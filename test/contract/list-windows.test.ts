import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTestBackend } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';

interface Start {
  readonly after: string | null;
  readonly skip: number;
  readonly limit: number;
}
interface Page {
  readonly rows: readonly { readonly id: string }[];
  readonly nextCursor: string | null;
  readonly total: number;
}
type Read = (start: Start) => Promise<Page>;

const count = 12;

/** Clients with an account and an application each; papers, of which only some end, and many on one day. */
async function fill(opened: TestBackend): Promise<void> {
  const { call, backend } = opened;
  const startMs = backend.clock.nowMs();
  for (let no = 0; no < count; no += 1) {
    opened.setNow(startMs + Math.floor(no / 3) * 1000);
    const { id: clientId } = await call.clients.create({ name: `示例${no % 4}`, entityType: 'company' });
    const account = { platform: 'wechat', kind: 'mini_program', name: `示例${no}` } as const;
    const { id: accountId } = await call.accounts.create({ clientId, account });
    await call.applications.create({ accountId, kind: 'first_certification' });
    backend.changes.record('test', (change) => {
      const end = no % 3 === 0 ? null : `2027-01-0${1 + (no % 2)}`;
      change.insert('documents', {
        client_id: clientId,
        kind: 'lease',
        title: `租约${no}`,
        valid_until_on: end,
      });
    });
  }
}

/** Whatever window is asked for, it is that part of the whole list. */
async function expectWindows(read: Read): Promise<void> {
  const whole = await read({ after: null, skip: 0, limit: 500 });
  const ids = whole.rows.map(({ id }) => id);
  expect(ids).toHaveLength(count);
  const anywhere = fc.record({
    first: fc.integer({ min: 0, max: count }),
    skip: fc.nat(count + 3),
    limit: fc.integer({ min: 1, max: count + 3 }),
  });
  await fc.assert(
    fc.asyncProperty(anywhere, async ({ first, skip, limit }) => {
      const before = first === 0 ? null : await read({ after: null, skip: 0, limit: first });
      if (before !== null && before.nextCursor === null) return;
      const page = await read({ after: before?.nextCursor ?? null, skip, limit });
      expect(page.rows.map(({ id }) => id)).toEqual(ids.slice(first + skip, first + skip + limit));
      expect(page.nextCursor === null).toBe(first + skip + limit >= count);
      expect(page.total).toBe(count);
    }),
    { numRuns: 60 },
  );
}

test('any window of a list is that part of the whole list', async () => {
  const opened = openTestBackend();
  const { call } = opened;
  await fill(opened);
  for (const descending of [false, true]) {
    await expectWindows((start) => call.clients.list({ sort: { key: 'name', descending }, ...start }));
  }
  await expectWindows((start) => call.applications.list(start));
  await expectWindows((start) => call.documents.list(start));
});
