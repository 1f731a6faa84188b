import { expect, it } from 'vitest';
import * as scans from '#test/support/scans.ts';
import { openForPapers } from '#test/support/paper-drop.ts';

async function withTwoApplications() {
  const opened = await openForPapers();
  const { call, clientId } = opened;
  const opening = async (name: string) => {
    const account = { platform: 'wechat', kind: 'mini_program', name } as const;
    const { id: accountId } = await call.accounts.create({ clientId, account });
    const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
    return id;
  };
  const itemFor = async (applicationId: string) =>
    (await call.applications.get({ id: applicationId })).items.find(({ requirement }) =>
      requirement.accepts.includes('business_licence'),
    )!;
  const first = await opening('示例青禾商城');
  opened.setNow(Date.parse('2026-09-23T09:00:00+08:00'));
  const second = await opening('示例青禾到家');
  return { ...opened, first, second, itemFor };
}

it('names every line of a checklist that a paper stands on, the application opened last first', async () => {
  const { add, file, call, first, second, itemFor } = await withTwoApplications();
  const one = await itemFor(first);
  const other = await itemFor(second);
  const { added } = await add([file('a.png', await scans.picture('png'))], {
    itemId: one.id,
    validUntil: 'forever',
  });
  const documentId = added.documentId!;
  await call.applications.attach({ itemId: other.id, documentId });
  const uses = await call.documents.uses({ id: documentId });
  expect(uses).toMatchObject([
    { applicationId: second, itemId: other.id, accountName: '示例青禾到家', kind: 'first_certification' },
    { applicationId: first, itemId: one.id, accountName: '示例青禾商城', stage: 'collecting' },
  ]);
  expect(uses[0]?.itemTitle).toEqual(other.requirement.title);
});

it('is empty for a paper that was taken off, of an application in the trash, and of nobody', async () => {
  const { add, file, call, first, itemFor } = await withTwoApplications();
  const item = await itemFor(first);
  const { added } = await add([file('a.png', await scans.picture('png'))], { itemId: item.id });
  const documentId = added.documentId!;
  await call.applications.detach({ itemId: item.id, documentId });
  expect(await call.documents.uses({ id: documentId })).toEqual([]);
  await call.applications.attach({ itemId: item.id, documentId });
  await call.applications.trash({ id: first });
  expect(await call.documents.uses({ id: documentId })).toEqual([]);
  expect(await call.documents.uses({ id: 'nobody' })).toEqual([]);
});
