import { describe, expect, test } from 'vitest';
import { openTestBackend } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';

const names = async ({ call }: TestBackend) => {
  const { rows } = await call.clients.list({ limit: 100 });
  return rows.map(({ name }) => name);
};

describe('the samples', () => {
  test('come beside the firm’s own clients, say so in their names, and come only once', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    await call.clients.create({ name: '自家客户', entityType: 'company' });
    expect(await call.samples.get()).toEqual({ clientCount: 0 });
    expect(await call.samples.add()).toEqual({ clientCount: 40 });
    expect(await call.samples.add()).toEqual({ clientCount: 40 });
    const all = await names(opened);
    expect(all).toHaveLength(41);
    expect(all.filter((name) => !name.startsWith('示例'))).toEqual(['自家客户']);
    const stages = opened.backend.db.prepare('SELECT DISTINCT stage FROM applications').pluck().all();
    expect(stages.length).toBeGreaterThan(4);
  });

  test('go in one step with what was done to them, and the firm’s own stays; the step is taken back as one', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const { id: own } = await call.clients.create({ name: '自家客户', entityType: 'company' });
    await call.samples.add();
    const [first] = opened.backend.db
      .prepare("SELECT id FROM clients WHERE name LIKE '示例%' ORDER BY id")
      .pluck()
      .all() as string[];
    if (first === undefined) throw new Error('there are samples');
    await call.accounts.create({
      clientId: first,
      account: { platform: 'wechat', kind: 'mini_program', name: '后来加的' },
    });
    const [consultant] = await call.consultants.list();
    if (consultant === undefined) throw new Error('the samples have consultants');
    await call.clients.update({ id: own, base: {}, changes: { consultantId: consultant.id } });

    const { changeId } = await call.samples.remove();
    expect(await names(opened)).toEqual(['自家客户']);
    expect(await call.samples.get()).toEqual({ clientCount: 0 });
    const live = (table: string) =>
      opened.backend.db.prepare(`SELECT count(*) FROM ${table} WHERE deleted_at_ms IS NULL`).pluck().get();
    for (const table of ['accounts', 'applications', 'documents', 'contacts', 'fees'])
      expect(live(table), table).toBe(0);
    // Whoever has got a client of the firm's own stays.
    expect((await call.consultants.list()).map(({ name }) => name)).toEqual([consultant.name]);

    if (changeId === null) throw new Error('something was removed');
    await call.history.undo({ changeId });
    expect(await call.samples.get()).toEqual({ clientCount: 40 });
    await call.samples.remove();
    expect(await call.samples.add()).toEqual({ clientCount: 40 });
  });

  test('need nothing to be removed', async () => {
    const { call } = openTestBackend();
    expect(await call.samples.remove()).toEqual({ changeId: null });
  });
});
