import { expect, test } from 'vitest';
import { openTestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { createSampleCase } from '#test/support/sample-case.ts';

async function openCase() {
  const { call } = openTestBackend();
  const { accountId } = await createSampleCase(call);
  const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
  const read = () => call.applications.get({ id });
  return { call, id, read };
}

test('a remark that another window wrote meanwhile is not overwritten', async () => {
  const { call, id, read } = await openCase();
  await call.applications.setRemark({ id, base: null, remark: '甲' });
  const refused = await failureOf(call.applications.setRemark({ id, base: null, remark: '乙' }));
  expect(refused).toMatchObject({
    code: 'STALE',
    data: { fields: [{ field: 'remark', expected: null, found: '甲' }] },
  });
  await call.applications.setRemark({ id, base: '甲', remark: '乙' });
  expect((await read()).application.remark).toBe('乙');
  // The command line names no base.
  await call.applications.setRemark({ id, remark: null });
  expect((await read()).application.remark).toBeNull();
});

test('nor is the one on a paper of the checklist', async () => {
  const { call, read } = await openCase();
  const item = (await read()).items[0];
  if (item === undefined) throw new Error('the checklist is empty');
  await call.applications.setItemRemark({ itemId: item.id, base: null, remark: '甲' });
  const refused = await failureOf(
    call.applications.setItemRemark({ itemId: item.id, base: null, remark: '乙' }),
  );
  expect(refused).toMatchObject({ code: 'STALE' });
  await call.applications.setItemRemark({ itemId: item.id, base: '甲', remark: '乙' });
  expect((await read()).items[0]?.remark).toBe('乙');
});
