import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import * as scans from '#test/support/scans.ts';
import { codeOf, openForPapers } from '#test/support/paper-drop.ts';

describe('adding to a checklist item', () => {
  async function withApplication() {
    const opened = await openForPapers();
    const { call, clientId } = opened;
    const account = { platform: 'wechat', kind: 'mini_program', name: '示例青禾' } as const;
    const { id: accountId } = await call.accounts.create({ clientId, account });
    const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
    const items = async () => (await call.applications.get({ id })).items;
    const accepting = async (kind: DocumentKind) =>
      (await items()).find((item) => item.requirement.accepts.includes(kind))!;
    return { ...opened, applicationId: id, items, accepting };
  }

  it('attaches the paper in the same change', async () => {
    const { add, file, accepting } = await withApplication();
    const item = await accepting('business_licence');
    expect(item.requirement.state).toBe('missing');
    const licence = file('a.png', await scans.picture('png'));
    const { added } = await add([licence], { itemId: item.id, validUntil: 'forever' });
    const after = await accepting('business_licence');
    expect(after.documents.map(({ id }) => id)).toEqual([added.documentId]);
    expect(after.requirement.state).toBe('satisfied');
  });

  it('is no longer what the item asks for once it is another kind; the item says so, and one undo brings it back', async () => {
    const { add, file, accepting, call } = await withApplication();
    const item = await accepting('business_licence');
    const scan = file('房屋合同.png', await scans.picture('png'));
    const { added } = await add([scan], { itemId: item.id, validUntil: 'forever' });
    const id = added.documentId!;
    const now = async () => (await accepting('business_licence')).requirement;
    await call.documents.update({
      ...{ id, base: { kind: 'business_licence', title: '' } },
      changes: { kind: 'lease', title: '房屋合同' },
    });
    expect((await accepting('business_licence')).documents.map((each) => each.id)).toEqual([id]);
    expect(await now()).toMatchObject({
      state: 'to_confirm',
      reason: { code: 'kind_not_accepted', documentKind: 'lease' },
    });
    const late = call.documents.update({
      ...{ id, base: { kind: 'business_licence' }, changes: { kind: 'other' } },
    });
    await expect(late).rejects.toMatchObject({
      ...{ code: 'STALE', data: { field: 'kind', expected: 'business_licence', found: 'lease' } },
    });
    await call.history.undo({});
    expect(await call.documents.get({ id })).toMatchObject({ kind: 'business_licence', title: '' });
    expect(await now()).toMatchObject({ state: 'satisfied' });
  });

  it('is the paper of the person whom the item asks for, when only one can be meant', async () => {
    const { add, file, items, call, clientId } = await withApplication();
    const person = {
      ...{ name: '示例甲', phone: null, email: null, wechat: null, idNumber: null, availableHours: null },
      ...{ isLegalRepresentative: false, isAdministrator: true, isFinance: false, answersCalls: false },
      leftOn: null,
    };
    await call.clients.saveContact({ clientId, id: null, contact: person });
    const holding = async (holder: string) =>
      (await items()).find(({ requirement }) => requirement.holder === holder)!;
    const card = async (itemId: string) => {
      const { added } = await add([file('a.png', await scans.picture('png'))], { kind: 'id_card', itemId });
      return call.documents.get({ id: added.documentId! });
    };
    const { id: administrators } = await holding('administrator');
    expect(await card(administrators)).toMatchObject({ contactName: '示例甲' });
    const { id: representatives } = await holding('legal_representative');
    expect(await card(representatives)).toMatchObject({ contactId: null });
    await call.clients.saveContact({ clientId, id: null, contact: { ...person, name: '示例乙' } });
    expect(await card(administrators)).toMatchObject({ contactId: null });
  });

  it('refuses a kind that the item does not ask for, and an item of another client, before anything is stored', async () => {
    const { add, file, accepting, call, nothingKept } = await withApplication();
    const item = await accepting('business_licence');
    const scan = file('a.png', await scans.picture('png'));
    expect(await codeOf(add([scan], { itemId: item.id, kind: 'invoice_information' }))).toBe(
      'ACTION_NOT_ALLOWED',
    );
    const { id: otherClient } = await call.clients.create({
      name: '示例别家有限公司',
      entityType: 'company',
    });
    expect(await codeOf(add([scan], { itemId: item.id, clientId: otherClient }))).toBe('NOT_FOUND');
    expect(await codeOf(add([scan], { itemId: 'nothing.like.this' }))).toBe('NOT_FOUND');
    await nothingKept();
  });

  it('takes the paper off the checklist when it goes to the trash, and puts it back on with undo', async () => {
    const { add, file, accepting, call } = await withApplication();
    const item = await accepting('business_licence');
    const { added } = await add([file('a.png', await scans.picture('png'))], { itemId: item.id });
    await call.documents.trash({ id: added.documentId! });
    expect((await accepting('business_licence')).documents).toEqual([]);
    expect(await codeOf(call.documents.get({ id: added.documentId! }))).toBe('NOT_FOUND');
    await call.history.undo();
    expect((await accepting('business_licence')).documents).toHaveLength(1);
    expect(await call.documents.get({ id: added.documentId! })).toMatchObject({ versionCount: 1 });
  });
});
