/** The checklists of what is selected, as they are named for the printer. */
import { expect, test } from 'vitest';
import { openTestBackend } from '#test/support/backend.ts';
import { createSampleCase } from '#test/support/sample-case.ts';

test('of applications those that are meant, of clients those under way', async () => {
  const { call } = openTestBackend();
  const first = await createSampleCase(call, { name: '示例甲有限公司', serial: '1' });
  const second = await createSampleCase(call, { name: '示例乙有限公司', serial: '2' });
  const open = await call.applications.create({ accountId: first.accountId, kind: 'first_certification' });
  const over = await call.applications.create({ accountId: second.accountId, kind: 'first_certification' });
  await call.applications.step({ id: over.id, step: { kind: 'withdraw' } });
  const { number } = (await call.applications.get({ id: open.id })).application;
  const row = { id: open.id, number, clientName: '示例甲有限公司', kind: 'first_certification' };
  expect(await call.bulk.toPrint({ rows: { ids: [open.id] } })).toEqual({ rows: [row], total: 1 });
  expect((await call.bulk.toPrint({})).total).toBe(2);
  expect(await call.bulk.toPrintOfClients({})).toEqual({ rows: [row], total: 1 });
  const none = await call.bulk.toPrintOfClients({ rows: { ids: [second.clientId] } });
  expect(none).toEqual({ rows: [], total: 0 });
});
